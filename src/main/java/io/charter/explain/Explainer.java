package io.charter.explain;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Rule;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the decisions of one scenario, with their reasons, of what the rules derived from it. */
final class Explainer {

    private final Derivations derivations;
    private final Edition edition;
    private final Sentences sentences;
    private final Reasons reasons;
    private Disregards disregards;
    private final Map<Premise.Derived, Reach> reached;
    private final List<Premise.Derived> answers;

    /** The place of each answer in the document; empty until it is asked for. */
    private final Map<Premise.Derived, Integer> places;

    Explainer(Derivations derivations, Sentences sentences, Subjects subjects) {
        this.derivations = derivations;
        this.edition = derivations.scenario().edition();
        this.sentences = sentences;
        this.reasons = new Reasons(derivations);
        this.answers = Answers.of(derivations, subjects);
        this.reached = new HashMap<>(2 * answers.size());
        this.places = new HashMap<>(2 * answers.size());
    }

    DecisionDocument document(Explaining wanted) {
        Scenario scenario = derivations.scenario();
        List<Decision> decisions = new ArrayList<>(answers.size());
        for (Premise.Derived answer : answers) {
            decisions.add(
                    switch (wanted) {
                        case FULL -> decision(answer);
                        case CLAUSE -> withoutReasons(answer, reasons.of(answer).rule());
                        case NONE -> withoutReasons(answer, null);
                    });
        }
        return new DecisionDocument(
                scenario.id(), scenario.title(), edition.id(), scenario.asOf(), edition.hash(), decisions);
    }

    /** The decisions as derived facts, in their order. */
    List<Premise.Derived> answers() {
        return answers;
    }

    /** The application of a rule that explains each fact. */
    Reasons reasons() {
        return reasons;
    }

    /**
     * What lies behind a decision.
     *
     * @param facts the facts of the scenario met before any other decision
     * @param decisions the decisions met first
     * @param clauses the unverified clauses of the rules on the way to them, its own among them
     */
    private record Reach(CitedFacts facts, Set<Premise.Derived> decisions, Set<String> clauses) {}

    /** The decision that an answer is. */
    Decision decision(Premise.Derived answer) {
        Reach own = reach(answer);
        String subject = answer.subject();
        CitedFacts elsewhere = new CitedFacts(reasons.order());
        Set<String> clauses = new HashSet<>(own.clauses());
        for (Premise.Derived relied : all(own.decisions())) {
            Reach its = reach(relied);
            if (subject.equals(relied.subject())) {
                elsewhere.addAll(its.facts());
            }
            clauses.addAll(its.clauses());
        }
        Reasons.Chosen reason = reasons.reason(answer);
        Rule rule = reason.support().rule();
        Disregards.Found disregarded = disregards().of(answer.question(), subject, reason.facts());
        return new Decision(
                answer.question(),
                subject,
                answer.type().answers().outcome(),
                details(answer),
                rule.clause(),
                rule.name(),
                disregarded.sentences().isEmpty()
                        ? sentences.sentence(reason.support())
                        : sentences.sentence(reason.support()) + " " + String.join(" ", disregarded.sentences()),
                pointers(own.facts().without(elsewhere), false),
                own.decisions().isEmpty() ? List.of() : keys(own.decisions()),
                clauses.isEmpty() ? List.of() : inOrder(clauses),
                pointers(reason.facts().list(), true),
                disregarded.facts());
    }

    /** Clauses in the order of the edition. */
    private List<String> inOrder(Set<String> clauses) {
        List<String> ordered = new ArrayList<>(clauses.size());
        for (String clause : edition.clauses().keySet()) {
            if (ordered.size() < clauses.size() && clauses.contains(clause)) {
                ordered.add(clause);
            }
        }
        return ordered;
    }

    /** @param by the rule that decides, or null where it is not wanted */
    private static Decision withoutReasons(Premise.Derived answer, Rule by) {
        return new Decision(
                answer.question(),
                answer.subject(),
                answer.type().answers().outcome(),
                details(answer),
                by == null ? null : by.clause(),
                by == null ? null : by.name(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Map<String, Object> details(Premise.Derived answer) {
        Map<String, Object> details = null;
        List<Field> fields = answer.type().fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (!field.subject() && !field.question()) {
                details = details == null ? new LinkedHashMap<>() : details;
                details.put(field.name(), answer.values().get(i));
            }
        }
        return details == null ? Map.of() : details;
    }

    private static List<String> pointers(List<Fact> facts, boolean onlyAssumed) {
        List<String> pointers = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            if (!onlyAssumed || fact.assumed() != null) {
                pointers.add(fact.pointer());
            }
        }
        return pointers;
    }

    /** The keys of decisions, in the order of the document. */
    private List<String> keys(Set<Premise.Derived> decisions) {
        if (places.isEmpty()) {
            for (int i = 0; i < answers.size(); i++) {
                places.put(answers.get(i), i);
            }
        }
        int[] order = new int[decisions.size()];
        int next = 0;
        for (Premise.Derived decision : decisions) {
            order[next++] = places.get(decision);
        }
        Arrays.sort(order);
        List<String> keys = new ArrayList<>(order.length);
        for (int place : order) {
            Premise.Derived answer = answers.get(place);
            keys.add(answer.question() + ":" + answer.subject());
        }
        return keys;
    }

    /** These decisions and all that they rely on in turn. */
    private Collection<Premise.Derived> all(Set<Premise.Derived> decisions) {
        if (decisions.isEmpty()) {
            return List.of();
        }
        Set<Premise.Derived> seen = new LinkedHashSet<>();
        List<Premise.Derived> open = new ArrayList<>(decisions);
        while (!open.isEmpty()) {
            Premise.Derived next = open.remove(open.size() - 1);
            if (seen.add(next)) {
                open.addAll(reach(next).decisions());
            }
        }
        return seen;
    }

    private Disregards disregards() {
        if (disregards == null) {
            disregards = new Disregards(derivations, reasons, sentences);
        }
        return disregards;
    }

    private Reach reach(Premise.Derived answer) {
        Reach known = reached.get(answer);
        if (known == null) {
            known = new Reach(new CitedFacts(reasons.order()), new LinkedHashSet<>(), new HashSet<>());
            descend(reasons.reason(answer), known, new HashSet<>());
            reached.put(answer, known);
        }
        return known;
    }

    private void descend(Reasons.Chosen reason, Reach reach, Set<Premise.Derived> seen) {
        reach.facts().addAll(reason.stated());
        String clause = reason.support().rule().clause();
        if (clause != null && !edition.clauses().get(clause).verified()) {
            reach.clauses().add(clause);
        }
        for (Reasons.Chosen below : reason.derived()) {
            if (below.fact().type().answers() != null) {
                reach.decisions().add(below.fact());
            } else if (below.derived().isEmpty() || seen.add(below.fact())) {
                descend(below, reach, seen);
            }
        }
    }
}
