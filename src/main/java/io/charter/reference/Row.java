package io.charter.reference;

import io.charter.derivation.Premise;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.scenario.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A fact as the evaluator reads it.
 *
 * @param values its fields by name; one that a scenario leaves out is absent, and reads as null
 */
public record Row(FactType type, Map<String, Object> values, Premise premise) {

    /** @param place its place among the facts that the scenario knows, or -1 where it does not know it by its date */
    public static Row of(Fact fact, int place) {
        return new Row(fact.type(), fact.values(), new Premise.Given(fact, place));
    }

    public static Row of(Premise.Derived fact) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fact.values().size(); i++) {
            values.put(fact.type().fields().get(i).name(), fact.values().get(i));
        }
        return new Row(fact.type(), values, fact);
    }

    public Object value(Field field) {
        return values.get(field.name());
    }

    /** What makes two derived facts the same: their type and the values of their keys. */
    static List<Object> identity(FactType type, List<Object> values) {
        List<Object> identity = new ArrayList<>(List.of(type.name()));
        for (int i = 0; i < values.size(); i++) {
            if (type.fields().get(i).key()) {
                identity.add(Terms.canonical(values.get(i)));
            }
        }
        return identity;
    }

    /** A row is one fact; two with equal values are two. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
