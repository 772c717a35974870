package io.charter.reference;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Rule;
import io.charter.scenario.Scenario;
import io.charter.text.CharterException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Works out what rules derive, in the simplest way that is right: stratum by stratum, and in each all that its rules derive from
 * the facts, again and again until nothing changes. The rules of a stratum that rests on itself only ever look back along a date
 * (check proves it), so whatever happens on the first day is settled after the first turn, on the second after the next, and
 * there is one end, whatever the order of rules and facts.
 *
 * <p>It reads the model of the rules and nothing else, and keeps nothing between scenarios. Thread-safe.
 */
public final class Evaluator {

    /** More turns than any recursion of dates between the years 1800 and 9000 can need is a defect of the check. */
    private static final int MOST_TURNS = 100_000;

    private final Edition edition;
    private final List<Stratum> strata;

    public Evaluator(Edition edition) {
        this.edition = edition;
        this.strata = Stratum.of(edition);
    }

    /** What the rules derive from the facts that the scenario has by its date, with every application of a rule. */
    public Derivations run(Scenario scenario) {
        return run(scenario, Observer.NONE);
    }

    /** The same, observed. */
    public Derivations run(Scenario scenario, Observer observer) {
        if (!scenario.edition().hash().equals(edition.hash())) {
            throw new IllegalArgumentException("the scenario is of another edition");
        }
        Facts facts = Facts.of(scenario);
        List<Premise.Derived> derived = new ArrayList<>();
        for (Stratum stratum : strata) {
            settle(stratum, facts, observer).forEach((row, matches) -> derived.add(supported(row, matches)));
        }
        return new Derivations(scenario, derived);
    }

    /** Adds to the facts what the rules of a stratum derive, and says what supports each. */
    private static Map<Row, List<Matching.Match>> settle(Stratum stratum, Facts facts, Observer observer) {
        Map<List<Object>, Row> known = new HashMap<>();
        Set<Row> before = Set.of();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Map<Row, List<Matching.Match>> after = new LinkedHashMap<>();
            for (Rule rule : stratum.rules()) {
                Matching.each(
                        rule,
                        facts,
                        observer,
                        match -> after.computeIfAbsent(
                                        row(rule.then().type(), match.values(), known), k -> new ArrayList<>())
                                .add(match));
            }
            facts.replace(stratum.types(), after.keySet());
            if (!stratum.circular() || after.keySet().equals(before)) {
                return after;
            }
            before = after.keySet();
        }
        throw new CharterException(
                "rules_endless", "the rules are at fault: " + stratum.types() + " rest on each other without end");
    }

    /** The fact with these keys, the same one in every turn. */
    private static Row row(FactType type, List<Object> values, Map<List<Object>, Row> known) {
        return known.computeIfAbsent(Row.identity(type, values), identity -> Row.of(new Premise.Derived(type, values)));
    }

    private static Premise.Derived supported(Row row, List<Matching.Match> matches) {
        Premise.Derived fact = (Premise.Derived) row.premise();
        for (Matching.Match match : matches) {
            if (!Terms.same(fact.values(), match.values())) {
                throw new CharterException(
                        "rules_two_values",
                        "the rules are at fault: they derive " + fact + " and "
                                + fact.type().name() + match.values() + ", which have one key and differ");
            }
            fact.supports().add(match.support());
        }
        return fact;
    }
}
