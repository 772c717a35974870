package io.charter.whynot;

import io.charter.derivation.Premise;
import io.charter.reference.Row;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.Rule;
import io.charter.scenario.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways to a fact that meets a pattern: those that do, those that come near, and one that is not there yet. */
final class Presence {

    private static final int MOST_NEAR = 3;
    private static final int MOST_NAMED = 8;
    /** Down to this depth, another derived fact is looked for even where there is one that meets the condition. */
    private static final int SHALLOW = 2;

    private static final double LATER = 1;
    private static final double MISSING = 1.05;

    private final Search search;

    Presence(Search search) {
        this.search = search;
    }

    /**
     * Frames with the variables of the pattern bound. That something is asked about is taken to hold where it may be anything: it is,
     * once the rest holds.
     */
    List<Frame> of(Rule rule, Condition condition, Frame frame, int depth) {
        Pattern pattern = condition.pattern();
        List<Look> looks = search.rows(pattern.type()).stream()
                .map(row -> Look.at(row, pattern, frame))
                .toList();
        List<Frame> frames = looks.stream()
                .filter(look -> look.misses().isEmpty())
                .map(look -> look.frame().found(List.of(holds(rule, condition, frame, List.of(candidate(look))))))
                .collect(Collectors.toCollection(ArrayList::new));
        if (pattern.type().kind() == FactType.Kind.DERIVED) {
            boolean met = frames.stream().anyMatch(with -> !with.isRefused());
            Map<String, Object> fixed = lack(pattern, frame).values();
            if (!met && pattern.type().demand() && fixed.isEmpty()) {
                frames.add(supposed(pattern, fixed, frame));
            } else if (!met || depth <= SHALLOW) {
                derived(rule, condition, frame, depth).stream()
                        .filter(way -> !met || way.distance() > frame.distance())
                        .forEach(frames::add);
            }
            return frames;
        }
        List<Look> near = looks.stream()
                .filter(look -> !look.misses().isEmpty())
                .sorted(Comparator.comparingDouble(Look::distance))
                .toList();
        if (pattern.type().kind() == FactType.Kind.TODAY) {
            near.forEach(look -> frames.add(look.frame().found(misses(rule, condition, look, null))));
            return frames;
        }
        Finding.Lack lack = lack(pattern, frame);
        near.stream()
                .limit(MOST_NEAR)
                .map(look -> look.frame().found(misses(rule, condition, look, lack)))
                .forEach(frames::add);
        List<Look> coming = search.later(pattern.type()).stream()
                .map(row -> Look.at(row, pattern, frame))
                .toList();
        List<Look> later =
                coming.stream().filter(look -> look.misses().isEmpty()).toList();
        frames.addAll(later(rule, condition, frame, lack, later));
        List<Look> named = new ArrayList<>(later);
        looks.stream().filter(look -> look.misses().isEmpty()).forEach(named::add);
        coming.stream().filter(Look::missesItsDayAlone).forEach(named::add);
        near.stream().filter(look -> look.misses().size() == 1).forEach(named::add);
        frames.add(missing(rule, condition, frame, lack, named));
        return frames;
    }

    private List<Finding> misses(Rule rule, Condition condition, Look look, Finding.Lack lack) {
        List<Finding> findings = new ArrayList<>();
        for (Compared miss : look.misses()) {
            List<Frame.Source> sources = condition.pattern().constraints().stream()
                    .filter(constraint -> constraint.at().equals(miss.at()))
                    .flatMap(constraint -> look.frame().sources(constraint).stream())
                    .toList();
            findings.add(Failure.of(search, rule, condition, miss)
                    .on(look.row())
                    .lacking(lack)
                    .from(sources)
                    .finding(lack == null ? Failure.OUT_OF_REACH : miss.cost()));
        }
        return findings;
    }

