package io.charter.whatif;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.scenario.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One operation on the facts of a scenario. */
public sealed interface Change {

    /** The type of the fact that it touches. */
    FactType type();

    /** The facts of the scenario after it. */
    List<Fact> applied(List<Fact> facts);

    /** The fact that is there because of it, or null. */
    Fact made(List<Fact> facts);

    /** The fact that it touches, or null where it adds one. */
    Fact touched();

    /** A field of a fact gets another value. */
    record Replaced(Fact fact, Field field, Object value) implements Change {
        @Override
        public FactType type() {
            return fact.type();
        }

        @Override
        public Fact touched() {
            return fact;
        }

        @Override
        public Fact made(List<Fact> facts) {
            Map<String, Object> values = new HashMap<>(fact.values());
            values.put(field.name(), value);
            return new Fact(fact.type(), fact.index(), values, fact.assumed());
        }

        @Override
        public List<Fact> applied(List<Fact> facts) {
            Fact made = made(facts);
            return facts.stream().map(f -> f == fact ? made : f).toList();
        }
    }

    /** A fact is taken away. */
    record Removed(Fact fact) implements Change {
        @Override
        public FactType type() {
            return fact.type();
        }

        @Override
        public Fact touched() {
            return fact;
        }

        @Override
        public Fact made(List<Fact> facts) {
            return null;
        }

        @Override
        public List<Fact> applied(List<Fact> facts) {
            return facts.stream().filter(f -> f != fact).toList();
        }
    }

    /** A fact is added. */
    record Added(FactType type, Map<String, Object> values) implements Change {
        @Override
        public Fact touched() {
            return null;
        }

        @Override
        public Fact made(List<Fact> facts) {
            int index = (int) facts.stream().filter(f -> f.type().equals(type)).count();
            return new Fact(type, index, values, null);
        }

        @Override
        public List<Fact> applied(List<Fact> facts) {
            List<Fact> more = new ArrayList<>(facts);
            more.add(made(facts));
            return more;
        }
    }
}
