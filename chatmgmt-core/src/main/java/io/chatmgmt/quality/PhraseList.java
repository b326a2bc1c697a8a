package io.chatmgmt.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Phrases of all languages that tell something, found word by word. Immutable and thread-safe. */
final class PhraseList {

    private final int[] firsts;
    private final int[][] phrases;

    private PhraseList(List<int[]> phrases) {
        List<int[]> sorted = new ArrayList<>(phrases);
        sorted.sort(Comparator.comparingInt(phrase -> phrase[0]));
        this.phrases = sorted.toArray(new int[0][]);
        this.firsts = sorted.stream().mapToInt(phrase -> phrase[0]).toArray();
    }

    /** The phrases of a resource, one a line; lines that begin with # are for people. */
    static PhraseList load(String resource) {
        try (InputStream in = Objects.requireNonNull(PhraseList.class.getResourceAsStream(resource), "no " + resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<int[]> phrases = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int[] words = line.startsWith("#") ? new int[0] : Words.of(line).all;
                if (words.length > 0) {
                    phrases.add(words);
                }
            }
            return new PhraseList(phrases);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    boolean isIn(Words words) {
        int[] all = words.all;
        for (int i = 0; i < all.length; i++) {
            for (int p = first(all[i]); p < firsts.length && firsts[p] == all[i]; p++) {
                if (matches(phrases[p], all, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int first(int word) {
        int low = 0;
        int high = firsts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (firsts[middle] < word) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean matches(int[] phrase, int[] all, int at) {
        if (at + phrase.length > all.length) {
            return false;
        }
        for (int i = 1; i < phrase.length; i++) {
            if (phrase[i] != all[at + i]) {
                return false;
            }
        }
        return true;
    }
}
