package io.chatmgmt.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.conversation.Level;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.escalation.EscalationPolicy;
import io.chatmgmt.escalation.EscalationTarget;
import io.chatmgmt.policy.PolicyProblem.Code;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyValidationTest {

    private static final Duration AGES = Duration.ofDays(4000);

    static Stream<Arguments> each_mistake_is_reported_where_it_is() {
        return Stream.of(
                mistake(
                        "/escalation/lowConfidence/threshold",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.lowConfidence(1.01, 3))),
                mistake(
                        "/escalation/lowConfidence/threshold",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.lowConfidence(Double.NaN, 3))),
                mistake(
                        "/escalation/lowConfidence/answers",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.lowConfidence(0.7, 17))),
                mistake(
                        "/escalation/lowConfidence/answers",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.lowConfidence(0.7, 0))),
                mistake(
                        "/escalation/repeatedQuestion/times",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.repeatedQuestion(17))),
                mistake(
                        "/escalation/repeatedQuestion/similarity",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.repeatedQuestion(repeated(2, 4, Duration.ZERO)))),
                mistake(
                        "/escalation/repeatedQuestion/nearness",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.repeatedQuestion(
                                new EscalationPolicy.RepeatedQuestion(3, 0.8, -0.1, 4, Duration.ZERO)))),
                mistake(
                        "/escalation/repeatedQuestion/words",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.repeatedQuestion(repeated(0.8, 33, Duration.ZERO)))),
                mistake(
                        "/escalation/repeatedQuestion/resendWithin",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.repeatedQuestion(repeated(0.8, 4, Duration.ofSeconds(-1))))),
                mistake(
                        "/escalation/frustration/messages",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.frustration(9, 9))),
                mistake(
                        "/escalation/frustration/within",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.frustration(3, 2))),
                mistake(
                        "/escalation/sensitiveTopics/ ",
                        Code.BLANK,
                        b -> b.escalation(e -> e.sensitiveTopic(" ", EscalationTarget.DEFAULT))),
                mistake(
                        "/escalation/sensitiveTopics/x/queue",
                        Code.UNKNOWN_QUEUE,
                        b -> b.escalation(e -> e.sensitiveTopic("x", to("nowhere")))),
                mistake("/escalation/topicScore", Code.OUT_OF_RANGE, b -> b.escalation(e -> e.topicScore(-0.1))),
                mistake(
                        "/escalation/complexTechnical/topics/",
                        Code.BLANK,
                        b -> b.escalation(e -> e.complexTechnical(complex("", 1, 1, 0)))),
                mistake(
                        "/escalation/complexTechnical/turns",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.complexTechnical(complex("a", 0, 1, 0)))),
                mistake(
                        "/escalation/complexTechnical/toolErrors",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.complexTechnical(complex("a", 1, 0, 0)))),
                mistake(
                        "/escalation/complexTechnical/confidence",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.complexTechnical(complex("a", 1, 1, 7)))),
                mistake("/escalation/failures", Code.OUT_OF_RANGE, b -> b.escalation(e -> e.failures(0))),
                mistake(
                        "/escalation/customerValue/margin",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.customerValue(EscalationPolicy.VipRoute.EARLIER, -1))),
                mistake(
                        "/escalation/disabled/FRUSTATION",
                        Code.UNKNOWN_VALUE,
                        b -> b.escalation(e -> e.disable("FRUSTATION"))),
                mistake(
                        "/escalation/disabled/frustration",
                        Code.UNKNOWN_VALUE,
                        b -> b.escalation(e -> e.disable("frustration"))),
                mistake(
                        "/escalation/targets/HUMAN_REQUESTS",
                        Code.UNKNOWN_VALUE,
                        b -> b.escalation(e -> e.target("HUMAN_REQUESTS", EscalationTarget.DEFAULT))),
                mistake(
                        "/escalation/targets/MINE/queue",
                        Code.BLANK,
                        b -> b.escalation(e -> e.target("MINE", to(" ")))),
                mistake(
                        "/escalation/invitationExpiry",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.invitationExpiry(AGES))),
                mistake(
                        "/escalation/coolDown",
                        Code.OUT_OF_RANGE,
                        b -> b.escalation(e -> e.coolDown(Duration.ofSeconds(-1)))),
                mistake("/escalation/continuation", Code.OUT_OF_RANGE, b -> b.escalation(e -> e.continuation(AGES))),
                mistake("/response/bands", Code.BANDS_ORDER, b -> b.response(r -> r.bands(0.8, 0.8, 0.7))),
                mistake("/response/bands", Code.BANDS_ORDER, b -> b.response(r -> r.bands(0.7, 0.8, 0.9))),
                mistake("/response/bands/high", Code.OUT_OF_RANGE, b -> b.response(r -> r.bands(1.5, 0.8, 0.7))),
                mistake("/response/bands/good", Code.OUT_OF_RANGE, b -> b.response(r -> r.bands(0.9, -1, 0.7))),
                mistake(
                        "/response/bands/moderate",
                        Code.OUT_OF_RANGE,
                        b -> b.response(r -> r.bands(0.9, 0.8, Double.NEGATIVE_INFINITY))),
                mistake("/response/heldTopics/", Code.BLANK, b -> b.response(r -> r.hold(""))),
                mistake(
                        "/response/heldTopics/" + "a".repeat(129),
                        Code.OUT_OF_RANGE,
                        b -> b.response(r -> r.hold("a".repeat(129)))),
                mistake("/response/sampling", Code.OUT_OF_RANGE, b -> b.response(r -> r.sampling(5))),
                mistake("/response/holdFor", Code.OUT_OF_RANGE, b -> b.response(r -> r.holdFor(Duration.ZERO))),
                mistake("/response/onDiscard", Code.UNKNOWN_VALUE, b -> b.response(r -> r.onDiscard(HoldExpiry.SEND))),
                mistake("/response/answerTimeout", Code.OUT_OF_RANGE, b -> b.response(r -> r.answerTimeout(AGES))),
                mistake("/response/maxRefusals", Code.OUT_OF_RANGE, b -> b.response(r -> r.maxRefusals(0))),
                mistake("/response/retryAfter", Code.OUT_OF_RANGE, b -> b.response(r -> r.retryAfter(Duration.ZERO))),
                mistake(
                        "/response/pendingAfter",
                        Code.OUT_OF_RANGE,
                        b -> b.response(r -> r.pendingAfter(Duration.ofNanos(1)))),
                mistake("/routing/queues/ ", Code.BLANK, b -> b.routing(r -> r.queue(" ", ""))),
                mistake("/routing/queues/a~1b", Code.BLANK, b -> b.routing(r -> r.queue("a/b", " "))),
                mistake("/routing/defaultQueue", Code.UNKNOWN_QUEUE, b -> b.routing(r -> r.defaultQueue("genral"))),
                mistake("/routing/defaultQueue", Code.BLANK, b -> b.routing(r -> r.defaultQueue(""))),
                mistake(
                        "/routing/topicQueues/legal",
                        Code.UNKNOWN_QUEUE,
                        b -> b.routing(r -> r.topicQueue("legal", "law"))),
                mistake(
                        "/routing/headStart/LOW",
                        Code.OUT_OF_RANGE,
                        b -> b.routing(r -> r.headStart(Priority.LOW, AGES.negated()))),
                mistake(
                        "/routing/vipHeadStart",
                        Code.OUT_OF_RANGE,
                        b -> b.routing(r -> r.vipHeadStart(Duration.ofSeconds(-1)))),
                mistake("/routing/offerTimeout", Code.OUT_OF_RANGE, b -> b.routing(r -> r.offerTimeout(Duration.ZERO))),
                mistake(
                        "/routing/refusalCoolDown",
                        Code.OUT_OF_RANGE,
                        b -> b.routing(r -> r.refusalCoolDown(Duration.ofSeconds(-1), Duration.ZERO))),
                mistake(
                        "/routing/maxRefusalCoolDown",
                        Code.OUT_OF_RANGE,
                        b -> b.routing(r -> r.refusalCoolDown(Duration.ofSeconds(2), Duration.ofSeconds(1)))),
                mistake("/routing/awayAfterMisses", Code.OUT_OF_RANGE, b -> b.routing(r -> r.awayAfterMisses(0))),
                mistake("/routing/chatWeight", Code.OUT_OF_RANGE, b -> b.routing(r -> r.chatWeight(0))),
                mistake(
                        "/routing/channelWeights/mail",
                        Code.OUT_OF_RANGE,
                        b -> b.routing(r -> r.channelWeight("mail", 0))),
                mistake("/routing/capacity", Code.OUT_OF_RANGE, b -> b.routing(r -> r.capacity(-1))),
                mistake("/routing/heartbeat", Code.OUT_OF_RANGE, b -> b.routing(r -> r.heartbeat(AGES))),
                mistake("/routing/lookAhead", Code.OUT_OF_RANGE, b -> b.routing(r -> r.lookAhead(0))),
                mistake("/language/fallback", Code.BAD_LANGUAGE, b -> b.language(l -> l.fallback("en_us"))),
                mistake("/language/fallback", Code.BAD_LANGUAGE, b -> b.language(l -> l.fallback("english please"))),
                mistake("/language/fallback", Code.BLANK, b -> b.language(l -> l.fallback(" "))),
                mistake("/language/lockConfidence", Code.OUT_OF_RANGE, b -> b.language(l -> l.lockConfidence(2))),
                mistake("/language/switchAfter", Code.OUT_OF_RANGE, b -> b.language(l -> l.switching(0, 20, 0.8))),
                mistake("/language/switchLetters", Code.OUT_OF_RANGE, b -> b.language(l -> l.switching(2, -1, 0.8))),
                mistake("/language/switchConfidence", Code.OUT_OF_RANGE, b -> b.language(l -> l.switching(2, 20, 80))),
                mistake("/wording/company", Code.BLANK, b -> b.wording(w -> w.company(""))),
                mistake(
                        "/wording/texts/PT-br",
                        Code.BAD_LANGUAGE,
                        b -> b.wording(w -> w.text("PT-br", "FALLBACK", "x"))),
                mistake(
                        "/wording/texts/pt/FALBACK",
                        Code.UNKNOWN_VALUE,
                        b -> b.wording(w -> w.text("pt", "FALBACK", "x"))),
                mistake("/wording/texts/pt/FALLBACK", Code.BLANK, b -> b.wording(w -> w.text("pt", "FALLBACK", " "))),
                mistake(
                        "/wording/texts/pt/FALLBACK",
                        Code.TEMPLATE_SYNTAX,
                        b -> b.wording(w -> w.text("pt", "FALLBACK", "Oi {{company"))),
                mistake(
                        "/wording/texts/pt/FALLBACK",
                        Code.UNKNOWN_VARIABLE,
                        b -> b.wording(w -> w.text("pt", "FALLBACK", "Oi {{custmer.name}}"))));
    }

    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource
    void each_mistake_is_reported_where_it_is(String path, Code code, Consumer<GovernancePolicy.Builder> mistake) {
        assertThat(problems(mistake)).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo(path);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).isNotBlank();
        });
    }

    static Stream<Arguments> a_hint_says_what_would_be_right() {
        return Stream.of(
                hint("did you mean 'general'?", b -> b.routing(r -> r.defaultQueue("genral"))),
                hint("known: billing, general, sales, technical", b -> b.routing(r -> r.defaultQueue("law"))),
                hint("did you mean 'FRUSTRATION'?", b -> b.escalation(e -> e.disable("FRUSTATION"))),
                hint("did you mean 'en-US'?", b -> b.language(l -> l.fallback("en_us"))),
                hint("write \"en\" or \"pt-BR\"", b -> b.language(l -> l.fallback("english please"))),
                hint("did you mean 'FALLBACK'?", b -> b.wording(w -> w.text("pt", "FALBACK", "x"))),
                hint("leave it out for the built-in text", b -> b.wording(w -> w.text("pt", "FALLBACK", ""))),
                hint(
                        "did you mean 'customer.name'?",
                        b -> b.wording(w -> w.text("pt", "FALLBACK", "{{custmer.name}}"))),
                hint(
                        "write {{name}} or {{name|default:\"text\"}}",
                        b -> b.wording(w -> w.text("pt", "FALLBACK", "}}"))),
                hint("high > good > moderate", b -> b.response(r -> r.bands(0.1, 0.2, 0.3))),
                hint("known: ESCALATE, FALLBACK", b -> b.response(r -> r.onDiscard(HoldExpiry.SEND))),
                hint("from PT0.001S to PT87600H", b -> b.response(r -> r.holdFor(Duration.ZERO))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_hint_says_what_would_be_right(String hint, Consumer<GovernancePolicy.Builder> mistake) {
        assertThat(problems(mistake)).extracting(PolicyProblem::hint).containsExactly(hint);
    }

    @Test
    void every_problem_is_listed_in_the_order_of_the_paths() {
        List<PolicyProblem> problems =
                problems(b -> b.routing(r -> r.lookAhead(0).capacity(-1))
                        .language(l -> l.fallback(""))
                        .escalation(e -> e.lowConfidence(2, 0)));

        assertThat(problems)
                .extracting(PolicyProblem::path)
                .containsExactly(
                        "/escalation/lowConfidence/answers",
                        "/escalation/lowConfidence/threshold",
                        "/language/fallback",
                        "/routing/capacity",
                        "/routing/lookAhead");
    }

    @Test
    void the_message_lists_them_too() {
        InvalidPolicyException thrown =
                thrown(b -> b.routing(r -> r.lookAhead(0).defaultQueue("sale")));

        assertThat(thrown).hasMessage("""
                        the policy has 2 problems:
                          /routing/defaultQueue: there is no queue 'sale' in /routing/queues (did you mean 'sales'?)
                          /routing/lookAhead: must be within 1 to 10000, is 0""");
        assertThat(thrown.conversation()).isEmpty();
    }

    @Test
    void nobody_may_work_by_default_and_everything_may_be_low() {
        GovernancePolicy policy = GovernancePolicy.builder()
                .routing(r -> r.capacity(0)
                        .refusalCoolDown(Duration.ZERO, Duration.ZERO)
                        .vipHeadStart(Duration.ZERO))
                .escalation(e -> e.lowConfidence(1, 16)
                        .coolDown(Duration.ZERO)
                        .continuation(Duration.ZERO)
                        .repeatedQuestion(16)
                        .frustration(8, 8))
                .response(r -> r.bands(1, 0.5, 0).sampling(1))
                .build();

        assertThat(policy.routing().capacity()).isZero();
    }

    @Test
    void a_custom_trigger_has_a_code_of_its_own() {
        GovernancePolicy policy = GovernancePolicy.builder()
                .escalation(e -> e.disable("SWEARING"))
                .build();

        assertThat(policy.escalation().disabled()).isEqualTo(Set.of("SWEARING"));
    }

    private static Arguments mistake(String path, Code code, Consumer<GovernancePolicy.Builder> mistake) {
        return arguments(path, code, mistake);
    }

    private static Arguments hint(String hint, Consumer<GovernancePolicy.Builder> mistake) {
        return arguments(hint, mistake);
    }

    private static EscalationTarget to(String queue) {
        return new EscalationTarget(Level.L1, queue, Priority.NORMAL);
    }

    private static EscalationPolicy.RepeatedQuestion repeated(double similarity, int words, Duration resendWithin) {
        return new EscalationPolicy.RepeatedQuestion(3, similarity, 0.7, words, resendWithin);
    }

    private static EscalationPolicy.ComplexTechnical complex(String topic, int turns, int errors, double confidence) {
        return new EscalationPolicy.ComplexTechnical(Set.of(topic), turns, errors, confidence);
    }

    private static List<PolicyProblem> problems(Consumer<GovernancePolicy.Builder> mistake) {
        return thrown(mistake).problems();
    }

    private static InvalidPolicyException thrown(Consumer<GovernancePolicy.Builder> mistake) {
        GovernancePolicy.Builder builder = GovernancePolicy.builder();
        mistake.accept(builder);
        return catchThrowableOfType(InvalidPolicyException.class, builder::build);
    }
}
