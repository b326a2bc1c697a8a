package io.chatmgmt.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class LetterTableTest {

    @Test
    void the_table_is_what_the_word_lists_make() throws IOException {
        String remedy = "the letter table is out of date: run mvn process-classes -pl chatmgmt-core";
        try (InputStream in = LetterTable.class.getResourceAsStream(LetterTable.NAME)) {
            assertThat(in).as(remedy).isNotNull();
            assertThat(in.readAllBytes()).as(remedy).isEqualTo(LetterTableGenerator.table());
        }
    }
}
