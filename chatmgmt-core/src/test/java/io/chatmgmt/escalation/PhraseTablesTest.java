package io.chatmgmt.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.TextScanner;
import io.chatmgmt.language.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseTablesTest {

    @Test
    void the_tables_are_what_the_lexicons_compile_to() throws IOException {
        try (InputStream in = PhraseTables.class.getResourceAsStream(PhraseTables.RESOURCE)) {
            assertThat(in).isNotNull();
            assertThat(in.readAllBytes())
                    .as("run mvn process-classes -pl chatmgmt-core")
                    .isEqualTo(PhraseTableGenerator.tables());
        }
    }

    @Test
    void a_choice_of_languages_is_compiled_when_it_is_needed() {
        PhraseTables tables = PhraseTables.ofDefaults();
        assertThat(tables.find(Lexicon.Purpose.HUMAN, List.of("en", "de"))).isEmpty();
        assertThat(tables.find(Lexicon.Purpose.HUMAN, Lexicon.LANGUAGES)).isPresent();
    }

    @Test
    void words_carry_their_ratings() {
        PhraseTables tables = PhraseTables.ofDefaults();
        int terrible =
                tables.vocabulary().find(new TextScanner().scan("terrible").hash(0));
        int invoice = tables.vocabulary().find(new TextScanner().scan("invoice").hash(0));
        assertThat(Vocabulary.marked(terrible, Marks.RATED)).isTrue();
        assertThat(tables.ratings()[Vocabulary.row(terrible)]).isLessThan((byte) -15);
        assertThat(Vocabulary.marked(invoice, Marks.RATED)).isFalse();
    }
}
