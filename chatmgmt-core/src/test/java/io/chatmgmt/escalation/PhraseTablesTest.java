package io.chatmgmt.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.language.Lexicon;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhraseTablesTest {

    private static final String REMEDY =
            "%s is not what the lexicons compile to: run mvn process-classes -pl chatmgmt-core";

    @Test
    void every_table_is_what_the_lexicons_compile_to() throws IOException {
        for (Map.Entry<String, byte[]> table : PhraseTableGenerator.tables().entrySet()) {
            try (InputStream in = PhraseTables.class.getResourceAsStream(table.getKey())) {
                assertThat(in).as(REMEDY, table.getKey()).isNotNull();
                assertThat(in.readAllBytes()).as(REMEDY, table.getKey()).isEqualTo(table.getValue());
            }
        }
    }

    @Test
    void a_choice_of_languages_is_compiled_when_it_is_needed() {
        assertThat(PhraseTables.find(Lexicon.Purpose.HUMAN, List.of("en", "de")))
                .isEmpty();
        assertThat(PhraseTables.find(Lexicon.Purpose.HUMAN, Lexicon.LANGUAGES)).isPresent();
    }
}
