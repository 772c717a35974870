package io.charter.explain;

import io.charter.derivation.Premise;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.Variable;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import io.charter.text.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Grows trees of reasons from decisions; what is reached twice is told once. */
final class TreeGrowth {

    private final Scenario scenario;
    private final Reasons reasons;
    private final Sentences sentences;
    private final FactWords words;
    private final ConditionWords conditions;
    private final boolean throughDecisions;
    private final Map<Object, String> told = new HashMap<>();
    private final Set<String> clauses = new HashSet<>();
    private final Set<Fact> facts = new TreeSet<>();
    private final Set<Premise.Derived> named = new LinkedHashSet<>();
    private int number;

    /** @param throughDecisions whether other decisions are told, too, or only named */
    TreeGrowth(
            Scenario scenario,
            Reasons reasons,
            Sentences sentences,
            FactWords words,
            Language language,
            boolean throughDecisions) {
        this.scenario = scenario;
        this.reasons = reasons;
        this.sentences = sentences;
        this.words = words;
        this.conditions = new ConditionWords(scenario.edition(), sentences, words, language);
        this.throughDecisions = throughDecisions;
    }

    Reason.Step from(Premise.Derived answer) {
        return step(answer);
    }

    /** The clauses of the steps grown so far. */
    Set<String> clauses() {
        return clauses;
    }

    /** The other decisions named so far, in the order in which they were met. */
    Set<Premise.Derived> named() {
        return named;
    }

    /** The facts grown so far. */
    Set<Fact> facts() {
        return facts;
    }

    private Reason.Step step(Premise.Derived fact) {
        String id = next();
        told.put(fact, id);
        Premise.Support support = reasons.of(fact);
        Rule rule = support.rule();
        if (rule.clause() != null) {
            clauses.add(rule.clause());
        }
        List<Reason> rests = new ArrayList<>();
        for (Premise premise : inOrder(support)) {
            rests.add(reason(premise));
        }
        return new Reason.Step(
                id,
                fact.type().name(),
                fact.type().answers() == null ? null : ReasonTrees.key(fact),
                sentences.sentence(support),
                rule.name(),
                rule.clause(),
                rule.silence(),
                Places.of(scenario.edition(), rule.at()),
                values(support),
                support.absences().stream()
                        .map(a -> conditions.absence(a, support))
                        .toList(),
                List.copyOf(rests));
    }

    private String next() {
        return String.valueOf(++number);
    }

    private Reason reason(Premise premise) {
        if (premise instanceof Premise.Today) {
            return new Reason.Asked(scenario.asOf());
        }
        if (premise instanceof Premise.Given given) {
            StatedFact fact = words.of(given.fact());
            facts.add(given.fact());
            String before = told.get(given.fact());
            if (before != null) {
                return new Reason.Told(before, fact.brief());
            }
            String id = next();
            told.put(given.fact(), id);
            return new Reason.Stated(id, fact);
        }
        Premise.Derived derived = (Premise.Derived) premise;
        String says = sentences.sentence(reasons.of(derived));
        if (derived.type().answers() != null && !throughDecisions) {
            named.add(derived);
            return new Reason.Decided(ReasonTrees.key(derived), says);
        }
        String before = told.get(derived);
        return before == null ? step(derived) : new Reason.Told(before, says);
    }

    /**
     * What an application rested on, in the order of the rule's conditions; facts of one condition in the order of decisions, or
     * of their values. Facts that only say what is asked about are left out, as no answer rests on them.
     */
    private List<Premise> inOrder(Premise.Support support) {
        Comparator<Premise> order = Comparator.comparingInt((Premise p) -> condition(support.rule(), p))
                .thenComparing((one, other) -> one instanceof Premise.Given a && other instanceof Premise.Given b
                        ? a.fact().compareTo(b.fact())
                        : one.toString().compareTo(other.toString()));
        return support.premises().stream()
                .filter(p ->
                        !(p instanceof Premise.Derived derived && derived.type().demand()))
                .sorted(order)
                .toList();
    }

    /** The place of the first condition of the rule that looks for facts of the type. */
    private static int condition(Rule rule, Premise premise) {
        for (int i = 0; i < rule.when().size(); i++) {
            Condition condition = rule.when().get(i);
            if (!(condition instanceof Condition.Absent)
                    && isOf(premise, condition.pattern().type())) {
                return i;
            }
        }
        return rule.when().size();
    }

    private static boolean isOf(Premise premise, FactType type) {
        if (premise instanceof Premise.Today) {
            return type.kind() == FactType.Kind.TODAY;
        }
        return (premise instanceof Premise.Given given ? given.fact().type() : ((Premise.Derived) premise).type())
                .isA(type);
    }

    private List<SaidValue> values(Premise.Support support) {
        List<SaidValue> values = new ArrayList<>();
        support.bindings().forEach((name, value) -> {
            if (value != null) {
                Variable variable = support.rule().spoken(name).orElseThrow();
                boolean documented = variable.origin() != null;
                values.add(new SaidValue(
                        name,
                        documented ? words.label(variable.origin()) : name,
                        value,
                        sentences.value(variable.origin(), value)));
            }
        });
        return values;
    }
}
