package io.charter.engine;

import java.util.Map;
import org.drools.core.phreak.RuleAgendaItem;
import org.drools.core.phreak.RuleExecutor;
import org.drools.core.reteoo.PathMemory;
import org.drools.core.reteoo.RuleTerminalNode;
import org.drools.core.reteoo.RuleTerminalNodeLeftTuple;
import org.drools.core.reteoo.TerminalNode;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.rule.accessor.FactHandleFactory;
import org.drools.core.rule.consequence.InternalMatch;
import org.drools.core.util.index.TupleList;
import org.drools.kiesession.agenda.DefaultAgenda;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.kie.api.runtime.rule.AgendaFilter;

/**
 * Which rules of one session are to be looked at, and the order in which they apply. The order is that of Drools: by priority, then by the
 * place among the rules, and after each application again. What Drools has beside that (groups, focus, events, halting, rules that are
 * told not to apply twice) no rule asks for, and it takes its time at each application.
 */
final class Agenda extends DefaultAgenda {

    private static final long serialVersionUID = 1L;

    private final transient ScenarioSession session;
    private final transient Map<String, Conclusion> conclusions;
    private final transient Deriving deriving;
    private final transient RuleQueue queue;

    /** @param conclusions of all rules of the base, by their names */
    Agenda(
            InternalKnowledgeBase base,
            Map<String, Conclusion> conclusions,
            ScenarioSession session,
            FactHandleFactory handles) {
        super(base, session, handles);
        this.session = session;
        this.conclusions = conclusions;
        this.deriving = (Deriving) getKnowledgeHelper();
        this.queue = new RuleQueue(base);
    }

    /** A rule of the session; it is the same one for all scenarios. */
    static final class Item extends RuleAgendaItem {

        /** The greater, the sooner. */
        private final long priority;

        private final Conclusion conclusion;
        private final Arguments arguments;
        private Applications.Reading reading;

        Item(int priority, PathMemory memory, RuleTerminalNode end, RuleQueue queue, Conclusion conclusion) {
            super(priority, memory, end, false, queue);
            this.priority = ((long) priority << Integer.SIZE) - end.getRule().getLoadOrder();
            this.conclusion = conclusion;
            this.arguments = conclusion.arguments(end);
        }

        /** How its matches are read, once that is known. */
        Applications.Reading reading() {
            return reading;
        }

        void read(Applications.Reading how) {
            reading = how;
        }

        long priority() {
            return priority;
        }
    }

    @Override
    public RuleAgendaItem createRuleAgendaItem(int priority, PathMemory memory, TerminalNode end) {
        Evaluation.requireStraight((RuleTerminalNode) end);
        return new Item(
                priority,
                memory,
                (RuleTerminalNode) end,
                queue,
                conclusions.get(end.getRule().getName()));
    }

    /** The rule that is being looked at, or is next; null when there is none. */
    @Override
    public RuleAgendaItem peekNextRule() {
        return queue.peek();
    }

    /** Applies rules until none applies any more, and says how often that was. */
    @Override
    public int fireAllRules(AgendaFilter filter, int limit) {
        int applied = 0;
        for (Item item = queue.peek(); item != null; item = queue.peek()) {
            applied += apply(item, filter);
        }
        return applied;
    }

    /** Applies a rule as often as there are matches, or until one comes before it. */
    private int apply(Item item, AgendaFilter filter) {
        RuleExecutor executor = item.getRuleExecutor();
        TupleList matches = executor.getActiveMatches();
        int applied = 0;
        executor.evaluateNetworkIfDirty(session, this);
        while (!matches.isEmpty()) {
            TupleImpl match = matches.removeFirst();
            ((InternalMatch) match).setQueued(false);
            executor.addDormantTuple((RuleTerminalNodeLeftTuple) match);
            filter.accept((InternalMatch) match);
            item.conclusion.draw((InternalMatch) match, item.arguments, session, deriving);
            applied++;
            if (queue.peek() != item) {
                return applied;
            }
            executor.evaluateNetworkIfDirty(session, this);
        }
        item.remove();
        return applied;
    }

    @Override
    public void reset() {
        super.reset();
        queue.reset();
    }
}
