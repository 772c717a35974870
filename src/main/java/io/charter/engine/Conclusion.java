package io.charter.engine;

import io.charter.rulebook.compile.CompiledRules;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.Stratum;
import java.util.HashMap;
import java.util.Map;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.consequence.Consequence;
import org.drools.core.reteoo.RuleTerminalNode;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.rule.consequence.InternalMatch;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.drools.model.functions.BlockN;

/**
 * What one rule does when it applies: it derives a fact. What it concludes stands for good when all that the rule looks at stood before
 * it was first applied, which is so unless types rest on each other; only then does Drools have to keep watch over it.
 */
final class Conclusion implements Consequence<KnowledgeHelper> {

    private final BlockN block;
    private final boolean circular;

    private Conclusion(BlockN block, boolean circular) {
        this.block = block;
        this.circular = circular;
    }

    /** Has the rules conclude in this way in every {@link ScenarioSession}, which are the only sessions that they can be in then. */
    static void install(CompiledRules rules) {
        Map<String, Conclusion> conclusions = new HashMap<>();
        for (Stratum stratum : rules.strata()) {
            for (Rule rule : stratum.rules()) {
                conclusions.put(
                        rule.name(), new Conclusion(rules.conclusion(rule).getBlock(), stratum.circular()));
            }
        }
        rules.base()
                .getKiePackages()
                .forEach(some -> some.getRules()
                        .forEach(rule -> ((RuleImpl) rule).setConsequence(conclusions.get(rule.getName()))));
    }

    @Override
    public String getName() {
        return RuleImpl.DEFAULT_CONSEQUENCE_NAME;
    }

    @Override
    public void evaluate(KnowledgeHelper helper, ValueResolver resolver) throws Exception {
        InternalMatch match = helper.getMatch();
        TupleImpl tuple = match.getTuple();
        Declaration[] declarations = ((RuleTerminalNode) match.getTerminalNode()).getRequiredDeclarations();
        Object[] arguments = new Object[declarations.length + 1];
        arguments[0] = ((Deriving) helper).argument(circular || ((ScenarioSession) resolver).isWatchful());
        for (int i = 0; i < declarations.length; i++) {
            arguments[i + 1] = declarations[i].getValue(resolver, tuple);
        }
        block.execute(arguments);
    }
}
