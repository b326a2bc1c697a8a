package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.CaseEvent;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.QualityEvent;
import io.chatmgmt.conversation.SurveyEvent;

/** Finds the text that an event is about. */
final class EventTexts {

    private EventTexts() {}

    /** The number of the text, 0 for none. */
    static int of(ConversationEvent event) {
        if (event instanceof AnswerEvent.Held held) {
            return held.answer().draft();
        }
        if (event instanceof AnswerEvent.Reviewed reviewed) {
            return reviewed.remark();
        }
        if (event instanceof AnswerEvent.WentStale stale) {
            return stale.text();
        }
        if (event instanceof AnswerEvent.FellBack fellBack) {
            return fellBack.text();
        }
        if (event instanceof AnswerEvent.Corrected corrected) {
            return corrected.text();
        }
        if (event instanceof SurveyEvent.Rated rated) {
            return rated.comment();
        }
        if (event instanceof HandoffEvent.Summarised summarised) {
            return summarised.text();
        }
        if (event instanceof MessageEvent.Undeliverable undeliverable) {
            return undeliverable.number();
        }
        if (event instanceof CaseEvent.FollowUpPromised promised) {
            return promised.followUp().promise();
        }
        return event instanceof QualityEvent.ReviewSubmitted submitted ? submitted.comment() : 0;
    }
}
