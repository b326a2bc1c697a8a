package io.chatmgmt.escalation;

import io.chatmgmt.conversation.AnswerSignals;
import io.chatmgmt.conversation.LanguageGuess;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.QuestionPrint;
import io.chatmgmt.conversation.SmallTalk;
import io.chatmgmt.language.LanguageDetector;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.ScannedText;
import io.chatmgmt.language.TextScanner;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All detectors together: reads a message once and says what each of them heard. Thread-safe. It decides nothing and
 * keeps no text. A host's own detector that throws has heard nothing.
 *
 * <pre>{@code
 * Ear ear = Ear.builder().languages(List.of("en", "de")).build();
 * MessageSignals signals = ear.hear("Get me a real person", "en");
 * }</pre>
 */
public final class Ear {

    /** The tag for a language that is not known, as BCP 47 has it. */
    public static final String UNDETERMINED = "und";

    /** A guess this far ahead of the second-best decides which language the message is read in (behaviour 2.L). */
    static final double SURE = 0.2;

    private static final EscalationPolicy.RepeatedQuestion SAME_BY_DEFAULT =
            EscalationPolicy.ofDefaults().repeatedQuestion();

    private final ScannerPool scanners = new ScannerPool();
    private final LanguageDetector languageDetector;
    private final HumanRequestDetector humanRequests;
    private final FrustrationDetector frustration;
    private final TopicClassifier topics;
    private final SmallTalkDetector smallTalk;
    private final QuestionPrinter printer;
    private final HostDetectors hosts = new HostDetectors();

    private Ear(Builder builder) {
        Collection<String> languages = builder.languages;
        Collection<String> detected = builder.detected;
        languageDetector = builder.languageDetector != null
                ? hosts.languages(builder.languageDetector)
                : detected == null ? LanguageDetector.ofDefaults() : LanguageDetector.among(detected);
        humanRequests = builder.humanRequests != null
                ? hosts.humanRequests(builder.humanRequests)
                : HumanRequestDetector.among(languages);
        frustration = builder.frustration != null
                ? hosts.frustration(builder.frustration)
                : FrustrationDetector.among(languages);
        topics = builder.topics != null ? hosts.topics(builder.topics) : TopicClassifier.among(languages);
        smallTalk = builder.smallTalk != null ? hosts.smallTalk(builder.smallTalk) : SmallTalkDetector.among(languages);
        printer = builder.printer != null ? builder.printer : QuestionPrinter.among(languages);
    }

    /**
     * An ear with every built-in detector and language; always the same one, since it can be shared.
     *
     * @return the ear
     */
    public static Ear ofDefaults() {
        return Defaults.EAR;
    }

    /** The detectors are read from the library once, when they are first needed. */
    private static final class Defaults {

        private static final Ear EAR = builder().build();

        private Defaults() {}
    }

    /**
     * A builder with every built-in detector and language.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Hears one customer message. The message is read in the language that it is clearly in, else in the conversation's.
     *
     * @param text what the customer wrote
     * @param language the conversation's language as a BCP 47 tag, {@value #UNDETERMINED} while it has none
     * @return what was heard
     */
    public MessageSignals hear(String text, String language) {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(language, "language");
        TextScanner scanner = scanners.take();
        try {
            return signals(scanner.scan(text), language);
        } finally {
            scanners.giveBack(scanner);
        }
    }

    /**
     * The language of a text that nothing else is asked of, such as an AI's answer.
     *
     * @param text any text
     * @return the guess; empty when there is too little to go by
     */
    public Optional<LanguageGuess> language(String text) {
        Objects.requireNonNull(text, "text");
        TextScanner scanner = scanners.take();
        try {
            return languageDetector.detect(scanner.scan(text));
        } finally {
            scanners.giveBack(scanner);
        }
    }

    /**
     * Hears one answer of the AI: enough to notice small talk, and signs of confusion.
     *
     * @param text what the AI wants to say
     * @return what was heard
     */
    public AnswerSignals hearAnswer(String text) {
        Objects.requireNonNull(text, "text");
        TextScanner scanner = scanners.take();
        try {
            return answerSignals(scanner.scan(text));
        } finally {
            scanners.giveBack(scanner);
        }
    }

    private AnswerSignals answerSignals(ScannedText answer) {
        LanguageGuess guess = languageDetector.detect(answer).orElse(null);
        String language = guess == null ? UNDETERMINED : guess.tag();
        long print = answer.size();
        for (int token = 0; token < answer.size(); token++) {
            print = print * 0x9E3779B97F4A7C15L + answer.hash(token);
        }
        return new AnswerSignals(smallTalk.detect(answer, language), guess, answer.size() == 0 ? 0 : print | 1);
    }

