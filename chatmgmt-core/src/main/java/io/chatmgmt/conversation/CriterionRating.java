package io.chatmgmt.conversation;

/**
 * What a reviewer gave for one criterion of a scorecard. Immutable.
 *
 * @param criterion the criterion's id
 * @param value on the criterion's scale
 */
public record CriterionRating(String criterion, double value) {

    /** Checks the id. */
    public CriterionRating {
        Bounds.identifier(criterion, "criterion");
    }
}
