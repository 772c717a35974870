package io.charter.engine;

import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.EntryPointId;
import org.drools.core.RuleBaseConfiguration;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.ObjectStore;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.TerminalNode;
import org.drools.core.rule.accessor.FactHandleFactory;
import org.drools.kiesession.entrypoints.NamedEntryPoint;

/** Where the facts of a session come in. It keeps those that rules derived, and notes whether any was withdrawn. */
final class FactEntry extends NamedEntryPoint {

    private HandleStore store;
    private boolean withdrawn;

    FactEntry(InternalRuleBase base, ReteEvaluator session, FactHandleFactory handles) {
        super(base, session, handles, EntryPointId.DEFAULT, base.getRete().getEntryPointNode(EntryPointId.DEFAULT));
    }

    @Override
    protected ObjectStore createObjectStore(
            EntryPointId entryPoint, RuleBaseConfiguration configuration, ReteEvaluator session) {
        store = new HandleStore();
        return store;
    }

    HandleStore store() {
        return store;
    }

    @Override
    protected void afterRetract(InternalFactHandle handle, RuleImpl rule, TerminalNode terminalNode) {
        withdrawn = true;
    }

    /** Whether a derived fact was withdrawn since the last reset. */
    boolean hasWithdrawn() {
        return withdrawn;
    }

    @Override
    public void reset() {
        super.reset();
        withdrawn = false;
    }
}
