package io.chatmgmt.examples.desk;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of the command. Immutable.
 *
 * @param port where it listens; 0 for any that is free
 * @param store {@code memory}, {@code h2:PATH} or {@code jdbc:URL}
 * @param speed how fast the sample day goes by
 */
record DeskOptions(int port, String store, double speed) {

    static final String USAGE = """
            Usage: desk [OPTION]...

            Starts a small support desk on this machine: a window for customers, a pretend AI, the dashboard, and the
            sample day in a loop. Stop it with Ctrl+C.

              --port N          where it listens (default: 8080)
              --store h2:PATH   where conversations are kept: memory, h2:PATH or jdbc:URL (default: h2:chatmgmt-desk)
              --speed X         how fast the sample day goes by (default: 1)
            """;

    private static final String MEMORY = "memory";
    private static final String H2 = "h2:";
    private static final String JDBC = "jdbc:";
    private static final int LAST_PORT = 65_535;

    /** How many days before have happened when the desk starts for the first time: as many as one likes to wait for. */
    private static final int PAST_DAYS = 1;

    private static final int PAST_DAYS_IN_MEMORY = 13;

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException with the reason when they cannot be understood
     */
    static DeskOptions parse(String... arguments) {
        DeskOptions options = new DeskOptions(8080, H2 + "chatmgmt-desk", 1);
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            options = options.with(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private DeskOptions with(String name, String value) {
        return switch (name) {
            case "--port" -> new DeskOptions((int) number(name, value, 0, LAST_PORT), store, speed);
            case "--store" -> new DeskOptions(port, stored(value), speed);
            case "--speed" -> new DeskOptions(port, store, number(name, value, 0.01, 1000));
            default -> throw new IllegalArgumentException("unknown option " + name);
        };
    }

    private static String stored(String value) {
        if (value.equals(MEMORY) || value.startsWith(H2) || value.startsWith(JDBC)) {
            return value;
        }
        throw new IllegalArgumentException("--store must be memory, h2:PATH or jdbc:URL, is " + value);
    }

    private static double number(String name, String value, double from, double to) {
        try {
            double number = Double.parseDouble(value);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number, is " + value, e);
        }
        throw new IllegalArgumentException(name + " must be within " + from + ".." + to + ", is " + value);
    }

    /** The address of the database; null for none. */
    private @Nullable String database() {
        if (store.equals(MEMORY)) {
            return null;
        }
        return store.startsWith(H2)
                ? "jdbc:h2:file:" + absolute(store.substring(H2.length())) + ";DB_CLOSE_ON_EXIT=FALSE"
                : store;
    }

    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }

    /** What Spring Boot is to know of them. */
    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("server.port", String.valueOf(port));
        properties.put("desk.speed", String.valueOf(speed));
        properties.put("desk.past-days", String.valueOf(store.equals(MEMORY) ? PAST_DAYS_IN_MEMORY : PAST_DAYS));
        String database = database();
        if (database == null) {
            properties.put(
                    "spring.autoconfigure.exclude",
                    "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration");
        } else {
            properties.put("spring.datasource.url", database);
        }
        return properties;
    }
}
