package io.chatmgmt.examples.desk;

import io.chatmgmt.examples.message.Streams;

/** The command {@code desk}: starts the application and stays until it is stopped. */
public final class DeskCommand {

    private static final int DONE = 0;
    private static final int MISUSED = 2;

    private final Streams streams;

    /**
     * The command.
     *
     * @param streams where it says what there is to see
     */
    public DeskCommand(Streams streams) {
        this.streams = streams;
    }

    /**
     * Runs it.
     *
     * @param arguments its options
     * @return the exit status: 0 when it was stopped, 2 for wrong options
     */
    public int run(String... arguments) {
        if (arguments.length == 1 && arguments[0].equals("--help")) {
            streams.out().print(DeskOptions.USAGE);
            return DONE;
        }
        DeskOptions options;
        try {
            options = DeskOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            streams.err().println(e.getMessage());
            streams.err().print(DeskOptions.USAGE);
            return MISUSED;
        }
        Desk.open(options, streams.out()).awaitClose();
        return DONE;
    }
}
