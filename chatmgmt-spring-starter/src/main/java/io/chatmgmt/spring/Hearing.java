package io.chatmgmt.spring;

import io.chatmgmt.escalation.Ear;
import io.chatmgmt.escalation.FrustrationDetector;
import io.chatmgmt.escalation.HumanRequestDetector;
import io.chatmgmt.escalation.SmallTalkDetector;
import io.chatmgmt.escalation.TopicClassifier;
import io.chatmgmt.language.LanguageDetector;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.ListableBeanFactory;

/** Lets the application's own detectors hear, where it has beans of their types. */
final class Hearing {

    private final ListableBeanFactory beans;
    private final Ear.Builder ear = Ear.builder();
    private boolean isOwn;

    private Hearing(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** An ear with the application's detectors, empty when it has none. */
    static Optional<Ear> of(ListableBeanFactory beans) {
        Hearing hearing = new Hearing(beans);
        hearing.take(LanguageDetector.class, hearing.ear::languageDetector);
        hearing.take(HumanRequestDetector.class, hearing.ear::humanRequestDetector);
        hearing.take(FrustrationDetector.class, hearing.ear::frustrationDetector);
        hearing.take(TopicClassifier.class, hearing.ear::topicClassifier);
        hearing.take(SmallTalkDetector.class, hearing.ear::smallTalkDetector);
        return hearing.isOwn ? Optional.of(hearing.ear.build()) : Optional.empty();
    }

    private <T> void take(Class<T> type, Consumer<T> place) {
        T own = beans.getBeanProvider(type).getIfAvailable();
        if (own != null) {
            place.accept(own);
            isOwn = true;
        }
    }
}
