package io.charter.generate;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Method;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.ValueType;
import io.charter.text.Position;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What rules write: the values that they compare fields with, the distances between dates that matter, and days of the calendar. */
final class Written {

    private final Map<Position, List<Object>> values = new LinkedHashMap<>();
    private final Set<Long> sums = new LinkedHashSet<>();
    private final Set<Distance> distances = new LinkedHashSet<>();
    private final Set<LocalDate> dates = new LinkedHashSet<>();
    private final Set<MonthDay> calendar = new LinkedHashSet<>();

    /** How far a rule moves a date. */
    record Distance(Method method, long by) {
        LocalDate from(LocalDate date) {
            return Known.moved(method, date, by);
        }

        /** About as far the other way. */
        LocalDate before(LocalDate date) {
            return Known.moved(method, date, -by);
        }
    }

    private Written() {}

    static Written in(Edition edition) {
        Written written = new Written();
        for (Rule rule : edition.rules()) {
            for (Condition condition : rule.when()) {
                condition.pattern().constraints().forEach(written::learn);
                if (condition instanceof Condition.Accumulation accumulation) {
                    accumulation.constraints().forEach(written::learn);
                    accumulation.constraints().forEach(constraint -> written.threshold(accumulation, constraint));
                }
            }
            rule.then().values().forEach(written::learn);
        }
        return written;
    }

    private void learn(Constraint constraint) {
        if (constraint instanceof Constraint.Comparison comparison) {
            learn(comparison.left());
            learn(comparison.right());
            compared(comparison.left(), comparison.right());
        } else if (constraint instanceof Constraint.Choice choice) {
            learn(choice.value());
            choice.choices().forEach(c -> compared(choice.value(), c));
        }
    }

    private void compared(Expression asked, Expression written) {
        if (asked.origin() != null && written instanceof Expression.Constant constant && constant.value() != null) {
            List<Object> known = values.computeIfAbsent(asked.origin().at(), k -> new ArrayList<>());
            if (!known.contains(constant.value())) {
                known.add(constant.value());
            }
        }
    }

    private void threshold(Condition.Accumulation accumulation, Constraint constraint) {
        boolean amounts =
                accumulation.argument() != null && accumulation.argument().type() == ValueType.AMOUNT;
        if (amounts
                && constraint instanceof Constraint.Comparison comparison
                && comparison.right() instanceof Expression.Constant constant
                && constant.value() instanceof Long sum) {
            sums.add(sum);
        }
    }

    private void learn(Expression expression) {
        if (expression instanceof Expression.Arithmetic arithmetic) {
            learn(arithmetic.left());
            learn(arithmetic.right());
        } else if (expression instanceof Expression.Call call) {
            if (call.target() != null) {
                learn(call.target());
            }
            call.arguments().forEach(this::learn);
            List<Object> parts = new ArrayList<>();
            call.arguments().forEach(a -> parts.add(a instanceof Expression.Constant known ? known.value() : null));
            learn(call.method(), parts);
        }
    }

    private void learn(Method method, List<Object> parts) {
        if (method == Method.DATE_OF && parts.get(1) != null && parts.get(2) != null) {
            calendar.add(MonthDay.of(whole(parts.get(1)), whole(parts.get(2))));
            if (parts.get(0) != null) {
                dates.add(LocalDate.of(whole(parts.get(0)), whole(parts.get(1)), whole(parts.get(2))));
            }
        } else if (method.result() == ValueType.DATE && parts.size() == 1 && parts.get(0) instanceof Long by) {
            distances.add(new Distance(method, by));
        }
    }

    private static int whole(Object number) {
        return Math.toIntExact((Long) number);
    }

    /** What rules compare the field with. */
    List<Object> of(Field field) {
        return values.getOrDefault(field.at(), List.of());
    }

    /** What rules compare sums of amounts with. */
    List<Long> sums() {
        return List.copyOf(sums);
    }

    List<Distance> distances() {
        return List.copyOf(distances);
    }

    /** Whole dates. */
    List<LocalDate> dates() {
        return List.copyOf(dates);
    }

    /** Days of the calendar, whatever the year. */
    List<MonthDay> calendar() {
        return List.copyOf(calendar);
    }
}
