package io.charter.testing;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.explain.DecisionData;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Pattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What differs between the derivations of the same facts on two days, and what of it the date explains: each rule that supports
 * it on the one day matched the date, or a fact that differs and is explained, or looks for facts such as one that is.
 */
public final class DateEffects {

    private final List<Premise.Derived> changed = new ArrayList<>();
    private final Set<Premise> explained = Collections.newSetFromMap(new IdentityHashMap<>());

    public DateEffects(Derivations one, Derivations other) {
        changed.addAll(difference(one, other));
        changed.addAll(difference(other, one));
        boolean more = true;
        while (more) {
            more = false;
            for (Premise.Derived fact : changed) {
                if (!explained.contains(fact) && fact.supports().stream().allMatch(this::explains)) {
                    more |= explained.add(fact);
                }
            }
        }
    }

    /** The facts that stand on one of the days alone. */
    public List<Premise.Derived> changed() {
        return changed;
    }

    /** Those of them that the date does not explain. */
    public List<Premise.Derived> unexplained() {
        return changed.stream().filter(fact -> !explained.contains(fact)).toList();
    }

    private static List<Premise.Derived> difference(Derivations these, Derivations those) {
        Set<List<Object>> there =
                those.facts().stream().map(DateEffects::content).collect(Collectors.toSet());
        return these.facts().stream()
                .filter(fact -> !there.contains(content(fact)))
                .toList();
    }

    private static List<Object> content(Premise.Derived fact) {
        List<Object> content = new ArrayList<>(List.of(fact.type().name()));
        fact.values().forEach(value -> content.add(DecisionData.plain(value)));
        return content;
    }

    private boolean explains(Premise.Support support) {
        return support.premises().stream().anyMatch(p -> p instanceof Premise.Today || explained.contains(p))
                || support.rule().when().stream()
                        .filter(c -> c instanceof Condition.Absent || c instanceof Condition.Accumulation)
                        .map(Condition::pattern)
                        .anyMatch(pattern -> pattern.type().kind() == FactType.Kind.TODAY
                                || changed.stream()
                                        .filter(explained::contains)
                                        .anyMatch(fact -> mayMatch(pattern, fact, support)));
    }

    /** Whether a fact has what the pattern asks to be equal to something that the rule has matched before. */
    private static boolean mayMatch(Pattern pattern, Premise.Derived fact, Premise.Support support) {
        return fact.type().isA(pattern.type())
                && pattern.constraints().stream().allMatch(constraint -> {
                    if (!(constraint instanceof Constraint.Comparison asked)
                            || !asked.operator().equals("==")
                            || !(asked.left() instanceof Expression.FieldValue field)
                            || !(asked.right() instanceof Expression.Bound bound)
                            || bound.variable().type() == null
                            || pattern.bindings().stream()
                                    .anyMatch(b -> b.variable()
                                            .name()
                                            .equals(bound.variable().name()))) {
                        return true;
                    }
                    Object sought = support.bindings().get(bound.variable().plainName());
                    return DecisionData.plain(sought)
                            .equals(DecisionData.plain(fact.value(field.field().name())));
                });
    }
}
