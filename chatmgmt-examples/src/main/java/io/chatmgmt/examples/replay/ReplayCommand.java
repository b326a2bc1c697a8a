package io.chatmgmt.examples.replay;

import io.chatmgmt.escalation.Ear;
import io.chatmgmt.examples.recording.Input;
import io.chatmgmt.examples.recording.RecordingReader;
import io.chatmgmt.examples.recording.Recordings;
import io.chatmgmt.examples.report.ReportWriter;
import io.chatmgmt.examples.report.Summary;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.InvalidPolicyException;
import io.chatmgmt.policy.json.PolicyCodec;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The command {@code replay}: reads, checks, plays, and reports. */
public final class ReplayCommand {

    private static final int DONE = 0;
    private static final int MISUSED = 2;
    private static final int BAD_INPUT = 3;
    static final String SAMPLE_TEAM = "/io/chatmgmt/examples/sample-agents.json";

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * The command.
     *
     * @param in the standard input
     * @param out where the summary goes
     * @param err where complaints go
     */
    public ReplayCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs it.
     *
     * @param arguments its options
     * @return the exit status: 0, 2 for wrong options, 3 for bad input
     */
    public int run(String... arguments) {
        if (arguments.length == 1 && arguments[0].equals("--help")) {
            out.print(ReplayOptions.USAGE);
            return DONE;
        }
        try {
            return run(ReplayOptions.parse(arguments));
        } catch (InvalidPolicyException e) {
            e.problems().forEach(problem -> err.println("policy: " + problem));
            return MISUSED;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(ReplayOptions.USAGE);
            return MISUSED;
        } catch (IOException e) {
            err.println("cannot read or write " + e.getMessage());
            return MISUSED;
        }
    }

    private int run(ReplayOptions options) throws IOException {
        GovernancePolicy policy = policy(options);
        Team team = team(options, policy);
        try (ReplayStore store = ReplayStore.open(options.store(), options.threads())) {
            return run(options, policy, team, store);
        }
    }

    private int run(ReplayOptions options, GovernancePolicy policy, Team team, ReplayStore store) throws IOException {
        Ear ear = Ear.ofDefaults();
        Input input = input(options.input());
        long start = System.nanoTime();
        Recordings recordings;
        try (InputStream lines = input.open()) {
            recordings = new RecordingReader(input.name(), options.onError(), err::println).read(lines);
        }
        store.checkRoomFor(recordings);
        Replay replay = new Replay(policy, team, ear, store.store());
        try (OutputStream decisions = output(options.decisions())) {
            replay.play(
                    recordings, options.threads(), options.decisions() == null ? null : decisions, Progress.on(err));
        }
        Replay.Result result = replay.result(recordings, start);
        if (options.report() != null) {
            try (OutputStream report = output(options.report())) {
                ReportWriter.write(result.report(), report);
            }
        }
        new Summary(result.report(), result.liveList(), result.explained()).print(out);
        return recordings.complete() ? DONE : BAD_INPUT;
    }

    /** The policy as it is played: an AI of the past cannot time out, and in shadow nothing acts. */
    private static GovernancePolicy policy(ReplayOptions options) throws IOException {
        GovernancePolicy given = options.policy() == null
                ? GovernancePolicy.ofDefaults()
                : new PolicyCodec().read(Path.of(options.policy()));
        GovernancePolicy.Builder played = given.toBuilder().response(response -> response.withoutAnswerTimeout());
        return options.mode() == ReplayOptions.Mode.SHADOW
                ? played.mode(GovernancePolicy.Mode.SHADOW).build()
                : played.build();
    }

    /** The agents of the file; without one the sample day brings its own, and other inputs get the default ones. */
    private static Team team(ReplayOptions options, GovernancePolicy policy) throws IOException {
        if (options.agents() != null) {
            try (InputStream file = Files.newInputStream(Path.of(options.agents()))) {
                return TeamFile.read(file, policy.routing());
            }
        }
        if (options.input() != null) {
            return Team.ofDefaults(policy.routing());
        }
        try (InputStream sample =
                Objects.requireNonNull(ReplayCommand.class.getResourceAsStream(SAMPLE_TEAM), SAMPLE_TEAM)) {
            return TeamFile.read(sample, policy.routing());
        }
    }

    private Input input(@Nullable String name) {
        if (name == null) {
            return Input.sampleDay();
        }
        return name.equals("-") ? Input.standard(in) : Input.file(Path.of(name));
    }

    private static OutputStream output(@Nullable String file) throws IOException {
        return file == null
                ? OutputStream.nullOutputStream()
                : new BufferedOutputStream(Files.newOutputStream(Path.of(file)));
    }
}
