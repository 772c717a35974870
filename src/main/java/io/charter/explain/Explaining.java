package io.charter.explain;

/** How much of the reasons of decisions is wanted. What is decided does not depend on it. */
public enum Explaining {
    /** All that a decision has. */
    FULL,
    /** The clause and the rule that decide, and nothing that they rest on. */
    CLAUSE,
    /** The outcome and its details alone. */
    NONE
}
