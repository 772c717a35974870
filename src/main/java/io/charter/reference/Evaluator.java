package io.charter.reference;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.Stratum;
import io.charter.scenario.Scenario;
import io.charter.text.CharterException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    private final List<Stratum> strata;

    public Evaluator(Edition edition) {
        this.strata = Stratum.of(edition);
    }

    /** What the rules derive from the facts that the scenario has by its date, with every application of a rule. */
    public Derivations run(Scenario scenario) {
        return run(scenario, Observer.NONE);
    }

    /** The same, observed. */
    public Derivations run(Scenario scenario, Observer observer) {
        Facts facts = Facts.of(scenario);
        List<Premise.Derived> derived = new ArrayList<>();
        for (Stratum stratum : strata) {
            for (Row row : settle(stratum, facts, true, observer).values()) {
                derived.add((Premise.Derived) row.premise());
            }
        }
        return new Derivations(scenario, derived);
    }

    List<Stratum> strata() {
        return strata;
    }

    /**
     * Adds to the facts what the rules of a stratum derive.
     *
     * @param supported whether the facts get what supports them
     * @return the facts derived, by what makes two of them the same
     */
    static Map<List<Object>, Row> settle(Stratum stratum, Facts facts, boolean supported, Observer observer) {
        Map<List<Object>, Row> known = new HashMap<>();
        Set<List<Object>> before = Set.of();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Map<List<Object>, Row> after = new LinkedHashMap<>();
            Set<List<Object>> unlike = new LinkedHashSet<>();
            known.values()
                    .forEach(row -> ((Premise.Derived) row.premise()).supports().clear());
            for (Rule rule : stratum.rules()) {
                Matching.each(rule, facts, observer, match -> {
                    List<Object> values = match.values();
                    List<Object> identity = Row.identity(rule.then().type(), values);
                    // The fact with these keys, the same one in every turn.
                    Row row = known.computeIfAbsent(
                            identity,
                            k -> Row.of(new Premise.Derived(rule.then().type(), facts.number(), values)));
                    after.put(identity, row);
                    Premise.Derived fact = (Premise.Derived) row.premise();
                    if (identity.size() <= values.size() && !Terms.same(fact.values(), values)) {
                        unlike.add(List.of(fact, values));
                    }
                    observer.applied(rule, row, match.bindings());
                    if (supported) {
                        fact.supports().add(match.support());
                    }
                });
            }
            facts.replace(stratum.types(), after.values());
            if (!stratum.circular() || after.keySet().equals(before)) {
                if (!unlike.isEmpty()) {
                    throw new CharterException(
                            "rules_two_values",
                            "the rules are at fault: they derive facts that have one key and differ: " + unlike);
                }
                return after;
            }
            before = after.keySet();
        }
        throw new CharterException(
                "rules_endless", "the rules are at fault: " + stratum.types() + " rest on each other without end");
    }
}
