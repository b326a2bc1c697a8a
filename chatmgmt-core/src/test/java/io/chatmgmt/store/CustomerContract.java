package io.chatmgmt.store;

import static io.chatmgmt.store.StoreFixtures.START;
import static io.chatmgmt.store.StoreFixtures.committed;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.LifecycleEvent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link WorkStore} knows of customers. */
public abstract class CustomerContract extends StoreContract {

    private static final Customer KIM = Customer.of("kim");
    private static final AgentId ANNA = AgentId.of("anna");
    private static final AgentId BEN = AgentId.of("ben");

    @Test
    void nothing_is_known_of_a_customer_who_was_never_here() {
        assertThat(store.customer("default", "kim")).isEqualTo(CustomerHistory.NONE);
    }

    @Test
    void every_episode_of_every_conversation_counts() {
        Conversation first = kims("c-1", 0);
        assertThat(kim()).isEqualTo(new CustomerHistory(1, null, 0, null));
        kims("c-2", 1);
        assertThat(kim().earlierEpisodes()).isEqualTo(2);
        first = committed(store, following(first).customerWrites("Hello").aiAnswers("Hi"));
        first = committed(store, following(first).resolved());
        assertThat(kim().earlierEpisodes()).isEqualTo(2);
        committed(store, following(first).reopened().customerWrites("Again"));
        assertThat(kim()).isEqualTo(new CustomerHistory(3, null, 0, null));
    }

    @Test
    void the_agent_who_resolved_is_the_last_agent() {
        Conversation row = kims("c-1", 0);
        row = committed(store, following(row).assigned(ANNA));
        row = committed(store, following(row).agentWrites(ANNA, "Done."));
        row = committed(store, following(row).resolved());
        assertThat(kim().lastAgent()).isEqualTo(ANNA);

        row = committed(store, following(row).reopened().aiAnswers("Hi"));
        committed(store, following(row).resolved());
        assertThat(kim().lastAgent()).isEqualTo(ANNA);
    }

    @Test
    void an_agent_who_handed_back_before_the_end_helped_last() {
        Conversation row = kims("c-1", 0);
        row = committed(store, following(row).assigned(ANNA));
        row = committed(store, following(row).assigned(BEN));
        row = committed(store, following(row).handedBack());
        committed(store, following(row).resolved());
        assertThat(kim().lastAgent()).isEqualTo(BEN);
    }

    @Test
    void the_latest_agent_of_several_conversations_is_the_last_agent() {
        Conversation one = kims("c-1", 0);
        Conversation two = kims("c-2", 1);
        two = committed(store, following(two).assigned(BEN));
        one = committed(store, following(one, START.plusSeconds(10)).assigned(ANNA));
        one = committed(store, following(one).resolved());
        assertThat(kim().lastAgent()).isEqualTo(ANNA);
        committed(store, following(two, START.plusSeconds(20)).resolved());
        assertThat(kim().lastAgent()).isEqualTo(BEN);
    }

    @Test
    void the_latest_rating_counts() {
        Conversation one = committed(store, following(kims("c-1", 0)).resolved());
        Conversation two = committed(store, following(kims("c-2", 5)).resolved());
        one = committed(store, following(one, START.plusSeconds(10)).rated(4));
        assertThat(kim().lastRating()).isEqualTo(4);
        committed(store, following(two, START.plusSeconds(20)).rated(2));
        assertThat(kim().lastRating()).isEqualTo(2);
        one = committed(store, following(one, START.plusSeconds(30)).noted("thanks"));
        assertThat(kim().lastRating()).isEqualTo(2);
        one = committed(store, following(one, START.plusSeconds(40)).rated(4));
        assertThat(kim().lastRating()).isEqualTo(4);
        committed(store, following(one, START.plusSeconds(50)).reopened());
        assertThat(kim()).isEqualTo(new CustomerHistory(3, null, 4, null));
    }

    @Test
    @DisplayName("I02 when a customer was last asked is known in all their conversations")
    void when_the_customer_was_last_asked_is_known() {
        Conversation one = committed(store, following(kims("c-1", 0)).resolved());
        Conversation two = committed(store, following(kims("c-2", 5)).resolved());
        assertThat(kim().lastSurveyAt()).isNull();
        two = committed(store, following(two, START.plusSeconds(20)).asked());
        one = committed(store, following(one, START.plusSeconds(10)).asked());
        assertThat(kim()).isEqualTo(new CustomerHistory(2, null, 0, START.plusSeconds(20)));
        committed(store, following(one, START.plusSeconds(30)).rated(4));
        committed(store, following(two, START.plusSeconds(40)).reopened());
        assertThat(kim()).isEqualTo(new CustomerHistory(3, null, 4, START.plusSeconds(20)));
    }

    @Test
    @DisplayName("I05 a rating that comes for an earlier episode is the customer's latest, too")
    void a_rating_for_an_earlier_episode_is_the_latest() {
        Conversation row = committed(store, following(kims("c-1", 0)).asked().resolved());
        row = committed(store, following(row).reopened().rated(2));
        committed(store, following(row).rated(1, 5));
        assertThat(kim().lastRating()).isEqualTo(5);
    }

    @Test
    @DisplayName("T159 customers of two tenants with the same id are two customers")
    void customers_of_two_tenants_are_two_customers() {
        committed(store, opening(new ConversationId("one", "c"), KIM, START));
        committed(store, opening(new ConversationId("two", "c"), KIM, START).rated(5));
        assertThat(store.customer("one", "kim")).isEqualTo(new CustomerHistory(1, null, 0, null));
        assertThat(store.customer("two", "kim")).isEqualTo(new CustomerHistory(1, null, 5, null));
        assertThat(store.customer("one", "KIM")).isEqualTo(CustomerHistory.NONE);
        assertThat(store.customer("default", "kim")).isEqualTo(CustomerHistory.NONE);
    }

    @Test
    void a_conversation_that_turns_out_to_be_another_customers_takes_its_episodes_along() {
        kims("c-1", 0);
        Conversation guest = committed(store, opening(ConversationId.of("c-2"), Customer.of("guest 17"), START));
        guest = committed(store, following(guest).resolved());
        guest = committed(store, following(guest).reopened());

        CommitBuilder identified = following(guest).emit(new LifecycleEvent.CustomerChanged(KIM.standing()));
        identified.draft().identify(KIM);
        committed(store, identified);

        assertThat(kim().earlierEpisodes()).isEqualTo(3);
        assertThat(store.customer("default", "guest 17").earlierEpisodes()).isZero();
    }

    @Test
    void no_episode_is_forgotten_when_many_begin_at_once() throws Exception {
        int each = rounds() / 4;
        List<Callable<Integer>> channels = IntStream.range(0, 3)
                .mapToObj(channel -> (Callable<Integer>) () -> {
                    for (int i = 0; i < each; i++) {
                        Conversation row = kims("c-" + channel + "-" + i, i);
                        row = committed(store, following(row).resolved());
                        committed(store, following(row).reopened());
                    }
                    return each;
                })
                .toList();
        race.between(channels);
        assertThat(kim().earlierEpisodes()).isEqualTo(3 * each * 2);
    }

    private Conversation kims(String id, long seconds) {
        Instant at = START.plusSeconds(seconds);
        return committed(store, opening(ConversationId.of(id), KIM, at));
    }

    private CustomerHistory kim() {
        return store.customer("default", "kim");
    }
}
