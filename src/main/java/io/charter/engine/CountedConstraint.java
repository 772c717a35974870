package io.charter.engine;

import org.drools.model.Constraint;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.constraints.AbstractSingleConstraint;
import org.drools.model.constraints.MultipleConstraints;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.functions.Predicate3;
import org.drools.model.functions.Predicate4;
import org.drools.model.functions.Predicate5;
import org.drools.model.functions.PredicateN;
import org.drools.model.impl.ModelComponent;

/** A constraint of the compiled rules whose evaluations are counted; to Drools the same as the one that it stands for. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class CountedConstraint extends AbstractSingleConstraint {

    private final transient AbstractSingleConstraint of;
    private final transient Tally tally;

    CountedConstraint(AbstractSingleConstraint of, Tally tally) {
        super(of.getExprId(), of.predicateInformation());
        this.of = of;
        this.tally = tally;
        setIndex(of.getIndex());
    }

    Tally tally() {
        return tally;
    }

    @Override
    public Variable[] getVariables() {
        return of.getVariables();
    }

    @Override
    public String[] getReactiveProps() {
        return of.getReactiveProps();
    }

    @Override
    public org.drools.model.BitMask getReactivityBitMask() {
        return of.getReactivityBitMask();
    }

    @Override
    public Predicate1 getPredicate1() {
        Predicate1 test = of.getPredicate1();
        return a -> tally.isDue() ? tally.timed(() -> test.test(a)) : tally.counted(test.test(a));
    }

    @Override
    public Predicate2 getPredicate2() {
        Predicate2 test = of.getPredicate2();
        return (a, b) -> tally.isDue() ? tally.timed(() -> test.test(a, b)) : tally.counted(test.test(a, b));
    }

    @Override
    public Predicate3 getPredicate3() {
        Predicate3 test = of.getPredicate3();
        return (a, b, c) -> tally.isDue() ? tally.timed(() -> test.test(a, b, c)) : tally.counted(test.test(a, b, c));
    }

    @Override
    public Predicate4 getPredicate4() {
        Predicate4 test = of.getPredicate4();
        return (a, b, c, d) ->
                tally.isDue() ? tally.timed(() -> test.test(a, b, c, d)) : tally.counted(test.test(a, b, c, d));
    }

    @Override
    public Predicate5 getPredicate5() {
        Predicate5 test = of.getPredicate5();
        return (a, b, c, d, e) ->
                tally.isDue() ? tally.timed(() -> test.test(a, b, c, d, e)) : tally.counted(test.test(a, b, c, d, e));
    }

    @Override
    public PredicateN getPredicate() {
        PredicateN test = of.getPredicate();
        return all -> tally.isDue() ? tally.timed(() -> test.test(all)) : tally.counted(test.test(all));
    }

    @Override
    public boolean isEqualTo(ModelComponent other) {
        return other instanceof CountedConstraint counted && of.isEqualTo(counted.of);
    }

    @Override
    public MultipleConstraints with(Constraint constraint) {
        return new MultipleConstraints(this, constraint);
    }

    @Override
    public SingleConstraint negate() {
        return new CountedConstraint((AbstractSingleConstraint) of.negate(), tally);
    }

    @Override
    public SingleConstraint replaceVariable(Variable before, Variable after) {
        return new CountedConstraint((AbstractSingleConstraint) of.replaceVariable(before, after), tally);
    }
}
