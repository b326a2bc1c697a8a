package io.chatmgmt.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterModelTest {

    private static final int BITS = 6;

    private static byte[] weights(int lanes) {
        SplittableRandom random = new SplittableRandom(7);
        byte[] weights = new byte[lanes << BITS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (byte) random.nextInt(-LetterTable.HEAVIEST, LetterTable.HEAVIEST + 1);
        }
        return weights;
    }

    @ParameterizedTest
    @EnumSource(
            value = Script.class,
            names = {"LATIN", "CYRILLIC", "ARABIC"})
    void the_models_that_are_shipped_know_the_languages_in_their_order(Script script) {
        assertThat(LetterModels.cover(script)).isTrue();
        assertThat(LetterModels.of(script).tags()).isEqualTo(KnownLanguages.BY_SCRIPT.get(script));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 9, 32})
    void rows_are_added_up_language_by_language(int languages) {
        int lanes = LetterTable.lanes(languages);
        byte[] weights = weights(lanes);
        SplittableRandom random = new SplittableRandom(8);
        int count = LetterTable.MOST_ROWS - 3;
        int[] rows = random.ints(LetterTable.MOST_ROWS, 0, 1 << BITS).toArray();
        int[] sums = new int[LetterTable.MOST_LANES];
        LetterTable.of(BITS, lanes, weights).add(rows, count, sums);
        for (int lane = 0; lane < lanes; lane++) {
            int at = lane;
            int expected = Arrays.stream(rows, 0, count)
                    .map(row -> weights[row * lanes + at] + LetterTable.ZERO)
                    .sum();
            assertThat(sums[lane]).as("lane %d", lane).isEqualTo(expected);
        }
    }

    @Test
    void a_model_reads_as_it_was_written() throws IOException {
        LetterModel model = new LetterModel(List.of("xx", "yy", "zz"), LetterTable.of(BITS, 8, weights(8)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(bytes);
        LetterModel read = LetterModel.read(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(read.tags()).isEqualTo(model.tags());
        int[] all = {0, 1, 2};
        int[] start = {0, 0, 0};
        for (String text : List.of("one", "two words", "three words more")) {
            ScannedText scanned = new TextScanner().scan(text);
            int best = model.best(scanned, Script.LATIN, all, start);
            int lead = scanned.letterSums.lead;
            assertThat(read.best(scanned, Script.LATIN, all, start)).isEqualTo(best);
            assertThat(scanned.letterSums.lead).isEqualTo(lead);
        }
    }

    @Test
    void a_damaged_or_cut_off_model_is_refused() throws IOException {
        LetterModel model = new LetterModel(List.of("xx", "yy"), LetterTable.of(BITS, 8, weights(8)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(bytes);
        byte[] whole = bytes.toByteArray();
        for (int length : new int[] {1, 7, 20, whole.length / 2}) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatIOException().isThrownBy(() -> LetterModel.read(new ByteArrayInputStream(cut)));
        }
        byte[] damaged = whole.clone();
        damaged[10] ^= 0x7F; // the first byte behind the names and the size
        assertThatIOException().isThrownBy(() -> LetterModel.read(new ByteArrayInputStream(damaged)));
    }

    @Test
    void sequences_are_those_of_one_word_with_its_beginning_and_end() {
        int[] one = new int[64];
        int[] two = new int[64];
        char[] word = " abc ".toCharArray();
        char[] after = " x abc ".toCharArray();
        int count = Sequences.read(word, 1, word.length, 20, one);
        int more = Sequences.read(after, 1, after.length, 20, two);
        // "_a", "ab", "_ab", "bc", "abc", "_abc", "c_", "bc_", "abc_", "_abc_"
        assertThat(count).isEqualTo(10);
        // "_x", "x_", "_x_" before them
        assertThat(more).isEqualTo(13);
        assertThat(Arrays.copyOf(one, count)).isEqualTo(Arrays.copyOfRange(two, 3, more));
        assertThat(Arrays.stream(one, 0, count).distinct().count()).isEqualTo(count);
    }
}
