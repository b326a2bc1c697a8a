package io.chatmgmt.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.api.RulesEngineParameters;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.internal.utils.KieHelper;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What general rule engines take for three simple escalation triggers: low confidence, a repeated failure, and a
 * customer who asks for a person. The message fires one of them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RuleEnginesBenchmark {

    private static final String DRL = """
            import io.chatmgmt.peers.RuleEnginesBenchmark.Turn;
            global java.util.List reasons;
            rule "low confidence" when Turn(confidence < 0.5) then reasons.add("LOW_CONFIDENCE"); end
            rule "failures" when Turn(failures >= 2) then reasons.add("AI_FAILURE"); end
            rule "person" when Turn(text.contains("human")) then reasons.add("HUMAN_REQUESTED"); end
            """;

    private final Turn turn = new Turn(0.42, 1, "Why was I charged twice for the same order last month?");
    private final List<String> reasons = new ArrayList<>();
    private final Rules rules = new Rules();
    private final RulesEngine easyRules =
            new DefaultRulesEngine(new RulesEngineParameters().skipOnFirstAppliedRule(false));
    private StatelessKieSession drools;

    /** What a rule looks at. */
    public record Turn(double confidence, int failures, String text) {

        /** For Drools, which wants bean getters. */
        public double getConfidence() {
            return confidence;
        }

        /** For Drools, which wants bean getters. */
        public int getFailures() {
            return failures;
        }

        /** For Drools, which wants bean getters. */
        public String getText() {
            return text;
        }
    }

    @Setup
    public void compileRules() {
        rules.register(new RuleBuilder()
                .name("low confidence")
                .when(facts -> turn(facts).confidence() < 0.5)
                .then(facts -> reasons.add("LOW_CONFIDENCE"))
                .build());
        rules.register(new RuleBuilder()
                .name("failures")
                .when(facts -> turn(facts).failures() >= 2)
                .then(facts -> reasons.add("AI_FAILURE"))
                .build());
        rules.register(new RuleBuilder()
                .name("person")
                .when(facts -> turn(facts).text().contains("human"))
                .then(facts -> reasons.add("HUMAN_REQUESTED"))
                .build());
        KieBase base = new KieHelper().addContent(DRL, ResourceType.DRL).build();
        drools = base.newStatelessKieSession();
        drools.setGlobal("reasons", reasons);
    }

    @Benchmark
    public int easyRules() {
        reasons.clear();
        Facts facts = new Facts();
        facts.put("turn", turn);
        easyRules.fire(rules, facts);
        return oneReason();
    }

    @Benchmark
    public int drools() {
        reasons.clear();
        drools.execute(turn);
        return oneReason();
    }

    private int oneReason() {
        if (reasons.size() != 1) {
            throw new IllegalStateException("one rule should have fired: " + reasons);
        }
        return reasons.size();
    }

    private static Turn turn(Facts facts) {
        return facts.get("turn");
    }
}
