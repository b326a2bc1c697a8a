package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.FilterCount;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.LifecycleEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** The small facts of events that a line says in words only in part; most have none. */
final class EventDetails {

    private EventDetails() {}

    static Map<String, Object> of(ConversationEvent event) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (event instanceof HandoffEvent.Offered offered) {
            facts.put("offer", offered.offer().number());
            facts.put("strategy", offered.choice().strategy());
            facts.put("candidates", offered.choice().candidates());
            AgentId runnerUp = offered.choice().runnerUp();
            if (runnerUp != null) {
                facts.put("runnerUp", runnerUp.value());
            }
            Map<String, Integer> rejected = new LinkedHashMap<>();
            for (FilterCount each : offered.choice().rejected()) {
                rejected.put(each.filter().name(), each.agents());
            }
            facts.put("rejected", rejected);
        } else if (event instanceof AnswerEvent.Held held) {
            facts.put("ticket", held.answer().ticket());
            facts.put("deadline", held.answer().deadline());
            facts.put("onExpiry", held.answer().onExpiry());
        } else if (event instanceof AnswerEvent.Reviewed reviewed) {
            facts.put("ticket", reviewed.ticket());
            facts.put("reason", reviewed.reason());
            facts.put("change", reviewed.change());
            facts.put("afterSeconds", Amounts.seconds(reviewed.after()));
        } else if (event instanceof LifecycleEvent.TopicSet set) {
            facts.put("score", set.topic().score());
            facts.put("source", set.topic().source());
        } else if (event instanceof LifecycleEvent.LanguageSet set) {
            facts.put("source", set.source());
        } else if (event instanceof HandoffEvent.WaitQuoted quoted) {
            facts.put("p50Seconds", Amounts.seconds(quoted.quote().p50()));
            facts.put("p90Seconds", Amounts.seconds(quoted.quote().p90()));
        }
        return facts;
    }
}
