package io.charter.engine;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.drools.core.RuleSessionConfiguration;
import org.drools.core.SessionConfiguration;
import org.drools.core.WorkingMemoryEntryPoint;
import org.drools.core.common.DefaultFactHandle;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.Memory;
import org.drools.core.common.MemoryFactory;
import org.drools.core.common.NodeMemories;
import org.drools.core.common.PropagationContext;
import org.drools.core.common.SegmentMemorySupport;
import org.drools.core.impl.EnvironmentFactory;
import org.drools.core.phreak.RuleNetworkEvaluator;
import org.drools.core.phreak.SegmentMemorySupportImpl;
import org.drools.core.reteoo.ObjectTypeConf;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.core.rule.consequence.InternalMatch;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.kie.api.KieBase;
import org.kie.api.runtime.conf.ThreadSafeOption;

/**
 * A session for one scenario after the other, on one thread at a time. It is cleared in place: to set up what a session has for each
 * rule takes longer than most scenarios do.
 */
class ScenarioSession extends StatefulKnowledgeSessionImpl {

    private final transient List<InternalFactHandle> stated = new ArrayList<>();
    private final transient Map<Class<?>, ObjectTypeConf> types = new IdentityHashMap<>();
    private final transient LastingFacts lasting = new LastingFacts();
    private final transient Memories nodes;
    private final transient SegmentMemorySupport segments;
    private final transient Evaluation evaluation;
    private final transient FactEntry entry;

    /** How facts come in that stand for good: which of them came last, no rule asks. */
    private final transient PropagationContext insertion;

    /** Facts of one class mostly follow each other. */
    private transient Class<?> lastClass;

    private transient ObjectTypeConf lastType;
    private transient boolean watchful;

    /** @param conclusions of all rules of the base, by their names */
    ScenarioSession(KieBase base, Map<String, Conclusion> conclusions) {
        this((InternalKnowledgeBase) base, conclusions);
    }

    private ScenarioSession(InternalKnowledgeBase base, Map<String, Conclusion> conclusions) {
        super(base.nextWorkingMemoryCounter(), base, false, onOneThread(base), EnvironmentFactory.newEnvironment());
        handleFactory = new HandleNumbers();
        entry = new FactEntry(base, this, handleFactory);
        nodes = new Memories(base, this);
        segments = new SegmentMemorySupportImpl(nodes, base.getSegmentPrototypeRegistry(), entry);
        evaluation = new Evaluation(this);
        agenda = new Agenda(base, conclusions, this, handleFactory);
        initialFactHandle = initInitialFact(null);
        insertion = entry.getPctxFactory()
                .createPropagationContext(
                        0, PropagationContext.Type.INSERTION, null, null, initialFactHandle, entry.getEntryPoint());
    }

    /** Drools asks for it while it makes the session, too, when there is only its own. */
    @Override
    public WorkingMemoryEntryPoint getEntryPoint(String name) {
        return entry == null ? super.getEntryPoint(name) : entry;
    }

    /** Drools asks for them while it makes the session, too, when there are only its own. */
    @Override
    public NodeMemories getNodeMemories() {
        return nodes == null ? super.getNodeMemories() : nodes;
    }

    @Override
    public <T extends Memory> T getNodeMemory(MemoryFactory<T> node) {
        return nodes == null ? super.getNodeMemory(node) : nodes.getNodeMemory(node);
    }

    /** Drools asks for it while it makes the session, too, when there is only its own. */
    @Override
    public SegmentMemorySupport getSegmentMemorySupport() {
        return segments == null ? super.getSegmentMemorySupport() : segments;
    }

    /** Facts come from the thread that fires rules and from no other, so they go into the network at once and not by a list. */
    private static SessionConfiguration onOneThread(InternalKnowledgeBase base) {
        SessionConfiguration configuration = (SessionConfiguration) base.getSessionConfiguration();
        if (configuration.as(RuleSessionConfiguration.KEY).isThreadSafe()) {
            configuration.setOption(ThreadSafeOption.NO);
        }
        return configuration;
    }

    /**
     * Gives a stated fact to the rules. It goes into no store: there is nobody who would look it up.
     *
     * @param fact one that was not given before
     */
    InternalFactHandle put(Object fact) {
        InternalFactHandle handle = assertFact(fact);
        stated.add(handle);
        return handle;
    }

    /** Has Drools keep watch over all derived facts of a scenario, and not only over those of strata that waver. */
    void watchAll() {
        watchful = true;
    }

    /** Whether it does. */
    boolean isWatchful() {
        return watchful;
    }

    /** Drools asks for it while it makes the session. */
    @Override
    public KnowledgeHelper createKnowledgeHelper() {
        return new Deriving(this);
    }

    /** Drools asks for it while it makes the session, too, when there is only its own. */
    @Override
    public RuleNetworkEvaluator getRuleNetworkEvaluator() {
        return evaluation == null ? super.getRuleNetworkEvaluator() : evaluation;
    }

    /** Has a fact stand for good, by one more application of a rule. */
    InternalFactHandle derive(Object fact, InternalMatch by) {
        int hash = LastingFacts.hash(fact);
        InternalFactHandle handle = lasting.get(fact, hash);
        if (handle == null) {
            handle = assertFact(fact);
            lasting.add(handle, hash);
            entry.store().addHandle(handle, fact);
        }
        entry.store().support(handle, by);
        return handle;
    }

    private InternalFactHandle assertFact(Object fact) {
        if (fact.getClass() != lastClass) {
            lastClass = fact.getClass();
            lastType = types.get(lastClass);
            if (lastType == null) {
                lastType = entry.getObjectTypeConfigurationRegistry()
                        .getOrCreateObjectTypeConf(entry.getEntryPoint(), fact);
                types.put(lastClass, lastType);
            }
        }
        ObjectTypeConf type = lastType;
        InternalFactHandle handle = handleFactory.newFactHandle(fact, type, this, entry);
        for (ObjectTypeNode node : type.getObjectTypeNodes()) {
            node.propagateAssert(handle, insertion, this);
        }
        return handle;
    }

    /** How many facts there are, stated and derived. */
    int facts() {
        return stated.size() + entry.store().size();
    }

    /** What the rules derived and what stands. */
    List<InternalFactHandle> derived() {
        return entry.store().list();
    }

    /** The last application of a rule that supports a fact which stands for good; null for one that is watched over. */
    Support support(InternalFactHandle handle) {
        return entry.store().support(handle);
    }

    /** Whether a fact was withdrawn that rules had derived. */
    boolean hasWithdrawn() {
        return entry.hasWithdrawn();
    }

    /** Takes the facts out of their handles: the next constraint that asks one for its fields fails. */
    void takeFactsAway() {
        stated.forEach(handle -> ((DefaultFactHandle) handle).setObject(null));
        derived().forEach(handle -> ((DefaultFactHandle) handle).setObject(null));
    }

    /** Takes all facts out, when all rules have been fired. */
    void clear() {
        nodes.resetAllMemories();
        agenda.reset();
        handleFactory.clear(0, 0);
        stated.clear();
        lasting.clear();
        entry.reset();
        watchful = false;
        initialFactHandle = initInitialFact(null);
    }

    @Override
    public void dispose() {
        entry.dispose();
        super.dispose();
    }
}
