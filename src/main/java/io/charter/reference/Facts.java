package io.charter.reference;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The facts that rules can see, by type. A fact stands under its own type and under those that it extends. */
public final class Facts {

    private int derived;
    private final Map<String, List<Row>> byType = new HashMap<>();
    /** By type, then field, then value in its canonical form; made when first asked for. */
    private final Map<String, Map<String, Map<Object, List<Row>>>> byValue = new HashMap<>();

    /** The facts that a scenario has by its date, and the date itself. */
    public static Facts of(Scenario scenario) {
        Facts facts = new Facts();
        FactType today = scenario.edition().types().values().stream()
                .filter(type -> type.kind() == FactType.Kind.TODAY)
                .findFirst()
                .orElseThrow();
        facts.add(new Row(today, Map.of(today.fields().get(0).name(), scenario.asOf()), new Premise.Today()));
        for (int i = 0; i < scenario.known().size(); i++) {
            facts.add(Row.of(scenario.known().get(i), i));
        }
        return facts;
    }

    /** The same, and what rules derived from them. */
    public static Facts of(Derivations derivations) {
        Facts facts = of(derivations.scenario());
        derivations.facts().forEach(fact -> facts.add(Row.of(fact)));
        return facts;
    }

    /** A number for one more derived fact: none has it yet. */
    int number() {
        return derived++;
    }

    void add(Row row) {
        for (FactType type = row.type(); type != null; type = type.parent()) {
            byType.computeIfAbsent(type.name(), k -> new ArrayList<>()).add(row);
            byValue.remove(type.name());
        }
    }

    /** Puts these facts in the place of all facts of the types. */
    void replace(Set<String> types, Collection<Row> rows) {
        byType.forEach((name, of) -> {
            if (of.removeIf(row -> types.contains(row.type().name()))) {
                byValue.remove(name);
            }
        });
        rows.forEach(this::add);
    }

    public List<Row> of(FactType type) {
        return byType.getOrDefault(type.name(), List.of());
    }

    /** Those of a type that have a value in a field, in the same order. */
    List<Row> of(FactType type, Field field, Object value) {
        return byValue.computeIfAbsent(type.name(), k -> new HashMap<>())
                .computeIfAbsent(field.name(), k -> {
                    Map<Object, List<Row>> rows = new HashMap<>();
                    for (Row row : of(type)) {
                        rows.computeIfAbsent(Terms.canonical(row.value(field)), v -> new ArrayList<>())
                                .add(row);
                    }
                    return rows;
                })
                .getOrDefault(Terms.canonical(value), List.of());
    }
}
