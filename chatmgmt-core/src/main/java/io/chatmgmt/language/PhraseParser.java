package io.chatmgmt.language;

import java.util.Set;

/**
 * Reads one phrase expression into the network. It is read twice: word by word as it stands; and without the skippable
 * words, tolerant of them, for as long as at least two words are left, lest "too long" should become "long". For the
 * second reading every place in the expression has three states: none, one, or more words so far.
 */
final class PhraseParser {

    private static final int ENOUGH_WORDS = 2;
    private static final int STATES = ENOUGH_WORDS + 1;

    private final String phrase;
    private final TextScanner scanner;
    private final PhraseNetwork network;
    private Set<Integer> skipped = Set.of();
    private int at;

    PhraseParser(String phrase, TextScanner scanner, PhraseNetwork network) {
        this.phrase = phrase;
        this.scanner = scanner;
        this.network = network;
    }

    /** Adds the phrase; false when an alternative has no word at all. */
    boolean add(Set<Integer> withoutWords, int payload) {
        int start = network.newStates(STATES, false);
        int end = read(Set.of(), start);
        if (network.connected(start, end)) {
            return false;
        }
        for (int words = 1; words < STATES; words++) {
            network.phrase(start, end + words, payload);
        }
        int tolerantStart = network.newStates(STATES, true);
        network.phrase(tolerantStart, read(withoutWords, tolerantStart) + ENOUGH_WORDS, payload);
        return true;
    }

    private int read(Set<Integer> withoutWords, int start) {
        skipped = withoutWords;
        at = 0;
        int end = alternatives(start);
        if (at < phrase.length()) {
            throw new IllegalArgumentException("unbalanced ) in " + phrase);
        }
        return end;
    }

    private int alternatives(int start) {
        int end = places(start);
        join(sequence(start), end);
        while (at < phrase.length() && phrase.charAt(at) == '|') {
            at++;
            join(sequence(start), end);
        }
        return end;
    }

    private int sequence(int start) {
        int place = start;
        while (at < phrase.length()) {
            char c = phrase.charAt(at);
            if (c == '|' || c == ')') {
                return place;
            }
            if (c == '(') {
                at++;
                place = alternatives(place);
                if (at >= phrase.length()) {
                    throw new IllegalArgumentException("unbalanced ( in " + phrase);
                }
                at++;
            } else if (c == '*') {
                at++;
                place = word(place, PhraseNetwork.ANY_WORD);
            } else {
                place = words(place);
            }
        }
        return place;
    }

    private int words(int from) {
        int start = at;
        while (at < phrase.length() && "(|)*".indexOf(phrase.charAt(at)) < 0) {
            at++;
        }
        ScannedText text = scanner.scan(phrase.substring(start, at));
        int place = from;
        for (int token = 0; token < text.size(); token++) {
            if (!skipped.contains(text.hash(token))) {
                place = word(place, text.hash(token) & 0xFFFFFFFFL);
            }
        }
        return place;
    }

    private int word(int from, long word) {
        int to = places(from);
        for (int words = 0; words < STATES; words++) {
            network.edge(from + words, word, to + Math.min(words + 1, ENOUGH_WORDS));
        }
        return to;
    }

    private int places(int like) {
        return network.newStates(STATES, network.tolerant(like));
    }

    private void join(int from, int to) {
        for (int words = 0; words < STATES; words++) {
            network.edge(from + words, PhraseNetwork.NO_WORD, to + words);
        }
    }
}
