package io.charter.whatif;

import io.charter.reference.Bindings;
import io.charter.reference.Terms;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Method;
import io.charter.rulebook.model.Pattern;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sketches of facts that rules looked for while they were worked out: what they ask of such a fact, with the values at the time. */
final class Sketches {

    private static final Map<Method, Method> INVERSE = Map.of(
            Method.PLUS_DAYS, Method.MINUS_DAYS,
            Method.MINUS_DAYS, Method.PLUS_DAYS,
            Method.PLUS_MONTHS, Method.MINUS_MONTHS,
            Method.MINUS_MONTHS, Method.PLUS_MONTHS,
            Method.PLUS_YEARS, Method.MINUS_YEARS,
            Method.MINUS_YEARS, Method.PLUS_YEARS);

    private final List<FactType> stated;
    private final Map<String, List<FactType>> matching = new HashMap<>();
    private final Set<Sketch> sketches = new LinkedHashSet<>();

    /**
     * @param fixed the values that fields must have
     * @param near the values that fields are compared with otherwise
     */
    record Sketch(FactType type, Map<String, Object> fixed, Map<String, Set<Object>> near) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Sketch s
                    && s.type.name().equals(type.name())
                    && s.fixed.equals(fixed)
                    && s.near.equals(near);
        }

        @Override
        public int hashCode() {
            return type.name().hashCode() + 31 * fixed.hashCode() + 17 * near.hashCode();
        }
    }

    Sketches(Edition edition) {
        this.stated = edition.inputTypes();
    }

    Set<Sketch> found() {
        return sketches;
    }

    void reached(Pattern pattern, Bindings bindings) {
        List<FactType> types = matching.computeIfAbsent(
                pattern.type().name(),
                k -> stated.stream().filter(t -> t.isA(pattern.type())).toList());
        if (types.isEmpty()) {
            return;
        }
        Map<String, Object> fixed = new HashMap<>();
        Map<String, Set<Object>> near = new HashMap<>();
        for (Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Constraint.Choice choice) {
                choice.choices().forEach(c -> note(choice.value(), "in", c, bindings, fixed, near));
            } else {
                Constraint.Comparison comparison = (Constraint.Comparison) constraint;
                note(comparison.left(), comparison.operator(), comparison.right(), bindings, fixed, near);
                note(comparison.right(), comparison.operator(), comparison.left(), bindings, fixed, near);
            }
        }
        types.forEach(type -> sketches.add(new Sketch(type, fixed, near)));
    }

    private static void note(
            Expression own,
            String operator,
            Expression other,
            Bindings bindings,
            Map<String, Object> fixed,
            Map<String, Set<Object>> near) {
        Expression asked = own instanceof Expression.Call call && call.target() != null ? call.target() : own;
        if (!(asked instanceof Expression.FieldValue value) || isOwn(other)) {
            return;
        }
        Object there;
        try {
            there = Terms.value(other, null, bindings.values());
            if (own instanceof Expression.Call call) {
                Method inverse = INVERSE.get(call.method());
                if (inverse == null || there == null) {
                    return;
                }
                there = Terms.value(
                        new Expression.Call(
                                inverse,
                                new Expression.Constant(there, value.field().type(), own.at()),
                                call.arguments(),
                                own.at()),
                        null,
                        bindings.values());
            }
        } catch (DateTimeException | ArithmeticException e) {
            return;
        }
        if (there == null) {
            return;
        }
        String name = value.field().name();
        if (operator.equals("==") && own == asked) {
            fixed.put(name, there);
        } else if (operator.equals("contains")) {
            fixed.put(name, List.of(there));
        } else {
            near.computeIfAbsent(name, k -> new HashSet<>()).add(there);
        }
    }

    /** Whether an expression rests on the fact that is looked for. */
    private static boolean isOwn(Expression expression) {
        if (expression instanceof Expression.FieldValue || expression instanceof Expression.Self) {
            return true;
        }
        return expression.parts().stream().anyMatch(Sketches::isOwn);
    }

    /** A sum was compared: one more fact could make up for the difference. */
    void compared(Expression sum, Object here, Object there, Bindings bindings) {
        if (!(sum instanceof Expression.Bound bound) || here == null || there == null) {
            return;
        }
        Bindings.Counted counted = bindings.counted(bound.variable().name());
        if (counted == null
                || !(counted.accumulation().argument() instanceof Expression.Bound argument)
                || argument.variable().origin() == null) {
            return;
        }
        Field field = argument.variable().origin();
        Pattern pattern = counted.accumulation().pattern();
        for (FactType type : stated) {
            if (type.isA(pattern.type())) {
                sketches.add(new Sketch(
                        type,
                        Map.of(),
                        Map.of(field.name(), Set.of(Origins.number(there).subtract(Origins.number(here))))));
            }
        }
    }
}
