package io.chatmgmt.conversation;

import java.util.Objects;

/**
 * The language that a conversation is held in. Immutable.
 *
 * @param tag the BCP 47 tag
 * @param source where it comes from; a detected language is locked
 * @param dissent the language of the latest customer messages in a row that clearly disagreed, empty for none
 * @param dissents how many messages in a row disagreed
 * @param differing how many customer messages of the episode clearly disagreed, in a row or not
 */
public record ConversationLanguage(String tag, Source source, String dissent, int dissents, int differing) {

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
        return new ConversationLanguage(tag, source, "", 0, 0);
    }

    /**
     * The same language with a further message in another one, or with one that agreed again.
     *
     * @param other the language of the message, empty when it agreed
     * @param inARow how many messages in a row disagreed so far, this one included
     * @return the language with its dissent
     */
    ConversationLanguage disputed(String other, int inARow) {
        return new ConversationLanguage(tag, source, other, inARow, other.isEmpty() ? differing : differing + 1);
    }

    /** What comes after it; when the customer's messages brought the change, the last of them disagreed too. */
    ConversationLanguage followedBy(String newTag, Source newSource) {
        boolean switched = source == Source.DETECTED && newSource == Source.DETECTED;
        return new ConversationLanguage(newTag, newSource, "", 0, switched ? differing + 1 : differing);
    }

    /** The same language in a new episode. */
    ConversationLanguage again() {
        return new ConversationLanguage(tag, source, dissent, dissents, 0);
    }

    /**
     * Whether a language is the one that the conversation is held in, whatever their regions.
     *
     * @param other a BCP 47 tag
     * @return true for {@code pt} when the conversation is in {@code pt-BR}
     */
    public boolean isSame(String other) {
        return primary(tag).equals(primary(other));
    }

    private static String primary(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }
}
