package io.charter.whynot;

import io.charter.derivation.Derivations;
import io.charter.reference.Facts;
import io.charter.reference.Row;
import io.charter.reference.Terms;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.Rule;
import io.charter.scenario.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for what is wanting for a fact to be derived: through each rule that could derive it, condition by condition, with the
 * facts that meet a condition, those that come near, and, where none does, with what would have to be there; a derived fact is
 * looked for in turn through the rules that derive it. It keeps the nearest of the ways that it is on (a beam search), so it finds
 * near ways and not all ways. Where a value is not known, a constraint on it is taken to hold.
 */
final class Search {

    /** How many ways are gone on with at each condition for each distance. */
    private static final int BEAM = 4;

    private static final int MOST_FRAMES = 12;
    private static final int MOST_NEAR = 3;
    private static final int MOST_NAMED = 8;
    private static final int DEEPEST = 14;
    /** Down to this depth, another derived fact is looked for even where there is one that meets the condition. */
    private static final int SHALLOW = 2;

    private static final double MISSING = 1.05;
    private static final double OUT_OF_REACH = 3;
    private static final double FARTHEST = 6;

    private final Edition edition;
    private final Facts facts;
    private final List<Fact> later;
    private final Map<String, List<Frame>> known = new HashMap<>();
    private final Set<String> underway = new HashSet<>();
    private final Grounds grounds = new Grounds();
    private final Obstacles obstacles = new Obstacles(this);

    Search(Derivations derivations) {
        this.edition = derivations.scenario().edition();
        this.facts = Facts.of(derivations);
        this.later = derivations.scenario().facts().stream()
                .filter(fact -> !fact.knownBy(derivations.scenario().asOf()))
                .toList();
    }

    Grounds grounds() {
        return grounds;
    }

    List<Row> rows(FactType type) {
        return facts.of(type);
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
        Frame start = Frame.EMPTY;
        List<Expression> values = rule.then().values();
        for (int i = 0; i < values.size(); i++) {
            String field = rule.then().type().fields().get(i).name();
            if (!goal.fixed().containsKey(field)) {
                continue;
            }
            Object wanted = goal.fixed().get(field);
            if (values.get(i) instanceof Expression.Bound variable) {
                start = start.bind(variable.variable().name(), wanted, null);
            } else if (start.knows(values.get(i), null) && !Terms.same(start.value(values.get(i), null), wanted)) {
                return List.of();
            }
        }
        List<Frame> frames = List.of(start);
        for (Condition condition : rule.when()) {
            List<Frame> next = new ArrayList<>();
            for (Frame frame : frames) {
                next.addAll(through(rule, condition, frame, depth));
            }
            frames = nearest(next);
        }
        List<Frame> ends = new ArrayList<>();
        frames.forEach(frame -> ends.add(concluded(rule, goal, frame)));
        return nearest(ends);
    }

