package io.chatmgmt.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The options of the desk")
class DeskOptionsTest {

    @Test
    void have_defaults_that_need_nothing() {
        assertThat(DeskOptions.parse()).isEqualTo(new DeskOptions(8080, "h2:chatmgmt-desk", 1));
    }

    @Test
    void become_properties_of_the_application() {
        Map<String, String> properties = DeskOptions.parse("--port", "9090", "--store", "h2:some/where", "--speed", "2")
                .properties();

        assertThat(properties).containsEntry("server.port", "9090").containsEntry("desk.speed", "2.0");
        assertThat(properties.get("spring.datasource.url"))
                .startsWith("jdbc:h2:file:/")
                .contains("some/where;");
        assertThat(DeskOptions.parse("--store", "jdbc:postgresql://db/desk").properties())
                .containsEntry("spring.datasource.url", "jdbc:postgresql://db/desk");
        assertThat(DeskOptions.parse("--store", "memory").properties())
                .containsKey("spring.autoconfigure.exclude")
                .doesNotContainKey("spring.datasource.url");
    }

    @Test
    void are_refused_with_the_reason() {
        assertThatThrownBy(() -> DeskOptions.parse("--port", "x")).hasMessage("--port must be a number, is x");
        assertThatThrownBy(() -> DeskOptions.parse("--port", "70000")).hasMessageContaining("within");
        assertThatThrownBy(() -> DeskOptions.parse("--speed", "0")).hasMessageContaining("within");
        assertThatThrownBy(() -> DeskOptions.parse("--store", "file")).hasMessageContaining("h2:PATH");
        assertThatThrownBy(() -> DeskOptions.parse("--port")).hasMessage("--port needs a value");
        assertThatThrownBy(() -> DeskOptions.parse("--colour", "red")).hasMessage("unknown option --colour");
    }
}
