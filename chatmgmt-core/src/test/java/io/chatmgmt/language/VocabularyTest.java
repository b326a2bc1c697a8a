package io.chatmgmt.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private static final int FIRST = 1;
    private static final int SECOND = 2;

    private final TextScanner scanner = new TextScanner();

    private int hash(String word) {
        return scanner.scan(word).hash(0);
    }

    @Test
    void every_word_has_a_row_of_its_own_and_all_the_marks_that_it_was_given() {
        Vocabulary words = new Vocabulary.Builder()
                .add(hash("agent"), FIRST)
                .add(hash("please"), 0)
                .add(hash("agent"), SECOND)
                .build();
        int agent = words.find(hash("AGENT"));
        int please = words.find(hash("please"));
        assertThat(words.size()).isEqualTo(2);
        assertThat(Vocabulary.row(agent)).isEqualTo(1);
        assertThat(Vocabulary.row(please)).isEqualTo(2);
        assertThat(Vocabulary.marked(agent, FIRST)).isTrue();
        assertThat(Vocabulary.marked(agent, SECOND)).isTrue();
        assertThat(Vocabulary.marked(please, FIRST | SECOND)).isFalse();
        assertThat(words.find(hash("nobody"))).isZero();
    }

    @Test
    void a_text_is_read_by_one_vocabulary_after_the_other() {
        Vocabulary one = new Vocabulary.Builder().add(hash("agent"), FIRST).build();
        Vocabulary other = new Vocabulary.Builder().add(hash("please"), SECOND).build();
        ScannedText text = scanner.scan("an agent please");
        for (int round = 0; round < 2; round++) {
            assertThat(one.marks(text)).isEqualTo(FIRST);
            assertThat(one.words(text)[1]).isEqualTo(one.find(text.hash(1)));
            assertThat(other.marks(text)).isEqualTo(SECOND);
            assertThat(other.words(text)[1]).isZero();
            assertThat(Vocabulary.row(other.words(text)[2])).isEqualTo(1);
        }
        assertThat(one.marks(scanner.scan("nothing known"))).isZero();
    }

    @Test
    void what_was_written_and_read_finds_the_same() throws IOException {
        Random random = new Random(5);
        Set<Integer> hashes = new HashSet<>();
        Vocabulary.Builder builder = new Vocabulary.Builder();
        while (hashes.size() < 3_000) {
            int hash = random.nextInt();
            if (hash != 0 && hashes.add(hash)) {
                builder.add(hash, random.nextInt(1 << Vocabulary.MARKS));
            }
        }
        Vocabulary words = builder.build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        words.write(new DataOutputStream(bytes));
        Vocabulary read = Vocabulary.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(read.size()).isEqualTo(3_000);
        Set<Integer> rows = new HashSet<>();
        for (int hash : hashes) {
            assertThat(read.find(hash)).isEqualTo(words.find(hash));
            rows.add(Vocabulary.row(read.find(hash)));
        }
        assertThat(rows).hasSize(3_000).allMatch(row -> row >= 1 && row <= 3_000);
    }

    @Test
    void what_is_no_word_or_no_mark_is_refused() {
        Vocabulary.Builder words = new Vocabulary.Builder();
        assertThatIllegalArgumentException().isThrownBy(() -> words.add(0, FIRST));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> words.add(hash("agent"), 1 << Vocabulary.MARKS))
                .withMessageContaining("mark");
    }
}
