package io.charter.engine;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.drools.model.Binding;
import org.drools.model.Model;
import org.drools.model.constraints.AbstractSingleConstraint;
import org.drools.model.constraints.MultipleConstraints;
import org.drools.model.impl.ModelImpl;
import org.drools.model.impl.RuleImpl;
import org.drools.model.patterns.AccumulatePatternImpl;
import org.drools.model.patterns.CompositePatterns;
import org.drools.model.patterns.ExistentialPatternImpl;
import org.drools.model.patterns.PatternImpl;

/**
 * Makes the compiled rules of an edition again with every constraint counted. Drools compiles the constraints of a rule in the order
 * in which they are written; where it has as many as our own model of the rule, each belongs to the one in the same place.
 */
final class CountedRules {

    private final Edition edition;
    private final List<Tally> tallies = new ArrayList<>();

    CountedRules(Edition edition) {
        this.edition = edition;
    }

    /** All constraints that have been met, in their order. */
    List<Tally> tallies() {
        return Collections.unmodifiableList(tallies);
    }

    Model counted(Model model) {
        ModelImpl counted = new ModelImpl(model.getName()) {
            @Override
            public String getPackageName() {
                return model.getPackageName();
            }
        };
        model.getTypeMetaDatas().forEach(counted::addTypeMetaData);
        model.getRules().forEach(rule -> counted.addRule(counted(rule)));
        return counted;
    }

    /** The constraints of a rule in the order in which they are written. */
    static List<Constraint> constraints(Rule rule) {
        return rule.when().stream()
                .flatMap(condition -> Stream.concat(
                        condition.pattern().constraints().stream(),
                        condition instanceof Condition.Accumulation accumulation
                                ? accumulation.constraints().stream()
                                : Stream.empty()))
                .toList();
    }

    /** The same as Drools has them. */
    static List<AbstractSingleConstraint> constraints(org.drools.model.Rule compiled) {
        List<AbstractSingleConstraint> all = new ArrayList<>();
        collect(compiled.getView(), all);
        return all;
    }

    private org.drools.model.Rule counted(org.drools.model.Rule compiled) {
        Rule rule = edition.rule(compiled.getName());
        List<AbstractSingleConstraint> all = constraints(compiled);
        List<Constraint> ours = constraints(rule);
        Deque<Tally> next = new ArrayDeque<>();
        for (int i = 0; i < all.size(); i++) {
            next.add(
                    ours.size() == all.size()
                            ? new Tally(
                                    rule.name(),
                                    ours.get(i).toString(),
                                    ours.get(i).at())
                            : new Tally(
                                    rule.name(),
                                    all.get(i).predicateInformation().getStringConstraint(),
                                    rule.at()));
        }
        tallies.addAll(next);
        return new RuleImpl(
                compiled.getPackage(),
                compiled.getName(),
                compiled.getUnit(),
                (CompositePatterns) counted(compiled.getView(), next),
                null,
                compiled.getMetaData());
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
        if (isCounted(constraint)) {
            into.add((AbstractSingleConstraint) constraint);
        }
        constraint.getChildren().forEach(below -> collect(below, into));
    }

    /** A pattern without constraints has one that is always true and looks at nothing. */
    private static boolean isCounted(org.drools.model.Constraint constraint) {
        return constraint instanceof AbstractSingleConstraint single && single.getVariables().length > 0;
    }

    private static org.drools.model.Condition counted(org.drools.model.Condition condition, Deque<Tally> next) {
        if (condition instanceof PatternImpl<?> pattern) {
            return pattern(pattern, next);
        }
        if (condition instanceof AccumulatePatternImpl<?> accumulate) {
            return new AccumulatePatternImpl<>(
                    counted(accumulate.getCondition(), next), null, accumulate.getAccumulateFunctions());
        }
        if (condition instanceof ExistentialPatternImpl exists) {
            return new ExistentialPatternImpl(counted(exists.getSubConditions().get(0), next), exists.getType());
        }
        if (condition instanceof CompositePatterns all) {
            List<org.drools.model.Condition> counted = new ArrayList<>();
            all.getSubConditions().forEach(each -> counted.add(counted(each, next)));
            return new CompositePatterns(all.getType(), counted, all.getConsequences());
        }
        return condition;
    }

    private static <T> PatternImpl<T> pattern(PatternImpl<T> pattern, Deque<Tally> next) {
        PatternImpl<T> counted = new PatternImpl<>(
                pattern.getPatternVariable(),
                counted(pattern.getConstraint(), next),
                new ArrayList<Binding>(pattern.getBindings()),
                pattern.getType());
        counted.addWatchedProps(pattern.getWatchedProps());
        counted.setPassive(pattern.isPassive());
        return counted;
    }

    private static org.drools.model.Constraint counted(org.drools.model.Constraint constraint, Deque<Tally> next) {
        if (isCounted(constraint)) {
            return new CountedConstraint((AbstractSingleConstraint) constraint, next.remove());
        }
        if (constraint instanceof MultipleConstraints several) {
            List<org.drools.model.Constraint> counted = new ArrayList<>();
            several.getChildren().forEach(each -> counted.add(counted(each, next)));
            return new MultipleConstraints(counted);
        }
        return constraint;
    }
}
