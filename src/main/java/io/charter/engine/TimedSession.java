package io.charter.engine;

import java.util.Map;
import org.drools.core.common.ActivationsManager;
import org.drools.core.phreak.RuleExecutor;
import org.drools.core.phreak.RuleNetworkEvaluator;
import org.drools.core.reteoo.PathMemory;
import org.kie.api.KieBase;

/** A session that knows how long the conditions of each rule were matched in it. Drools has no event for that. */
final class TimedSession extends ScenarioSession {

    private final transient RuleTimes times;
    private final transient Evaluation evaluation;

    TimedSession(KieBase base, Map<String, Conclusion> conclusions, RuleTimes times) {
        super(base, conclusions);
        this.times = times;
        this.evaluation = new Evaluation(this) {
            @Override
            public void evaluateNetwork(ActivationsManager activations, RuleExecutor executor, PathMemory memory) {
                times.matches(executor.getRuleAgendaItem().getRule().getName());
                super.evaluateNetwork(activations, executor, memory);
                times.rest();
            }
        };
    }

    RuleTimes times() {
        return times;
    }

    /** Drools asks for it while it makes the session, too, when there is only that of the session without times. */
    @Override
    public RuleNetworkEvaluator getRuleNetworkEvaluator() {
        return evaluation == null ? super.getRuleNetworkEvaluator() : evaluation;
    }
}
