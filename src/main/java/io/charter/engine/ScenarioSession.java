package io.charter.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.drools.core.common.DefaultFactHandle;
import org.drools.core.common.EqualityKey;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.InternalWorkingMemoryEntryPoint;
import org.drools.core.common.Memory;
import org.drools.core.common.NodeMemories;
import org.drools.core.common.ObjectStore;
import org.drools.core.common.PropagationContext;
import org.drools.core.common.TruthMaintenanceSystem;
import org.drools.core.common.TruthMaintenanceSystemFactory;
import org.drools.core.reteoo.ObjectTypeConf;
import org.drools.core.reteoo.SegmentMemory;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.kie.api.KieBase;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A session for one scenario after the other, on one thread at a time. It is cleared in place: to set up what a session has for each
 * rule and each class of facts takes longer than most scenarios do. Its own reset, which Drools has for such sessions, throws away
 * what it keeps for the classes.
 */
class ScenarioSession extends StatefulKnowledgeSessionImpl {

    /** What held more facts than this is not kept: it would be looked through for each small scenario that comes after. */
    private static final int MOST_KEPT = 5_000;

    private final transient List<InternalFactHandle> stated = new ArrayList<>();
    private final transient Map<Class<?>, ObjectTypeConf> types = new IdentityHashMap<>();
    private transient SegmentMemory[] segments = {};

    /** How many memories there were when the segments were looked for, those in a segment counted twice. */
    private transient int memories;

    ScenarioSession(KieBase base) {
        this((InternalKnowledgeBase) base);
    }

    private ScenarioSession(InternalKnowledgeBase base) {
        super(base.nextWorkingMemoryCounter(), base);
    }

    /**
     * Whether facts may come from another thread than the one that fires rules. They do not, so they go into the network at once
     * and not by a list. That the session itself is not said to be unsafe has a reason: of such ones Drools keeps the values of a
     * rule that applies with the rule, which other sessions have too.
     */
    @Override
    public boolean isThreadSafe() {
        return false;
    }

    /**
     * Gives a stated fact to the rules. It goes into no store: there is nobody who would look it up.
     *
     * @param fact one that was not given before
     */
    InternalFactHandle put(Object fact) {
        InternalWorkingMemoryEntryPoint entry = (InternalWorkingMemoryEntryPoint) getEntryPoint(getEntryPointId());
        ObjectTypeConf type = types.get(fact.getClass());
        if (type == null) {
            type = entry.getObjectTypeConfigurationRegistry().getOrCreateObjectTypeConf(entry.getEntryPoint(), fact);
            types.put(fact.getClass(), type);
        }
        InternalFactHandle handle = handleFactory.newFactHandle(fact, type, this, entry);
        PropagationContext context = entry.getPctxFactory()
                .createPropagationContext(
                        getNextPropagationIdCounter(),
                        PropagationContext.Type.INSERTION,
                        null,
                        null,
                        handle,
                        entry.getEntryPoint());
        entry.getEntryPointNode().assertObject(handle, context, type, this);
        stated.add(handle);
        return handle;
    }

    /** How many facts there are, stated and derived. */
    long facts() {
        return stated.size() + getFactCount();
    }

    /** Takes the facts out of their handles: the next constraint that asks one for its fields fails. */
    void takeFactsAway() {
        for (InternalFactHandle handle : stated) {
            ((DefaultFactHandle) handle).setObject(null);
        }
        for (FactHandle handle : getFactHandles()) {
            ((DefaultFactHandle) handle).setObject(null);
        }
    }

    /** What the rules derived and what stands, in no order. */
    List<InternalFactHandle> derived() {
        Collection<EqualityKey> keys = truthMaintenance().getEqualityKeys();
        List<InternalFactHandle> derived = new ArrayList<>(keys.size());
        for (EqualityKey key : keys) {
            if (key.getLogicalFactHandle() != null) {
                derived.add(key.getLogicalFactHandle());
            }
        }
        return derived;
    }

    private TruthMaintenanceSystem truthMaintenance() {
        return TruthMaintenanceSystemFactory.get().getOrCreateTruthMaintenanceSystem(this);
    }

    /** Takes all facts out, when all rules have been fired. */
    void clear() {
        if (facts() > MOST_KEPT) {
            stated.clear();
            reset();
            return;
        }
        clearMemories();
        agenda.reset();
        handleFactory.clear(0, 0);
        ObjectStore store = getObjectStore();
        derived().forEach(store::removeHandle);
        stated.clear();
        truthMaintenance().clear();
        initialFactHandle = initInitialFact(null);
    }

    private void clearMemories() {
        NodeMemories all = getNodeMemories();
        int count = 0;
        for (int i = 0; i < all.length(); i++) {
            Memory memory = all.peekNodeMemory(i);
            if (memory != null) {
                memory.reset();
                count += memory.getSegmentMemory() == null ? 1 : 2;
            }
        }
        // Nodes get their memory, and its segment, when they are first reached.
        if (count != memories) {
            memories = count;
            segments = segments(all);
        }
        for (SegmentMemory segment : segments) {
            segment.reset(kBase.getSegmentPrototypeRegistry().getSegmentPrototype(segment));
            if (segment.isSegmentLinked()) {
                segment.notifyRuleLinkSegment();
            }
        }
    }

    private static SegmentMemory[] segments(NodeMemories all) {
        Map<SegmentMemory, SegmentMemory> segments = new IdentityHashMap<>();
        for (int i = 0; i < all.length(); i++) {
            Memory memory = all.peekNodeMemory(i);
            if (memory != null && memory.getSegmentMemory() != null) {
                segments.put(memory.getSegmentMemory(), memory.getSegmentMemory());
            }
        }
        return segments.keySet().toArray(SegmentMemory[]::new);
    }
}
