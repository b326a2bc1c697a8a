package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.CriterionRating;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.FollowUpOwner;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.QualityBand;
import io.chatmgmt.quality.Review;
import io.chatmgmt.quality.Scorecard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Flags, settings, promises, reviews and marks for training. */
@RestController
@RequestMapping(ApiPath.CONVERSATION)
final class CaseCommands {

    private final Outcomes outcomes;
    private final Scorecard scorecard;

    CaseCommands(Outcomes outcomes, Scorecard scorecard) {
        this.outcomes = outcomes;
        this.scorecard = scorecard;
    }

    /** What the AI may do until the episode ends; null is up to the policy. */
    record SettingsBody(
            @Nullable Posture posture,
            @Nullable Double threshold,
            @Nullable String language,
            @Nullable String knowledgeBase,
            @Nullable Integer turnLimit) {}

    /** A promise to the customer. */
    record PromiseBody(
            @Nullable FollowUpOwner owner,
            @Nullable String promise,
            @Nullable Instant dueAt,
            @Nullable Instant remindAt) {}

    /** A filled-in scorecard. */
    record ReviewBody(
            @Nullable Integer episode,
            @Nullable List<CriterionRating> ratings,
            @Nullable String comment) {}

    /** What came of a review. */
    record ReviewResult(long version, boolean changed, RowView row, ReviewView review) {}

    /** The scores of a filled-in scorecard. */
    record ReviewView(
            @Nullable Double score,
            @Nullable Double raw,
            @Nullable QualityBand band,
            List<String> failed) {}

    /** An answer to learn from. */
    record TrainingBody(
            @Nullable Integer text,
            @Nullable OverrideReason reason,
            @Nullable String better,
            @Nullable List<String> tags) {}

    @PutMapping("/flags/{flag}")
    CommandView flag(Command command, @PathVariable Flag flag) {
        return outcomes.of(command, command.desk().flag(command.id(), flag));
    }

    @DeleteMapping("/flags/{flag}")
    CommandView unflag(Command command, @PathVariable Flag flag) {
        return outcomes.of(command, command.desk().unflag(command.id(), flag));
    }

    @PutMapping("/settings")
    CommandView settings(Command command, @RequestBody SettingsBody body) {
        AiSettings settings = new AiSettings(
                body.posture(), body.threshold(), body.language(), body.knowledgeBase(), body.turnLimit());
        return outcomes.of(command, command.desk().adjustAi(command.id(), settings));
    }

    @PostMapping("/follow-ups")
    CommandView promise(Command command, @RequestBody PromiseBody body) {
        return outcomes.of(
                command,
                command.desk()
                        .followUps()
                        .promise(
                                command.id(),
                                Given.value(body.owner(), "owner"),
                                Given.text(body.promise(), "promise"),
                                Given.value(body.dueAt(), "dueAt"),
                                body.remindAt()));
    }

    @PutMapping("/follow-ups/{number}")
    CommandView move(Command command, @PathVariable int number, @RequestBody PromiseBody body) {
        return outcomes.of(
                command,
                command.desk()
                        .followUps()
                        .move(
                                command.id(),
                                number,
                                Given.value(body.owner(), "owner"),
                                Given.value(body.dueAt(), "dueAt"),
                                body.remindAt()));
    }

    @PostMapping("/follow-ups/{number}/done")
    CommandView done(Command command, @PathVariable int number) {
        return outcomes.of(command, command.desk().followUps().done(command.id(), number));
    }

    @PostMapping("/follow-ups/{number}/cancel")
    CommandView cancel(Command command, @PathVariable int number) {
        return outcomes.of(command, command.desk().followUps().cancel(command.id(), number));
    }

    @PostMapping("/survey")
    CommandView ask(Command command) {
        return outcomes.of(command, command.desk().askForRating(command.id()));
    }

    @PostMapping("/reviews")
    ReviewResult review(Command command, @RequestBody ReviewBody body) {
        List<CriterionRating> ratings = Given.value(body.ratings(), "ratings");
        CommandView result = outcomes.of(
                command,
                command.desk()
                        .review(
                                command.id(),
                                Given.value(body.episode(), "episode"),
                                scorecard,
                                ratings,
                                Given.orEmpty(body.comment())));
        Review review = scorecard.evaluate(ratings);
        return new ReviewResult(
                result.version(),
                result.changed(),
                result.row(),
                new ReviewView(
                        review.scoreOrNull(), review.rawOrNull(), review.grade().orElse(null), review.failed()));
    }

    @PostMapping("/training")
    CommandView mark(Command command, @RequestBody TrainingBody body) {
        return outcomes.of(
                command,
                command.desk()
                        .training()
                        .mark(
                                command.id(),
                                Given.value(body.text(), "text"),
                                Given.value(body.reason(), "reason"),
                                Given.orEmpty(body.better()),
                                body.tags() == null ? List.of() : body.tags()));
    }
}