    /** Facts that meet the pattern and have not happened yet. */
    private List<Frame> later(Rule rule, Condition condition, Frame frame, Finding.Lack lack, List<Look> coming) {
        return coming.stream()
                .map(look -> look.frame()
                        .found(List.of(finding(
                                rule,
                                condition,
                                frame,
                                Finding.Why.LATER,
                                coming.stream().map(this::candidate).toList(),
                                lack,
                                LATER,
                                List.of()))))
                .toList();
    }

    /** As if there were such a fact; with those that will be, that there are besides, or that miss being it by one value. */
    private Frame missing(Rule rule, Condition condition, Frame frame, Finding.Lack lack, List<Look> near) {
        List<Finding.Candidate> named =
                near.stream().limit(MOST_NAMED).map(this::candidate).toList();
        boolean possible = Possible.all(Demand.of(condition.pattern(), frame), search.asOf())
                && search.rows(condition.pattern().type()).stream().noneMatch(row -> Possible.same(row, lack));
        Finding finding = finding(
                rule,
                condition,
                frame,
                Finding.Why.MISSING,
                named,
                lack,
                possible ? MISSING : Failure.OUT_OF_REACH,
                List.of());
        return supposed(condition.pattern(), lack.values(), frame).found(List.of(finding));
    }

    private List<Frame> derived(Rule rule, Condition condition, Frame frame, int depth) {
        Pattern pattern = condition.pattern();
        List<Frame> frames = new ArrayList<>();
        List<Finding.Candidate> asking = asking(pattern, frame);
        for (Frame way : search.ways(Goal.of(pattern, frame), depth + 1)) {
            Map<String, Object> values = new LinkedHashMap<>();
            pattern.type().fields().forEach(field -> {
                if (way.knows(field.name())) {
                    values.put(field.name(), way.value(field.name()));
                }
            });
            Finding finding = finding(rule, condition, frame, Finding.Why.UNDERIVED, asking, null, 0, way.findings());
            frames.add(supposed(pattern, values, frame).found(List.of(finding)));
        }
        return frames;
    }

    /** The facts of the scenario that a pattern takes values from, which the fact that it looks for must have. */
    private static List<Finding.Candidate> asking(Pattern pattern, Frame frame) {
        Set<Fact> facts = new LinkedHashSet<>();
        frame.sources(pattern).flatMap(source -> source.premises().stream()).forEach(premise -> {
            if (premise instanceof Premise.Given given) {
                facts.add(given.fact());
            }
        });
        return facts.isEmpty() ? List.of() : List.of(new Finding.Candidate(List.of(), List.copyOf(facts), List.of()));
    }

    /** A frame in which there is a fact with these values, of which nothing else is known. */
    private static Frame supposed(Pattern pattern, Map<String, Object> values, Frame frame) {
        return Look.at(new Row(pattern.type(), values, null), pattern, frame).frame();
    }

    private Finding.Candidate candidate(Look look) {
        List<Premise> about = List.of(look.row().premise());
        return new Finding.Candidate(about, search.grounds().of(about), look.misses());
    }

    /** A fact of the pattern's type with the values that it must have. */
    static Finding.Lack lack(Pattern pattern, Frame frame) {
        return new Finding.Lack(pattern.type(), Goal.of(pattern, frame).fixed());
    }

    static Finding holds(Rule rule, Condition condition, Frame frame, List<Finding.Candidate> by) {
        return finding(rule, condition, frame, Finding.Why.HOLDS, by, null, 0, List.of());
    }

    static Finding finding(
            Rule rule,
            Condition condition,
            Frame frame,
            Finding.Why why,
            List<Finding.Candidate> candidates,
            Finding.Lack lack,
            double cost,
            List<Finding> below) {
        Pattern pattern = condition.pattern();
        return new Finding(
                rule,
                condition,
                Shown.of(condition),
                pattern.at(),
                why,
                Demand.of(pattern, frame),
                candidates,
                lack,
                cost,
                below);
    }
}
