package io.chatmgmt.quality;

import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.Strength;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an episode that its quality can be read from: counts and means, no words. It grows with the episode,
 * each turn in constant time and space. Not thread-safe.
 */
public final class EpisodeFacts {

    private static final PhraseList REFUSALS = PhraseList.load("refusals.txt");
    private static final PhraseList THANKS = PhraseList.load("thanks.txt");
    private static final double NEWEST = 0.4;
    private static final int REMEMBERED_ANSWERS = 4;
    private static final int MOST_EVIDENCE = 8;
    private static final int ENOUGH_SHARED = 8;

    private final List<Words> answers = new ArrayList<>(REMEMBERED_ANSWERS);
    private @Nullable Words question;
    private @Nullable Instant askedAt;

    int words;
    int customerMessages;
    int answerCount;
    double refusing;
    final List<Integer> refusals = new ArrayList<>(2);
    double overlap;
    int overlaps;
    double repeating;
    double answerWords;
    double sentenceWords;
    double confidence;
    int confidences;
    int corrections;
    double seconds;
    int timed;
    final List<Integer> frustrated = new ArrayList<>(2);
    final List<Integer> calls = new ArrayList<>(2);
    boolean thanked;
    boolean thankedBefore;
    int unanswered;
    boolean unansweredQuestion;
    int failures;
    boolean called;
    boolean taken;
    boolean left;
    double waited;
    private @Nullable Instant calledAt;
    boolean ended;
    boolean resolved;
    int stars;

    /** An episode in which nothing has happened yet. */
    public EpisodeFacts() {}

    /**
     * The customer wrote.
     *
     * @param number the number of the message
     * @param text the message
     * @param signals what was heard in it
     * @param at when
     */
    public void asked(int number, String text, MessageSignals signals, Instant at) {
        Words heard = Words.of(text);
        words += heard.all.length;
        customerMessages++;
        thankedBefore = thanked;
        thanked = THANKS.isIn(heard);
        if (signals.frustration().strength() != Strength.NONE) {
            note(frustrated, number);
        }
        if (signals.asksForHuman().strength() == Strength.STRONG) {
            note(calls, number);
        }
        question = heard;
        askedAt = at;
        unanswered = number;
        unansweredQuestion = text.indexOf('?') >= 0 || text.indexOf('？') >= 0 || !thanked;
    }

    /**
     * The customer was answered, by the AI or by a person.
     *
     * @param number the number of the answer
     * @param text the answer
     * @param sure how sure the AI was; unknown for a person
     * @param at when
     */
    public void answered(int number, String text, Confidence sure, Instant at) {
        Words said = Words.of(text);
        words += said.all.length;
        answerCount++;
        boolean refuses = REFUSALS.isIn(said);
        refusing = answerCount == 1 ? (refuses ? 1 : 0) : (1 - NEWEST) * refusing + (refuses ? NEWEST : 0);
        if (refuses) {
            note(refusals, number);
        }
        Words asked = question;
        if (asked != null && asked.content.length > 0) {
            overlap += (double) asked.shared(said) / Math.min(asked.content.length, ENOUGH_SHARED);
            overlaps++;
        }
        double like = 0;
        for (Words before : answers) {
            like = Math.max(like, said.likeness(before));
        }
        repeating += like;
        if (answers.size() == REMEMBERED_ANSWERS) {
            answers.remove(0);
        }
        answers.add(said);
        answerWords += said.all.length;
        sentenceWords += (double) said.all.length / Math.max(1, said.sentences);
        if (sure.isKnown()) {
            confidence += sure.value().orElse(0);
            confidences++;
        }
        Instant since = askedAt;
        if (since != null && unanswered > 0) {
            double took = Math.max(0, Duration.between(since, at).toMillis() / 1000.0);
            seconds += took;
            timed++;
        }
        unanswered = 0;
    }

    /** The AI failed to answer, or something else was said in its place. */
    public void failed() {
        failures++;
    }

    /** A person corrected an answer, or had to replace or drop one. */
    public void corrected() {
        corrections++;
    }

    /**
     * A person was called.
     *
     * @param at when
     */
    public void called(Instant at) {
        called = true;
        calledAt = calledAt == null ? at : calledAt;
    }

    /**
     * A person took over.
     *
     * @param at when
     */
    public void taken(Instant at) {
        Instant since = calledAt;
        if (since != null && !taken) {
            waited = Math.max(0, Duration.between(since, at).toMillis() / 1000.0);
        }
        taken = true;
    }

    /** The customer left while waiting for a person. */
    public void left() {
        left = true;
    }

    /**
     * The episode is over.
     *
     * @param resolved whether its matter is said to be resolved
     */
    public void ended(boolean resolved) {
        ended = true;
        this.resolved = resolved;
    }

    /**
     * The customer rated it.
     *
     * @param stars 1 to 5
     */
    public void rated(int stars) {
        this.stars = stars;
    }

    private static void note(List<Integer> messages, int number) {
        if (messages.size() < MOST_EVIDENCE) {
            messages.add(number);
        }
    }

    /**
     * How many messages the customer wrote.
     *
     * @return 0 or more
     */
    public int customerMessages() {
        return customerMessages;
    }

    /**
     * How many answers the customer got.
     *
     * @return 0 or more
     */
    public int answers() {
        return answerCount;
    }

    /**
     * How many words were written.
     *
     * @return 0 or more
     */
    public int words() {
        return words;
    }

    /**
     * How much the latest answers say that something cannot be done.
     *
     * @return 0 to 1, the newest answer counting most
     */
    public double refusing() {
        return refusing;
    }

    /**
     * The customer's rating.
     *
     * @return 0 for none
     */
    public int stars() {
        return stars;
    }

    /**
     * Whether it is over.
     *
     * @return false while it lasts
     */
    public boolean isEnded() {
        return ended;
    }
}
