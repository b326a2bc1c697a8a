package io.chatmgmt.examples;

import java.io.PrintStream;

/** The jar's front door: picks the command that its first argument names. */
public final class Examples {

    private static final String USAGE = """
            Usage: java -jar chatmgmt-examples.jar COMMAND [OPTION]...

            There are no commands yet.
            """;

    private Examples() {}

    /**
     * Runs one command and leaves with its exit status: 0 when it did its work, 2 when it was not understood.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length == 1 && arguments[0].equals("--help")) {
            out.print(USAGE);
            return 0;
        }
        err.print(USAGE);
        return 2;
    }
}