    /**
     * The host's own detectors that have thrown so far, whatever they would have heard: for a health check, or a log.
     *
     * @return their class names; empty while all is well
     */
    public Set<String> failedDetectors() {
        return hosts.failed();
    }

    /**
     * Compares two messages as questions, by the rule of {@link EscalationPolicy#ofDefaults}.
     *
     * @param earlier the message written first
     * @param later the message written after it
     * @return how alike they are, and whether the later one repeats the earlier
     */
    public Likeness likeness(String earlier, String later) {
        Optional<QuestionPrint> first = hear(earlier, UNDETERMINED).question();
        Optional<QuestionPrint> second = hear(later, UNDETERMINED).question();
        if (first.isEmpty() || second.isEmpty()) {
            return new Likeness(0, false);
        }
        return new Likeness(
                SameQuestion.likeness(first.get(), second.get(), SAME_BY_DEFAULT),
                SameQuestion.isSame(first.get(), second.get(), SAME_BY_DEFAULT));
    }

    private MessageSignals signals(ScannedText message, String conversation) {
        LanguageGuess guess = languageDetector.detect(message).orElse(null);
        String language = guess != null && guess.confidence() >= SURE ? guess.tag() : withoutRegion(conversation);
        SmallTalk talk = smallTalk.detect(message, language);
        QuestionPrint question =
                talk == SmallTalk.NONE ? printer.print(message, language).orElse(null) : null;
        return new MessageSignals(
                humanRequests.detect(message, language),
                frustration.detect(message, language),
                talk,
                guess,
                topics.classify(message, language).orElse(null),
                question);
    }

    private static String withoutRegion(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }

    /** Builds an {@link Ear}. Not thread-safe. */
    public static final class Builder {

        private Collection<String> languages = Lexicon.LANGUAGES;
        private @Nullable Collection<String> detected;
        private @Nullable LanguageDetector languageDetector;
        private @Nullable HumanRequestDetector humanRequests;
        private @Nullable FrustrationDetector frustration;
        private @Nullable TopicClassifier topics;
        private @Nullable SmallTalkDetector smallTalk;
        private @Nullable QuestionPrinter printer;

        private Builder() {}

        /**
         * Limits the built-in detectors to the languages that customers write in: surer and smaller. All languages together
         * come ready-made with the library; for any other choice the phrases are compiled when the ear is built.
         *
         * @param tags BCP 47 tags; default every built-in language
         * @return this builder
         */
        public Builder languages(Collection<String> tags) {
            languages = List.copyOf(tags);
            detected = languages;
            return this;
        }

        /**
         * Replaces the language detection.
         *
         * @param detector the detector to ask instead
         * @return this builder
         */
        public Builder languageDetector(LanguageDetector detector) {
            languageDetector = Objects.requireNonNull(detector, "detector");
            return this;
        }

        /**
         * Replaces the detector of requests for a person.
         *
         * @param detector the detector to ask instead
         * @return this builder
         */
        public Builder humanRequestDetector(HumanRequestDetector detector) {
            humanRequests = Objects.requireNonNull(detector, "detector");
            return this;
        }

        /**
         * Replaces the detector of frustration.
         *
         * @param detector the detector to ask instead
         * @return this builder
         */
        public Builder frustrationDetector(FrustrationDetector detector) {
            frustration = Objects.requireNonNull(detector, "detector");
            return this;
        }

        /**
         * Replaces the topic classifier.
         *
         * @param classifier the classifier to ask instead
         * @return this builder
         */
        public Builder topicClassifier(TopicClassifier classifier) {
            topics = Objects.requireNonNull(classifier, "classifier");
            return this;
        }

        /**
         * Replaces the detector of small talk.
         *
         * @param detector the detector to ask instead
         * @return this builder
         */
        public Builder smallTalkDetector(SmallTalkDetector detector) {
            smallTalk = Objects.requireNonNull(detector, "detector");
            return this;
        }

        Builder questionPrinter(QuestionPrinter other) {
            printer = other;
            return this;
        }

        /**
         * Loads what is needed: some tens of milliseconds for all languages, some hundreds for a choice of several.
         *
         * @return an ear, independent of this builder
         */
        public Ear build() {
            return new Ear(this);
        }
    }
}
