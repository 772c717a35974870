package io.charter.engine;

import io.charter.derivation.Premise;
import io.charter.rulebook.compile.CompiledRules;
import io.charter.rulebook.compile.FactClass;
import io.charter.rulebook.model.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.common.TruthMaintenanceSystem;
import org.drools.core.common.TruthMaintenanceSystemFactory;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.NotNodeLeftTuple;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.rule.consequence.InternalMatch;
import org.drools.core.util.LinkedListEntry;
import org.drools.tms.LogicalDependency;
import org.drools.tms.TruthMaintenanceSystemEqualityKey;
import org.drools.tms.TruthMaintenanceSystemImpl;
import org.drools.tms.agenda.TruthMaintenanceSystemInternalMatch;
import org.drools.tms.beliefsystem.BeliefSet;
import org.kie.api.runtime.KieSession;

/**
 * Reads why each derived fact stands, from the truth maintenance of Drools: the match of each rule that supports it, and the
 * facts that the match rests on. This is the only place that knows how Drools keeps them, which is no public interface of it.
 */
final class Justifications {

    private final CompiledRules rules;
    private final KieSession session;
    private final Map<Object, Premise> premises;
    private final Map<String, Rule> byName = new HashMap<>();
    private final List<TruthMaintenanceSystemInternalMatch<?>> left = new ArrayList<>();

    /** @param given what stands for each inserted fact */
    Justifications(CompiledRules rules, KieSession session, Map<Object, Premise> given) {
        this.rules = rules;
        this.session = session;
        this.premises = new IdentityHashMap<>(given);
        rules.edition().rules().forEach(rule -> byName.put(rule.name(), rule));
    }

    List<Premise.Derived> read() {
        Map<Object, Premise.Derived> derived = new IdentityHashMap<>();
        List<Object> facts = new ArrayList<>();
        for (Object fact : session.getObjects()) {
            if (!premises.containsKey(fact)) {
                FactClass factClass = rules.of(fact);
                derived.put(fact, new Premise.Derived(factClass.type(), factClass.values(fact)));
                facts.add(fact);
            }
        }
        premises.putAll(derived);
        TruthMaintenanceSystem tms =
                TruthMaintenanceSystemFactory.get().getOrCreateTruthMaintenanceSystem((ReteEvaluator) session);
        for (Object fact : facts) {
            TruthMaintenanceSystemEqualityKey key = (TruthMaintenanceSystemEqualityKey) tms.get(fact);
            BeliefSet<?> beliefs = key.getBeliefSet();
            for (LinkedListEntry<?, ?> entry = (LinkedListEntry<?, ?>) beliefs.getFirst();
                    entry != null;
                    entry = (LinkedListEntry<?, ?>) entry.getNext()) {
                InternalMatch match = (InternalMatch) ((LogicalDependency<?>) entry.getObject()).getJustifier();
                if (isLeftOver(match)) {
                    left.add((TruthMaintenanceSystemInternalMatch<?>) match);
                } else {
                    derived.get(fact).supports().add(support(match, derived.get(fact)));
                }
            }
        }
        return facts.stream().map(derived::get).toList();
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
            Object fact = handle == null ? null : handle.getObject();
            boolean gone = handle != null && !handle.isValid()
                    || fact != null && rules.of(fact) != null && !premises.containsKey(fact);
            if (gone) {
                return true;
            }
        }
        return false;
    }

    private Premise.Support support(InternalMatch match, Premise.Derived derived) {
        Rule rule = byName.get(match.getRule().getName());
        Map<String, Object> bindings = new LinkedHashMap<>();
        rule.variables().stream()
                .filter(v -> v.type() != null)
                .forEach(v -> bindings.put(v.plainName(), match.getDeclarationValue(v.name())));
        for (int i = 0; i < derived.values().size(); i++) {
            bindings.putIfAbsent(
                    derived.type().fields().get(i).name(), derived.values().get(i));
        }
        Set<Premise> rests = new LinkedHashSet<>();
        // The left parent of a tuple is the one at the node before; its "parent" passes over those without a fact, as
        // of a "not".
        for (TupleImpl tuple = match.getTuple(); tuple != null; tuple = tuple.getLeftParent()) {
            add(rests, tuple.getFactHandle());
            if (tuple.getContextObject() instanceof AccumulateNode.AccumulateContext) {
                for (TupleImpl child = tuple.getFirstChild(); child != null; child = child.getHandleNext()) {
                    if (child.getRightParent() != null) {
                        add(rests, child.getRightParent().getFactHandle());
                    }
                }
            }
            // A tuple with a blocker that was propagated all the same stands in front of an "exists": the blocker is
            // its witness.
            if (tuple instanceof NotNodeLeftTuple exists && exists.getBlocker() != null) {
                add(rests, exists.getBlocker().getFactHandle());
            }
        }
        return new Premise.Support(rule, bindings, List.copyOf(rests));
    }

    private void add(Set<Premise> rests, InternalFactHandle handle) {
        Premise premise = handle == null || handle.getObject() == null ? null : premises.get(handle.getObject());
        if (premise != null) {
            rests.add(premise);
        }
    }
}
