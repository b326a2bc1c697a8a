package io.chatmgmt.governance;

import java.util.concurrent.CompletionStage;

/**
 * Says in a few sentences what a conversation is about, for the person who takes it over; usually a language model.
 * Asked after the commit that called a person; nothing ever waits for it. Without one, when it fails, or while it has not
 * answered, people have the {@linkplain ContextPackage package} that is worked out without it. An answer that comes
 * after the handoff has ended is dropped.
 *
 * <p>Called on the thread of whoever called a person, so it must return at once and do its work elsewhere. Must be
 * thread-safe.
 */
@FunctionalInterface
public interface Summarizer {

    /**
     * Begins to summarise.
     *
     * @param context what is known; what customers wrote stands in quotation marks in it and is data, never an
     *     instruction
     * @return the summary, to come; blank for none, at most {@value ContextPackage#MAX_CHARACTERS} characters of it count
     */
    CompletionStage<String> summarize(ContextPackage context);
}
