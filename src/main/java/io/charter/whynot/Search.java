package io.charter.whynot;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.reference.Facts;
import io.charter.reference.Row;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Rule;
import io.charter.scenario.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for the nearest ways in which a fact could have been derived.
 *
 * <p>It goes backward from the fact wanted (a {@link Goal}) through each rule that derives such facts, condition by condition. Where
 * it has come to is a {@link Frame}; each condition turns a frame into several: one for each fact that meets it, for each that comes
 * near, and one for a fact that is not there yet ({@link Presence}); what an accumulate gives ({@link Counting}); what stands in the
 * way of an absence ({@link Obstacles}). A derived fact that is not there is looked for in turn through the rules that derive it.
 *
 * <p>The distance of a frame is roughly the number of changes of the scenario that would be needed: nothing for a condition that
 * holds, about one for each value that is not as it would have to be, fact that is missing, or fact in the way, and more where no fact
 * of the scenario could help. Of the frames at each condition only the nearest are gone on with, some of each distance (a beam
 * search); so it finds near ways, and not all ways. A constraint on a value that is not known is taken to hold.
 */
final class Search {

    /** How many frames are gone on with at each condition for each distance, rounded, and in all. */
    private static final int BEAM = 4;

    private static final int MOST_FRAMES = 12;
    /** From how many frames on only the very nearest are gone on with. */
    private static final int MANY = 15_000;

    private static final int FEW_FRAMES = 2;

    /** How many rules a chain has at most. */
    private static final int DEEPEST = 30;

    private final double farthest;
    private int tried;
    private final Edition edition;
    private final Facts facts;
    private final List<Row> later;
    private final LocalDate asOf;
    private final Grounds grounds = new Grounds();
    private final Presence presence = new Presence(this);
    private final Counting counting = new Counting(this);
    private final Obstacles obstacles = new Obstacles(this);
    /** The ways to each goal looked for before, by its key. */
    private final Map<String, List<Frame>> known = new HashMap<>();

    private final Set<String> underway = new HashSet<>();

    /** @param farthest how far a way may be */
    Search(Derivations derivations, double farthest) {
        this.farthest = farthest;
        List<Premise.Derived> sorted = new ArrayList<>(derivations.facts());
        sorted.sort(Comparator.comparing(Premise.Derived::toString));
        this.edition = derivations.scenario().edition();
        this.facts = Facts.of(new Derivations(derivations.scenario(), sorted));
        this.asOf = derivations.scenario().asOf();
        this.later = derivations.scenario().facts().stream()
                .filter(fact -> !fact.knownBy(asOf))
                .map(fact -> Row.of(fact, -1))
                .toList();
    }

    Edition edition() {
        return edition;
    }

    LocalDate asOf() {
        return asOf;
    }

    Grounds grounds() {
        return grounds;
    }

    Obstacles obstacles() {
        return obstacles;
    }

    Presence presence() {
        return presence;
    }

    List<Row> rows(FactType type) {
        return facts.of(type);
    }

    /** The facts of a type that happen only after the date asked about. */
    List<Row> later(FactType type) {
        return later.stream().filter(row -> row.type().isA(type)).toList();
    }

    /** The facts of the scenario that a fact rests on. */
    List<Fact> factsOf(Row row) {
        return grounds.of(List.of(row.premise()));
    }

    /** The nearest ways to a derived fact, each a frame with what was found on it. */
    List<Frame> ways(Goal goal, int depth) {
        String key = goal.key();
        List<Frame> before = known.get(key);
        if (before != null) {
            return before;
        }
        if (depth > DEEPEST || !underway.add(key)) {
            return List.of();
        }
        List<Frame> found = new ArrayList<>();
        for (Rule rule : edition.rules()) {
            if (rule.then().type().isA(goal.type())) {
                found.addAll(ways(rule, goal, depth));
            }
        }
        underway.remove(key);
        found = nearest(found);
        known.put(key, found);
        return found;
    }

    /** The nearest ways through one rule; the frames end with the fields of the derived fact bound by their names. */
    List<Frame> ways(Rule rule, Goal goal, int depth) {
        Conclusion conclusion = new Conclusion(this, rule, goal);
        List<Frame> frames = conclusion.start();
        for (Condition condition : rule.when()) {
            List<Frame> next = new ArrayList<>();
            for (Frame frame : frames) {
                tried++;
                next.addAll(through(rule, condition, frame, depth));
            }
            frames = nearest(next);
        }
        return nearest(
                frames.stream().filter(conclusion::allows).map(conclusion::end).toList());
    }

    private List<Frame> through(Rule rule, Condition condition, Frame frame, int depth) {
        if (condition instanceof Condition.Absent absent) {
            return List.of(obstacles.without(rule, absent, frame));
        }
        if (condition instanceof Condition.Accumulation accumulation) {
            return counting.through(rule, accumulation, frame, depth);
        }
        List<Frame> found = presence.of(rule, condition, frame, depth);
        return condition instanceof Condition.Present
                ? found.stream().map(frame::learning).toList()
                : found;
    }

    private List<Frame> nearest(List<Frame> frames) {
        Map<Long, Integer> taken = new HashMap<>();
        return frames.stream()
                .filter(frame -> frame.distance() < farthest)
                .sorted(Comparator.comparingDouble(Frame::distance))
                .filter(frame -> taken.merge(Math.round(frame.distance()), 1, Integer::sum) <= BEAM)
                .limit(tried < MANY ? MOST_FRAMES : FEW_FRAMES)
                .toList();
    }
}
