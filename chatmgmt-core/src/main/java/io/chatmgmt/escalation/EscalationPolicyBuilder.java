package io.chatmgmt.escalation;

import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.TimeLimit;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Changes when a person is needed. Ranges are checked when the whole policy is built. Not thread-safe.
 */
public final class EscalationPolicyBuilder {

    private EscalationPolicy.LowConfidence lowConfidence;
    private EscalationPolicy.RepeatedQuestion repeatedQuestion;
    private EscalationPolicy.Frustration frustration;
    private final Map<String, EscalationTarget> sensitiveTopics;
    private double topicScore;
    private EscalationPolicy.ComplexTechnical complexTechnical;
    private int failures;
    private EscalationPolicy.CustomerValue customerValue;
    private final Set<String> disabled;
    private final Map<String, EscalationTarget> targets;
    private HandoffMode mode;
    private TimeLimit invitationExpiry;
    private Duration coolDown;
    private Duration continuation;

    EscalationPolicyBuilder(EscalationPolicy start) {
        lowConfidence = start.lowConfidence();
        repeatedQuestion = start.repeatedQuestion();
        frustration = start.frustration();
        sensitiveTopics = new HashMap<>(start.sensitiveTopics());
        topicScore = start.topicScore();
        complexTechnical = start.complexTechnical();
        failures = start.failures();
        customerValue = start.customerValue();
        disabled = new HashSet<>(start.disabled());
        targets = new HashMap<>(start.targets());
        mode = start.mode();
        invitationExpiry = start.invitationExpiry();
        coolDown = start.coolDown();
        continuation = start.continuation();
    }

    /**
     * Sets when unsure answers call a person.
     *
     * @param threshold an answer below it is low, 0 to 1; 0.70 by default
     * @param answers how many low answers in a row, 1 to 16; 3 by default
     * @return this
     */
    public EscalationPolicyBuilder lowConfidence(double threshold, int answers) {
        lowConfidence = new EscalationPolicy.LowConfidence(threshold, answers);
        return this;
    }

    /**
     * Sets how often a question must have been asked until it calls a person.
     *
     * @param times 2 to 16, 3 by default
     * @return this
     */
    public EscalationPolicyBuilder repeatedQuestion(int times) {
        repeatedQuestion = new EscalationPolicy.RepeatedQuestion(
                times,
                repeatedQuestion.similarity(),
                repeatedQuestion.nearness(),
                repeatedQuestion.words(),
                repeatedQuestion.resendWithin());
        return this;
    }

    /**
     * Sets when a question that comes back calls a person, comparison included.
     *
     * @param repeatedQuestion the numbers
     * @return this
     */
    public EscalationPolicyBuilder repeatedQuestion(EscalationPolicy.RepeatedQuestion repeatedQuestion) {
        this.repeatedQuestion = Objects.requireNonNull(repeatedQuestion, "repeatedQuestion");
        return this;
    }

    /**
     * Sets when a mildly frustrated customer is offered a person.
     *
     * @param messages how many mildly frustrated messages, 1 to 8; 2 by default
     * @param within among how many customer messages, no fewer than {@code messages}; 3 by default
     * @return this
     */
    public EscalationPolicyBuilder frustration(int messages, int within) {
        frustration = new EscalationPolicy.Frustration(messages, within);
        return this;
    }

    /**
     * Lets people handle a topic.
     *
     * @param topic its code
     * @param target where it goes
     * @return this
     */
    public EscalationPolicyBuilder sensitiveTopic(String topic, EscalationTarget target) {
        sensitiveTopics.put(Objects.requireNonNull(topic, "topic"), Objects.requireNonNull(target, "target"));
        return this;
    }

    /**
     * Lets the AI handle a topic that people handled so far.
     *
     * @param topic its code
     * @return this
     */
    public EscalationPolicyBuilder withoutSensitiveTopic(String topic) {
        sensitiveTopics.remove(topic);
        return this;
    }

    /**
     * Sets how sure the classifier must be of a topic.
     *
     * @param topicScore 0 to 1, 0.6 by default
     * @return this
     */
    public EscalationPolicyBuilder topicScore(double topicScore) {
        this.topicScore = topicScore;
        return this;
    }

