package io.charter.engine;

import io.charter.derivation.Premise;
import io.charter.rulebook.compile.CompiledRules;
import io.charter.rulebook.compile.FactClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.NotNodeLeftTuple;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.rule.consequence.InternalMatch;
import org.drools.core.util.LinkedListEntry;
import org.drools.tms.LogicalDependency;
import org.drools.tms.TruthMaintenanceSystemEqualityKey;
import org.drools.tms.TruthMaintenanceSystemImpl;
import org.drools.tms.agenda.TruthMaintenanceSystemInternalMatch;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Reads why each derived fact stands: the match of each rule that supports it, from the session or from the truth maintenance of Drools,
 * and the facts that the match rests on. This is the only place that knows how Drools keeps them, which is no public interface of it.
 */
final class Justifications {

    private static final int FEW = 8;

    private final CompiledRules rules;
    private final Applications applications;
    private final ScenarioSession session;
    private final List<TruthMaintenanceSystemInternalMatch<?>> left = new ArrayList<>();

    /** What stands for each fact, by the number of its handle, which a session gives to no other. */
    private Premise[] premises;

    /** What the match that is being read rests on, as far as it was found. */
    private Premise[] found = new Premise[FEW];

    private int count;

    /** By the number of a handle: the match for which its fact was last found. Matches are counted from 1. */
    private int[] turns;

    private int turn;

    /** @param given what stands for each inserted fact, by the number of its handle */
    Justifications(CompiledRules rules, Applications applications, ScenarioSession session, Premise[] given) {
        this.rules = rules;
        this.applications = applications;
        this.session = session;
        this.premises = given.clone();
    }

    /** The derived facts that stand. What supports them is read when it is asked for, while the session is as it is. */
    List<Premise.Derived> read() {
        List<Premise.Derived> facts = new ArrayList<>();
        // Facts of one class mostly follow each other.
        Class<?> before = null;
        FactClass factClass = null;
        for (InternalFactHandle handle : session.derived()) {
            Object object = handle.getObject();
            if (object.getClass() != before) {
                before = object.getClass();
                factClass = rules.of(object);
            }
            Premise.Derived fact = new Premise.Derived(factClass.type(), facts.size(), new Unread(factClass, handle));
            premises = with(premises, handle, fact);
            facts.add(fact);
        }
        turns = new int[premises.length];
        return facts;
    }

    private final class Unread implements Premise.Unread {

        private final FactClass factClass;
        private final InternalFactHandle handle;
        private final Object object;

        Unread(FactClass factClass, InternalFactHandle handle) {
            this.factClass = factClass;
            this.handle = handle;
            this.object = handle.getObject();
        }

        @Override
        public List<Object> values() {
            return factClass.values(object);
        }

        @Override
        public void supports(Premise.Derived fact, List<Premise.Support> to) {
            for (Support support = session.support(handle); support != null; support = support.before()) {
                List<Premise> rests = premises(support.match());
                if (rests == null) {
                    throw new IllegalStateException(
                            "a fact that \"" + support.match().getRule().getName()
                                    + "\" rested on is gone, which was to stand for good");
                }
                to.add(support(support.match(), rests, fact));
            }
            TruthMaintenanceSystemEqualityKey key = (TruthMaintenanceSystemEqualityKey) handle.getEqualityKey();
            if (key == null) {
                return;
            }
            for (LinkedListEntry<?, ?> entry =
                            (LinkedListEntry<?, ?>) key.getBeliefSet().getFirst();
                    entry != null;
                    entry = (LinkedListEntry<?, ?>) entry.getNext()) {
                InternalMatch match = (InternalMatch) ((LogicalDependency<?>) entry.getObject()).getJustifier();
                List<Premise> rests = premises(match);
                if (rests == null) {
                    left.add((TruthMaintenanceSystemInternalMatch<?>) match);
                } else {
                    to.add(support(match, rests, fact));
                }
            }
        }
    }

    private Premise.Support support(InternalMatch match, List<Premise> rests, Premise.Derived fact) {
        Applications.Reading reading = applications.of(match);
        return new Premise.Support(reading.rule(), reading.values(match, fact), rests);
    }

    /** The array with what stands for a fact put in, another one where it was too short. */
    static Premise[] with(Premise[] premises, FactHandle handle, Premise premise) {
        int number = Math.toIntExact(handle.getId());
        Premise[] longer = number < premises.length
                ? premises
                : Arrays.copyOf(premises, Math.max(number + 1, 2 * premises.length));
        longer[number] = premise;
        return longer;
    }

    /**
     * Whether Drools left anything behind: where a chain of derived facts that rest on each other is withdrawn while it grows, it leaves
     * a conclusion whose premises are gone.
     *
     * @param among the facts to look at
     */
    boolean findsLeftOvers(Stream<Premise.Derived> among) {
        among.forEach(Premise.Derived::supports);
        return !left.isEmpty();
    }

    /**
     * Takes back what Drools left behind. For a session in which Drools keeps watch over all facts.
     *
     * @param among the facts to look at
     * @return whether there was any, so that rules are to fire again
     */
    boolean takesBackLeftOvers(Stream<Premise.Derived> among) {
        boolean found = findsLeftOvers(among);
        left.forEach(TruthMaintenanceSystemImpl::removeLogicalDependencies);
        return found;
    }

    /** What a match rests on, each fact once; null where one of the facts is no longer there. */
    private List<Premise> premises(InternalMatch match) {
        turn++;
        count = 0;
        // The left parent of a tuple is the one at the node before; its "parent" passes over those without a fact, as
        // of a "not".
        for (TupleImpl tuple = match.getTuple(); tuple != null; tuple = tuple.getLeftParent()) {
            InternalFactHandle handle = tuple.getFactHandle();
            if (handle != null && (!handle.isValid() || !adds(handle) && isFact(handle))) {
                return null;
            }
            if (tuple.getContextObject() instanceof AccumulateNode.AccumulateContext) {
                for (TupleImpl child = tuple.getFirstChild(); child != null; child = child.getHandleNext()) {
                    if (child.getRightParent() != null) {
                        adds(child.getRightParent().getFactHandle());
                    }
                }
            }
            // A tuple with a blocker that was propagated all the same stands in front of an "exists": the blocker is
            // its witness.
            if (tuple instanceof NotNodeLeftTuple exists && exists.getBlocker() != null) {
                adds(exists.getBlocker().getFactHandle());
            }
        }
        return List.of(Arrays.copyOf(found, count));
    }

    /** Adds what stands for a fact to what was found, unless it is among it; says whether anything stands for it. */
    private boolean adds(InternalFactHandle handle) {
        long number = handle.getId();
        if (number >= premises.length || premises[(int) number] == null) {
            return false;
        }
        if (turns[(int) number] != turn) {
            turns[(int) number] = turn;
            found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
            found[count++] = premises[(int) number];
        }
        return true;
    }

    /** Whether it is the handle of a fact, and not of a number that was counted or of the fact that there are none. */
    private boolean isFact(InternalFactHandle handle) {
        return handle.getObject() != null && rules.of(handle.getObject()) != null;
    }
}
