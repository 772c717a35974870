package io.charter.whynot;

import io.charter.derivation.Premise;
import io.charter.reference.Row;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.Variable;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What stands in the way of a rule that asks for an absence, and what would take it out of the way. */
final class Obstacles {

    private static final int DEEPEST = 4;
    /** From this depth on no other derived facts are looked for where there is one. */
    private static final int DEPTH_OF_A_REMEDY = 3;

    private static final int MOST_REMEDIES = 6;
    private static final int WAYS_OF_A_REMEDY = 3;

    private final Search search;
    private final Map<Premise.Derived, List<Finding>> known = new IdentityHashMap<>();

    Obstacles(Search search) {
        this.search = search;
    }

    /** The frame with what is found of an absence: each fact in the way, or that it holds, as far as that can be said. */
    Frame without(Rule rule, Condition.Absent absent, Frame frame) {
        Frame end = frame;
        for (Row row : search.rows(absent.pattern().type())) {
            if (Look.at(row, absent.pattern(), frame).misses().isEmpty() && known(absent.pattern(), frame, row)) {
                end = end.found(List.of(inTheWay(rule, absent, row, frame)));
            }
        }
        return end == frame && frame.knowsAllOf(absent.pattern())
                ? frame.found(List.of(Presence.holds(rule, absent, frame, List.of())))
                : end;
    }

    /** Whether all is known that says whether the fact is in the way. */
    private static boolean known(Pattern pattern, Frame frame, Row row) {
        Frame bound = Look.at(row, pattern, frame).frame();
        return pattern.constraints().stream().allMatch(c -> bound.truth(c, row) == Frame.Truth.YES);
    }

    private Finding inTheWay(Rule rule, Condition.Absent absent, Row row, Frame frame) {
        Set<Premise> both = new LinkedHashSet<>(List.of(row.premise()));
        absent.pattern()
                .constraints()
                .forEach(constraint -> frame.sources(constraint).forEach(source -> both.addAll(source.premises())));
        return Presence.finding(
                rule,
                absent,
                frame,
                Finding.Why.IN_THE_WAY,
                List.of(new Finding.Candidate(
                        List.of(row.premise()), search.grounds().of(both), List.of())),
                null,
                1,
                remedies(row.premise()));
    }

    /** What, if it were there, would keep a fact from being derived: what its rules, and those of what it rests on, ask to be absent. */
    List<Finding> remedies(Premise premise) {
        if (!(premise instanceof Premise.Derived fact)) {
            return List.of();
        }
        List<Finding> before = known.get(fact);
        if (before != null) {
            return before;
        }
        known.put(fact, List.of());
        Set<Finding> remedies = new LinkedHashSet<>();
        remedies(fact, remedies, 0);
        List<Finding> most = remedies.stream().limit(MOST_REMEDIES).toList();
        known.put(fact, most);
        return most;
    }

    private void remedies(Premise.Derived fact, Set<Finding> remedies, int below) {
        if (below > DEEPEST || remedies.size() > MOST_REMEDIES) {
            return;
        }
        List<Premise.Support> supports = fact.supports().stream()
                .sorted(Comparator.comparing(
                        (Premise.Support support) -> support.rule().name() + new TreeMap<>(support.bindings())))
                .toList();
        for (Premise.Support support : supports) {
            Frame frame = Frame.EMPTY;
            for (Variable variable : support.rule().variables()) {
                if (support.bindings().containsKey(variable.plainName()) && variable.type() != null) {
                    frame = frame.bind(variable.name(), support.bindings().get(variable.plainName()), null);
                }
            }
            for (Condition.Absent absent : support.absences()) {
                remedies.addAll(remedy(support.rule(), absent.pattern(), frame));
            }
        }
        for (Premise.Support support : supports) {
            support.premises().stream()
                    .filter(Premise.Derived.class::isInstance)
                    .map(Premise.Derived.class::cast)
                    .filter(derived -> !derived.type().demand())
                    .sorted(Comparator.comparing(Premise.Derived::toString))
                    .forEach(derived -> remedies(derived, remedies, below + 1));
        }
    }

    private List<Finding> remedy(Rule rule, Pattern pattern, Frame frame) {
        boolean derived = pattern.type().kind() == FactType.Kind.DERIVED;
        List<Frame> ways = derived
                ? search.ways(Goal.of(pattern, frame), DEPTH_OF_A_REMEDY)
                : search.presence().of(rule, new Condition.Match(pattern), frame, DEPTH_OF_A_REMEDY);
        return ways.stream()
                .filter(way -> way.distance() > 0 && way.distance() < 1.5)
                .sorted(Comparator.comparingDouble(Frame::distance))
                .limit(WAYS_OF_A_REMEDY)
                .flatMap(way -> way.findings().stream().filter(f -> !f.holds()))
                .toList();
    }
}
