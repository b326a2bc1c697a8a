package io.chatmgmt.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the pretend AI knows")
class KnowledgeBaseTest {

    private final KnowledgeBase knowledge = KnowledgeBase.read();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Where do I find my invoice?           | Settings, Billing, Invoices
            How do I restore a deleted note?      | trash
            I forgot my password                  | Forgot password
            Thanks a lot, that helped             | You are welcome
            """)
    void is_sure_of_what_it_was_told(String question, String answer) {
        KnowledgeBase.Finding found = knowledge.find(question);

        assertThat(found.answer()).contains(answer);
        assertThat(found.confidence()).isGreaterThan(0.9);
    }

    @Test
    void is_unsure_of_what_only_sounds_alike() {
        KnowledgeBase.Finding found = knowledge.find("Could you explain how billing works when I upgrade my plan?");

        assertThat(found.confidence()).isBetween(0.4, 0.7);
    }

    @Test
    void says_so_when_it_knows_nothing() {
        KnowledgeBase.Finding found = knowledge.find("Colourless green ideas sleep furiously");

        assertThat(found.answer()).startsWith("I am not sure");
        assertThat(found.confidence()).isLessThan(0.5);
    }
}
