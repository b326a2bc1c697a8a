package io.chatmgmt.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "back\\slash", "👩‍💻 pair", "line\nline"})
    void what_databases_take_is_kept_as_it_is(String text) {
        assertThat(Words.kept(text)).isSameAs(text);
        assertThat(Words.written(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\uD83D alone", "alone \uDE00", "\u0001 first", "\0\\0000", "👩\uD83D\uD83D\uDE00"})
    @DisplayName("T162 what databases refuse is kept in escapes and comes back as it was written")
    void what_databases_refuse_comes_back_as_it_was_written(String text) {
        assertThat(Words.kept(text)).doesNotContain("\0");
        assertThat(Words.written(Words.kept(text))).isEqualTo(text);
    }

    @Property(tries = 300)
    void any_text_comes_back(@ForAll String text) {
        assertThat(Words.written(Words.kept(text))).isEqualTo(text);
    }
}
