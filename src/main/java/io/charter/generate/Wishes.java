package io.charter.generate;

import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a pattern asks of the fields of a fact, given the variables bound so far; one of its constraints may be meant not to hold. */
final class Wishes {

    private static final int GUESSES = 6;
    private static final int TRIES = 5;

    private final Pattern pattern;
    private final Map<String, Object> bound;
    private final Constraint missed;
    private final Values values;
    private final Chance chance;

    Wishes(Pattern pattern, Map<String, Object> bound, Constraint missed, Values values, Chance chance) {
        this.pattern = pattern;
        this.bound = bound;
        this.missed = missed;
        this.values = values;
        this.chance = chance;
    }

    /** Whether nothing that is known of the fact is otherwise than the pattern asks. */
    boolean allow(Map<String, Object> self) {
        Known known = new Known(self, bound);
        for (Pattern.Binding binding : pattern.bindings()) {
            Object wanted = bound.getOrDefault(binding.variable().name(), Known.OPEN);
            Object has = self.getOrDefault(binding.field().name(), Known.OPEN);
            if (wanted != Known.OPEN && has != Known.OPEN && !Known.same(wanted, has)) {
                return false;
            }
        }
        return pattern.constraints().stream().allMatch(constraint -> allows(constraint, known));
    }

    /** Whether the pattern matches the fact, as far as all that it asks is known. */
    boolean match(Map<String, Object> self) {
        Known known = new Known(self, bound);
        return pattern.constraints().stream().allMatch(constraint -> Boolean.TRUE.equals(known.holds(constraint)));
    }

    private boolean allows(Constraint constraint, Known known) {
        Boolean holds = known.holds(constraint);
        return holds == null || holds == (constraint != missed);
    }

    /** Values for the fields of which the pattern asks something; where it asks for what cannot be found, for some of them. */
    Map<String, Object> fields() {
        Map<String, Object> wished = tried();
        for (int i = 1; i < TRIES && !settles(wished) && allow(wished); i++) {
            wished = tried();
        }
        return wished;
    }

    private boolean settles(Map<String, Object> wished) {
        return pattern.constraints().stream()
                .flatMap(constraint -> constraint instanceof Constraint.Comparison comparison
                        ? Stream.of(comparison.left(), comparison.right())
                        : Stream.of(((Constraint.Choice) constraint).value()))
                .allMatch(asked -> !(asked instanceof Expression.FieldValue value)
                        || wished.containsKey(value.field().name())
                        || isGiven(value.field()));
    }

    private Map<String, Object> tried() {
        Map<String, Object> wished = new LinkedHashMap<>();
        for (Pattern.Binding binding : pattern.bindings()) {
            Object wanted = bound.getOrDefault(binding.variable().name(), Known.OPEN);
            if (wanted != Known.OPEN) {
                wished.put(binding.field().name(), wanted);
            }
        }
        if (!allow(wished)) {
            return wished;
        }
        for (Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Constraint.Comparison comparison) {
                wish(comparison.right(), wished);
                wish(comparison.left(), wished);
            } else if (constraint instanceof Constraint.Choice choice) {
                wish(choice.value(), wished);
            }
        }
        return wished;
    }

    private void wish(Expression asked, Map<String, Object> wished) {
        if (!(asked instanceof Expression.FieldValue value)
                || wished.containsKey(value.field().name())) {
            return;
        }
        Field field = value.field();
        List<Object> close = new ArrayList<>();
        Known known = new Known(wished, bound);
        for (Constraint constraint : pattern.constraints()) {
            for (Expression compared : comparedWith(field, constraint)) {
                Object beside = known.value(compared);
                if (beside == null) {
                    close.add(null);
                } else if (beside != Known.OPEN) {
                    close.addAll(
                            field.type() == ValueType.LIST
                                    ? values.with(pattern.type(), field, beside)
                                    : Values.beside(beside));
                }
            }
        }
        boolean anyFirst = close.isEmpty() || chance.oneIn(3);
        if (anyFirst && guess(field, wished)) {
            return;
        }
        for (Object candidate : chance.shuffled(close)) {
            if (fits(field, candidate, wished)) {
                return;
            }
        }
        if (!anyFirst) {
            guess(field, wished);
        }
    }

    /** Whether a text comes from a fact that a scenario states, so that it cannot be guessed. */
    private boolean isGiven(Field field) {
        return pattern.type().kind() == FactType.Kind.DERIVED
                && field.type() == ValueType.TEXT
                && field.named().isEmpty()
                && !values.isListed(pattern.type(), field);
    }

    private boolean guess(Field field, Map<String, Object> wished) {
        if (isGiven(field)) {
            return false;
        }
        for (int i = 0; i < GUESSES; i++) {
            if (fits(field, values.any(pattern.type(), field), wished)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(Field field, Object candidate, Map<String, Object> wished) {
        wished.put(field.name(), candidate);
        if (allow(wished)) {
            return true;
        }
        wished.remove(field.name());
        return false;
    }

    private static List<Expression> comparedWith(Field field, Constraint constraint) {
        if (constraint instanceof Constraint.Comparison comparison && isOf(field, comparison.left())) {
            return List.of(comparison.right());
        }
        return constraint instanceof Constraint.Choice choice && isOf(field, choice.value())
                ? choice.choices()
                : List.of();
    }

    private static boolean isOf(Field field, Expression expression) {
        return expression instanceof Expression.FieldValue value
                && value.field().equals(field);
    }
}
