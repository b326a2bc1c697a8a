package io.chatmgmt.policy;

import io.chatmgmt.conversation.QuestionPrint;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.TriggerMemory;
import io.chatmgmt.escalation.EscalationPolicy;
import io.chatmgmt.policy.PolicyProblem.Code;
import java.util.List;
import java.util.Set;

/** What must hold for the triggers. */
final class EscalationCheck {

    private static final String PATH = "/escalation";
    private static final List<String> CODES = List.of(
            ReasonCode.LOW_CONFIDENCE_STREAK,
            ReasonCode.REPEATED_QUESTION,
            ReasonCode.FRUSTRATION,
            ReasonCode.HUMAN_REQUEST,
            ReasonCode.TOPIC_SENSITIVE,
            ReasonCode.COMPLEX_TECHNICAL,
            ReasonCode.MANUAL,
            ReasonCode.AI_FAILURE,
            ReasonCode.CUSTOMER_VALUE,
            ReasonCode.AI_HANDOFF,
            ReasonCode.AI_SILENT,
            ReasonCode.TURN_LIMIT,
            ReasonCode.HOLD_EXPIRED,
            ReasonCode.ANSWER_DISCARDED);

    private EscalationCheck() {}

    static void check(EscalationPolicy escalation, Problems problems) {
        Ranges ranges = new Ranges(problems);
        triggers(escalation, ranges);
        ranges.share(PATH + "/topicScore", escalation.topicScore());
        ranges.identifiers(
                PATH + "/sensitiveTopics", escalation.sensitiveTopics().keySet());
        ranges.identifiers(
                PATH + "/complexTechnical/topics", escalation.complexTechnical().topics());
        ranges.count(PATH + "/failures", escalation.failures(), 1, Integer.MAX_VALUE);
        ranges.share(PATH + "/customerValue/margin", escalation.customerValue().margin());
        codes(PATH + "/disabled", escalation.disabled(), ranges, problems);
        codes(PATH + "/targets", escalation.targets().keySet(), ranges, problems);
        ranges.positive(PATH + "/invitationExpiry", escalation.invitationExpiry());
        ranges.zeroOrMore(PATH + "/coolDown", escalation.coolDown());
        ranges.zeroOrMore(PATH + "/continuation", escalation.continuation());
    }

    private static void triggers(EscalationPolicy escalation, Ranges ranges) {
        EscalationPolicy.LowConfidence low = escalation.lowConfidence();
        ranges.share(PATH + "/lowConfidence/threshold", low.threshold());
        ranges.count(PATH + "/lowConfidence/answers", low.answers(), 1, TriggerMemory.MAX_LOW_ANSWERS);

        EscalationPolicy.RepeatedQuestion repeated = escalation.repeatedQuestion();
        ranges.count(PATH + "/repeatedQuestion/times", repeated.times(), 2, TriggerMemory.MAX_QUESTIONS);
        ranges.share(PATH + "/repeatedQuestion/similarity", repeated.similarity());
        ranges.share(PATH + "/repeatedQuestion/nearness", repeated.nearness());
        ranges.count(PATH + "/repeatedQuestion/words", repeated.words(), 1, QuestionPrint.MAX_WORDS);
        ranges.zeroOrMore(PATH + "/repeatedQuestion/resendWithin", repeated.resendWithin());

        EscalationPolicy.Frustration frustration = escalation.frustration();
        ranges.count(PATH + "/frustration/messages", frustration.messages(), 1, TriggerMemory.MAX_MILD);
        ranges.count(PATH + "/frustration/within", frustration.within(), frustration.messages(), Integer.MAX_VALUE);

        EscalationPolicy.ComplexTechnical complex = escalation.complexTechnical();
        ranges.count(PATH + "/complexTechnical/turns", complex.turns(), 1, Integer.MAX_VALUE);
        ranges.count(PATH + "/complexTechnical/toolErrors", complex.toolErrors(), 1, Integer.MAX_VALUE);
        ranges.share(PATH + "/complexTechnical/confidence", complex.confidence());
    }

    /** Custom triggers have codes of their own, so only what is almost a built-in code counts as misspelt. */
    private static void codes(String path, Set<String> codes, Ranges ranges, Problems problems) {
        ranges.identifiers(path, codes);
        for (String code : codes) {
            if (!CODES.contains(code) && Suggestion.isTypo(code, CODES)) {
                problems.add(
                        Problems.child(path, code),
                        Code.UNKNOWN_VALUE,
                        "looks like a misspelt code",
                        Suggestion.hint(code, CODES));
            }
        }
    }
}
