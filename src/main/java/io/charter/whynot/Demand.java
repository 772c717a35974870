package io.charter.whynot;

import io.charter.reference.Terms;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a pattern asks of one field of a fact.
 *
 * @param operator as in rules; {@code in} and {@code not in} where there is a choice
 */
public record Demand(Field field, String operator, List<Object> values) {

    /** All that a pattern asks of single fields, as far as the values are known. */
    static List<Demand> of(Pattern pattern, Frame frame) {
        List<Demand> demands = new ArrayList<>();
        for (Pattern.Binding binding : pattern.bindings()) {
            String name = binding.variable().name();
            if (frame.knows(name)) {
                demands.add(new Demand(binding.field(), "==", Collections.singletonList(frame.value(name))));
            }
        }
        for (Constraint constraint : pattern.constraints()) {
            List<Expression> sides = Frame.expressions(constraint).toList();
            if (sides.get(0) instanceof Expression.FieldValue left
                    && sides.stream().skip(1).allMatch(side -> frame.knows(side, null))) {
                List<Object> values = new ArrayList<>();
                sides.stream().skip(1).forEach(side -> values.add(frame.value(side, null)));
                demands.add(
                        new Demand(left.field(), Compared.operator(constraint), Collections.unmodifiableList(values)));
            }
        }
        for (Pattern.Binding binding : pattern.bindings()) {
            frame.asked(binding.variable().name())
                    .forEach(asked -> asked.demand(binding.field()).ifPresent(demands::add));
        }
        return demands.stream()
                .filter(demand -> demands.stream().noneMatch(demand::isImpliedBy))
                .toList();
    }

    /** Whether another asks as much of the same field, and more. */
    private boolean isImpliedBy(Demand other) {
        boolean alike = field.equals(other.field)
                && operator.equals(other.operator)
                && values.get(0) != null
                && other.values.get(0) != null;
        return alike
                && (operator.startsWith("<") && Terms.order(other.values.get(0), values.get(0)) < 0
                        || operator.startsWith(">") && Terms.order(other.values.get(0), values.get(0)) > 0);
    }

    /** A value as a rule would write it. */
    static String plain(Object value) {
        return value instanceof BigDecimal amount
                ? amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }
}
