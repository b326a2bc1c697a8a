package io.chatmgmt.store.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AnyEvent;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StoreCodecProperties {

    private static final ConversationId ID = new ConversationId("one", "c-1");

    private final StoreCodec codec = new StoreCodec();

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void every_kind_of_event_comes_back_as_it_was(@ForAll("events") ConversationEvent event) {
        JournalRow row = new JournalRow(ID, 7, AnyEvent.START, Actor.agent("anna"), "key", "policy-1", List.of(event));
        String text = codec.write(row);
        JournalRow back = codec.readJournalRow(ID, text);
        assertThat(back).usingRecursiveComparison().isEqualTo(row);
        assertThat(back.events()).isEqualTo(row.events());
        assertThat(codec.write(back)).isEqualTo(text);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void a_row_comes_back_as_it_was_whatever_happened(@ForAll("stories") List<ConversationEvent> story) {
        Customer customer = new Customer(
                "kim", "Zoë \uD83D \0", "", Customer.Standing.VIP, "", Map.of("b", "1", "a", "\"{}\"", "c", ""));
        ConversationDraft draft = ConversationDraft.opening(ID, customer, AnyEvent.START, Actor.CUSTOMER);
        story.forEach(draft::emit);
        Conversation row = draft.build();

        String text = codec.write(row);

        assertThat(codec.readConversation(ID, text)).isEqualTo(row);
        assertThat(text).isPrintable().doesNotContain("c-1");
    }

    @Property(tries = 100)
    void a_text_comes_back_with_the_content_that_is_kept_beside_it(
            @ForAll String content, @ForAll TextKind kind, @ForAll boolean late) {
        Instant sentAt = late ? AnyEvent.START.minusNanos(1) : AnyEvent.START;
        Text text = new Text(3, kind, Actor.supervisor("sue"), AnyEvent.START, sentAt, 2, content);
        String kept = codec.write(ID, text);
        assertThat(codec.readText(ID, kept, content)).isEqualTo(text);
        assertThat(kept).doesNotContain("content");
    }

    @Provide
    Arbitrary<ConversationEvent> events() {
        return AnyEvent.events();
    }

    @Provide
    Arbitrary<List<ConversationEvent>> stories() {
        return AnyEvent.events().list().ofMaxSize(30);
    }
}
