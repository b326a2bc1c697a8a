package io.chatmgmt.examples.replay;

import io.chatmgmt.examples.recording.OnError;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The options of the command. Immutable.
 *
 * @param input the file to play, {@code -} for the standard input, null for the sample day
 * @param store where conversations are kept
 * @param policy the policy's file, null for the defaults
 * @param agents the agents' file, null for the default agents
 * @param mode whether decisions act
 * @param onError what a bad line does
 * @param threads how many threads play
 * @param decisions where decisions are written, null for nowhere
 * @param report where the report is written, null for nowhere
 */
record ReplayOptions(
        @Nullable String input,
        String store,
        @Nullable String policy,
        @Nullable String agents,
        Mode mode,
        OnError onError,
        int threads,
        @Nullable String decisions,
        @Nullable String report) {

    static final String USAGE = """
            Usage: replay [OPTION]...

            Plays recorded conversations, or a sample day without --input.

              --input FILE|-        JSON lines, one conversation each; gzip when the name ends in .gz
              --store STORE         where conversations are kept: memory (default), h2:PATH for a file, or jdbc:URL for
                                    a database; one that holds none of these conversations, and no open ones
              --policy FILE.json    the policy (default: the built-in one)
              --agents FILE.json    the agents (default: one per queue and one with all skills)
              --shadow              decide and record everything, act on nothing
              --on-error stop|skip  what a bad line does (default: stop)
              --threads N           how many threads play (default: 1, deterministic)
              --decisions FILE      write every decision as a JSON line
              --report FILE         write the figures as JSON
            """;

    private static final int MOST_THREADS = 256;

    /** Whether decisions act. */
    enum Mode {
        /** They do. */
        LIVE,
        /** They are recorded only. */
        SHADOW
    }

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException with the reason when they cannot be understood
     */
    static ReplayOptions parse(String... arguments) {
        ReplayOptions options = new ReplayOptions(null, "memory", null, null, Mode.LIVE, OnError.STOP, 1, null, null);
        Iterator<String> words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            options = options.with(words.next(), words);
        }
        return options;
    }

    private ReplayOptions with(String name, Iterator<String> words) {
        return switch (name) {
            case "--shadow" ->
                new ReplayOptions(input, store, policy, agents, Mode.SHADOW, onError, threads, decisions, report);
            case "--input" ->
                new ReplayOptions(value(name, words), store, policy, agents, mode, onError, threads, decisions, report);
            case "--store" ->
                new ReplayOptions(
                        input, stored(value(name, words)), policy, agents, mode, onError, threads, decisions, report);
            case "--policy" ->
                new ReplayOptions(input, store, value(name, words), agents, mode, onError, threads, decisions, report);
            case "--agents" ->
                new ReplayOptions(input, store, policy, value(name, words), mode, onError, threads, decisions, report);
            case "--on-error" ->
                new ReplayOptions(
                        input, store, policy, agents, mode, reaction(value(name, words)), threads, decisions, report);
            case "--threads" ->
                new ReplayOptions(
                        input, store, policy, agents, mode, onError, count(value(name, words)), decisions, report);
            case "--decisions" ->
                new ReplayOptions(input, store, policy, agents, mode, onError, threads, value(name, words), report);
            case "--report" ->
                new ReplayOptions(input, store, policy, agents, mode, onError, threads, decisions, value(name, words));
            default -> throw new IllegalArgumentException("unknown option " + name);
        };
    }

    private static String value(String name, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return words.next();
    }

    private static String stored(String value) {
        if (!ReplayStore.isKnown(value)) {
            throw new IllegalArgumentException("--store must be memory, h2:PATH or jdbc:URL: " + value);
        }
        return value;
    }

    private static OnError reaction(String value) {
        return switch (value) {
            case "stop" -> OnError.STOP;
            case "skip" -> OnError.SKIP;
            default -> throw new IllegalArgumentException("--on-error must be stop or skip: " + value);
        };
    }

    private static int count(String value) {
        String reason = String.format(Locale.ROOT, "--threads must be within 1..%d: %s", MOST_THREADS, value);
        try {
            int threads = Integer.parseInt(value);
            if (threads < 1 || threads > MOST_THREADS) {
                throw new IllegalArgumentException(reason);
            }
            return threads;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(reason, e);
        }
    }
}
