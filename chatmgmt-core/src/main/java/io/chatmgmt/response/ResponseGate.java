package io.chatmgmt.response;

import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.ReasonCode;
import java.util.Set;

/**
 * Decides what happens to an AI answer, in this order: kill switch, posture, topic, band, sampling. Pure. What would be
 * held goes out when no reviewer is online, so that no customer waits for nobody; only drafts never do.
 */
public final class ResponseGate {

    private ResponseGate() {}

    /**
     * Judges one answer.
     *
     * @param policy the policy that holds
     * @param posture how freely the AI may answer in this conversation
     * @param topic the code of the conversation's topic, empty while unknown
     * @param band how sure the AI was, as it counts in this conversation: see {@link Bands#of(Confidence, Double)}
     * @param sample a number from 0 to 1 that belongs to the answer: below the policy's sampling share it is held
     * @param reviewersOnline how many people could review it now
     * @return the verdict
     */
    public static GateVerdict judge(
            ResponsePolicy policy,
            Posture posture,
            String topic,
            ConfidenceBand band,
            double sample,
            int reviewersOnline) {
        if (policy.ai() == ResponsePolicy.AiSwitch.OFF || posture == Posture.OFF) {
            return new GateVerdict(GateVerdict.Action.SILENCE, ReasonCode.AI_SILENT, Set.of());
        }
        boolean canHold = reviewersOnline > 0;
        if (posture == Posture.DRAFT_ONLY) {
            return canHold
                    ? new GateVerdict(GateVerdict.Action.HOLD, "DRAFT_ONLY", Set.of())
                    : new GateVerdict(GateVerdict.Action.SILENCE, ReasonCode.AI_SILENT, Set.of());
        }
        BandRule rule = policy.rule(band);
        if (canHold && posture == Posture.REVIEW_LOW) {
            if (policy.heldTopics().contains(topic)) {
                return new GateVerdict(GateVerdict.Action.HOLD, "TOPIC", rule.flags());
            }
            if (rule.action() == BandRule.Action.HOLD) {
                return new GateVerdict(GateVerdict.Action.HOLD, band + "_CONFIDENCE", rule.flags());
            }
            if (sample < policy.sampling()) {
                return new GateVerdict(GateVerdict.Action.HOLD, "SAMPLE", rule.flags());
            }
        }
        return new GateVerdict(GateVerdict.Action.DELIVER, "", rule.flags());
    }
}
