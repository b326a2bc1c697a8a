package io.chatmgmt.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class QuestionPrintProperties {

    @Property
    void similarity_is_the_share_of_common_words(
            @ForAll @Size(max = 32) List<@IntRange(min = -9, max = 9) Integer> one,
            @ForAll @Size(max = 32) List<@IntRange(min = -9, max = 9) Integer> other) {
        Set<Integer> common = new HashSet<>(one);
        common.retainAll(other);
        Set<Integer> all = new HashSet<>(one);
        all.addAll(other);
        double expected = all.isEmpty() ? 0 : (double) common.size() / all.size();
        assertThat(print(one).similarity(print(other))).isCloseTo(expected, within(1e-12));
    }

    @Property
    void similarity_is_mutual_and_between_0_and_1(@ForAll int[] one, @ForAll int[] other) {
        QuestionPrint first = QuestionPrint.of(one);
        QuestionPrint second = QuestionPrint.of(other);
        assertThat(first.similarity(second)).isEqualTo(second.similarity(first)).isBetween(0.0, 1.0);
    }

    @Property
    void nearness_is_the_cosine_of_the_two_directions(
            @ForAll long signs, @ForAll long strong, @ForAll long otherSigns, @ForAll long otherStrong) {
        QuestionPrint one = QuestionPrint.of(1).meaning(signs, strong);
        QuestionPrint other = QuestionPrint.of(2).meaning(otherSigns, otherStrong);
        double product = 0;
        double square = 0;
        double otherSquare = 0;
        for (int i = 0; i < QuestionPrint.DIRECTIONS; i++) {
            int x = ((signs >>> i & 1) == 1 ? 1 : -1) * ((strong >>> i & 1) == 1 ? 3 : 1);
            int y = ((otherSigns >>> i & 1) == 1 ? 1 : -1) * ((otherStrong >>> i & 1) == 1 ? 3 : 1);
            product += x * y;
            square += x * x;
            otherSquare += y * y;
        }
        boolean meaningless = strong == 0 || otherStrong == 0;
        double expected = meaningless ? 0 : Math.max(0, product / Math.sqrt(square * otherSquare));
        assertThat(one.nearness(other)).isCloseTo(expected, within(1e-12)).isEqualTo(other.nearness(one));
    }

    @Property
    void a_question_means_what_it_means(@ForAll long signs, @ForAll long strong) {
        QuestionPrint print = QuestionPrint.of(1).meaning(signs, strong);
        assertThat(print.nearness(print.askedBy(7, AnyEvent.START)))
                .isCloseTo(strong == 0 ? 0 : 1, within(1e-12))
                .isLessThanOrEqualTo(1);
        assertThat(print).isNotEqualTo(QuestionPrint.of(1).meaning(~signs, strong));
    }

    @Property
    void a_question_is_like_itself_in_any_order_and_however_often_it_says_a_word(
            @ForAll @Size(min = 1) List<Integer> words, @ForAll Random random) {
        List<Integer> shuffled =
                words.stream().flatMap(word -> List.of(word, word).stream()).collect(Collectors.toList());
        Collections.shuffle(shuffled, random);
        assertThat(print(shuffled)).isEqualTo(print(words)).hasSameHashCodeAs(print(words));
        assertThat(print(words).similarity(print(shuffled))).isEqualTo(1);
    }

    @Property
    void words_are_sorted_distinct_and_bounded(@ForAll int[] hashes) {
        int[] words = QuestionPrint.of(hashes).words();
        assertThat(words)
                .isEqualTo(Arrays.stream(hashes)
                        .distinct()
                        .sorted()
                        .limit(QuestionPrint.MAX_WORDS)
                        .toArray());
    }

    @Property
    void who_asks_and_when_does_not_matter(
            @ForAll @Size(min = 1) int[] hashes, @ForAll @IntRange(min = 1) int message) {
        QuestionPrint print = QuestionPrint.of(hashes);
        QuestionPrint asked = print.askedBy(message, AnyEvent.START);
        assertThat(asked.message()).isEqualTo(message);
        assertThat(asked.askedAt()).isEqualTo(AnyEvent.START);
        assertThat(asked.similarity(print)).isEqualTo(1);
        assertThat(asked).isNotEqualTo(print);
    }

    @Property
    void nobody_can_change_a_print(@ForAll @Size(min = 1) int[] hashes) {
        QuestionPrint print = QuestionPrint.of(hashes);
        int[] before = print.words();
        Arrays.fill(hashes, 42);
        Arrays.fill(print.words(), 43);
        assertThat(print.words()).isEqualTo(before);
    }

    @Example
    void a_question_without_words_is_like_no_other() {
        QuestionPrint nothing = QuestionPrint.of();
        assertThat(nothing.similarity(nothing)).isZero();
        assertThat(nothing.similarity(QuestionPrint.of(7))).isZero();
    }

    private static QuestionPrint print(List<Integer> words) {
        return QuestionPrint.of(words.stream().mapToInt(Integer::intValue).toArray());
    }
}
