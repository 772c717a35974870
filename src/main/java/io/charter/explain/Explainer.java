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
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the decisions of one scenario, with their reasons, of what the rules derived from it. */
final class Explainer {

    private final Derivations derivations;
    private final Edition edition;
    private final Sentences sentences;
    private final Reasons reasons;
    private final List<Premise.Derived> answers;

    /** Where one sentence after the other is put together. */
    private final StringBuilder said = new StringBuilder();

    /** Whether the scenario assumes any fact that it knows. */
    private final boolean assumes;

    private Disregards disregards;

    /** By the number of an answer: its place in the document; made when it is asked for, as what stands below. */
    private int[] places;

    /** By the place of an answer: what lies behind it. */
    private Reach[] reached;

    /** By the place of an answer: how others name it. */
    private String[] keys;

    /** The last search that came by a fact. */
    private ByFact<Reach> met;

    Explainer(Derivations derivations, Sentences sentences, Subjects subjects) {
        this.derivations = derivations;
        this.edition = derivations.scenario().edition();
        this.sentences = sentences;
        this.reasons = new Reasons(derivations);
        this.answers = Answers.of(derivations, subjects);
        boolean any = false;
        for (Fact fact : derivations.scenario().known()) {
            any |= fact.assumed() != null;
        }
        this.assumes = any;
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

    /** What lies behind a decision. */
    private static final class Reach {

        /** The facts of the scenario met before any other decision, in the order of citing. */
        private final PlaceSet facts = new PlaceSet();

        /** The decisions met first, by their places. */
        private final PlaceSet decisions = new PlaceSet();

        /** These and all that they rely on in turn; null before it is asked for. */
        private PlaceSet all;

        /** The unverified clauses of the rules on the way to them, the decision's own among them. */
        private Set<String> clauses = Set.of();
    }

    /** Both together; neither is changed. */
    private static Set<String> union(Set<String> some, Set<String> more) {
        if (more.isEmpty() || some.containsAll(more)) {
            return some;
        }
        Set<String> union = new HashSet<>(some);
        union.addAll(more);
        return union;
    }

    /** The decision that an answer is. */
    Decision decision(Premise.Derived answer) {
        Reasons.Chosen reason = reasons.reason(answer);
        Reach own = reach(answer);
        String subject = answer.subject();
        PlaceSet elsewhere = new PlaceSet();
        Set<String> clauses = own.clauses;
        PlaceSet relied = all(own);
        for (int place = relied.next(0); place >= 0; place = relied.next(place + 1)) {
            Reach its = reach(answers.get(place));
            if (subject.equals(answers.get(place).subject())) {
                elsewhere.addAll(its.facts);
            }
            clauses = union(clauses, its.clauses);
        }
        Rule rule = reason.support().rule();
        Disregards.Found disregarded = disregards().of(answer.question(), subject, reason.facts());
        String because = sentences.sentence(reason.support(), said);
        return new Decision(
                answer.question(),
                subject,
                answer.type().answers().outcome(),
                details(answer),
                rule.clause(),
                rule.name(),
                disregarded.sentences().isEmpty() ? because : because + " " + String.join(" ", disregarded.sentences()),
                pointers(own.facts, elsewhere),
                keys(own.decisions),
                clauses.isEmpty() ? List.of() : inOrder(clauses),
                assumes ? assumed(reason.facts()) : List.of(),
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
        Map<String, Object> details = Map.of();
        List<Field> fields = answer.type().fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (!field.subject() && !field.question()) {
                Object value = answer.values().get(i);
                if (details.isEmpty()) {
                    details = Collections.singletonMap(field.name(), value);
                } else {
                    details = details.size() == 1 ? new LinkedHashMap<>(details) : details;
                    details.put(field.name(), value);
                }
            }
        }
        return details;
    }

    /** Those of the facts that do not stand elsewhere, too. */
    private List<String> pointers(PlaceSet facts, PlaceSet elsewhere) {
        List<String> pointers = new ArrayList<>(facts.size());
        for (int place = facts.next(0); place >= 0; place = facts.next(place + 1)) {
            if (!elsewhere.contains(place)) {
                pointers.add(reasons.order().fact(place).pointer());
            }
        }
        return pointers;
    }

    private List<String> assumed(PlaceSet facts) {
        List<String> pointers = new ArrayList<>();
        for (int place = facts.next(0); place >= 0; place = facts.next(place + 1)) {
            Fact fact = reasons.order().fact(place);
            if (fact.assumed() != null) {
                pointers.add(fact.pointer());
            }
        }
        return pointers;
    }

    private List<String> keys(PlaceSet decisions) {
        if (decisions.isEmpty()) {
            return List.of();
        }
        List<String> named = new ArrayList<>(decisions.size());
        for (int place = decisions.next(0); place >= 0; place = decisions.next(place + 1)) {
            if (keys[place] == null) {
                Premise.Derived answer = answers.get(place);
                keys[place] = answer.question() + ":" + answer.subject();
            }
            named.add(keys[place]);
        }
        return named;
    }

    /** The decisions that one relies on, and all that they rely on in turn. None relies on itself, as its reasons do not. */
    private PlaceSet all(Reach reach) {
        if (reach.all == null) {
            PlaceSet met = reach.decisions;
            reach.all = new PlaceSet();
            reach.all.addAll(met);
            for (int place = met.next(0); place >= 0; place = met.next(place + 1)) {
                reach.all.addAll(all(reach(answers.get(place))));
            }
        }
        return reach.all;
    }

    private Disregards disregards() {
        if (disregards == null) {
            disregards = new Disregards(derivations, reasons, sentences);
        }
        return disregards;
    }

    private Reach reach(Premise.Derived answer) {
        if (places == null) {
            int most = 0;
            for (Premise.Derived decided : answers) {
                most = Math.max(most, decided.number());
            }
            places = new int[most + 1];
            Arrays.fill(places, -1);
            for (int i = 0; i < answers.size(); i++) {
                places[answers.get(i).number()] = i;
            }
            reached = new Reach[answers.size()];
            keys = new String[answers.size()];
            met = new ByFact<>(derivations.facts().size());
        }
        int place = places[answer.number()];
        Reach known = reached[place];
        if (known == null) {
            known = new Reach();
            descend(reasons.reason(answer), known);
            reached[place] = known;
        }
        return known;
    }

    private void descend(Reasons.Chosen reason, Reach reach) {
        reach.facts.addAll(reason.stated());
        String clause = reason.support().rule().clause();
        if (clause != null && !edition.clauses().get(clause).verified()) {
            reach.clauses = union(reach.clauses, Set.of(clause));
        }
        for (Reasons.Chosen below : reason.derived()) {
            if (below.fact().type().answers() != null) {
                reach.decisions.add(places[below.fact().number()]);
            } else if (below.derived().isEmpty()) {
                descend(below, reach);
            } else if (met.get(below.fact()) != reach) {
                met.put(below.fact(), reach);
                descend(below, reach);
            }
        }
    }
}
