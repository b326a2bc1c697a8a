package io.chatmgmt.examples.replay;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A progress bar, shown on a terminal only. Thread-safe. */
final class Progress {

    private static final int WIDTH = 40;
    private static final int FIRST_WITH_IS_TERMINAL = 22;

    private final PrintStream out;
    private final boolean shown;
    private final AtomicInteger done = new AtomicInteger();

    private Progress(PrintStream out, boolean shown) {
        this.out = out;
        this.shown = shown;
    }

    static Progress on(PrintStream out) {
        return new Progress(out, isTerminal());
    }

    /** A console alone does not say: from Java 22 on there is one even where nobody looks. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null || Runtime.version().feature() < FIRST_WITH_IS_TERMINAL) {
            return console != null;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** One more of so many is done. */
    void step(int of) {
        int now = done.incrementAndGet();
        if (shown && (now * 100L / of != (now - 1) * 100L / of)) {
            int filled = (int) ((long) now * WIDTH / of);
            out.printf(Locale.ROOT, "\r[%s%s] %3d %%", "#".repeat(filled), ".".repeat(WIDTH - filled), now * 100L / of);
            if (now == of) {
                out.println();
            }
        }
    }
}
