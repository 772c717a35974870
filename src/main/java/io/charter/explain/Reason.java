package io.charter.explain;

import io.charter.text.Position;
import java.time.LocalDate;
import java.util.List;

/** Why something is so: a node of a tree of reasons, whose leaves are facts of the scenario. */
public sealed interface Reason {

    /**
     * A fact that a rule derived, and what the rule's application rested on.
     *
     * @param id its number, by which what is told once is referred to; counted in the order of telling
     * @param type the type of the fact
     * @param decision the key of the decision that the fact is, or null
     * @param says the rule's message of this application
     * @param clause the clause that the rule encodes, or null where the text is silent
     * @param silence what the text leaves open, or null
     * @param at where the rule stands, as a path below the rule set
     * @param values what the rule's variables and the fields of the fact stood for
     * @param absences what the rule relied on there not being
     * @param rests what it rested on, in the order of the rule's conditions
     */
    record Step(
            String id,
            String type,
            String decision,
            String says,
            String rule,
            String clause,
            String silence,
            Position at,
            List<SaidValue> values,
            List<Absence> absences,
            List<Reason> rests)
            implements Reason {}

    /** A fact of the scenario. */
    record Stated(String id, StatedFact fact) implements Reason {}

    /** What has been told before, under the id. */
    record Told(String id, String says) implements Reason {}

    /** Another decision of the same scenario, which has a tree of its own. */
    record Decided(String key, String says) implements Reason {}

    /** The date asked about. */
    record Asked(LocalDate date) implements Reason {}

    /**
     * That there is no such fact.
     *
     * @param condition the condition as the rule has it, with the values of this application
     * @param says the same in words, as far as the vocabulary has them
     */
    record Absence(String condition, String says, Position at) {}
}
