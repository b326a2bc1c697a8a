package io.chatmgmt.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The surveys of a conversation's latest episodes, and how they change. */
final class Surveys {

    private Surveys() {}

    /** Something happens to the survey of an episode, which begins with it if need be. */
    static List<Survey> changed(List<Survey> surveys, Episode current, int number, UnaryOperator<Survey> change) {
        List<Survey> changed = new ArrayList<>(surveys.size() + 1);
        Survey survey = Survey.of(number, number == current.number() ? current.attribution() : Attribution.NONE);
        for (Survey each : surveys) {
            if (each.episode() == number) {
                survey = each;
            } else {
                changed.add(each);
            }
        }
        changed.add(change.apply(survey));
        changed.sort(Comparator.comparingInt(Survey::episode));
        return kept(changed, current);
    }

    /** What is said of long ago is not asked for any more. */
    static List<Survey> kept(List<Survey> surveys, Episode current) {
        return surveys.stream()
                .filter(survey ->
                        survey.episode() > current.number() - Survey.MAX_KEPT && survey.episode() <= current.number())
                .toList();
    }
}
