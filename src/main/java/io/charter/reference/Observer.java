package io.charter.reference;

import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Rule;

/** Told of what the evaluator tries. */
@FunctionalInterface
public interface Observer {

    Observer NONE = (rule, constraint, holds) -> {};

    /** A constraint of a rule was tried on one fact, or on one result of an accumulate, all before it holding. */
    void tried(Rule rule, Constraint constraint, boolean holds);
}
