package io.charter.generate;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How many facts, or of what amounts, bring what is counted or summed close to what is asked of it. */
final class Count {

    private static final int MOST = 7;
    private static final int MOST_AT_WILL = 4;
    private static final int MOST_PARTS = 3;
    private static final int SPARE = 3;

    private final Condition.Accumulation accumulation;
    private final Map<String, Object> bound;
    private final Constraint missed;
    private final Chance chance;

    Count(Condition.Accumulation accumulation, Map<String, Object> bound, Constraint missed, Chance chance) {
        this.accumulation = accumulation;
        this.bound = bound;
        this.missed = missed;
        this.chance = chance;
    }

    /**
     * Asks for the facts that are wanting.
     *
     * @param there gives the facts that are counted so far
     * @param wanting takes the variables with which another fact is to meet the pattern
     * @return whether there are as many in the end as there should be, where anything is asked of their number
     */
    boolean gather(Supplier<List<Map<String, Object>>> there, Consumer<Map<String, Object>> wanting) {
        if (accumulation.argument() != null && accumulation.argument().type() == ValueType.AMOUNT) {
            sum(there.get(), wanting);
            return true;
        }
        boolean atWill = accumulation.constraints().isEmpty()
                && !bound.containsKey(accumulation.result().name());
        int aim = aim(there.get().size());
        for (int i = there.get().size(); i < aim + SPARE && there.get().size() < aim; i++) {
            wanting.accept(new HashMap<>(bound));
        }
        int found = there.get().size();
        bound.putIfAbsent(accumulation.result().name(), (long) found);
        return found == aim || atWill;
    }

    /** How many there should be: more often one of those at which what is asked begins or ends to hold. */
    private int aim(int there) {
        if (bound.get(accumulation.result().name()) instanceof Long wanted) {
            return (int) Math.min(wanted, MOST);
        }
        if (accumulation.constraints().isEmpty()) {
            return chance.pick(List.of(there, there, chance.between(0, MOST_AT_WILL), MOST));
        }
        List<Integer> fitting = new ArrayList<>();
        List<Integer> edges = new ArrayList<>();
        for (int count = 0; count <= MOST; count++) {
            if (fits((long) count)) {
                fitting.add(count);
                if (count > 0 && !fits(count - 1L) || count < MOST && !fits(count + 1L)) {
                    edges.add(count);
                }
            }
        }
        if (fitting.isEmpty()) {
            return there;
        }
        return chance.pick(edges.isEmpty() || chance.oneIn(3) ? fitting : edges);
    }

    private boolean fits(Object result) {
        Map<String, Object> with = new HashMap<>(bound);
        with.put(accumulation.result().name(), result);
        Known known = new Known(Map.of(), with);
        return accumulation.constraints().stream().allMatch(constraint -> {
            Boolean holds = known.holds(constraint);
            return holds == null || holds == (constraint != missed);
        });
    }

    private void sum(List<Map<String, Object>> there, Consumer<Map<String, Object>> wanting) {
        Field field = accumulation.argument().origin();
        List<Object> totals = new ArrayList<>();
        for (Constraint constraint : accumulation.constraints()) {
            if (constraint instanceof Constraint.Comparison comparison
                    && new Known(Map.of(), bound).value(comparison.right()) instanceof Long threshold) {
                Values.beside(BigDecimal.valueOf(threshold)).stream()
                        .filter(this::fits)
                        .forEach(totals::add);
            }
        }
        if (totals.isEmpty()) {
            return;
        }
        BigDecimal rest = (BigDecimal) chance.pick(totals);
        for (Map<String, Object> fact : there) {
            rest = fact.get(field.name()) instanceof BigDecimal amount ? rest.subtract(amount) : rest;
        }
        for (int parts = chance.between(1, MOST_PARTS); parts > 0 && rest.signum() > 0; parts--) {
            BigDecimal part = parts == 1 ? rest : rest.divide(BigDecimal.valueOf(2), 2, RoundingMode.UP);
            Map<String, Object> with = new HashMap<>(bound);
            accumulation.pattern().bindings().stream()
                    .filter(binding -> binding.field().equals(field))
                    .forEach(binding -> with.put(binding.variable().name(), part));
            wanting.accept(with);
            rest = rest.subtract(part);
        }
    }
}
