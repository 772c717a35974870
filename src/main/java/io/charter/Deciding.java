package io.charter;

/** Who decides: the engine of Drools, the evaluator of the rule language, or both. */
public enum Deciding {
    /** Drools. */
    DROOLS,
    /** The evaluator, which reads the model of the rules alone. */
    REFERENCE,
    /** Drools, and the evaluator compares; where they differ, nothing is decided. */
    VERIFIED
}
