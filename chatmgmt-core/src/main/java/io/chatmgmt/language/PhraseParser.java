package io.chatmgmt.language;

import java.util.Set;

/**
 * Reads one phrase expression into the network, without the skippable words and tolerant of them. Where that could leave a
 * single word ("too long" would become "long") the expression is read twice: word by word as it stands; and without the
 * skippable words as long as two others are left, for which every place in it has three states: none, one, or more words
 * so far.
 */
final class PhraseParser {

    private static final int ENOUGH_WORDS = 2;

    private final String phrase;
    private final TextScanner scanner;
    private final PhraseNetwork network;
    private Set<Integer> skipped = Set.of();
    private int statesEach = 1;
    private int at;

    PhraseParser(String phrase, TextScanner scanner, PhraseNetwork network) {
        this.phrase = phrase;
        this.scanner = scanner;
        this.network = network;
    }

    /** Adds the phrase; false when an alternative has no word at all. */
    boolean add(Set<Integer> withoutWords, int payload) {
        int start = network.newStates(1, true);
        int end = read(withoutWords, start);
        if (network.fewestWords(start, end, ENOUGH_WORDS) == ENOUGH_WORDS) {
            network.phrase(start, end, payload);
            return true;
        }
        start = network.newStates(1, false);
        end = read(Set.of(), start);
        if (network.fewestWords(start, end, ENOUGH_WORDS) == 0) {
            return false;
        }
        network.phrase(start, end, payload);
        statesEach = ENOUGH_WORDS + 1;
        start = network.newStates(statesEach, true);
        network.phrase(start, read(withoutWords, start) + ENOUGH_WORDS, payload);
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
        for (int words = 0; words < statesEach; words++) {
            network.edge(from + words, word, to + Math.min(words + 1, statesEach - 1));
        }
        return to;
    }

    private int places(int like) {
        return network.newStates(statesEach, network.tolerant(like));
    }

    private void join(int from, int to) {
        for (int words = 0; words < statesEach; words++) {
            network.edge(from + words, PhraseNetwork.NO_WORD, to + words);
        }
    }
}
