package io.charter.derivation;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Rule;
import io.charter.scenario.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** Something that a rule rests on: a fact of the scenario, the date asked about, or a fact that rules derived. */
public sealed interface Premise {

    /**
     * A fact that the scenario states.
     *
     * @param place its place among those that the scenario knows by its date, from 0
     */
    record Given(Fact fact, int place) implements Premise {
        @Override
        public String toString() {
            return fact.pointer();
        }
    }

    /** The date asked about. */
    record Today() implements Premise {
        @Override
        public String toString() {
            return "the date asked about";
        }
    }

    /** What is known of a derived fact, and has not been read. */
    interface Unread {

        /** The values of its fields, in the order of the type. */
        List<Object> values();

        /** Adds every application of a rule that supports the fact. */
        void supports(Derived fact, List<Support> to);
    }

    /** A fact that rules derived, with every application of a rule that supports it. */
    final class Derived implements Premise {

        private final FactType type;
        private final int number;
        private List<Support> supports;
        private List<Object> values;
        private Unread unread;
        private String subject;
        private boolean supportsRead;

        /** @param number tells it apart from the others of its scenario; they are counted from 0 */
        public Derived(FactType type, int number, List<Object> values) {
            this(type, number, (Unread) null);
            this.values = values;
            this.supportsRead = true;
        }

        /** A fact whose values and supports are read when they are first asked for. */
        public Derived(FactType type, int number, Unread unread) {
            this.type = type;
            this.number = number;
            this.unread = unread;
        }

        /** Reads what has not been read: afterwards the fact needs nothing that it was derived with. */
        public void read() {
            values();
            for (Support support : supports()) {
                if (support.bindings() instanceof VariableValues bindings) {
                    bindings.read();
                }
            }
            unread = null;
        }

        public FactType type() {
            return type;
        }

        /** What tells it apart from the others of its scenario, which are counted from 0. */
        public int number() {
            return number;
        }

        /** The values of its fields, in the order of the type. */
        public List<Object> values() {
            if (values == null) {
                values = unread.values();
            }
            return values;
        }

        public Object value(String field) {
            return values().get(type.place(field));
        }

        /** The question that it answers, where its type is one of decisions. */
        public String question() {
            return type.answers().anyQuestion()
                    ? (String) first(Field::question)
                    : type.answers().question();
        }

        /** Whom or what it is about, where its type says so. */
        public String subject() {
            if (subject == null) {
                subject = String.valueOf(first(Field::subject));
            }
            return subject;
        }

        private Object first(Predicate<Field> wanted) {
            List<Field> fields = type.fields();
            for (int i = 0; i < fields.size(); i++) {
                if (wanted.test(fields.get(i))) {
                    return values().get(i);
                }
            }
            throw new NoSuchElementException(type.name());
        }

        /** In no particular order. */
        public List<Support> supports() {
            if (supports == null) {
                supports = new ArrayList<>();
            }
            if (!supportsRead) {
                supportsRead = true;
                unread.supports(this, supports);
            }
            return supports;
        }

        /** Each is equal to itself alone. That of Java itself takes longer to be made than most facts are looked for. */
        @Override
        public int hashCode() {
            return number;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public String toString() {
            return type.name() + values();
        }
    }

    /**
     * One application of a rule.
     *
     * @param bindings the values of the rule's variables, by name without the dollar sign, and of the fields of the derived fact
     * @param premises the facts that it matched or counted, each once
     */
    record Support(Rule rule, Map<String, Object> bindings, List<Premise> premises) {

        /** The conditions that hold because there is no such fact. */
        public List<Condition.Absent> absences() {
            return rule.when().stream()
                    .filter(Condition.Absent.class::isInstance)
                    .map(Condition.Absent.class::cast)
                    .toList();
        }

        @Override
        public String toString() {
            return "rule \"" + rule.name() + "\" (" + rule.at() + ") with " + bindings + " from " + premises;
        }
    }
}