    /** Asks of the fact that follows what is asked of the fact wanted. */
    private Frame concluded(Rule rule, Goal goal, Frame frame) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Expression> expressions = rule.then().values();
        for (int i = 0; i < expressions.size(); i++) {
            if (frame.knows(expressions.get(i), null)) {
                values.put(rule.then().type().fields().get(i).name(), frame.value(expressions.get(i), null));
            }
        }
        Row head = new Row(rule.then().type(), values, null);
        Frame end = frame;
        for (Goal.Demand demand : goal.others()) {
            if (demand.frame().truth(demand.constraint(), head) == Frame.Truth.NO) {
                List<Frame.Source> sources = new ArrayList<>(demand.frame().sources(demand.constraint()));
                expressions.forEach(e -> frame.sources(e).forEach(sources::add));
                end = failed(
                        end, fails(rule, Look.miss(demand.constraint(), demand.frame(), head), List.of(), sources));
            }
        }
        for (Map.Entry<String, Object> wanted : goal.fixed().entrySet()) {
            Object value = values.get(wanted.getKey());
            if (values.containsKey(wanted.getKey()) && !Terms.same(value, wanted.getValue())) {
                List<Frame.Source> sources = new ArrayList<>();
                expressions.forEach(e -> frame.sources(e).forEach(sources::add));
                Look.Miss miss = new Look.Miss(
                        null,
                        wanted.getKey(),
                        value,
                        wanted.getValue(),
                        rule.then().type().field(wanted.getKey()).orElse(null));
                end = failed(end, fails(rule, miss, List.of(), sources));
            }
        }
        Frame named = end;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            named = named.bind(value.getKey(), value.getValue(), null);
        }
        return named;
    }

    private List<Frame> through(Rule rule, Condition condition, Frame frame, int depth) {
        if (condition instanceof Condition.Absent absent) {
            return List.of(obstacles.without(rule, absent, frame, depth));
        }
        if (condition instanceof Condition.Accumulation accumulation) {
            return accumulated(rule, accumulation, frame, depth);
        }
        List<Frame> found = present(rule, condition.pattern(), frame, depth);
        if (condition instanceof Condition.Present) {
            return found.stream()
                    .map(f -> frame.found(newFindings(frame, f), f.distance() - frame.distance()))
                    .toList();
        }
        return found;
    }

    private static List<Finding> newFindings(Frame before, Frame after) {
        return after.findings()
                .subList(before.findings().size(), after.findings().size());
    }

    /** The ways to a fact that meets a pattern: those that do, those that come near, and one that is not there yet. */
    List<Frame> present(Rule rule, Pattern pattern, Frame frame, int depth) {
        List<Look> looks = new ArrayList<>();
        rows(pattern.type()).forEach(row -> looks.add(Look.at(row, pattern, frame)));
        List<Frame> frames = new ArrayList<>();
        for (Look look : looks) {
            if (look.misses().isEmpty()) {
                frames.add(look.frame()
                        .found(
                                List.of(Finding.holds(
                                        rule,
                                        pattern,
                                        Shown.of(pattern),
                                        grounds.of(List.of(look.row().premise())))),
                                0));
            }
        }
        if (pattern.type().kind() == FactType.Kind.DERIVED) {
            if (frames.isEmpty() || depth <= SHALLOW) {
                boolean met = !frames.isEmpty();
                derived(pattern, frame, depth).stream()
                        .filter(f -> !met || f.distance() > frame.distance())
                        .forEach(frames::add);
            }
            return frames;
        }
        boolean stated = pattern.type().kind() != FactType.Kind.TODAY;
        List<Look> near = looks.stream()
                .filter(look -> !look.misses().isEmpty())
                .sorted(Comparator.comparingDouble(Look::distance))
                .toList();
        Finding.Lack lack = stated ? lack(pattern, frame) : null;
        for (Look look : near.subList(0, Math.min(MOST_NEAR, near.size()))) {
            List<Finding> misses = new ArrayList<>();
            look.misses()
                    .forEach(miss -> misses.addAll(fails(
                            rule,
                            miss,
                            grounds.of(List.of(look.row().premise())),
                            miss.constraint() == null ? List.of() : look.frame().sources(miss.constraint()),
                            lack)));
            frames.add(look.frame().found(misses, look.distance() + (stated ? 0 : OUT_OF_REACH)));
        }
        if (stated) {
            List<Look> coming = later.stream()
                    .filter(fact -> fact.type().isA(pattern.type()))
                    .map(fact -> Look.at(Row.of(fact), pattern, frame))
                    .filter(look -> look.misses().isEmpty())
                    .toList();
            List<Fact> named = new ArrayList<>(
                    grounds.of(coming.stream().map(look -> look.row().premise()).toList()));
            coming.forEach(look -> frames.add(look.frame()
                    .found(List.of(missing(rule, pattern, List.copyOf(named), lack, Finding.Why.LATER)), 1)));
            near.stream()
                    .filter(look -> look.misses().size() == 1)
                    .forEach(look -> named.addAll(grounds.of(List.of(look.row().premise()))));
            frames.add(hypothetical(pattern, lack.values(), frame)
                    .found(
                            List.of(missing(
                                    rule,
                                    pattern,
                                    named.subList(0, Math.min(MOST_NAMED, named.size())),
                                    lack,
                                    Finding.Why.MISSING)),
                            MISSING));
        }
        return frames;
    }

    private List<Frame> derived(Pattern pattern, Frame frame, int depth) {
        List<Frame> frames = new ArrayList<>();
        for (Frame way : ways(Goal.of(pattern, frame), depth + 1)) {
            Map<String, Object> values = new LinkedHashMap<>();
            pattern.type().fields().forEach(field -> {
                if (way.knows(field.name())) {
                    values.put(field.name(), way.value(field.name()));
                }
            });
            frames.add(hypothetical(pattern, values, frame).found(way.findings(), way.distance()));
        }
        return frames;
    }

    private static Frame hypothetical(Pattern pattern, Map<String, Object> values, Frame frame) {
        return Look.at(new Row(pattern.type(), values, null), pattern, frame).frame();
    }

    /** A fact of the pattern's type with the values that it must have. */
    static Finding.Lack lack(Pattern pattern, Frame frame) {
        return new Finding.Lack(pattern.type(), Goal.of(pattern, frame).fixed());
    }

    private static Finding missing(Rule rule, Pattern pattern, List<Fact> near, Finding.Lack lack, Finding.Why why) {
        return new Finding(rule, Shown.of(pattern), pattern.at(), null, null, null, null, near, lack, why);
    }

    private List<Finding> fails(Rule rule, Look.Miss miss, List<Fact> own, List<Frame.Source> sources) {
        return fails(rule, miss, own, sources, null);
    }

    /** What is to be said of a constraint that fails: by the facts of both its sides, and by what might be counted besides. */
    List<Finding> fails(Rule rule, Look.Miss miss, List<Fact> own, List<Frame.Source> sources, Finding.Lack lack) {
        Set<Fact> facts = new LinkedHashSet<>(own);
        Finding.Lack lacks = lack;
        for (Frame.Source source : sources) {
            facts.addAll(grounds.of(source.premises()));
            if (source.counted() != null && source.counted().type().kind() != FactType.Kind.DERIVED) {
                lacks = lack(source.counted(), source.at());
            }
        }
        List<Finding> found = new ArrayList<>();
        found.add(new Finding(
                rule,
                miss.shown(),
                miss.constraint() == null ? rule.then().at() : miss.constraint().at(),
                miss.constraint(),
                miss.left(),
                miss.right(),
                miss.origin(),
                List.copyOf(facts),
                lacks,
                Finding.Why.VALUE));
        for (Frame.Source source : sources) {
            if (source.counted() != null && source.counted().type().kind() == FactType.Kind.DERIVED) {
                found.addAll(another(source.counted(), source.at()));
            }
        }
        return found;
    }

    /** One step farther; much farther where no fact of the scenario could help. */
    private static Frame failed(Frame frame, List<Finding> findings) {
        boolean inReach = findings.stream().anyMatch(f -> !f.facts().isEmpty() || f.lacks() != null);
        return frame.found(findings, inReach ? 1 : OUT_OF_REACH);
    }

    /** What is wanting for one more derived fact that a pattern would count. */
    private List<Finding> another(Pattern pattern, Frame at) {
        List<Finding> found = new ArrayList<>();
        ways(Goal.of(pattern, at), 6).stream()
                .filter(way -> way.distance() > 0)
                .limit(2)
                .forEach(way -> way.findings().stream().filter(f -> !f.holds()).forEach(found::add));
        return found;
    }

    private List<Frame> accumulated(Rule rule, Condition.Accumulation accumulation, Frame frame, int depth) {
        Tally tally = Tally.of(accumulation, rows(accumulation.pattern().type()), frame);
        Frame.Source source = new Frame.Source(tally.premises(), accumulation.pattern(), frame);
        if (tally.result() == null) {
            return present(rule, accumulation.pattern(), frame, depth).stream()
                    .map(f -> frame.found(newFindings(frame, f), f.distance() - frame.distance()))
                    .toList();
        }
        Frame bound = frame.bind(accumulation.result().name(), tally.result(), source);
        Frame end = bound;
        for (Constraint constraint : accumulation.constraints()) {
            if (bound.truth(constraint, null) == Frame.Truth.NO) {
                end = failed(
                        end, fails(rule, Look.miss(constraint, bound, null), List.of(), bound.sources(constraint)));
            }
        }
        if (end == bound) {
            end = bound.found(
                    List.of(Finding.holds(
                            rule, accumulation.pattern(), Shown.of(accumulation), grounds.of(tally.premises()))),
                    0);
        }
        return List.of(end);
    }

    /** The nearest frames, some of each distance, so that those that seem farther are not lost at once. */
    static List<Frame> nearest(List<Frame> frames) {
        Map<Long, Integer> taken = new HashMap<>();
        return frames.stream()
                .filter(frame -> frame.distance() < FARTHEST)
                .sorted(Comparator.comparingDouble(Frame::distance))
                .filter(frame -> taken.merge(Math.round(frame.distance()), 1, Integer::sum) <= BEAM)
                .limit(MOST_FRAMES)
                .toList();
    }
}
