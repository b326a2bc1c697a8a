package io.chatmgmt.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Attribution;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.NotAskedReason;
import io.chatmgmt.conversation.Placement;
import io.chatmgmt.conversation.Survey;
import io.chatmgmt.conversation.SurveyEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold for surveys, whatever happens: one an episode, and no answer that moves anything but the rating. */
final class SurveyAudit {

    private final Map<Integer, Attribution> frozen = new HashMap<>();

    /** An event, before it takes effect. */
    static void check(ConversationDraft draft, SurveyEvent event) {
        if (event instanceof SurveyEvent.Asked asked) {
            checkAsked(draft, asked);
        } else if (event instanceof SurveyEvent.NotAsked notAsked) {
            Survey survey = find(draft.surveys(), notAsked.episode());
            assertThat(notAsked.episode()).isEqualTo(draft.episode().number());
            assertThat(survey == null ? null : survey.notAsked())
                    .as("noted once")
                    .isNotEqualTo(notAsked.reason());
            assertThat(survey != null && survey.isSent()).isEqualTo(notAsked.reason() == NotAskedReason.ALREADY_ASKED);
        } else if (event instanceof SurveyEvent.Rated rated) {
            checkRated(draft, rated);
        }
    }

    private static void checkAsked(ConversationDraft draft, SurveyEvent.Asked asked) {
        Survey survey = find(draft.surveys(), asked.episode());
        assertThat(asked.episode()).isEqualTo(draft.episode().number());
        assertThat(survey == null || !survey.isSent() && survey.stars() == 0)
                .as("one survey an episode")
                .isTrue();
        assertThat(asked.text()).isEqualTo(draft.lastText());
        assertThat(asked.expiresAt()).isAfter(draft.at());
        assertThat(draft.customer().standing()).isNotEqualTo(Customer.Standing.BLOCKED);
        assertThat(draft.episode().counts().customer()).isPositive();
    }

    private static void checkRated(ConversationDraft draft, SurveyEvent.Rated rated) {
        Survey survey = find(draft.surveys(), rated.episode());
        boolean current = rated.episode() == draft.episode().number();
        assertThat(rated.stars()).isBetween(1, 5);
        assertThat(current || survey != null && (survey.isSent() || survey.stars() > 0))
                .as("a former episode is rated when the customer was asked about it, or has rated it")
                .isTrue();
        if (survey != null) {
            assertThat(survey.state(draft.at())).isNotIn(Survey.State.LOCKED, Survey.State.EXPIRED);
            if (survey.changeableUntil() != null) {
                assertThat(rated.changeableUntil()).isEqualTo(survey.changeableUntil());
            }
        }
    }

    /** A row, after its events have taken effect. */
    void check(Conversation before, Conversation after, List<ConversationEvent> events) {
        assertThat(after.surveys()).hasSizeLessThanOrEqualTo(Survey.MAX_KEPT);
        for (Survey survey : after.surveys()) {
            assertThat(survey.episode())
                    .isBetween(
                            after.episode().number() - Survey.MAX_KEPT + 1,
                            after.episode().number());
            checkAttribution(after, survey);
        }
        if (before != null && events.stream().anyMatch(SurveyAudit::isAnswer)) {
            checkNothingMoved(before, after);
        }
    }

    private void checkAttribution(Conversation row, Survey survey) {
        boolean current = survey.episode() == row.episode().number();
        if (current) {
            assertThat(survey.stars()).isEqualTo(row.episode().rating());
        }
        if (current && row.isOpen()) {
            return;
        }
        if (current) {
            assertThat(survey.attribution()).isEqualTo(row.episode().attribution());
        }
        Attribution earlier = frozen.putIfAbsent(survey.episode(), survey.attribution());
        assertThat(survey.attribution()).isEqualTo(earlier == null ? survey.attribution() : earlier);
    }

    private static boolean isAnswer(ConversationEvent event) {
        return event instanceof SurveyEvent.Rated
                || event instanceof MessageEvent.CustomerWrote wrote && wrote.placement() == Placement.RATING;
    }

    /** T140 The answer neither reopens nor escalates, and nobody waits because of it. */
    private static void checkNothingMoved(Conversation before, Conversation after) {
        assertThat(after.lifecycle()).isEqualTo(before.lifecycle());
        assertThat(after.control()).isEqualTo(before.control());
        assertThat(after.controlEpoch()).isEqualTo(before.controlEpoch());
        assertThat(after.episode().number()).isEqualTo(before.episode().number());
        assertThat(after.waitingOn()).isEqualTo(before.waitingOn());
        assertThat(after.waitingSince()).isEqualTo(before.waitingSince());
        assertThat(after.escalation()).isEqualTo(before.escalation());
        assertThat(after.handoff()).isEqualTo(before.handoff());
        assertThat(after.ai()).isEqualTo(before.ai());
        assertThat(after.numbers().question()).isEqualTo(before.numbers().question());
    }

    private static Survey find(List<Survey> surveys, int episode) {
        return surveys.stream()
                .filter(survey -> survey.episode() == episode)
                .findFirst()
                .orElse(null);
    }
}
