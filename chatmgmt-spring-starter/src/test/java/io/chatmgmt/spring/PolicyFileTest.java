package io.chatmgmt.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.InvalidPolicyException;
import io.chatmgmt.policy.PolicyProblem;
import io.chatmgmt.policy.PolicySource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

@DisplayName("O02: the policy at a location")
class PolicyFileTest {

    private static final String TWO_ANSWERS = """
            {"escalation": {"lowConfidence": {"threshold": 0.6, "answers": 2}}}""";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("policy.json"), TWO_ANSWERS);
    }

    @Test
    void decides_from_the_start() {
        assertThat(inForce(policies()).escalation().lowConfidence().answers()).isEqualTo(2);
    }

    @Test
    void is_read_by_its_location_in_the_properties() {
        contexts()
                .run(context -> assertThat(inForce(context.getBean(PolicySource.class))
                                .escalation()
                                .lowConfidence()
                                .answers())
                        .isEqualTo(2));
    }

    @Test
    void replaces_the_old_one_when_it_has_changed() throws IOException {
        PolicyFile policies = policies();
        Files.writeString(file, TWO_ANSWERS.replace("2}", "4}"));
        policies.reload();
        assertThat(inForce(policies).escalation().lowConfidence().answers()).isEqualTo(4);
    }

    @Test
    void stays_as_it_was_when_the_new_one_is_bad_or_gone() throws IOException {
        PolicyFile policies = policies();
        GovernancePolicy before = inForce(policies);
        Files.writeString(file, "{\"escalation\": {\"lowConfidence\": {\"threshold\": 7}}}");
        policies.reload();
        assertThat(inForce(policies)).isSameAs(before);
        Files.delete(file);
        policies.reload();
        assertThat(inForce(policies)).isSameAs(before);
        Files.writeString(file, "{}");
        policies.reload();
        assertThat(inForce(policies)).isEqualTo(GovernancePolicy.ofDefaults());
    }

    @Test
    void is_looked_at_again_only_when_asked() {
        contexts().run(context -> assertThat(context).doesNotHaveBean(PolicyReloading.class));
        contexts()
                .withPropertyValues("chatmgmt.policy.reload=true")
                .run(context -> assertThat(
                                context.getBean(PolicyReloading.class).isRunning())
                        .isTrue());
    }

    @Test
    void is_looked_at_again_now_and_then() throws Exception {
        CountDownLatch looks = new CountDownLatch(2);
        PolicyFile policies = new PolicyFile(new FileSystemResource(file) {
            @Override
            public InputStream getInputStream() throws IOException {
                looks.countDown();
                return super.getInputStream();
            }
        });
        PolicyReloading reloading = new PolicyReloading(policies, Duration.ofMillis(1));
        reloading.start();
        try {
            assertThat(looks.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            reloading.stop();
        }
        assertThat(reloading.isRunning()).isFalse();
    }

    @Test
    void stops_the_application_when_it_is_bad_and_says_every_problem() throws IOException {
        Files.writeString(file, "{\"escalation\": {\"lowConfidence\": {\"threshold\": 7, \"answers\": 0}}}");
        contexts().run(context -> {
            assertThat(context).getFailure().rootCause().isInstanceOf(InvalidPolicyException.class);
            FailureAnalysis analysis = new InvalidPolicyFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis).isNotNull();
            assertThat(analysis.getDescription())
                    .contains("/escalation/lowConfidence/threshold", "/escalation/lowConfidence/answers");
            assertThat(analysis.getAction()).contains("chatmgmt.policy.location");
        });
    }

    @Test
    void names_the_property_when_nothing_is_there() {
        assertThatThrownBy(() -> new PolicyFile(new FileSystemResource(folder.resolve("none.json"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll("chatmgmt.policy.location", "none.json");
    }

    @Test
    void carries_every_problem_with_its_path() {
        assertThatThrownBy(() -> new PolicyFile(new ByteArrayResource("[]".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        InvalidPolicyException.class,
                        e -> assertThat(e.problems())
                                .extracting(PolicyProblem::code)
                                .containsExactly(PolicyProblem.Code.WRONG_TYPE));
    }

    private ApplicationContextRunner contexts() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ChatGovernanceAutoConfiguration.class))
                .withPropertyValues("chatmgmt.policy.location=file:" + file);
    }

    private PolicyFile policies() {
        return new PolicyFile(new FileSystemResource(file));
    }

    private static GovernancePolicy inForce(PolicySource policies) {
        return policies.policyFor("default", Instant.EPOCH);
    }
}
