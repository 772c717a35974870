package io.charter.reference;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Rule;

/** Told of what the evaluator does. */
@FunctionalInterface
public interface Observer {

    /** Told of nothing. */
    Observer NONE = new Observer() {
        @Override
        public void tried(Rule rule, Constraint constraint, boolean holds) {
            // Nobody listens.
        }

        @Override
        public boolean everything() {
            return false;
        }
    };

    /** Whether to be told also of facts that a look-up by an equal value passes over. */
    default boolean everything() {
        return true;
    }

    /** A constraint of a rule was tried on one fact, or on one result of an accumulate, all before it holding. */
    void tried(Rule rule, Constraint constraint, boolean holds);

    /** The same with the fact (null for a result), and what the variables of the rule stand for just then. */
    default void tried(Rule rule, Constraint constraint, boolean holds, Row row, Bindings bindings) {
        tried(rule, constraint, holds);
    }

    /** The conditions before this one hold, and facts for it are looked for. */
    default void reached(Rule rule, Condition condition, Bindings bindings) {}

    /** A rule applied, and derived a fact. */
    default void applied(Rule rule, Row derived, Bindings bindings) {}
}
