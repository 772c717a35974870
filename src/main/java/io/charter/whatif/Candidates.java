package io.charter.whatif;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.ValueType;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The single changes of a scenario that are tried. */
final class Candidates {

    private static final int MOST_OF_A_SKETCH = 400;

    private final Scenario scenario;
    private final Set<String> lookedAt;
    private final Values values;
    private final Predicate<String> free;

    /**
     * @param lookedAt the types on which the question rests
     * @param free whether the fact or field at a pointer may be changed
     */
    Candidates(Scenario scenario, String subject, Set<String> lookedAt, Predicate<String> free) {
        this.scenario = scenario;
        this.lookedAt = lookedAt;
        this.values = new Values(scenario, subject);
        this.free = free;
    }

    private boolean matters(FactType type) {
        for (FactType t = type; t != null; t = t.parent()) {
            if (lookedAt.contains(t.name())) {
                return true;
            }
        }
        return false;
    }

    /** Each fact taken away, each field changed to each value that may matter. */
    List<Change> ofFacts(Origins origins) {
        List<Change> changes = new ArrayList<>();
        for (Fact fact : scenario.facts()) {
            if (!matters(fact.type()) || !free.test(fact.pointer())) {
                continue;
            }
            changes.add(new Change.Removed(fact));
            for (Field field : fact.type().fields()) {
                if (free.test(fact.pointer() + "/" + field.name())) {
                    values.others(fact, field).forEach(value -> replace(fact, field, value, changes));
                    replaced(fact, field, origins, changes);
                }
            }
        }
        return changes;
    }

    private void replaced(Fact fact, Field field, Origins origins, List<Change> changes) {
        Set<Object> thresholds = origins.thresholds().getOrDefault(new Origins.Origin(fact, field, null), Set.of());
        values.around(field, thresholds).forEach(value -> replace(fact, field, value, changes));
    }

    private static void replace(Fact fact, Field field, Object value, List<Change> changes) {
        if (!value.equals(fact.values().get(field.name()))) {
            changes.add(new Change.Replaced(fact, field, value));
        }
    }

    /** Each fact that some rule looked for. */
    List<Change> added(Sketches sketches) {
        List<Change> changes = new ArrayList<>();
        for (Sketches.Sketch sketch : sketches.found()) {
            if (matters(sketch.type()) && free.test("/facts/" + sketch.type().name() + "/-")) {
                changes.addAll(added(sketch));
            }
        }
        return changes;
    }

    private List<Change> added(Sketches.Sketch sketch) {
        List<Map<String, Object>> facts = new ArrayList<>(List.of(Map.of()));
        for (Field field : sketch.type().fields()) {
            List<Object> choices = choices(sketch, field);
            if (choices.isEmpty()) {
                if (field.required() && field.only() == null) {
                    return List.of();
                }
                continue;
            }
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> fact : facts) {
                for (Object choice : choices) {
                    if (more.size() < MOST_OF_A_SKETCH) {
                        Map<String, Object> longer = new HashMap<>(fact);
                        longer.put(field.name(), choice);
                        more.add(longer);
                    }
                }
            }
            facts = more;
        }
        return facts.stream()
                .map(f -> (Change) new Change.Added(sketch.type(), f))
                .toList();
    }

    private List<Object> choices(Sketches.Sketch sketch, Field field) {
        Object fixed = sketch.fixed().get(field.name());
        if (fixed != null) {
            return List.of(fixed);
        }
        Set<Object> near = sketch.near().getOrDefault(field.name(), Set.of());
        boolean ordered = field.type() == ValueType.DATE || field.type().isNumber();
        if (near.isEmpty() || !ordered) {
            return values.free(sketch.type(), field);
        }
        List<Object> around = values.around(field, near).stream()
                .filter(v -> !field.event() || !(v instanceof LocalDate day) || !day.isAfter(scenario.asOf()))
                .toList();
        return around.isEmpty() ? values.free(sketch.type(), field) : around;
    }

    /** Other forms of a change that has been tried, by what the rules compared the fact with that it made. */
    List<Change> variants(Change change, Fact made, Origins origins) {
        List<Change> variants = new ArrayList<>();
        if (made == null) {
            return variants;
        }
        for (Field field : made.type().fields()) {
            boolean same = change instanceof Change.Replaced replaced
                    && !replaced.field().name().equals(field.name());
            if (same) {
                continue;
            }
            Set<Object> thresholds = origins.thresholds().getOrDefault(new Origins.Origin(made, field, null), Set.of());
            for (Object value : values.around(field, thresholds)) {
                if (change instanceof Change.Replaced replaced) {
                    replace(replaced.fact(), field, value, variants);
                } else {
                    Map<String, Object> other = new HashMap<>(made.values());
                    other.put(field.name(), value);
                    variants.add(new Change.Added(made.type(), other));
                }
            }
        }
        return variants;
    }
}
