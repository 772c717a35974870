package io.charter.explain;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.rulebook.model.FactType;
import io.charter.scenario.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was meant to move a decision and does not count, as the rules say it of the facts that they disregard. */
final class Disregards {

    /** The facts that disregard others, by whom they are about. */
    private final Map<String, List<Premise.Derived>> disregarding = new HashMap<>();

    private final Reasons reasons;
    private final Sentences sentences;

    Disregards(Derivations derivations, Reasons reasons, Sentences sentences) {
        for (Premise.Derived derived : derivations.facts()) {
            if (derived.type().disregards() != null) {
                disregarding
                        .computeIfAbsent(derived.subject(), k -> new ArrayList<>())
                        .add(derived);
            }
        }
        this.reasons = reasons;
        this.sentences = sentences;
    }

    /**
     * What is disregarded for one decision.
     *
     * @param facts each fact once, in the order in which decisions cite facts
     * @param sentences a sentence for each rule that disregards some of them, in the plural where they are several
     */
    record Found(List<Decision.Disregarded> facts, List<String> sentences) {}

    private static final Found NOTHING = new Found(List.of(), List.of());

    /**
     * Looks for what is disregarded.
     *
     * @param used the facts, in the order of citing, that the decision rests on; what it rests on is not disregarded
     */
    Found of(String question, String subject, PlaceSet used) {
        List<Premise.Derived> of = disregarding.get(subject);
        if (of == null) {
            return NOTHING;
        }
        Map<Fact, Premise.Support> found = new TreeMap<>();
        for (Premise.Derived derived : of) {
            FactType.Disregard disregards = derived.type().disregards();
            if (!disregards.question().equals(question)) {
                continue;
            }
            Premise.Support reason = reasons.of(derived);
            for (Premise.Support support : derived.supports()) {
                for (Premise premise : support.premises()) {
                    if (premise instanceof Premise.Given given
                            && given.fact().type().name().equals(disregards.type())
                            && !used.contains(reasons.order().place(given))) {
                        found.merge(
                                given.fact(), reason, (one, other) -> BY_RULE.compare(one, other) <= 0 ? one : other);
                    }
                }
            }
        }
        Map<String, List<Premise.Support>> byRule = new LinkedHashMap<>();
        List<Decision.Disregarded> facts = new ArrayList<>();
        found.forEach((fact, support) -> {
            byRule.computeIfAbsent(support.rule().name(), k -> new ArrayList<>())
                    .add(support);
            facts.add(new Decision.Disregarded(fact.pointer(), sentences.sentence(support)));
        });
        return new Found(
                facts, byRule.values().stream().map(sentences::sentence).toList());
    }

    private static final Comparator<Premise.Support> BY_RULE =
            (one, other) -> one.rule().name().compareTo(other.rule().name());
}
