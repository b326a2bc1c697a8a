package io.chatmgmt.policy;

import io.chatmgmt.escalation.EscalationPolicy;
import io.chatmgmt.language.LanguagePolicy;
import io.chatmgmt.language.WordingPolicy;
import io.chatmgmt.quality.ClosingPolicy;
import io.chatmgmt.quality.QualityPolicy;
import io.chatmgmt.quality.SurveyPolicy;
import io.chatmgmt.response.ResponsePolicy;
import io.chatmgmt.routing.RoutingPolicy;
import java.util.Objects;

/** The parts as one record, so that what reads, writes, compares or hashes a policy treats it like each of its parts. */
record PolicyParts(
        GovernancePolicy.Mode mode,
        LanguagePolicy language,
        WordingPolicy wording,
        ResponsePolicy response,
        EscalationPolicy escalation,
        RoutingPolicy routing,
        QualityPolicy quality,
        ClosingPolicy closing,
        SurveyPolicy survey) {

    PolicyParts {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(wording, "wording");
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(escalation, "escalation");
        Objects.requireNonNull(routing, "routing");
        Objects.requireNonNull(quality, "quality");
        Objects.requireNonNull(closing, "closing");
        Objects.requireNonNull(survey, "survey");
    }

    static PolicyParts ofDefaults() {
        return new PolicyParts(
                GovernancePolicy.Mode.LIVE,
                LanguagePolicy.ofDefaults(),
                WordingPolicy.ofDefaults(),
                ResponsePolicy.ofDefaults(),
                EscalationPolicy.ofDefaults(),
                RoutingPolicy.ofDefaults(),
                QualityPolicy.ofDefaults(),
                ClosingPolicy.ofDefaults(),
                SurveyPolicy.ofDefaults());
    }
}
