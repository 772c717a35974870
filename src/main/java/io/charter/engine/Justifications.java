package io.charter.engine;

import io.charter.derivation.Premise;
import io.charter.rulebook.compile.CompiledRules;
import io.charter.rulebook.compile.FactClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Reads why each derived fact stands, from the truth maintenance of Drools: the match of each rule that supports it, and the
 * facts that the match rests on. This is the only place that knows how Drools keeps them, which is no public interface of it.
 */
final class Justifications {

    private static final int FEW = 8;

    private final CompiledRules rules;
    private final Applications applications;
    private final KieSession session;
    private final List<InternalFactHandle> derived = new ArrayList<>();
    private final List<TruthMaintenanceSystemInternalMatch<?>> left = new ArrayList<>();

    /** What stands for each fact, by the number of its handle, which a session gives to no other. */
    private Premise[] premises;

    /** @param given what stands for each inserted fact, by the number of its handle */
    Justifications(CompiledRules rules, Applications applications, KieSession session, Premise[] given) {
        this.rules = rules;
        this.applications = applications;
        this.session = session;
        this.premises = given.clone();
    }

    List<Premise.Derived> read() {
        List<Premise.Derived> facts = new ArrayList<>();
        for (FactHandle any : session.getFactHandles()) {
            InternalFactHandle handle = (InternalFactHandle) any;
            if (premise(handle) == null) {
                FactClass factClass = rules.of(handle.getObject());
                Premise.Derived fact = new Premise.Derived(factClass.type(), factClass.values(handle.getObject()));
                premises = with(premises, handle, fact);
                derived.add(handle);
                facts.add(fact);
            }
        }
        for (int i = 0; i < facts.size(); i++) {
            readSupports(derived.get(i), facts.get(i));
        }
        return facts;
    }

    private void readSupports(InternalFactHandle handle, Premise.Derived fact) {
        TruthMaintenanceSystemEqualityKey key = (TruthMaintenanceSystemEqualityKey) handle.getEqualityKey();
        for (LinkedListEntry<?, ?> entry =
                        (LinkedListEntry<?, ?>) key.getBeliefSet().getFirst();
                entry != null;
                entry = (LinkedListEntry<?, ?>) entry.getNext()) {
            InternalMatch match = (InternalMatch) ((LogicalDependency<?>) entry.getObject()).getJustifier();
            if (isLeftOver(match)) {
                left.add((TruthMaintenanceSystemInternalMatch<?>) match);
            } else {
                fact.supports().add(support(match, fact));
            }
        }
    }

    /** The array with what stands for a fact put in, another one where it was too short. */
    static Premise[] with(Premise[] premises, FactHandle handle, Premise premise) {
        int number = Math.toIntExact(handle.getId());
        Premise[] longer =
                number < premises.length ? premises : Arrays.copyOf(premises, Math.max(number + 1, 2 * premises.length));
        longer[number] = premise;
        return longer;
    }

    private Premise premise(InternalFactHandle handle) {
        long number = handle.getId();
        return number < premises.length ? premises[(int) number] : null;
    }

    /**
     * Takes back what Drools should have: where a chain of derived facts that rest on each other is withdrawn while it grows, it
     * leaves a conclusion behind whose premises are gone.
     *
     * @return whether there was any, so that rules are to fire again
     */
    boolean takeBackLeftOvers() {
        left.forEach(TruthMaintenanceSystemImpl::removeLogicalDependencies);
        return !left.isEmpty();
    }

    /** Whether a match rests on a fact that is no longer there. */
    private boolean isLeftOver(InternalMatch match) {
        for (TupleImpl tuple = match.getTuple(); tuple != null; tuple = tuple.getLeftParent()) {
            InternalFactHandle handle = tuple.getFactHandle();
            if (handle != null && (!handle.isValid() || premise(handle) == null && isFact(handle))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is the handle of a fact, and not of a number that was counted or of the fact that there are none. */
    private boolean isFact(InternalFactHandle handle) {
        return handle.getObject() != null && rules.of(handle.getObject()) != null;
    }

    private Premise.Support support(InternalMatch match, Premise.Derived derived) {
        Applications.Reading reading = applications.of(match);
        Collection<Premise> rests = new ArrayList<>(FEW);
        // The left parent of a tuple is the one at the node before; its "parent" passes over those without a fact, as
        // of a "not".
        for (TupleImpl tuple = match.getTuple(); tuple != null; tuple = tuple.getLeftParent()) {
            rests = with(rests, tuple.getFactHandle());
            if (tuple.getContextObject() instanceof AccumulateNode.AccumulateContext) {
                for (TupleImpl child = tuple.getFirstChild(); child != null; child = child.getHandleNext()) {
                    if (child.getRightParent() != null) {
                        rests = with(rests, child.getRightParent().getFactHandle());
                    }
                }
            }
            // A tuple with a blocker that was propagated all the same stands in front of an "exists": the blocker is
            // its witness.
            if (tuple instanceof NotNodeLeftTuple exists && exists.getBlocker() != null) {
                rests = with(rests, exists.getBlocker().getFactHandle());
            }
        }
        return new Premise.Support(reading.rule(), reading.values(match, derived.values()), List.copyOf(rests));
    }

    /** The premises and what stands for one more fact, each once. */
    private Collection<Premise> with(Collection<Premise> rests, InternalFactHandle handle) {
        Premise premise = handle == null || handle.getObject() == null ? null : premise(handle);
        if (premise == null || rests instanceof List && rests.contains(premise)) {
            return rests;
        }
        Collection<Premise> longer = rests instanceof List && rests.size() == FEW ? new LinkedHashSet<>(rests) : rests;
        longer.add(premise);
        return longer;
    }
}
