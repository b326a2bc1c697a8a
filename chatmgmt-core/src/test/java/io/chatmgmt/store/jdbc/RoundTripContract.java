package io.chatmgmt.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.store.cache.CachingStore;
import io.chatmgmt.testkit.MutableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** How often the database is waited for: as often for every message, whatever the conversation's length. */
abstract class RoundTripContract {

    private static final int MESSAGES = 40;
    private static final ConversationId ID = ConversationId.of("c-1");

    /** The database, emptied, with the store's tables. */
    abstract Database database();

    /** Where it listens. */
    abstract int port();

    /** How it is reached at another port. */
    abstract String url(int port);

    /** How many round trips a message takes when its row is at hand. */
    abstract int roundTrips();

    @Test
    void a_message_takes_the_same_round_trips_at_any_length() throws Exception {
        database().empty();
        try (CountingProxy proxy = new CountingProxy(port())) {
            try (Connection connection = DriverManager.getConnection(url(proxy.port()))) {
                ChatGovernance governance = ChatGovernance.builder()
                        .store(CachingStore.of(
                                JdbcStore.builder(only(connection)).build()))
                        .policy(GovernancePolicy.builder()
                                .mode(GovernancePolicy.Mode.SHADOW)
                                .build())
                        .clock(MutableClock.at(Instant.parse("2026-03-02T09:00:00Z")))
                        .build();
                for (int i = 0; i < MESSAGES; i++) {
                    proxy.roundTrips();
                    Ticket ticket = governance
                            .onCustomerMessage(
                                    CustomerMessage.of(ID, "m-" + i, "What does plan number " + i + " cost?"))
                            .ticket()
                            .orElseThrow();
                    if (i > 0) {
                        assertThat(proxy.roundTrips()).as("message %d", i).isEqualTo(roundTrips());
                    }
                    proxy.roundTrips();
                    governance.onAiAnswer(ticket, AiAnswer.of("Plan " + i + " costs " + (100 + i), 0.97));
                    assertThat(proxy.roundTrips()).as("answer %d", i).isEqualTo(roundTrips());
                }
            }
        }
    }

    /** Gives out the same connection again and again: a pool would look now and then whether it is still there. */
    private static DataSource only(Connection connection) {
        Connection open = proxy(
                Connection.class,
                (method, arguments) -> method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return proxy(DataSource.class, (method, arguments) -> open);
    }

    private interface Call {

        Object of(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                RoundTripContract.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return call.of(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
