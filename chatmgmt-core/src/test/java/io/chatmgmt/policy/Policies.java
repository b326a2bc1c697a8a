package io.chatmgmt.policy;

import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.conversation.Level;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.escalation.EscalationPolicy;
import io.chatmgmt.escalation.EscalationTarget;
import io.chatmgmt.language.TemplateKey;
import io.chatmgmt.language.WordingPolicy;
import io.chatmgmt.quality.SurveyPolicy;
import io.chatmgmt.response.BandRule;
import io.chatmgmt.routing.RoutingStrategy;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Random valid policies: the defaults with some random changes. */
public final class Policies extends DomainContextBase {

    private static final Arbitrary<Double> SHARES =
            Arbitraries.doubles().between(0, 1).ofScale(9);
    private static final Arbitrary<Integer> COUNTS = Arbitraries.integers().between(2, 8);
    private static final Arbitrary<String> QUEUES = Arbitraries.of("general", "technical", "billing", "sales");
    private static final Arbitrary<Duration> DURATIONS =
            Arbitraries.longs().between(1_000_000, Long.MAX_VALUE / 1_000_000).map(Duration::ofNanos);
    private static final Arbitrary<String> NAMES = Arbitraries.strings()
            .withChars("aä~/\"\\ <中\t")
            .ofMinLength(1)
            .ofMaxLength(5)
            .map(name -> "x" + name);
    private static final Arbitrary<EscalationTarget> TARGETS = Combinators.combine(
                    Arbitraries.of(Level.class),
                    Arbitraries.oneOf(QUEUES, Arbitraries.just("")),
                    Arbitraries.of(Priority.class))
            .as(EscalationTarget::new);

    /** The policies. */
    @Provide
    public Arbitrary<GovernancePolicy> policies() {
        return changes()
                .list()
                .ofMaxSize(12)
                .map(changes -> {
                    GovernancePolicy.Builder builder = GovernancePolicy.builder();
                    changes.forEach(change -> change.accept(builder));
                    return builder.build();
                })
                .withoutEdgeCases();
    }

    private static Arbitrary<Consumer<GovernancePolicy.Builder>> changes() {
        return Arbitraries.oneOf(List.of(
                change(Arbitraries.of(GovernancePolicy.Mode.class), (b, mode) -> b.mode(mode)),
                change(Arbitraries.of("nl", "pt-BR", "zh-Hant"), (b, tag) -> b.language(l -> l.fallback(tag))),
                change(
                        SHARES,
                        (b, share) -> b.language(l -> l.lockConfidence(share).switching(3, 0, share))),
                change(Arbitraries.of(WordingPolicy.Tone.class), (b, tone) -> b.wording(w -> w.tone(tone))),
                change(NAMES, (b, name) -> b.wording(w -> w.company(name).text("pt", "FALLBACK", name))),
                change(
                        Arbitraries.of(TemplateKey.class),
                        (b, key) -> b.wording(w -> w.text("nl", key.name(), "{{company}}!"))),
                change(SHARES, Policies::spreadBands),
                change(Arbitraries.of(Posture.class), (b, posture) -> b.response(r -> r.posture(posture))),
                change(
                        Combinators.combine(
                                        Arbitraries.of(ConfidenceBand.class),
                                        Arbitraries.of(BandRule.Action.class),
                                        Arbitraries.of(Flag.class).set())
                                .as((band, action, flags) -> (Consumer<GovernancePolicy.Builder>)
                                        b -> b.response(r -> r.rule(band, new BandRule(action, flags)))),
                        (b, rule) -> rule.accept(b)),
                change(NAMES, (b, topic) -> b.response(r -> r.hold(topic))),
                change(NAMES, (b, name) -> b.survey(s -> s.onlyTopics(name).exceptChannels("z" + name))),
                change(NAMES, (b, name) -> b.survey(s -> s.onlyTags(name).exceptTags("z" + name))),
                change(
                        NAMES,
                        (b, name) -> b.survey(s -> s.onlyChannels("web", "app").exceptTopics("z" + name, "y"))),
                change(
                        DURATIONS,
                        (b, time) -> b.survey(s -> s.quietPeriod(time)
                                .expiresAfter(time)
                                .changeableFor(time)
                                .window("chat/app", time))),
                change(
                        Arbitraries.of(SurveyPolicy.Trigger.class).set(),
                        (b, on) -> b.survey(s -> s.askOn(on.toArray(new SurveyPolicy.Trigger[0])))),
                change(
                        Arbitraries.of(Resolution.class).set(),
                        (b, ends) -> b.survey(s -> s.notAfter(ends.toArray(new Resolution[0])))),
                change(SHARES, (b, share) -> b.response(r -> r.sampling(share))),
                change(
                        DURATIONS,
                        (b, time) -> b.response(
                                r -> r.holdFor(time).answerTimeout(time).pendingAfter(time))),
                change(
                        Arbitraries.of(HoldExpiry.class),
                        (b, expiry) -> b.response(r -> r.onExpiry(expiry).withoutAnswerTimeout())),
                change(
                        COUNTS,
                        (b, count) -> b.escalation(
                                e -> e.lowConfidence(1.0 / count, count).failures(count))),
                change(
                        COUNTS,
                        (b, count) ->
                                b.escalation(e -> e.repeatedQuestion(count).frustration(count, count + 1))),
                change(
                        Combinators.combine(NAMES, TARGETS)
                                .as((topic, target) -> (Consumer<GovernancePolicy.Builder>) b -> b.escalation(
                                        e -> e.sensitiveTopic(topic, target).target(topic, target))),
                        (b, topic) -> topic.accept(b)),
                change(NAMES, (b, code) -> b.escalation(e -> e.disable(code).withoutSensitiveTopic("refund"))),
                change(
                        NAMES.set(),
                        (b, topics) -> b.escalation(
                                e -> e.complexTechnical(new EscalationPolicy.ComplexTechnical(topics, 1, 1, 0)))),
                change(
                        Arbitraries.of(HandoffMode.class),
                        (b, mode) -> b.escalation(e -> e.mode(mode).withoutInvitationExpiry())),
                change(
                        DURATIONS,
                        (b, time) -> b.escalation(e -> e.coolDown(time).continuation(time))),
                change(NAMES, (b, queue) -> b.routing(r -> r.queue(queue, "").defaultQueue(queue))),
                change(
                        Combinators.combine(NAMES, QUEUES).as(List::of),
                        (b, pair) -> b.routing(r -> r.topicQueue(pair.get(0), pair.get(1)))),
                change(
                        DURATIONS,
                        (b, time) -> b.routing(
                                r -> r.headStart(Priority.LOW, time.negated()).refusalCoolDown(Duration.ZERO, time))),
                change(
                        Arbitraries.of(RoutingStrategy.class),
                        (b, strategy) -> b.routing(r -> r.strategy(strategy).withoutHeartbeat())),
                change(
                        COUNTS,
                        (b, count) -> b.routing(r -> r.chatWeight(count)
                                .channelWeight("mail", count)
                                .capacity(count - 2)
                                .lookAhead(count)))));
    }

    private static void spreadBands(GovernancePolicy.Builder builder, double share) {
        double moderate = share / 2;
        builder.response(r -> r.bands(moderate + 0.5, moderate + 0.25, moderate));
    }

    private static <T> Arbitrary<Consumer<GovernancePolicy.Builder>> change(
            Arbitrary<T> values, BiConsumer<GovernancePolicy.Builder, T> change) {
        return values.map(value -> builder -> change.accept(builder, value));
    }
}
