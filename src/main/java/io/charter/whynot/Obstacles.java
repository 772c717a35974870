package io.charter.whynot;

import io.charter.derivation.Premise;
import io.charter.reference.Row;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.Variable;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stands in the way of a rule that asks for an absence, and what would take it out of the way. */
final class Obstacles {

    private static final int DEEPEST = 4;
    private static final int MOST_REMEDIES = 6;
    private static final int WAYS_OF_A_REMEDY = 3;

    private final Search search;

    Obstacles(Search search) {
        this.search = search;
    }

    /** The frame with what is found of an absence: each fact in the way, or that it holds, as far as that can be said. */
    Frame without(Rule rule, Condition.Absent absent, Frame frame, int depth) {
        Frame end = frame;
        for (Row row : search.rows(absent.pattern().type())) {
            if (Look.at(row, absent.pattern(), frame).misses().isEmpty() && known(absent.pattern(), frame, row)) {
                end = end.found(List.of(inTheWay(rule, absent, row, frame, depth)));
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

    private Finding inTheWay(Rule rule, Condition.Absent absent, Row row, Frame frame, int depth) {
        Set<Premise> both = new LinkedHashSet<>(List.of(row.premise()));
        absent.pattern()
                .constraints()
                .forEach(constraint -> frame.sources(constraint).forEach(source -> both.addAll(source.premises())));
        Set<Finding> remedies = new LinkedHashSet<>();
        if (row.premise() instanceof Premise.Derived derived) {
            remedies(derived, remedies, depth, 0);
        }
        return Presence.finding(
                rule,
                absent,
                frame,
                Finding.Why.IN_THE_WAY,
                List.of(new Finding.Candidate(
                        List.of(row.premise()), search.grounds().of(both), List.of())),
                null,
                1,
                remedies.stream().limit(MOST_REMEDIES).toList());
    }

    /** What, if it were there, would keep a derived fact from being derived: what its rules ask to be absent. */
    private void remedies(Premise.Derived fact, Set<Finding> remedies, int depth, int below) {
        if (below > DEEPEST || remedies.size() > MOST_REMEDIES) {
            return;
        }
        for (Premise.Support support : fact.supports()) {
            Frame frame = Frame.EMPTY;
            for (Variable variable : support.rule().variables()) {
                if (support.bindings().containsKey(variable.plainName()) && variable.type() != null) {
                    frame = frame.bind(variable.name(), support.bindings().get(variable.plainName()), null);
                }
            }
            for (Condition.Absent absent : support.absences()) {
                remedies.addAll(remedy(support.rule(), absent.pattern(), frame, depth));
            }
        }
        for (Premise.Support support : fact.supports()) {
            for (Premise premise : support.premises()) {
                if (premise instanceof Premise.Derived derived
                        && !derived.type().demand()) {
                    remedies(derived, remedies, depth, below + 1);
                }
            }
        }
    }

    private List<Finding> remedy(Rule rule, Pattern pattern, Frame frame, int depth) {
        boolean derived = pattern.type().kind() == FactType.Kind.DERIVED;
        List<Frame> ways = derived
                ? search.ways(Goal.of(pattern, frame), depth + 3)
                : search.presence().of(rule, new Condition.Match(pattern), frame, depth);
        return ways.stream()
                .filter(way -> way.distance() > 0 && way.distance() < 1.5)
                .sorted(Comparator.comparingDouble(Frame::distance))
                .limit(WAYS_OF_A_REMEDY)
                .flatMap(way -> way.findings().stream().filter(f -> !f.holds()))
                .toList();
    }
}
