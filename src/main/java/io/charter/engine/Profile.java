package io.charter.engine;

import io.charter.text.Position;
import java.util.List;

/**
 * Where the time of a run went. Times are nanoseconds of all threads together; counts do not depend on how many threads there
 * were.
 *
 * @param scenarios how many were decided by Drools
 * @param parts every part of the run, in the order in which a scenario goes through them
 * @param rules every rule of the editions that were used, the one that took longest first
 * @param constraints every constraint that Drools keeps, the one that was evaluated most often first
 */
public record Profile(long scenarios, List<PartCost> parts, List<RuleCost> rules, List<ConstraintCost> constraints) {

    /** A part of the work on a scenario, or of what comes before the first one. */
    public enum Part {
        /** Reading, checking and compiling editions, or taking them from the cache. */
        LOADING,
        /** Parsing a scenario and checking it against the vocabulary. */
        READING,
        /** Making a session ready, inserting facts, and asking of each what concerns it alone. */
        INSERTING,
        /** Putting the scenario under the watch of the limits, and taking it from there. */
        LIMITS,
        /** Matching rules, drawing their conclusions, and asking of each derived fact what concerns it alone. */
        RULES,
        /** Reading from the session what was derived. */
        DERIVED,
        /** Reading the reasons from the session, choosing among them, and making sentences. */
        EXPLAINING,
        /** Writing decisions. */
        WRITING
    }

    /** What a part took. */
    public record PartCost(Part part, long nanos) {}

    /**
     * What a rule took. Its own constraints are those that it does not share, and those that it is the first to have.
     *
     * @param applications how many times it was applied
     * @param evaluations how many times one of its own constraints was evaluated
     * @param held how many of these were true
     * @param matching how long its conditions were matched
     * @param applying how long its conclusions were drawn
     */
    public record RuleCost(
            String rule, Position at, long applications, long evaluations, long held, long matching, long applying) {

        public long nanos() {
            return matching + applying;
        }
    }

    /**
     * What a constraint took. Where several rules have the same one at the same point of their conditions, Drools keeps one for
     * all of them; it stands at its place in the first.
     *
     * @param text the constraint, as the rule has it
     * @param at its place
     * @param others how many other rules it was evaluated for, too
     * @param indexed whether an index finds the facts that meet it; it is then evaluated now and then only, or not at all
     * @param evaluations how many times it was evaluated
     * @param held how many times it was true
     * @param nanos how long that took: an estimate from the first 1000 evaluations, and from one in 61 of the others
     */
    public record ConstraintCost(
            String rule,
            String text,
            Position at,
            int others,
            boolean indexed,
            long evaluations,
            long held,
            long nanos) {}
}
