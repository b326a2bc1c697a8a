package io.chatmgmt.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.ConversationEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventLinesTest {

    @Test
    @DisplayName("every type of event has a line, or is known to have none, and not both")
    void every_type_of_event_is_known() {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> family : ConversationEvent.class.getPermittedSubclasses()) {
            Stream.of(family.getPermittedSubclasses()).forEach(types::add);
        }
        assertThat(types).hasSizeGreaterThan(60);
        List<Class<?>> known = new ArrayList<>(EventLines.types());
        known.addAll(EventLines.WITHOUT);
        assertThat(known).containsExactlyInAnyOrderElementsOf(types);
    }
}
