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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.Test;

/** A message costs the same statements, however long its conversation is. */
abstract class StatementCountContract {

    private static final ConversationId ID = ConversationId.of("c-1");

    /** Whatever is noticed in so many questions, the AI goes on answering. */
    private static final GovernancePolicy SHADOW =
            GovernancePolicy.builder().mode(GovernancePolicy.Mode.SHADOW).build();

    /** The database, emptied. */
    abstract Database database();

    /** How many statements a message takes when its row is at hand. */
    abstract int statements();

    @Test
    void a_message_takes_the_same_statements_at_any_length() {
        Database database = database();
        database.empty();
        List<String> seen = new ArrayList<>();
        ChatGovernance governance = ChatGovernance.builder()
                .store(CachingStore.of(JdbcStore.builder(ProxyDataSourceBuilder.create(database.dataSource())
                                .afterQuery(
                                        (execution, queries) -> queries.forEach(query -> seen.add(query.getQuery())))
                                .build())
                        .build()))
                .policy(SHADOW)
                .clock(MutableClock.at(Instant.parse("2026-03-02T09:00:00Z")))
                .build();
        int messages = 120;
        for (int i = 0; i < messages; i++) {
            seen.clear();
            Ticket ticket = governance
                    .onCustomerMessage(CustomerMessage.of(ID, "m-" + i, "What does plan number " + i + " cost?"))
                    .ticket()
                    .orElseThrow();
            if (i > 0) {
                assertThat(seen).as("customer's message %d", i).hasSize(statements());
            }
            seen.clear();
            governance.onAiAnswer(ticket, AiAnswer.of("Plan " + i + " costs " + (100 + i), 0.97));
            assertThat(seen).as("answer %d", i).hasSize(statements());
        }
        seen.forEach(each -> assertThat(each).contains("tenant").doesNotContain("'c-1'"));
    }
}
