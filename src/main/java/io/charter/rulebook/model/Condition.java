package io.charter.rulebook.model;

import io.charter.text.Position;
import java.util.List;

/** One condition of a rule. */
public sealed interface Condition {

    Pattern pattern();

    /** Whether what holds by it still holds when there are more facts. */
    default boolean isMonotone() {
        return this instanceof Match || this instanceof Present;
    }

    /** There is such a fact, and the rule applies once for each. */
    record Match(Pattern pattern) implements Condition {}

    /** There is no such fact. */
    record Absent(Pattern pattern) implements Condition {}

    /** There is at least one such fact. */
    record Present(Pattern pattern) implements Condition {}

    /**
     * A value computed over all such facts.
     *
     * @param argument what is summed or compared; null for a count
     */
    record Accumulation(
            Pattern pattern,
            Variable result,
            Function function,
            Expression argument,
            List<Constraint> constraints,
            Position at)
            implements Condition {}

    enum Function {
        COUNT,
        SUM,
        MIN,
        MAX
    }
}
