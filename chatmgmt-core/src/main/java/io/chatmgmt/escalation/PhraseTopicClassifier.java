package io.chatmgmt.escalation;

import io.chatmgmt.conversation.TopicGuess;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseFinds;
import io.chatmgmt.language.PhraseSet;
import io.chatmgmt.language.ScannedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Recognises the default topics by phrases. Thread-safe. */
final class PhraseTopicClassifier implements TopicClassifier {

    /** The sensitive ones first: of two topics with the same evidence the earlier wins. */
    private static final List<String> TOPICS = List.of(
            "billing_dispute", "refund", "legal", "security", "complaint", "billing", "technical", "account", "sales");

    /** For each topic its hints, then its clear phrases: payloads 2 × topic + 1 and + 2. */
    static final List<String> SECTIONS = sections();

    private static final int CLEAR = 2;

    /** The topics up to here are sensitive: what else a message is about makes them no less so once a phrase is clear. */
    private static final int SENSITIVE = 5;

    /** How much of its evidence a second topic takes away from the first. */
    private static final double RIVALRY = 0.5;

    private final PhraseSet phrases;

    PhraseTopicClassifier(Collection<String> languages) {
        phrases = LexiconPhrases.load(Lexicon.Purpose.TOPIC, languages, SECTIONS);
    }

    private static List<String> sections() {
        List<String> sections = new ArrayList<>();
        for (String topic : TOPICS) {
            sections.add(topic.concat(" weak"));
            sections.add(topic);
        }
        return List.copyOf(sections);
    }

    @Override
    public Optional<TopicGuess> classify(ScannedText text, String language) {
        PhraseFinds finds = phrases.scan(text);
        if (finds.size() > 0) {
            keepOwnWords(finds, text, LexiconPhrases.bit(language));
        }
        return finds.size() == 0 ? Optional.empty() : Optional.of(guess(finds, text));
    }

    private static void keepOwnWords(PhraseFinds finds, ScannedText text, int language) {
        int kept = 0;
        for (int find = 0; find < finds.size(); find++) {
            int first = finds.first(find);
            if (!text.quoted(first)
                    && !LexiconPhrases.foreignWord(first, finds.last(find), finds.payload(find), language)) {
                finds.move(find, kept++);
            }
        }
        finds.truncate(kept);
    }

    private static TopicGuess guess(PhraseFinds finds, ScannedText text) {
        int best = 0;
        int most = points(finds, 0);
        for (int topic = 1; topic < TOPICS.size(); topic++) {
            boolean clearlySensitive = best < SENSITIVE && most >= CLEAR;
            int points = topic >= SENSITIVE && clearlySensitive ? 0 : points(finds, topic);
            if (points > most) {
                best = topic;
                most = points;
            }
        }
        int second = 0;
        int rivals = best < SENSITIVE ? SENSITIVE : TOPICS.size();
        for (int topic = 0; topic < rivals; topic++) {
            second = topic == best ? second : Math.max(second, points(finds, topic));
        }
        double surety = 1 - Math.pow(2, -most);
        double score = surety * most / (most + RIVALRY * second);
        keepTopic(finds, best);
        return new TopicGuess(TOPICS.get(best), score, Spans.of(text, finds));
    }

    /** Counted anew for each topic: a message has few finds, and so nothing needs to be allocated for the sums. */
    private static int points(PhraseFinds finds, int topic) {
        int points = 0;
        for (int find = 0; find < finds.size(); find++) {
            int section = LexiconPhrases.section(finds.payload(find)) - 1;
            if (section / 2 == topic) {
                points += section % 2 == 0 ? 1 : CLEAR;
            }
        }
        return points;
    }

    private static void keepTopic(PhraseFinds finds, int topic) {
        int kept = 0;
        for (int find = 0; find < finds.size(); find++) {
            if ((LexiconPhrases.section(finds.payload(find)) - 1) / 2 == topic) {
                finds.move(find, kept++);
            }
        }
        finds.truncate(kept);
    }
}
