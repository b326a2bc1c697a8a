package io.chatmgmt.policy;

import io.chatmgmt.escalation.EscalationPolicy;
import io.chatmgmt.escalation.EscalationPolicyBuilder;
import io.chatmgmt.language.LanguagePolicy;
import io.chatmgmt.language.LanguagePolicyBuilder;
import io.chatmgmt.language.WordingPolicy;
import io.chatmgmt.language.WordingPolicyBuilder;
import io.chatmgmt.quality.ClosingPolicy;
import io.chatmgmt.quality.QualityPolicy;
import io.chatmgmt.quality.SurveyPolicy;
import io.chatmgmt.quality.SurveyPolicyBuilder;
import io.chatmgmt.response.ResponsePolicy;
import io.chatmgmt.response.ResponsePolicyBuilder;
import io.chatmgmt.routing.RoutingPolicy;
import io.chatmgmt.routing.RoutingPolicyBuilder;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Everything that a host decides about its governance, as one document. Two policies with the same content are equal and
 * have the same {@linkplain #version() version}, however they were written. Immutable and thread-safe.
 *
 * <pre>{@code
 * GovernancePolicy.builder()
 *         .escalation(e -> e.lowConfidence(0.65, 2).disable(ReasonCode.FRUSTRATION))
 *         .response(r -> r.posture(Posture.AUTO).withoutAnswerTimeout())
 *         .build();
 * }</pre>
 */
public final class GovernancePolicy {

    private static final GovernancePolicy DEFAULTS = new GovernancePolicy(PolicyParts.ofDefaults());

    /** Whether decisions take effect. */
    public enum Mode {
        /** They do. */
        LIVE,
        /** They are only recorded: every answer goes out, and nobody is called. */
        SHADOW
    }

    private final PolicyParts parts;
    private final String version;

    private GovernancePolicy(PolicyParts parts) {
        this.parts = parts;
        this.version = ContentHash.of(PolicyTree.ofRecord(parts));
    }

    static GovernancePolicy checked(PolicyParts parts, Problems problems) {
        LanguageCheck.check(parts.language(), problems);
        WordingCheck.check(parts.wording(), problems);
        ResponseCheck.check(parts.response(), problems);
        EscalationCheck.check(parts.escalation(), problems);
        RoutingCheck.check(parts.routing(), problems);
        QualityCheck.check(parts.quality(), problems);
        ClosingCheck.check(parts.closing(), problems);
        SurveyCheck.check(parts.survey(), problems);
        QueueCheck.check(parts, problems);
        problems.throwIfAny();
        return new GovernancePolicy(parts);
    }

    PolicyParts parts() {
        return parts;
    }

    /**
     * The defaults of the product.
     *
     * @return the default policy
     */
    public static GovernancePolicy ofDefaults() {
        return DEFAULTS;
    }

    /**
     * A builder that starts from the defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder(DEFAULTS.parts);
    }

    /**
     * A builder that starts from this policy.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        return new Builder(parts);
    }

    /**
     * How the language of a conversation is found and kept.
     *
     * @return that part
     */
    public LanguagePolicy language() {
        return parts.language();
    }

    /**
     * The words of the texts that this library writes to customers.
     *
     * @return that part
     */
    public WordingPolicy wording() {
        return parts.wording();
    }

    /**
     * What the AI may say.
     *
     * @return that part
     */
    public ResponsePolicy response() {
        return parts.response();
    }

    /**
     * When a person is needed.
     *
     * @return that part
     */
    public EscalationPolicy escalation() {
        return parts.escalation();
    }

    /**
     * Who takes it.
     *
     * @return that part
     */
    public RoutingPolicy routing() {
        return parts.routing();
    }

    /**
     * How the quality of conversations is scored.
     *
     * @return that part
     */
    public QualityPolicy quality() {
        return parts.quality();
    }

    /**
     * What people have to write down when they close a conversation.
     *
     * @return that part
     */
    public ClosingPolicy closing() {
        return parts.closing();
    }

    /**
     * When customers are asked how it was, and until when an answer counts.
     *
     * @return that part
     */
    public SurveyPolicy survey() {
        return parts.survey();
    }

    /**
     * Whether decisions take effect.
     *
     * @return {@link Mode#LIVE} by default
     */
    public Mode mode() {
        return parts.mode();
    }

    /**
     * The hash of the content, which decisions pin. The same content has the same version on every machine and Java
     * version; a release of this library that adds a setting changes it.
     *
     * @return 16 lower-case hexadecimal digits
     */
    public String version() {
        return version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GovernancePolicy policy && parts.equals(policy.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return "GovernancePolicy " + version;
    }

    /** Writes a policy part by part. Not thread-safe. */
    public static final class Builder {

        private Mode mode;
        private LanguagePolicy language;
        private WordingPolicy wording;
        private ResponsePolicy response;
        private EscalationPolicy escalation;
        private RoutingPolicy routing;
        private QualityPolicy quality;
        private ClosingPolicy closing;
        private SurveyPolicy survey;

        private Builder(PolicyParts start) {
            this.mode = start.mode();
            this.language = start.language();
            this.wording = start.wording();
            this.response = start.response();
            this.escalation = start.escalation();
            this.routing = start.routing();
            this.quality = start.quality();
            this.closing = start.closing();
            this.survey = start.survey();
        }

        /**
         * Sets whether decisions take effect.
         *
         * @param mode live or shadow
         * @return this
         */
        public Builder mode(Mode mode) {
            this.mode = Objects.requireNonNull(mode, "mode");
            return this;
        }

        /**
         * Replaces how the language of a conversation is found and kept.
         *
         * @param language that part
         * @return this
         */
        public Builder language(LanguagePolicy language) {
            this.language = Objects.requireNonNull(language, "language");
            return this;
        }

        /**
         * Changes how the language of a conversation is found and kept.
         *
         * @param changes what to change, starting from the part as it stands
         * @return this
         */
        public Builder language(Consumer<LanguagePolicyBuilder> changes) {
            LanguagePolicyBuilder part = language.toBuilder();
            changes.accept(part);
            language = part.build();
            return this;
        }

        /**
         * Replaces the words of the texts that this library writes to customers.
         *
         * @param wording that part
         * @return this
         */
        public Builder wording(WordingPolicy wording) {
            this.wording = Objects.requireNonNull(wording, "wording");
            return this;
        }

        /**
         * Changes the words of the texts that this library writes to customers.
         *
         * @param changes what to change, starting from the part as it stands
         * @return this
         */
        public Builder wording(Consumer<WordingPolicyBuilder> changes) {
            WordingPolicyBuilder part = wording.toBuilder();
            changes.accept(part);
            wording = part.build();
            return this;
        }

        /**
         * Replaces what the AI may say.
         *
         * @param response that part
         * @return this
         */
        public Builder response(ResponsePolicy response) {
            this.response = Objects.requireNonNull(response, "response");
            return this;
        }

        /**
         * Changes what the AI may say.
         *
         * @param changes what to change, starting from the part as it stands
         * @return this
         */
        public Builder response(Consumer<ResponsePolicyBuilder> changes) {
            ResponsePolicyBuilder part = response.toBuilder();
            changes.accept(part);
            response = part.build();
            return this;
        }

        /**
         * Replaces when a person is needed.
         *
         * @param escalation that part
         * @return this
         */
        public Builder escalation(EscalationPolicy escalation) {
            this.escalation = Objects.requireNonNull(escalation, "escalation");
            return this;
        }

        /**
         * Changes when a person is needed.
         *
         * @param changes what to change, starting from the part as it stands
         * @return this
         */
        public Builder escalation(Consumer<EscalationPolicyBuilder> changes) {
            EscalationPolicyBuilder part = escalation.toBuilder();
            changes.accept(part);
            escalation = part.build();
            return this;
        }

        /**
         * Replaces who takes it.
         *
         * @param routing that part
         * @return this
         */
        public Builder routing(RoutingPolicy routing) {
            this.routing = Objects.requireNonNull(routing, "routing");
            return this;
        }

        /**
         * Changes who takes it.
         *
         * @param changes what to change, starting from the part as it stands
         * @return this
         */
        public Builder routing(Consumer<RoutingPolicyBuilder> changes) {
            RoutingPolicyBuilder part = routing.toBuilder();
            changes.accept(part);
            routing = part.build();
            return this;
        }

        /**
         * Replaces how the quality of conversations is scored.
         *
         * @param quality that part
         * @return this
         */
        public Builder quality(QualityPolicy quality) {
            this.quality = Objects.requireNonNull(quality, "quality");
            return this;
        }

        /**
         * Replaces what people have to write down when they close a conversation.
         *
         * @param closing that part
         * @return this
         */
        public Builder closing(ClosingPolicy closing) {
            this.closing = Objects.requireNonNull(closing, "closing");
            return this;
        }

        /**
         * Replaces when customers are asked how it was.
         *
         * @param survey that part
         * @return this
         */
        public Builder survey(SurveyPolicy survey) {
            this.survey = Objects.requireNonNull(survey, "survey");
            return this;
        }

        /**
         * Changes when customers are asked how it was.
         *
         * @param changes what to change, starting from the part as it stands
         * @return this
         */
        public Builder survey(Consumer<SurveyPolicyBuilder> changes) {
            SurveyPolicyBuilder part = survey.toBuilder();
            changes.accept(part);
            survey = part.build();
            return this;
        }

        /**
         * The policy as it stands; later changes to this builder do not reach it.
         *
         * @return the policy
         * @throws InvalidPolicyException with everything that is wrong with it
         */
        public GovernancePolicy build() {
            return checked(
                    new PolicyParts(mode, language, wording, response, escalation, routing, quality, closing, survey),
                    new Problems());
        }
    }
}
