package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.lifecycle.Opening;
import io.chatmgmt.lifecycle.PersonInput.Introduction;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.testkit.Scenario;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A02: since when the customer has been waiting for an answer. */
class WaitingSinceTest {

    private static final Duration STEP = Duration.ofSeconds(5);

    private static Instant waitingSince(Scenario scenario) {
        return scenario.conversation().waitingSince();
    }

    private static Scenario asked() {
        return Scenario.ofDefaults().agent("sarah", "general").customer("How do I change my address?");
    }

    @Test
    @DisplayName("A02 opening a conversation starts the wait")
    void opening_starts_the_wait() {
        Scenario scenario = Scenario.ofDefaults();
        ConversationId id = ConversationId.of("scenario");
        scenario.governance().open(id, new Opening(Customer.of("kim"), "web", null, null));

        assertThat(waitingSince(scenario)).isEqualTo(scenario.clock().instant());
    }

    @Test
    @DisplayName("A02 a further message does not move it")
    void a_further_message_does_not_move_it() {
        Scenario scenario = asked();
        Instant first = scenario.clock().instant();

        scenario.after(STEP).customer("Hello?");

        assertThat(waitingSince(scenario)).isEqualTo(first);
    }

    @Test
    @DisplayName("A02 the AI's answer ends it, the next message starts it again")
    void an_answer_of_the_ai_ends_it() {
        Scenario scenario = asked().after(STEP).ai("In your profile", 0.95);
        assertThat(waitingSince(scenario)).isNull();

        scenario.after(STEP).customer("Which tab?");

        assertThat(waitingSince(scenario)).isEqualTo(scenario.clock().instant());
    }

    @Test
    @DisplayName("A02 calling a person starts it when the AI had answered, and keeps it when not")
    void calling_a_person_starts_it() {
        Scenario waiting = asked();
        Instant asked = waiting.clock().instant();
        waiting.after(STEP).customer("I need to talk to a human");
        assertThat(waitingSince(waiting)).isEqualTo(asked);

        Scenario answered = asked().ai("In your profile", 0.95).after(STEP);
        answered.governance()
                .desk(Caller.agent("tom"))
                .escalate(answered.conversation().id(), "Please look");
        assertThat(waitingSince(answered)).isEqualTo(answered.clock().instant());
    }

    @Test
    @DisplayName("A02 the message that a person has been called does not end it, the person's first words do")
    void only_the_persons_words_end_the_wait_for_a_person() {
        Scenario scenario = asked().customer("I need to talk to a human");
        Instant since = waitingSince(scenario);
        assertThat(scenario.conversation().counts().system()).isEqualTo(1);
        assertThat(since).isNotNull();
        assertThat(scenario.conversation().isUnattended()).isTrue();
        Desk sarah = scenario.governance().desk(Caller.agent("sarah"));
        sarah.accept(scenario.conversation().id(), 1, Introduction.SKIP);
        assertThat(waitingSince(scenario)).isEqualTo(since);

        scenario.after(STEP).writes("sarah", "Hello, I am Sarah");

        assertThat(waitingSince(scenario)).isNull();
        assertThat(scenario.conversation().isUnattended()).isFalse();
    }

    @Test
    @DisplayName("A02 an AI that goes on under an invitation does not end the wait for a person")
    void the_ai_does_not_end_the_wait_for_a_person() {
        Scenario scenario = Scenario.given(GovernancePolicy.builder()
                        .escalation(e -> e.mode(HandoffMode.INVITE))
                        .build())
                .customer("I need to talk to a human");
        Instant since = waitingSince(scenario);

        scenario.after(STEP).ai("Meanwhile: it is in your profile", 0.95);

        assertThat(waitingSince(scenario)).isEqualTo(since);
    }

    @Test
    @DisplayName("A02 notes and ratings neither start nor end it; resolving ends it")
    void notes_leave_it_and_resolving_ends_it() {
        Scenario scenario = asked();
        Instant since = waitingSince(scenario);

        scenario.after(STEP)
                .governance()
                .desk(Caller.agent("sarah"))
                .note(scenario.conversation().id(), "Hm");
        scenario.rates(3);
        assertThat(waitingSince(scenario)).isEqualTo(since);

        scenario.resolves();
        assertThat(waitingSince(scenario)).isNull();
        scenario.rates(5);
        assertThat(waitingSince(scenario)).isNull();
    }

    @Test
    @DisplayName("A02 a customer who leaves the queue waits no longer")
    void leaving_ends_it() {
        Scenario scenario = asked().customer("I need to talk to a human");
        scenario.governance().onCustomerLeft(scenario.conversation().id());

        assertThat(waitingSince(scenario)).isNull();
        assertThat(scenario.governance().agents().get(AgentId.of("sarah")).used())
                .isZero();
    }
}
