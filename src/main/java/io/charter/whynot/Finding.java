package io.charter.whynot;

import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.Rule;
import io.charter.scenario.Fact;
import io.charter.text.Position;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One condition of a rule, or one constraint of it, and whether it holds.
 *
 * @param condition the condition as the rule has it
 * @param constraint what fails where it is one comparison, or null
 * @param left what the constraint compares; meaningless without it
 * @param right with what it compares it
 * @param origin the field that says what the values are, or null
 * @param facts the facts of the scenario that it holds by, or that come nearest to meeting it or stand in its way
 * @param lacks what is missing, or null where nothing is
 * @param why in what way it fails
 */
public record Finding(
        Rule rule,
        String condition,
        Position at,
        Constraint constraint,
        Object left,
        Object right,
        Field origin,
        List<Fact> facts,
        Lack lacks,
        Why why) {

    public enum Why {
        /** It holds. */
        HOLDS,
        /** A value is not as it would have to be. */
        VALUE,
        /** The fact happens only after the date asked about. */
        LATER,
        /** There is no such fact. */
        MISSING,
        /** There is a fact that must not be. */
        IN_THE_WAY
    }

    /** A fact that is missing, with the values that it would need as far as they are known. */
    public record Lack(FactType type, Map<String, Object> values) {}

    public boolean holds() {
        return why == Why.HOLDS;
    }

    /** This finding, with the facts and what is missing of another of the same condition. */
    Finding with(Finding other) {
        Set<Fact> all = new LinkedHashSet<>(facts);
        all.addAll(other.facts);
        return new Finding(
                rule,
                condition,
                at,
                constraint,
                left,
                right,
                origin,
                List.copyOf(all),
                lacks == null ? other.lacks : lacks,
                why);
    }

    static Finding holds(Rule rule, Pattern pattern, String shown, List<Fact> facts) {
        return new Finding(rule, shown, pattern.at(), null, null, null, null, facts, null, Why.HOLDS);
    }
}
