package io.charter.generate;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.ValueType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Keeps apart the facts that are to be about different states, persons or things. */
final class Others {

    private static final int TRIES = 6;

    private final Draft draft;
    private final Values values;
    private final Deque<Set<Object>> taken = new ArrayDeque<>();

    Others(Draft draft, Values values) {
        this.draft = draft;
        this.values = values;
    }

    /** The text that tells apart the facts that a pattern may match, where nothing says yet what it is; or null. */
    static Field open(Pattern pattern, Map<String, Object> bound) {
        return pattern.bindings().stream()
                .filter(b -> !bound.containsKey(b.variable().name()))
                .map(Pattern.Binding::field)
                .filter(field -> field.type() == ValueType.TEXT
                        && field.values().isEmpty()
                        && (field.key()
                                || !field.named().isEmpty()
                                || pattern.type().identity().contains(field.name())))
                .findFirst()
                .orElse(null);
    }

    /** Does something for which the values are taken; those that it takes are added to them. */
    <T> T besides(Set<Object> known, Supplier<T> work) {
        taken.push(known);
        T result = work.get();
        taken.pop();
        return result;
    }

    /** Whether another value than those taken is asked for in an open field, if there is one. */
    boolean isAsked(Field open) {
        return open != null && !taken.isEmpty();
    }

    boolean isFree(Object value) {
        return !taken.peek().contains(value);
    }

    void take(Object value) {
        taken.peek().add(value);
    }

    /** A text that no fact of the type has there yet. */
    Optional<Object> name(FactType type, Field field) {
        Set<Object> known = new HashSet<>();
        draft.of(type).forEach(fact -> known.add(fact.get(field.name())));
        for (int i = 0; i < TRIES; i++) {
            Object text = values.any(type, field);
            if (!known.contains(text)) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
