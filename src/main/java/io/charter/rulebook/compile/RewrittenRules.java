package io.charter.rulebook.compile;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.drools.model.Binding;
import org.drools.model.Model;
import org.drools.model.constraints.AbstractSingleConstraint;
import org.drools.model.constraints.MultipleConstraints;
import org.drools.model.impl.RuleImpl;
import org.drools.model.patterns.AccumulatePatternImpl;
import org.drools.model.patterns.CompositePatterns;
import org.drools.model.patterns.ExistentialPatternImpl;
import org.drools.model.patterns.PatternImpl;

/**
 * Makes the compiled rules of an edition again with other constraints and bindings. Drools compiles the constraints of a rule in the order
 * in which they are written; where it has as many as our own model of the rule, each belongs to the one in the same place.
 */
public abstract class RewrittenRules {

    private final Edition edition;

    protected RewrittenRules(Edition edition) {
        this.edition = edition;
    }

    /** The same rules, made again. */
    public final Model of(Model model) {
        return new RuleModel(
                model.getName(), model.getRules().stream().map(this::rule).toList());
    }

    /**
     * Makes a constraint again.
     *
     * @param written the same in our own model; null where there is none
     */
    protected abstract AbstractSingleConstraint constraint(
            AbstractSingleConstraint compiled, Rule rule, Constraint written);

    /** Makes again how a variable is bound to a field of the fact that a pattern matches. */
    protected Binding binding(Binding compiled, PatternImpl<?> pattern) {
        return compiled;
    }

    /** The constraints of a rule in the order in which they are written. */
    public static List<Constraint> constraints(Rule rule) {
        return rule.when().stream()
                .flatMap(condition -> Stream.concat(
                        condition.pattern().constraints().stream(),
                        condition instanceof Condition.Accumulation accumulation
                                ? accumulation.constraints().stream()
                                : Stream.empty()))
                .toList();
    }

    /** The same as Drools has them. */
    public static List<AbstractSingleConstraint> constraints(org.drools.model.Rule compiled) {
        List<AbstractSingleConstraint> all = new ArrayList<>();
        collect(compiled.getView(), all);
        return all;
    }

    private static void collect(org.drools.model.Condition condition, List<AbstractSingleConstraint> into) {
        if (condition instanceof PatternImpl<?> pattern) {
            collect(pattern.getConstraint(), into);
        } else if (condition instanceof AccumulatePatternImpl<?> accumulate) {
            collect(accumulate.getCondition(), into);
        } else {
            condition.getSubConditions().forEach(below -> collect(below, into));
        }
    }

    private static void collect(org.drools.model.Constraint constraint, List<AbstractSingleConstraint> into) {
        if (isWritten(constraint)) {
            into.add((AbstractSingleConstraint) constraint);
        }
        constraint.getChildren().forEach(below -> collect(below, into));
    }

    /** A pattern without constraints has one that is always true and looks at nothing. */
    private static boolean isWritten(org.drools.model.Constraint constraint) {
        return constraint instanceof AbstractSingleConstraint single && single.getVariables().length > 0;
    }

    private org.drools.model.Rule rule(org.drools.model.Rule compiled) {
        Rule rule = edition.rule(compiled.getName());
        List<AbstractSingleConstraint> all = constraints(compiled);
        List<Constraint> written = constraints(rule);
        Deque<AbstractSingleConstraint> next = new ArrayDeque<>();
        for (int i = 0; i < all.size(); i++) {
            next.add(constraint(all.get(i), rule, written.size() == all.size() ? written.get(i) : null));
        }
        return new RuleImpl(
                compiled.getPackage(),
                compiled.getName(),
                compiled.getUnit(),
                (CompositePatterns) condition(compiled.getView(), next),
                null,
                compiled.getMetaData());
    }

    private org.drools.model.Condition condition(
            org.drools.model.Condition condition, Deque<AbstractSingleConstraint> next) {
        if (condition instanceof PatternImpl<?> pattern) {
            return pattern(pattern, next);
        }
        if (condition instanceof AccumulatePatternImpl<?> accumulate) {
            return new AccumulatePatternImpl<>(
                    condition(accumulate.getCondition(), next), null, accumulate.getAccumulateFunctions());
        }
        if (condition instanceof ExistentialPatternImpl exists) {
            return new ExistentialPatternImpl(
                    condition(exists.getSubConditions().get(0), next), exists.getType());
        }
        if (condition instanceof CompositePatterns all) {
            List<org.drools.model.Condition> again = new ArrayList<>();
            all.getSubConditions().forEach(each -> again.add(condition(each, next)));
            return new CompositePatterns(all.getType(), again, all.getConsequences());
        }
        return condition;
    }

    private <T> PatternImpl<T> pattern(PatternImpl<T> pattern, Deque<AbstractSingleConstraint> next) {
        List<Binding> bindings = new ArrayList<>();
        pattern.getBindings().forEach(binding -> bindings.add(binding(binding, pattern)));
        PatternImpl<T> again = new PatternImpl<>(
                pattern.getPatternVariable(), constraint(pattern.getConstraint(), next), bindings, pattern.getType());
        again.addWatchedProps(pattern.getWatchedProps());
        again.setPassive(pattern.isPassive());
        return again;
    }

    private static org.drools.model.Constraint constraint(
            org.drools.model.Constraint constraint, Deque<AbstractSingleConstraint> next) {
        if (isWritten(constraint)) {
            return next.remove();
        }
        if (constraint instanceof MultipleConstraints several) {
            List<org.drools.model.Constraint> again = new ArrayList<>();
            several.getChildren().forEach(each -> again.add(constraint(each, next)));
            return new MultipleConstraints(again);
        }
        if (!constraint.getChildren().isEmpty()) {
            throw new IllegalStateException("no rule of ours has " + constraint);
        }
        return constraint;
    }
}
