package io.chatmgmt.examples;

import io.chatmgmt.examples.desk.DeskCommand;
import io.chatmgmt.examples.message.SignalsCommand;
import io.chatmgmt.examples.message.SimilarCommand;
import io.chatmgmt.examples.message.Streams;
import io.chatmgmt.examples.message.TopicsCommand;
import io.chatmgmt.examples.replay.ReplayCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The jar's front door: picks the command that its first argument names. */
public final class Examples {

    private static final String USAGE = """
            Usage: java -jar chatmgmt-examples.jar COMMAND [OPTION]...

              replay            play recorded conversations, or a sample day (replay --help)
              desk              a support desk with a dashboard, to try it all (desk --help)
              topics            fit a topic classifier, and ask it (topics --help)
              signals           what is heard in messages (signals --help)
              similar           whether messages repeat a question (similar --help)
              quickstart        a message, an answer, a call for a person
              custom-trigger    an escalation trigger of one's own
              skill-routing     who gets a conversation, and why
              policy-file       a policy from a file, and a bad one
              supervisor        a supervisor's minute: lists, a held answer, a promise, training
              scenario          a conversation flow as a test
            """;

    private static final String LOGS = "ch.qos.logback.classic.spi.LogbackServiceProvider";
    private static final String LOGS_NOTHING = "org.slf4j.nop.NOPServiceProvider";

    private Examples() {}

    /**
     * Runs one command and leaves with its exit status: 0 when it did its work, 2 when it was not understood, 3 when its
     * input was bad.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        // Nothing logs but the desk: a command's output is its own, and it need not wait for a logging system to start.
        boolean desk = arguments.length > 0 && arguments[0].equals("desk");
        System.setProperty("slf4j.provider", desk ? LOGS : LOGS_NOTHING);
        System.setProperty("slf4j.internal.verbosity", "WARN");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out, err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        String command = arguments.length == 0 ? "" : arguments[0];
        String[] options = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        Streams streams = new Streams(System.in, out, err);
        return switch (command) {
            case "replay" -> new ReplayCommand(System.in, out, err).run(options);
            case "desk" -> new DeskCommand(streams).run(options);
            case "topics" -> new TopicsCommand(streams).run(options);
            case "signals" -> new SignalsCommand(streams).run(options);
            case "similar" -> new SimilarCommand(streams).run(options);
            default -> example(command, options, streams);
        };
    }

    private static int example(String command, String[] options, Streams streams) {
        if (options.length > 0 || !runs(command, streams.out())) {
            streams.err().print(USAGE);
            return 2;
        }
        return 0;
    }

    private static boolean runs(String command, PrintStream out) {
        try {
            switch (command) {
                case "quickstart" -> QuickStart.run(out);
                case "custom-trigger" -> CustomTrigger.run(out);
                case "skill-routing" -> SkillRouting.run(out);
                case "policy-file" -> PolicyFile.run(out);
                case "supervisor" -> SupervisorsMinute.run(out);
                case "scenario" -> ScenarioInATest.run(out);
                case "--help" -> out.print(USAGE);
                default -> {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