    /**
     * Sets when a technical matter is beyond the AI.
     *
     * @param complexTechnical the topics and numbers
     * @return this
     */
    public EscalationPolicyBuilder complexTechnical(EscalationPolicy.ComplexTechnical complexTechnical) {
        this.complexTechnical = Objects.requireNonNull(complexTechnical, "complexTechnical");
        return this;
    }

    /**
     * Sets how many AI turns in a row may fail before a person is called.
     *
     * @param failures at least 1, 2 by default
     * @return this
     */
    public EscalationPolicyBuilder failures(int failures) {
        this.failures = failures;
        return this;
    }

    /**
     * Sets how valued customers are treated.
     *
     * @param vip whether they get a person earlier or at once; {@code EARLIER} by default
     * @param margin how much higher the threshold for low confidence is for them, 0 to 1; 0.10 by default
     * @return this
     */
    public EscalationPolicyBuilder customerValue(EscalationPolicy.VipRoute vip, double margin) {
        customerValue = new EscalationPolicy.CustomerValue(vip, margin);
        return this;
    }

    /**
     * Switches triggers off.
     *
     * @param codes theirs, for example those of {@link io.chatmgmt.conversation.ReasonCode}
     * @return this
     */
    public EscalationPolicyBuilder disable(String... codes) {
        disabled.addAll(List.of(codes));
        return this;
    }

    /**
     * Switches triggers on again.
     *
     * @param codes theirs
     * @return this
     */
    public EscalationPolicyBuilder enable(String... codes) {
        List.of(codes).forEach(disabled::remove);
        return this;
    }

    /**
     * Sets where the escalations of a trigger go.
     *
     * @param code the trigger's
     * @param target where to
     * @return this
     */
    public EscalationPolicyBuilder target(String code, EscalationTarget target) {
        targets.put(Objects.requireNonNull(code, "code"), Objects.requireNonNull(target, "target"));
        return this;
    }

    /**
     * Lets the escalations of a trigger go to {@link EscalationTarget#DEFAULT}.
     *
     * @param code the trigger's
     * @return this
     */
    public EscalationPolicyBuilder withoutTarget(String code) {
        targets.remove(code);
        return this;
    }

    /**
     * Sets whether calling a person silences the AI.
     *
     * @param mode {@link HandoffMode#DIRECT} by default
     * @return this
     */
    public EscalationPolicyBuilder mode(HandoffMode mode) {
        this.mode = Objects.requireNonNull(mode, "mode");
        return this;
    }

    /**
     * Sets when an invitation that nobody takes ends.
     *
     * @param invitationExpiry greater than zero, 24 h by default
     * @throws IllegalArgumentException when it is zero or negative
     * @return this
     */
    public EscalationPolicyBuilder invitationExpiry(Duration invitationExpiry) {
        this.invitationExpiry = TimeLimit.of(invitationExpiry);
        return this;
    }

    /**
     * Lets invitations stand until somebody takes them.
     *
     * @return this
     */
    public EscalationPolicyBuilder withoutInvitationExpiry() {
        invitationExpiry = TimeLimit.never();
        return this;
    }

    /**
     * Sets for how long after a hand-back soft triggers need twice the evidence.
     *
     * @param coolDown zero for no such time, 30 min by default
     * @return this
     */
    public EscalationPolicyBuilder coolDown(Duration coolDown) {
        this.coolDown = Objects.requireNonNull(coolDown, "coolDown");
        return this;
    }

    /**
     * Sets how soon after a resolution a new message continues the old matter.
     *
     * @param continuation zero for never, 24 h by default
     * @return this
     */
    public EscalationPolicyBuilder continuation(Duration continuation) {
        this.continuation = Objects.requireNonNull(continuation, "continuation");
        return this;
    }

    /**
     * The policy as it stands; later changes to this builder do not reach it.
     *
     * @return the policy
     */
    public EscalationPolicy build() {
        return new EscalationPolicy(
                lowConfidence,
                repeatedQuestion,
                frustration,
                sensitiveTopics,
                topicScore,
                complexTechnical,
                failures,
                customerValue,
                disabled,
                targets,
                mode,
                invitationExpiry,
                coolDown,
                continuation);
    }
}
