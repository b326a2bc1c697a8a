package io.chatmgmt.examples.recording;

import java.util.List;

/**
 * What the simulated team is to do in a conversation instead of what it does by itself. Immutable.
 *
 * @param reviews one for each held answer, in order: {@code approve}, {@code none}, {@code discard}, or {@code edit} or
 *     {@code replace} with a colon and the words
 * @param offers one for each offer, in order: {@code accept}, {@code decline}, {@code none}, or {@code
 *     transfer} with a colon and the queue that the conversation is passed on to after a while
 */
public record Deeds(List<String> reviews, List<String> offers) {

    /** Whatever it does by itself. */
    public static final Deeds USUAL = new Deeds(List.of(), List.of());

    /** Copies the lists. */
    public Deeds {
        reviews = List.copyOf(reviews);
        offers = List.copyOf(offers);
    }

    /**
     * What is to be done about a held answer.
     *
     * @param index its number within the conversation, from 0
     * @return {@code approve} unless told otherwise
     */
    public String review(int index) {
        return index < reviews.size() ? reviews.get(index) : "approve";
    }

    /**
     * What is to be done about an offer.
     *
     * @param index its number within the conversation, from 0
     * @return {@code accept} unless told otherwise
     */
    public String offer(int index) {
        return index < offers.size() ? offers.get(index) : "accept";
    }
}
