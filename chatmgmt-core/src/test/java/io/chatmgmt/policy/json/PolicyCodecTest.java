package io.chatmgmt.policy.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Level;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.escalation.EscalationTarget;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.InvalidPolicyException;
import io.chatmgmt.policy.PolicyProblem;
import io.chatmgmt.policy.PolicyProblem.Code;
import io.chatmgmt.response.BandRule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCodecTest {

    private final PolicyCodec codec = new PolicyCodec();

    @Test
    void the_golden_document_is_the_default_policy() throws IOException {
        String golden = golden();

        assertThat(codec.write(GovernancePolicy.ofDefaults())).isEqualTo(golden);
        assertThat(codec.read(golden)).isEqualTo(GovernancePolicy.ofDefaults());
    }

    @Test
    void the_version_of_the_defaults_is_the_same_on_every_java() {
        assertThat(GovernancePolicy.ofDefaults().version()).isEqualTo("2a43abbdf51f342d");
    }

    @Test
    void an_empty_document_is_the_default_policy() {
        assertThat(codec.read("{}")).isEqualTo(GovernancePolicy.ofDefaults());
    }

    @Test
    void a_document_says_what_a_builder_says() {
        GovernancePolicy read = codec.read("""
                {
                  "mode": "SHADOW",
                  "escalation": {
                    "lowConfidence": {"threshold": 0.65, "answers": 2},
                    "coolDown": "PT10M",
                    "disabled": ["FRUSTRATION"]
                  },
                  "response": {
                    "posture": "AUTO",
                    "bands": {"high": 1, "good": 0.85, "moderate": 0.75},
                    "answerTimeout": "never",
                    "rules": {"LOW": {"action": "HOLD"}, "GOOD": {"flags": ["MANUAL"]}}
                  },
                  "wording": {"texts": {"nl": {"FALLBACK": "Even geduld, {{customer.name|default:\\"vriend\\"}}."}}}
                }
                """);

        GovernancePolicy built = GovernancePolicy.builder()
                .mode(GovernancePolicy.Mode.SHADOW)
                .escalation(e -> e.lowConfidence(0.65, 2)
                        .coolDown(Duration.ofMinutes(10))
                        .disable("FRUSTRATION"))
                .response(r -> r.posture(Posture.AUTO)
                        .bands(1, 0.85, 0.75)
                        .withoutAnswerTimeout()
                        .rule(ConfidenceBand.LOW, BandRule.hold())
                        .rule(ConfidenceBand.GOOD, BandRule.deliver(Flag.MANUAL))
                        .rule(ConfidenceBand.MODERATE, BandRule.deliver()))
                .wording(w -> w.text("nl", "FALLBACK", "Even geduld, {{customer.name|default:\"vriend\"}}."))
                .build();
        assertThat(read.toBuilder()
                        .response(r -> r.rule(ConfidenceBand.MODERATE, BandRule.deliver()))
                        .build())
                .isEqualTo(built);
        assertThat(codec.read(codec.write(built)).version()).isEqualTo(built.version());
    }

    @Test
    void a_map_that_is_given_replaces_the_default_map() {
        GovernancePolicy policy = codec.read("""
                {"escalation": {"sensitiveTopics": {"legal": {"level": "L3"}}}, "routing": {"topicQueues": {}}}
                """);

        assertThat(policy.escalation().sensitiveTopics())
                .isEqualTo(Map.of("legal", new EscalationTarget(Level.L3, "", Priority.NORMAL)));
        assertThat(policy.routing().topicQueues()).isEmpty();
    }

    @Test
    void layout_and_order_do_not_count() {
        GovernancePolicy one = codec.read("{\"routing\": {\"lookAhead\": 9, \"capacity\": 80}, \"mode\": \"SHADOW\"}");
        GovernancePolicy other = codec.read("{\"mode\":\"SHADOW\",\"routing\":{\"capacity\":8e1,\"lookAhead\":9.0}}");

        assertThat(one).isEqualTo(other);
        assertThat(one.version()).isEqualTo(other.version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \"", "0", "30", "\"30s\"", "\"30\"", "true", "{}", "[]", "\"PT\""})
    void a_delay_that_is_no_duration_never_becomes_zero(String delay) {
        for (String setting : List.of("holdFor", "answerTimeout", "pendingAfter")) {
            PolicyProblem problem = onlyProblem("{\"response\": {\"" + setting + "\": " + delay + "}}");

            assertThat(problem.path()).isEqualTo("/response/" + setting);
            assertThat(problem.code()).isEqualTo(Code.BAD_DURATION);
            assertThat(problem.hint()).startsWith("write \"PT30S\" for 30 seconds");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1S"})
    void a_limit_of_zero_does_not_fire_at_once_either(String delay) {
        for (String setting : List.of("holdFor", "answerTimeout", "pendingAfter")) {
            PolicyProblem problem = onlyProblem("{\"response\": {\"" + setting + "\": \"" + delay + "\"}}");

            assertThat(problem.path()).isEqualTo("/response/" + setting);
            assertThat(problem.code()).isEqualTo(Code.OUT_OF_RANGE);
            assertThat(problem.message()).startsWith("must be greater than zero");
        }
    }

    @Test
    void never_is_only_a_word_where_there_need_not_be_a_limit() {
        assertThat(codec.read("{\"routing\": {\"heartbeat\": \"never\"}}")
                        .routing()
                        .heartbeat()
                        .duration())
                .isEmpty();
        assertThat(onlyProblem("{\"routing\": {\"offerTimeout\": \"never\"}}").code())
                .isEqualTo(Code.BAD_DURATION);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"\"',     WRONG_TYPE",
        "'\" \"',    WRONG_TYPE",
        "'\"100\"',  WRONG_TYPE",
        "null,       WRONG_TYPE",
        "1.5,        WRONG_TYPE",
        "[],         WRONG_TYPE",
        "-1,         OUT_OF_RANGE",
        "1e99,       OUT_OF_RANGE",
        "4294967396, OUT_OF_RANGE",
        "1e999,      OUT_OF_RANGE"
    })
    void a_capacity_is_a_number_and_nothing_else(String capacity, Code code) {
        PolicyProblem problem = onlyProblem("{\"routing\": {\"capacity\": " + capacity + "}}");

        assertThat(problem.path()).isEqualTo("/routing/capacity");
        assertThat(problem.code()).isEqualTo(code);
    }

    @Test
    void a_capacity_of_zero_is_zero() {
        assertThat(codec.read("{\"routing\": {\"capacity\": 0}}").routing().capacity())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{'escalation': {'lowConfidence': {'treshold': 1}}} # /escalation/lowConfidence/treshold # UNKNOWN_FIELD # did you mean 'threshold'?",
                "{'escalation': {'lowConfidence': {'xyz': 1}}} # /escalation/lowConfidence/xyz # UNKNOWN_FIELD # known: answers, threshold",
                "{'Mode': 'LIVE'} # /Mode # UNKNOWN_FIELD # did you mean 'mode'?",
                "{'mode': 'SHADOWY'} # /mode # UNKNOWN_VALUE # did you mean 'SHADOW'?",
                "{'mode': 'shadow'} # /mode # UNKNOWN_VALUE # did you mean 'SHADOW'?",
                "{'response': {'posture': 'x'}} # /response/posture # UNKNOWN_VALUE # known: AUTO, DRAFT_ONLY, OFF, REVIEW_LOW",
                "{'response': {'rules': {'LOWER': {}}}} # /response/rules/LOWER # UNKNOWN_VALUE # known: GOOD, HIGH, LOW, MODERATE, UNKNOWN",
                "{'response': {'rules': {'LOW': {'flags': ['MANUAL', 'MANUEL']}}}} # /response/rules/LOW/flags/1 # UNKNOWN_VALUE # did you mean 'MANUAL'?",
                "{'response': {'heldTopics': 'legal'}} # /response/heldTopics # WRONG_TYPE # ``",
                "{'response': {'heldTopics': [7]}} # /response/heldTopics/0 # WRONG_TYPE # ``",
                "{'response': {'bands': 0.9}} # /response/bands # WRONG_TYPE # ``",
                "{'response': null} # /response # WRONG_TYPE # leave it out for the default",
                "{'response': {'sampling': '0.5'}} # /response/sampling # WRONG_TYPE # ``",
                "{'routing': {'queues': ['a']}} # /routing/queues # WRONG_TYPE # ``",
                "{'routing': {'headStart': {'LOW': 5}}} # /routing/headStart/LOW # BAD_DURATION # write \"PT30S\" for 30 seconds, \"PT5M\" for 5 minutes",
                "{'escalation': {'targets': {'X': {'queue': 'sale'}}}} # /escalation/targets/X/queue # UNKNOWN_QUEUE # did you mean 'sales'?",
                "{'wording': {'texts': {'nl': {'FALLBACK': '{{x'}}}} # /wording/texts/nl/FALLBACK # TEMPLATE_SYNTAX # write {{name}} or {{name|default:\"text\"}}"
            })
    void a_mistake_is_reported_where_it_is(String json, String path, Code code, String hint) {
        PolicyProblem problem = onlyProblem(json.replace('\'', '"'));

        assertThat(problem.path()).isEqualTo(path);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.hint()).isEqualTo(hint);
    }

    @Test
    void every_problem_of_a_document_is_listed() {
        assertThat(problems("""
                        {
                          "modus": "LIVE",
                          "escalation": {"lowConfidence": {"threshold": "high", "answers": 99}},
                          "response": {"bands": {"high": 0.5}, "holdFor": 60},
                          "routing": {"defaultQueue": "desk"}
                        }
                        """))
                .extracting(problem -> problem.path() + " " + problem.code())
                .containsExactly(
                        "/escalation/lowConfidence/answers OUT_OF_RANGE",
                        "/escalation/lowConfidence/threshold WRONG_TYPE",
                        "/modus UNKNOWN_FIELD",
                        "/response/bands BANDS_ORDER",
                        "/response/holdFor BAD_DURATION",
                        "/routing/defaultQueue UNKNOWN_QUEUE");
    }

    @Test
    void what_could_not_be_read_causes_no_further_problems() {
        assertThat(problems("{\"response\": {\"bands\": {\"high\": \"0.2\", \"good\": 0.95}}}"))
                .extracting(PolicyProblem::path)
                .containsExactly("/response/bands/high");
        assertThat(problems("{\"routing\": {\"queues\": 7, \"defaultQueue\": \"desk\"}}"))
                .extracting(PolicyProblem::path)
                .containsExactly("/routing/queues");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{\"mode\": } # line 1, column 10",
                "{\"mode\": \"LIVE\", \"mode\": \"SHADOW\"} # line 1, column 24",
                "{} {} # line 1, column 4",
                "{\"response\": {\"sampling\": NaN}} # line 1, column 30",
                "`` # line 1, column 0"
            })
    void what_is_not_json_is_one_problem_with_a_place(String json, String where) {
        PolicyProblem problem = onlyProblem(json);

        assertThat(problem.path()).isEmpty();
        assertThat(problem.code()).isEqualTo(Code.SYNTAX);
        assertThat(problem.message()).startsWith("not JSON at " + where + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"x\""})
    void a_policy_is_an_object(String json) {
        assertThat(onlyProblem(json).code()).isEqualTo(Code.WRONG_TYPE);
    }

    @Test
    void files_and_streams_are_read_as_utf_8(@TempDir Path directory) throws IOException {
        GovernancePolicy policy =
                GovernancePolicy.builder().wording(w -> w.company("Zoë 中")).build();
        Path file = Files.writeString(directory.resolve("policy.json"), codec.write(policy));

        assertThat(codec.read(file)).isEqualTo(policy);
        assertThat(codec.read(new ByteArrayInputStream(Files.readAllBytes(file))))
                .isEqualTo(policy);
        assertThatThrownBy(() -> codec.read(directory.resolve("missing.json"))).isInstanceOf(NoSuchFileException.class);
    }

    private PolicyProblem onlyProblem(String json) {
        List<PolicyProblem> problems = problems(json);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private List<PolicyProblem> problems(String json) {
        return catchThrowableOfType(InvalidPolicyException.class, () -> codec.read(json))
                .problems();
    }

    private static String golden() throws IOException {
        try (InputStream in = PolicyCodecTest.class.getResourceAsStream("default-policy.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
