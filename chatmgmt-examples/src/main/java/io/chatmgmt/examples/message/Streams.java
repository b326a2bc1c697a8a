package io.chatmgmt.examples.message;

import io.chatmgmt.examples.recording.Input;
import io.chatmgmt.examples.recording.TextField;
import io.chatmgmt.examples.recording.TextLine;
import io.chatmgmt.examples.recording.TextReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a command reads from and writes to, and the exit statuses that all of them share.
 *
 * @param in the standard input
 * @param out where the results go
 * @param err where complaints go
 */
public record Streams(InputStream in, PrintStream out, PrintStream err) {

    static final int DONE = 0;
    static final int MISUSED = 2;
    static final int BAD_INPUT = 3;

    /** What a command does once its options are understood. */
    interface Work {

        /** Does it; false when the input was bad and has been complained about. */
        boolean run() throws IOException;
    }

    /** Understands the options, does the work, and says how it went. */
    int run(String usage, String[] arguments, Command command) {
        if (arguments.length == 1 && arguments[0].equals("--help")) {
            out.print(usage);
            return DONE;
        }
        try {
            return command.understand(arguments).run() ? DONE : BAD_INPUT;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(usage);
            return MISUSED;
        } catch (IOException e) {
            err.println("cannot read or write " + e.getMessage());
            return MISUSED;
        } finally {
            out.flush();
        }
    }

    /** Turns arguments into work. */
    interface Command {

        /** Understands the options; throws an {@link IllegalArgumentException} with the reason when it does not. */
        Work understand(String... arguments);
    }

    /** Reads the lines of a file, or of the standard input; false after a bad line, which has been complained about. */
    boolean read(String input, List<TextField> fields, Consumer<TextLine> reaction) throws IOException {
        Input lines = input.equals("-") ? Input.standard(in) : Input.file(Path.of(input));
        return new TextReader(lines, fields, err::println).read(reaction);
    }
}
