package io.charter.whynot;

import io.charter.derivation.Premise;
import io.charter.reference.Row;
import io.charter.reference.Terms;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What an accumulate gives.
 *
 * @param result null for the least and the greatest of nothing
 */
record Tally(Object result, List<Premise> premises) {

    static Tally of(Condition.Accumulation accumulation, List<Row> rows, Frame frame) {
        List<Premise> premises = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Row row : rows) {
            Look look = Look.at(row, accumulation.pattern(), frame);
            if (look.misses().isEmpty()) {
                premises.add(row.premise());
                if (accumulation.argument() != null) {
                    values.add(look.frame().value(accumulation.argument(), row));
                }
            }
        }
        return new Tally(result(accumulation, premises.size(), values), premises);
    }

    private static Object result(Condition.Accumulation accumulation, long count, List<Object> values) {
        return switch (accumulation.function()) {
            case COUNT -> count;
            case SUM ->
                accumulation.argument().type() == ValueType.AMOUNT
                        ? values.stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add)
                        : (Object) values.stream().mapToLong(Long.class::cast).sum();
            case MIN -> values.stream().min(Terms::order).orElse(null);
            case MAX -> values.stream().max(Terms::order).orElse(null);
        };
    }
}
