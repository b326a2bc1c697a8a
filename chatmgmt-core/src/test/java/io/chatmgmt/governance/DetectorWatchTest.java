package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.escalation.Ear;
import io.chatmgmt.response.AiAnswer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a detector of the host that throws leaves behind: no trace in the conversation, one in the log. */
@Isolated("catches what the log writes to the standard error")
class DetectorWatchTest {

    @Test
    @DisplayName("T035 a detector of the host that throws is told to the log, once, and stops no message")
    void a_detector_that_throws_is_told_once() {
        ChatGovernance governance = ChatGovernance.builder()
                .ear(Ear.builder()
                        .topicClassifier((text, language) -> {
                            throw new IllegalStateException("the model is not there");
                        })
                        .build())
                .build();

        List<String> log = logged(() -> {
            for (int i = 1; i <= 3; i++) {
                TurnResult asked = governance.onCustomerMessage(
                        CustomerMessage.of("c-1", "m-" + i, "How do I change the address of my account?"));
                assertThat(asked.ticket()).isPresent();
                governance.onAiAnswer(asked.ticket().orElseThrow(), AiAnswer.of("In the settings.", 0.93));
            }
        });

        assertThat(log)
                .filteredOn(line -> line.contains(DetectorWatchTest.class.getName() + "$$Lambda"))
                .singleElement()
                .asString()
                .contains("WARN", "failed and counts as having heard nothing");
    }

    @Test
    void detectors_that_do_not_throw_leave_the_log_alone() {
        ChatGovernance governance = ChatGovernance.ofDefaults();

        assertThat(logged(() -> governance.onCustomerMessage(CustomerMessage.of("c-1", "m-1", "Where is my invoice?"))))
                .noneMatch(line -> line.contains("heard nothing"));
    }

    private static List<String> logged(Runnable action) {
        PrintStream before = System.err;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setErr(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
        return caught.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
