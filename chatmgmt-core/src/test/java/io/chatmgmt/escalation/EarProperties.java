package io.chatmgmt.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.Span;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EarProperties {

    private static final Ear EAR = Ear.ofDefaults();

    @Provide
    Arbitrary<String> messages() {
        Arbitrary<String> talk = Arbitraries.of(
                        "I",
                        "want",
                        "a",
                        "real",
                        "person",
                        "not",
                        "don't",
                        "terrible",
                        "awful",
                        "angry",
                        "\"",
                        "“",
                        "”",
                        ",",
                        ".",
                        "!",
                        "😡",
                        "agent",
                        "refund",
                        "twice",
                        "charged",
                        "nicht",
                        "wütend",
                        "人工",
                        "转",
                        "最悪",
                        "ok",
                        "hello",
                        "`",
                        ">",
                        "\n",
                        "talk",
                        "to")
                .list()
                .ofMaxSize(25)
                .map(words -> String.join(" ", words));
        return Arbitraries.oneOf(talk, Arbitraries.strings().all().ofMaxLength(120));
    }

    @Property
    void all_evidence_lies_within_the_message(
            @ForAll("messages") String message, @ForAll("languages") String language) {
        MessageSignals signals = EAR.hear(message, language);
        List<Span> evidence = new ArrayList<>(signals.asksForHuman().evidence());
        evidence.addAll(signals.frustration().evidence());
        signals.topic().ifPresent(topic -> evidence.addAll(topic.evidence()));
        assertThat(evidence).allSatisfy(span -> assertThat(span.end()).isLessThanOrEqualTo(message.length()));
        assertThat(signals.asksForHuman().evidence().isEmpty())
                .isEqualTo(!signals.asksForHuman().heard());
        assertThat(signals.frustration().evidence().isEmpty())
                .isEqualTo(!signals.frustration().heard());
    }

    @Property
    void nothing_that_was_heard_before_changes_what_is_heard(
            @ForAll("messages") String before, @ForAll("messages") String message) {
        String first = EAR.hear(message, "en").asksForHuman().toString();
        EAR.hear(before, "en");
        assertThat(EAR.hear(message, "en").asksForHuman()).hasToString(first);
    }

    @Property
    void a_wholly_quoted_message_is_neither_a_request_nor_frustration(@ForAll("plain") String message) {
        MessageSignals signals = EAR.hear("“" + message + "”", "en");
        assertThat(signals.asksForHuman().heard()).isFalse();
        assertThat(signals.frustration().evidence()).isEmpty();
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("en", "de", "tr", "zh-CN", "und", "xx");
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.of("i", "want", "a", "human", "terrible", "angry", "get", "me", "person", "agent")
                .list()
                .ofMaxSize(12)
                .map(words -> String.join(" ", words));
    }
}
