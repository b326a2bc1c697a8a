package io.chatmgmt.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chatmgmt.accuracy.LabelledQuestions.Labelled;
import io.chatmgmt.conversation.TopicGuess;
import io.chatmgmt.escalation.TopicExample;
import io.chatmgmt.escalation.TrainedTopics;
import io.chatmgmt.language.TextScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("accuracy")
@DisplayName("A17: how well a fitted classifier tells topics, and what is none")
class TopicAccuracyTest {

    /** Every eighth example is held out; four of the eight choices are tried. */
    private static final int PARTS = 8;

    private static final int TRIED = 4;

    /** How the examples that were held out fared; in scope, out of scope. */
    private static final class Figures {

        private int inScope;
        private int right;
        private int outOfScope;
        private int noticed;

        void add(TrainedTopics topics, List<Labelled> heldOut) {
            TextScanner scanner = new TextScanner();
            for (Labelled example : heldOut) {
                Optional<String> topic =
                        topics.classify(scanner.scan(example.text()), "en").map(TopicGuess::code);
                if (example.outOfScope()) {
                    outOfScope++;
                    noticed += topic.isEmpty() ? 1 : 0;
                } else {
                    inScope++;
                    right += topic.equals(Optional.of(example.intent())) ? 1 : 0;
                }
            }
        }

        double accuracy() {
            return (double) right / inScope;
        }

        double recall() {
            return (double) noticed / outOfScope;
        }

        void print(String name) {
            System.out.printf(
                    Locale.ROOT,
                    "topics, %s: accuracy in scope %.4f of %d, out-of-scope recall %.3f of %d%n",
                    name,
                    accuracy(),
                    inScope,
                    recall(),
                    outOfScope);
        }
    }

    @BeforeEach
    void needsTheSets() {
        assumeTrue(Dataset.present("banking77", "clinc150"));
    }

    @Test
    void clinc150() {
        List<Labelled> all = LabelledQuestions.clinc150();
        List<Labelled> heldOut =
                all.stream().filter(example -> example.part().contains("val")).toList();
        List<Labelled> history =
                all.stream().filter(example -> !example.part().contains("val")).toList();
        Figures figures = new Figures();

        figures.add(fit(history), heldOut);

        figures.print("clinc150 fitted to its training part");
        assertThat(figures.accuracy()).isGreaterThan(0.925);
        assertThat(figures.recall()).isGreaterThan(0.5);

        Figures without = new Figures();
        without.add(
                fit(history.stream().filter(example -> !example.outOfScope()).toList()), heldOut);
        without.print("clinc150 fitted to what is in scope alone");
        assertThat(without.recall()).isGreaterThan(0.4);
    }

    @Test
    void banking77() {
        List<Labelled> all = LabelledQuestions.banking77();
        Figures figures = new Figures();
        for (int part = 0; part < TRIED; part++) {
            List<Labelled> heldOut = new ArrayList<>();
            List<Labelled> history = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                ((i + part) % PARTS == 0 ? heldOut : history).add(all.get(i));
            }
            LabelledQuestions.clinc150().stream().filter(Labelled::outOfScope).forEach(heldOut::add);
            figures.add(fit(history), heldOut);
        }

        figures.print("banking77 in cross-validation, with clinc150's out of scope");
        assertThat(figures.accuracy()).isGreaterThan(0.905);
        assertThat(figures.recall()).isGreaterThan(0.4);
    }

    private static TrainedTopics fit(List<Labelled> history) {
        return TrainedTopics.train(history.stream()
                .map(example -> new TopicExample(example.text(), example.outOfScope() ? null : example.intent()))
                .toList());
    }
}
