package io.chatmgmt.store.json;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Numbers, words and times. Times are microseconds since 1970, or ISO 8601 where that would lose something. */
final class Scalars {

    private static final long MICROS = 1_000_000;

    private static final Map<Class<?>, Shape<?>> SHAPES = Map.of(
            String.class, shape("", JsonGenerator::writeString, JsonParser::getString),
            int.class, shape(0, JsonGenerator::writeNumber, JsonParser::getIntValue),
            long.class, shape(0L, JsonGenerator::writeNumber, JsonParser::getLongValue),
            double.class, shape(0.0, JsonGenerator::writeNumber, Scalars::decimal),
            boolean.class, shape(false, JsonGenerator::writeBoolean, JsonParser::getBooleanValue),
            Instant.class, shape(Instant.EPOCH, Scalars::write, Scalars::instant),
            Duration.class, shape(Duration.ZERO, Scalars::write, Scalars::duration));

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            Integer.class, int.class,
            Long.class, long.class,
            Double.class, double.class,
            Boolean.class, boolean.class);

    private Scalars() {}

    /** The shape of a type, null for types that are not scalar. */
    static @Nullable Shape<?> of(Class<?> type) {
        return SHAPES.get(BOXES.getOrDefault(type, type));
    }

    private interface Writer<T> {

        void write(JsonGenerator out, T value);
    }

    private static <T> Shape<T> shape(T usual, Writer<T> writer, Function<JsonParser, T> reader) {
        return new Shape<>() {
            @Override
            void write(JsonGenerator out, T value, Scope scope) {
                writer.write(out, value);
            }

            @Override
            T read(JsonParser in, Scope scope) {
                return reader.apply(in);
            }

            @Override
            T usual(Scope scope) {
                return usual;
            }
        };
    }

    /** Numbers that JSON does not have are written as words. */
    private static double decimal(JsonParser in) {
        return in.currentToken() == JsonToken.VALUE_STRING ? Double.parseDouble(in.getString()) : in.getDoubleValue();
    }

    private static void write(JsonGenerator out, Instant at) {
        boolean exact = at.getNano() % 1_000 == 0 && Math.abs(at.getEpochSecond()) < Long.MAX_VALUE / MICROS;
        if (exact) {
            out.writeNumber(at.getEpochSecond() * MICROS + at.getNano() / 1_000);
        } else {
            out.writeString(at.toString());
        }
    }

    private static Instant instant(JsonParser in) {
        return in.currentToken() == JsonToken.VALUE_STRING
                ? Instant.parse(in.getString())
                : Instant.EPOCH.plus(in.getLongValue(), ChronoUnit.MICROS);
    }

    private static void write(JsonGenerator out, Duration length) {
        boolean exact = length.getNano() % 1_000 == 0 && Math.abs(length.getSeconds()) < Long.MAX_VALUE / MICROS;
        if (exact) {
            out.writeNumber(length.getSeconds() * MICROS + length.getNano() / 1_000);
        } else {
            out.writeString(length.toString());
        }
    }

    private static Duration duration(JsonParser in) {
        return in.currentToken() == JsonToken.VALUE_STRING
                ? Duration.parse(in.getString())
                : Duration.of(in.getLongValue(), ChronoUnit.MICROS);
    }
}
