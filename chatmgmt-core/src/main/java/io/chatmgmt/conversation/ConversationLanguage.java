package io.chatmgmt.conversation;

import java.util.Objects;

/**
 * The language that a conversation is held in. Immutable.
 *
 * @param tag the BCP 47 tag
 * @param source where it comes from; a detected language is locked
 * @param dissent the language of the latest customer messages in a row that clearly disagreed, empty for none
 * @param dissents how many messages in a row disagreed
 */
public record ConversationLanguage(String tag, Source source, String dissent, int dissents) {

    /** Checks the parts. */
    public ConversationLanguage {
        Bounds.identifier(tag, "language");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(dissent, "dissent");
    }

    /**
     * A language without dissent.
     *
     * @param tag the BCP 47 tag
     * @param source where it comes from
     * @return the language
     */
    public static ConversationLanguage of(String tag, Source source) {
        return new ConversationLanguage(tag, source, "", 0);
    }
}
