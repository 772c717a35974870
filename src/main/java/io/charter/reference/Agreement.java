package io.charter.reference;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.rulebook.model.Condition;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what the engine of Drools and the evaluator made of one scenario: the facts derived, and every application of a rule
 * that supports each. A rule with {@code exists} may rest on any one of the facts that meet it, so of its applications the
 * bindings are compared.
 */
public final class Agreement {

    private static final int MOST_SHOWN = 3;

    private final Map<Object, Premise.Derived> engine;
    private final Map<Object, Premise.Derived> evaluator;
    private final List<Problem> differences = new ArrayList<>();

    private Agreement(Derivations engine, Derivations evaluator) {
        this.engine = byContent(engine);
        this.evaluator = byContent(evaluator);
    }

    /**
     * Where the two differ, decisions first, and where a step of either does not hold.
     *
     * @return nothing when they agree; else the first few differences, each with both derivations
     */
    public static List<Problem> differences(Derivations engine, Derivations evaluator) {
        Agreement agreement = new Agreement(engine, evaluator);
        agreement.missing(agreement.engine, "Drools", agreement.evaluator, "the evaluator");
        agreement.missing(agreement.evaluator, "the evaluator", agreement.engine, "Drools");
        if (agreement.differences.isEmpty()) {
            agreement.supports();
            agreement.differences.addAll(Checker.faults(engine));
            agreement.differences.addAll(Checker.faults(evaluator));
        }
        return agreement.shown();
    }

    private List<Problem> shown() {
        List<Problem> shown = new ArrayList<>(differences.subList(0, Math.min(MOST_SHOWN, differences.size())));
        if (differences.size() > MOST_SHOWN) {
            shown.add(Problem.of(
                    "engines_differ", "and in " + (differences.size() - MOST_SHOWN) + " more respects", null));
        }
        return shown;
    }

    private static Map<Object, Premise.Derived> byContent(Derivations derivations) {
        Map<Object, Premise.Derived> facts = new LinkedHashMap<>();
        derivations.facts().stream()
                .sorted((one, other) -> Boolean.compare(
                        one.type().answers() == null, other.type().answers() == null))
                .forEach(fact -> facts.put(content(fact), fact));
        return facts;
    }

    /** A premise by what it says, so that those of both sides can be compared. */
    private static Object content(Premise premise) {
        return premise instanceof Premise.Derived derived
                ? List.of(derived.type().name(), Terms.canonical(derived.values()))
                : premise.toString();
    }

    private void missing(
            Map<Object, Premise.Derived> here, String name, Map<Object, Premise.Derived> there, String other) {
        here.forEach((content, fact) -> {
            if (!there.containsKey(content)) {
                String answer = fact.type().answers() == null ? "" : fact.question() + ":" + fact.subject() + ": ";
                differences.add(Problem.of(
                        "engines_differ",
                        "the engines differ: " + answer + name + " derives " + fact + " by " + fact.supports() + "; "
                                + other + instead(fact, there),
                        null));
            }
        });
    }

    /** What the other side says of the same question or, of what is no decision, of facts of the type. */
    private static String instead(Premise.Derived fact, Map<Object, Premise.Derived> there) {
        String found = there.values().stream()
                .filter(f -> fact.type().answers() == null
                        ? f.type().equals(fact.type())
                        : f.type().answers() != null
                                && f.question().equals(fact.question())
                                && f.subject().equals(fact.subject()))
                .limit(MOST_SHOWN)
                .map(f -> f + " by " + f.supports())
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? " derives nothing like it" : " does not, and derives " + found;
    }

    private void supports() {
        engine.forEach((content, fact) -> {
            List<Premise.Support> ours = evaluator.get(content).supports();
            unlike(fact, fact.supports(), "Drools", ours, "the evaluator");
            unlike(fact, ours, "the evaluator", fact.supports(), "Drools");
        });
    }

    private void unlike(
            Premise.Derived fact, List<Premise.Support> here, String name, List<Premise.Support> there, String other) {
        Set<Object> known = new HashSet<>();
        there.forEach(support -> known.add(content(support)));
        for (Premise.Support support : here) {
            if (!known.contains(content(support))) {
                differences.add(Problem.of(
                        "engines_differ",
                        "the engines differ on why " + fact + " stands: " + name + " has " + support + "; " + other
                                + " has " + there,
                        null));
            }
        }
    }

    private static Object content(Premise.Support support) {
        Map<String, Object> bindings = new LinkedHashMap<>();
        support.bindings().forEach((name, value) -> bindings.put(name, Terms.canonical(value)));
        boolean anyWitness = support.rule().when().stream().anyMatch(Condition.Present.class::isInstance);
        Set<Object> premises = new HashSet<>();
        if (!anyWitness) {
            support.premises().forEach(premise -> premises.add(content(premise)));
        }
        return List.of(support.rule().name(), bindings, premises);
    }
}
