package io.chatmgmt.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a rating, and how many stars it is. */
class RatingTest {

    @ParameterizedTest
    @DisplayName("I01 I08 a message that is nothing but a rating, in any digits and signs")
    @CsvSource({
        "1, 1",
        "'  4 ', 4",
        "5!, 5",
        "4., 4",
        "'5 。', 5",
        "4/5, 4",
        "3 / 5, 3",
        "٥, 5",
        "३, 3",
        "２, 2",
        "4⃣, 4",
        "4\uFE0F\u20E3, 4",
        "五, 5",
        "⭐⭐⭐⭐, 4",
        "★★★☆☆, 3",
        "★ ★ ★ ★ ★, 5",
        "🌟, 1",
        "5 ⭐, 5",
        "⭐5, 5",
        "👍, 5",
        "👍🏽👍🏽, 5",
        "👎, 1",
        "'👎🏿 ', 1"
    })
    void a_message_that_is_nothing_but_a_rating(String message, int stars) {
        assertThat(Rating.in(message)).hasValue(stars);
    }

    @ParameterizedTest
    @DisplayName("I08 anything else is a message like any other")
    @ValueSource(
            strings = {
                "",
                " ",
                "!",
                "0",
                "6",
                "10",
                "15",
                "5 5",
                "4/10",
                "5/",
                "/5",
                "4.5",
                "5?",
                "1,5",
                "5 stars",
                "I want 5",
                "agent",
                "☆☆☆☆☆",
                "★★★★★★",
                "★★☆☆☆☆",
                "👍👎",
                "5👍",
                "❤",
                "order 5",
                "-1",
                "+5",
                "5%",
                "#4",
                "５５",
                "1 2 3 4 5",
                "4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4"
            })
    void anything_else_is_a_message(String message) {
        assertThat(Rating.in(message)).isEmpty();
    }

    @Test
    @DisplayName("I01 a scale from 0 to 10 is spread evenly over the stars")
    void a_scale_to_ten_is_spread_evenly() {
        List<Integer> stars = new ArrayList<>();
        for (int score = 0; score <= 10; score++) {
            stars.add(Rating.ofTen(score));
        }
        assertThat(stars).containsExactly(1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5);
        assertThatIllegalArgumentException().isThrownBy(() -> Rating.ofTen(11));
        assertThatIllegalArgumentException().isThrownBy(() -> Rating.ofTen(-1));
    }
}
