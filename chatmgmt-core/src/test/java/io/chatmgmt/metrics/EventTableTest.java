package io.chatmgmt.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.ConversationEvent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTableTest {

    @Test
    void somebody_has_decided_what_each_event_counts_for() {
        assertThat(events(ConversationEvent.class))
                .as("enter a new event into one of the tables of records, or into COUNT_FOR_NOTHING")
                .allMatch(EventTable::knows);
    }

    private static Stream<Class<?>> events(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTableTest::events)
                : Stream.of(type);
    }
}
