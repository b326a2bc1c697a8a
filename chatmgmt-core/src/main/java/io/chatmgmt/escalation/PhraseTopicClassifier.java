package io.chatmgmt.escalation;

import io.chatmgmt.conversation.TopicGuess;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseSet;
import io.chatmgmt.language.ScannedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises the default topics by phrases. Thread-safe. */
final class PhraseTopicClassifier implements TopicClassifier {

    /** The sensitive ones first: of two topics with the same evidence the earlier wins. */
    private static final List<String> TOPICS = List.of(
            "billing_dispute", "refund", "legal", "security", "complaint", "billing", "technical", "account", "sales");

    /** For each topic its hints, then its clear phrases: payloads 2 × topic + 1 and + 2. */
    private static final List<String> SECTIONS = TOPICS.stream()
            .flatMap(topic -> List.of(topic + " weak", topic).stream())
            .toList();

    private static final int CLEAR = 2;

    /** The topics up to here are sensitive: what else a message is about makes them no less so. */
    private static final int SENSITIVE = 5;

    /** How much of its evidence a second topic takes away from the first. */
    private static final double RIVALRY = 0.5;

    private final PhraseSet phrases;

    PhraseTopicClassifier(Collection<String> languages) {
        phrases = LexiconPhrases.load(Lexicon.Purpose.TOPIC, languages, SECTIONS);
    }

    @Override
    public Optional<TopicGuess> classify(ScannedText text, String language) {
        Tally tally = new Tally(text, LexiconPhrases.bit(language));
        phrases.scan(text, tally);
        return tally.guess();
    }

    private static final class Tally implements PhraseSet.Visitor {

        private final ScannedText text;
        private final int language;
        private int @Nullable [] points;
        private final List<int[]> finds = new ArrayList<>(0);

        Tally(ScannedText text, int language) {
            this.text = text;
            this.language = language;
        }

        @Override
        public void found(int first, int last, int payload) {
            if (text.quoted(first) || LexiconPhrases.foreignWord(first, last, payload, language)) {
                return;
            }
            if (points == null) {
                points = new int[TOPICS.size()];
            }
            int section = LexiconPhrases.section(payload) - 1;
            int topic = section / 2;
            points[topic] += section % 2 == 0 ? 1 : CLEAR;
            finds.add(new int[] {topic, first, last});
        }

        Optional<TopicGuess> guess() {
            if (points == null) {
                return Optional.empty();
            }
            int best = 0;
            for (int topic = 1; topic < points.length; topic++) {
                best = points[topic] > points[best] ? topic : best;
            }
            int second = 0;
            int rivals = best < SENSITIVE ? SENSITIVE : points.length;
            for (int topic = 0; topic < rivals; topic++) {
                second = topic == best ? second : Math.max(second, points[topic]);
            }
            double surety = 1 - Math.pow(2, -points[best]);
            double score = surety * points[best] / (points[best] + RIVALRY * second);
            SpanCollector evidence = new SpanCollector();
            for (int[] find : finds) {
                if (find[0] == best) {
                    evidence.add(text, find[1], find[2]);
                }
            }
            return Optional.of(new TopicGuess(TOPICS.get(best), score, evidence.spans()));
        }
    }
}
