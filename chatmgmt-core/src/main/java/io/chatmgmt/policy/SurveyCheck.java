package io.chatmgmt.policy;

import io.chatmgmt.policy.PolicyProblem.Code;
import io.chatmgmt.quality.SurveyPolicy;
import java.util.Set;

/** What must hold for the surveys. */
final class SurveyCheck {

    private SurveyCheck() {}

    static void check(SurveyPolicy survey, Problems problems) {
        Ranges ranges = new Ranges(problems);
        ranges.identifiers("/survey/onlyTopics", survey.onlyTopics());
        ranges.identifiers("/survey/exceptTopics", survey.exceptTopics());
        ranges.identifiers("/survey/onlyChannels", survey.onlyChannels());
        ranges.identifiers("/survey/exceptChannels", survey.exceptChannels());
        ranges.identifiers("/survey/onlyTags", survey.onlyTags());
        ranges.identifiers("/survey/exceptTags", survey.exceptTags());
        disjoint("/survey/exceptTopics", survey.onlyTopics(), survey.exceptTopics(), problems);
        disjoint("/survey/exceptChannels", survey.onlyChannels(), survey.exceptChannels(), problems);
        disjoint("/survey/exceptTags", survey.onlyTags(), survey.exceptTags(), problems);
        ranges.zeroOrMore("/survey/quietPeriod", survey.quietPeriod());
        ranges.positive("/survey/expiresAfter", survey.expiresAfter());
        ranges.zeroOrMore("/survey/changeableFor", survey.changeableFor());
        survey.windows().forEach((channel, window) -> {
            String path = Problems.child("/survey/windows", channel);
            ranges.identifier(path, channel);
            ranges.positive(path, window);
        });
    }

    /** What is let in must not be left out. */
    private static void disjoint(String path, Set<String> only, Set<String> except, Problems problems) {
        for (String each : except) {
            if (only.contains(each)) {
                problems.add(Problems.child(path, each), Code.CONTRADICTION, "is both asked about and left out", "");
            }
        }
    }
}
