package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.Closure;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Episode;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.NotAskedReason;
import io.chatmgmt.conversation.Placement;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Survey;
import io.chatmgmt.conversation.SurveyEvent;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.language.TemplateKey;
import io.chatmgmt.quality.Rating;
import io.chatmgmt.quality.SurveyPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the customer how an episode was, at most once an episode, and takes what they answer. */
final class Surveys {

    private static final int DISSATISFIED = 2;

    private Surveys() {}

    /** Something happened after which the policy may want the customer to be asked. */
    static void askAfter(Step step, SurveyPolicy.Trigger trigger) {
        if (!step.policy().survey().triggers().contains(trigger)) {
            return;
        }
        Survey survey = current(step);
        if (survey == null || !survey.isSent() && survey.stars() == 0) {
            NotAskedReason reason = reasonAgainst(step);
            ask(step, survey, reason == null ? reasonAgainstItself(step) : reason);
        }
    }

    /** Somebody wants the customer to be asked. */
    static Step.Verdict ask(Step step) {
        ask(step, current(step), reasonAgainst(step));
        return step.draft().isChanged() ? Step.Verdict.CHANGED : Step.Verdict.UNCHANGED;
    }

    private static void ask(Step step, @Nullable Survey survey, @Nullable NotAskedReason reason) {
        int episode = step.draft().episode().number();
        if (reason == null) {
            Instant until = step.now().plus(step.policy().survey().expiresAfter());
            step.emit(new SurveyEvent.Asked(episode, step.say(TemplateKey.SURVEY, Map.of()), until));
        } else if (survey == null || survey.notAsked() != reason) {
            step.emit(new SurveyEvent.NotAsked(episode, reason));
        }
    }

    /** Why the customer must not be asked, whoever wants it; null for nothing. */
    private static @Nullable NotAskedReason reasonAgainst(Step step) {
        ConversationDraft draft = step.draft();
        Survey survey = current(step);
        if (survey != null && survey.isSent()) {
            return NotAskedReason.ALREADY_ASKED;
        }
        if (survey != null && survey.stars() > 0) {
            return NotAskedReason.ALREADY_RATED;
        }
        if (step.isShadow()) {
            return NotAskedReason.SHADOW;
        }
        if (draft.customer().isErased()) {
            return NotAskedReason.ERASED;
        }
        if (draft.customer().standing() == Customer.Standing.BLOCKED) {
            return NotAskedReason.BLOCKED;
        }
        if (draft.episode().counts().customer() == 0) {
            return NotAskedReason.NO_CUSTOMER_MESSAGE;
        }
        Duration window = step.policy().survey().windows().get(draft.channel());
        if (window != null && isOver(step, draft.customerAt(), window)) {
            return NotAskedReason.WINDOW;
        }
        Instant last = lastAsked(draft);
        boolean recently =
                last != null && !isOver(step, last, step.policy().survey().quietPeriod());
        return recently ? NotAskedReason.QUIET_PERIOD : null;
    }

    /** Why the customer is not asked when nobody wants it but the policy; null for nothing. */
    private static @Nullable NotAskedReason reasonAgainstItself(Step step) {
        ConversationDraft draft = step.draft();
        SurveyPolicy policy = step.policy().survey();
        Resolution resolution = draft.episode().resolution();
        if (resolution != null && policy.unasked().contains(resolution)) {
            return NotAskedReason.AUTO_RESOLVED;
        }
        ConversationTopic topic = draft.topic();
        Closure closure = draft.caseFile().closure();
        boolean meant = policy.asksAbout(topic == null ? "" : topic.code())
                && policy.asksIn(draft.channel())
                && policy.asksAboutTagged(closure == null ? List.of() : closure.tags());
        return meant ? null : NotAskedReason.CONDITION;
    }

    private static boolean isOver(Step step, @Nullable Instant since, Duration time) {
        return since == null || !step.now().isBefore(since.plus(time));
    }

    private static @Nullable Instant lastAsked(ConversationDraft draft) {
        Instant last = draft.episode().history().lastSurveyAt();
        for (Survey survey : draft.surveys()) {
            Instant at = survey.sentAt();
            last = at != null && (last == null || at.isAfter(last)) ? at : last;
        }
        return last;
    }

    private static @Nullable Survey current(Step step) {
        return find(step, step.draft().episode().number());
    }

    private static @Nullable Survey find(Step step, int episode) {
        for (Survey survey : step.draft().surveys()) {
            if (survey.episode() == episode) {
                return survey;
            }
        }
        return null;
    }

    static Step.Verdict rate(Step step, CustomerInput.Rates input) {
        Episode current = step.draft().episode();
        List<Survey> surveys = step.draft().surveys();
        int episode = input.episode() > 0 ? input.episode() : Survey.meant(surveys, current.number(), step.now());
        if (step.policy()
                .survey()
                .refusal(current, surveys, episode, step.now())
                .isPresent()) {
            return Step.Verdict.LOST;
        }
        Survey survey = find(step, episode);
        if (survey != null && survey.stars() == input.stars() && input.comment().isEmpty()) {
            return Step.Verdict.UNCHANGED;
        }
        int comment = input.comment().isEmpty() ? 0 : step.write(TextKind.COMMENT, Actor.CUSTOMER, 0, input.comment());
        take(step, episode, input.stars(), comment);
        return Step.Verdict.CHANGED;
    }

    /**
     * Whether a message is nothing but the answer to the question; then it is taken as that, and neither reopens nor
     * escalates anything.
     */
    static boolean hear(Step step, CustomerInput.Writes input) {
        Survey survey = step.draft().surveys().isEmpty() ? null : latestSent(step);
        if (survey == null || !isUnderDiscussion(step, survey)) {
            return false;
        }
        int stars = Rating.in(input.text()).orElse(0);
        if (stars > 0) {
            int number = step.write(TextKind.MESSAGE, Actor.CUSTOMER, input.sentAt(), 0, input.text());
            step.emit(new MessageEvent.CustomerWrote(number, Placement.RATING, MessageSignals.NONE));
            take(step, survey.episode(), stars, 0);
        }
        return stars > 0;
    }

    private static @Nullable Survey latestSent(Step step) {
        Survey latest = null;
        for (Survey survey : step.draft().surveys()) {
            latest = survey.isSent() ? survey : latest;
        }
        return latest;
    }

    /** Whether the customer may mean the survey: nothing else is talked about. */
    private static boolean isUnderDiscussion(Step step, Survey survey) {
        Survey.State state = survey.state(step.now());
        boolean current = survey.episode() == step.draft().episode().number();
        boolean open = state == Survey.State.SENT || state == Survey.State.ANSWERED && current;
        return open && (!step.isOpen() || survey.text() == step.draft().lastText());
    }

    /** A rating replaces the one before, and so does what it says of the customer. */
    private static void take(Step step, int episode, int stars, int comment) {
        Survey before = find(step, episode);
        Instant until = before == null ? null : before.changeableUntil();
        step.emit(new SurveyEvent.Rated(
                episode,
                stars,
                comment,
                until == null ? step.now().plus(step.policy().survey().changeableFor()) : until));
        if (episode != step.draft().episode().number()) {
            return;
        }
        if (stars <= DISSATISFIED) {
            step.raise(Flag.DISSATISFIED);
        } else if (before != null && before.stars() > 0 && before.stars() <= DISSATISFIED) {
            step.clear(Flag.DISSATISFIED);
        }
    }
}
