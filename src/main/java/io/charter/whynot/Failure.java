package io.charter.whynot;

import io.charter.derivation.Premise;
import io.charter.reference.Row;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.Rule;
import io.charter.scenario.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A comparison that fails, told by the facts of both its sides and by what might be counted besides. */
final class Failure {

    /** The cost where no fact of the scenario could help. */
    static final double OUT_OF_REACH = 3;

    /** The cost of what is calculated from facts: it takes a change of one of them, but which and to what is not said. */
    private static final double CALCULATED = 1.1;
    /** One more of what is counted is looked for as if it were asked for itself. */
    private static final int DEPTH_OF_ANOTHER = 0;

    private static final int MOST_OTHERS = 4;

    private final Search search;
    private final Rule rule;
    private final Condition condition;
    private final Compared compared;
    private final Set<Premise> about = new LinkedHashSet<>();
    private final Set<Fact> facts = new LinkedHashSet<>();
    private final List<Demand> demands = new ArrayList<>();
    private final List<Finding> others = new ArrayList<>();
    private Finding.Lack lack;

    private Failure(Search search, Rule rule, Condition condition, Compared compared) {
        this.search = search;
        this.rule = rule;
        this.condition = condition;
        this.compared = compared;
    }

    /** @param condition as {@link Finding#condition()} */
    static Failure of(Search search, Rule rule, Condition condition, Compared compared) {
        return new Failure(search, rule, condition, compared);
    }

    /** The fact whose value it is. */
    Failure on(Row row) {
        about.add(row.premise());
        facts.addAll(search.factsOf(row));
        return this;
    }

    Failure lacking(Finding.Lack missing) {
        lack = missing;
        return this;
    }

    /** Where the values compared come from; more of what is counted is looked for on the side that is too small. */
    Failure from(Constraint constraint, Function<Expression, Stream<Frame.Source>> sources) {
        List<Expression> sides = Frame.expressions(constraint).toList();
        for (int i = 0; i < sides.size(); i++) {
            boolean small = !compared.operator().startsWith(i == 0 ? "<" : ">");
            sources.apply(sides.get(i)).forEach(source -> from(source, small));
        }
        return this;
    }

    Failure from(List<Frame.Source> sources) {
        sources.forEach(source -> from(source, true));
        return this;
    }

    private void from(Frame.Source source, boolean more) {
        facts.addAll(search.grounds().of(source.premises()));
        Pattern counted = source.counted();
        if (counted == null) {
            source.premises()
                    .forEach(premise -> others.addAll(search.obstacles().remedies(premise)));
            return;
        }
        about.addAll(source.premises());
        demands.addAll(Demand.of(counted, source.at()));
        if (more && counted.type().kind() == FactType.Kind.DERIVED) {
            search.ways(Goal.of(counted, source.at()), DEPTH_OF_ANOTHER).stream()
                    .filter(way -> way.distance() > 0)
                    .limit(MOST_OTHERS)
                    .map(way -> another(source, way))
                    .forEach(others::add);
        } else if (more) {
            lack = Presence.lack(counted, source.at());
        }
    }

    /** What is wanting for one more fact that would be counted. */
    private Finding another(Frame.Source source, Frame way) {
        return new Finding(
                rule,
                new Condition.Match(source.counted()),
                Shown.of(source.counted()),
                source.counted().at(),
                Finding.Why.UNDERIVED,
                Demand.of(source.counted(), source.at()),
                List.of(),
                null,
                0,
                way.findings());
    }

    /** What is missing: a fact that would be counted, or, where derived facts are, what the nearest of those would need. */
    private Finding.Lack missing() {
        return lack != null || !facts.isEmpty()
                ? lack
                : others.stream()
                        .flatMap(Finding::needs)
                        .map(Finding::lacks)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    Finding finding(double cost) {
        return new Finding(
                rule,
                condition,
                compared.shown(),
                compared.at(),
                Finding.Why.VALUE,
                condition instanceof Condition.Accumulation ? demands : List.of(),
                List.of(new Finding.Candidate(List.copyOf(about), List.copyOf(facts), List.of(compared))),
                missing(),
                cost,
                others);
    }

    /** The frame with the failure, one step farther; much farther where no fact of the scenario could help. */
    Frame in(Frame frame) {
        boolean inReach = !facts.isEmpty() || lack != null || !others.isEmpty();
        return frame.found(List.of(finding(inReach ? CALCULATED : OUT_OF_REACH)));
    }
}
