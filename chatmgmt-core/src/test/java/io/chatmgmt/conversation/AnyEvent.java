package io.chatmgmt.conversation;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * Any event of the family, with anything in it that its constructor lets pass. Found by reflection, so that an event
 * that is added tomorrow takes part.
 */
public final class AnyEvent {

    public static final Instant START = Instant.parse("2026-03-02T09:00:00.123456Z");

    private AnyEvent() {}

    /** All kinds of events. */
    public static List<Class<?>> kinds() {
        return leaves(ConversationEvent.class).toList();
    }

    /** Any event. */
    public static Arbitrary<ConversationEvent> events() {
        return Arbitraries.of(kinds())
                .flatMap(kind -> of(kind).map(ConversationEvent.class::cast))
                .filter(AnyEvent::isPossible);
    }

    /** Any event of one kind. */
    public static Arbitrary<ConversationEvent> events(Class<?> kind) {
        return of(kind).map(ConversationEvent.class::cast).filter(AnyEvent::isPossible);
    }

    /** A low answer has a confidence. */
    private static boolean isPossible(ConversationEvent event) {
        return !(event instanceof AnswerEvent.Proposed proposed)
                || proposed.streak() != StreakEffect.GROWS
                || proposed.confidence().isKnown();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(AnyEvent::leaves)
                : Stream.of(type);
    }

    private static Arbitrary<?> of(AnnotatedType type) {
        Arbitrary<?> values;
        if (type instanceof AnnotatedParameterizedType list) {
            values = of(list.getAnnotatedActualTypeArguments()[0]).list().ofMaxSize(3);
        } else {
            values = of((Class<?>) type.getType());
        }
        return type.isAnnotationPresent(Nullable.class) ? values.injectNull(0.3) : values;
    }

    private static Arbitrary<?> of(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return Arbitraries.integers().between(1, 5);
        }
        if (type == long.class) {
            return Arbitraries.longs().between(1, 5);
        }
        if (type == double.class || type == Double.class) {
            return Arbitraries.doubles().between(0, 1);
        }
        if (type == boolean.class) {
            return Arbitraries.of(true, false);
        }
        if (type == String.class) {
            return Arbitraries.of("en", "de", "billing", "anna", "LOW");
        }
        if (type == Instant.class) {
            return Arbitraries.longs().between(0, 1_000).map(START::plusSeconds);
        }
        if (type == Duration.class) {
            return Arbitraries.longs().between(0, 1_000).map(Duration::ofSeconds);
        }
        if (type == Confidence.class) {
            return Arbitraries.doubles()
                    .between(0, 1)
                    .map(Confidence::of)
                    .injectNull(0.2)
                    .map(known -> known == null ? Confidence.unknown() : known);
        }
        if (type == QuestionPrint.class) {
            return Combinators.combine(
                            Arbitraries.integers().array(int[].class).ofMaxSize(40),
                            Arbitraries.longs(),
                            Arbitraries.longs())
                    .as((words, signs, strong) -> QuestionPrint.of(words).meaning(signs, strong));
        }
        if (type == Span.class) {
            return Arbitraries.integers().between(0, 50).map(start -> new Span(start, start + 4));
        }
        if (type.isEnum()) {
            return Arbitraries.of(type.getEnumConstants());
        }
        return type.isRecord()
                ? made(
                        canonical(type),
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getAnnotatedType)
                                .toList())
                : made(type.getConstructors()[0], List.of(type.getConstructors()[0].getAnnotatedParameterTypes()));
    }

    private static Constructor<?> canonical(Class<?> type) {
        try {
            Class<?>[] components = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(components);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static Arbitrary<?> made(Constructor<?> constructor, List<AnnotatedType> parameters) {
        List<Arbitrary<Object>> arguments = new ArrayList<>();
        for (AnnotatedType parameter : parameters) {
            arguments.add(of(parameter).map(Object.class::cast));
        }
        return Combinators.combine(arguments).as(values -> {
            try {
                return constructor.newInstance(values.toArray());
            } catch (ReflectiveOperationException e) {
                throw new AssertionError("cannot make " + constructor + " of " + values, e);
            }
        });
    }
}
