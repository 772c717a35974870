package io.charter.engine;

import io.charter.rulebook.compile.CompiledRules;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.Stratum;
import java.util.HashMap;
import java.util.Map;
import org.drools.base.rule.Declaration;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.rule.consequence.InternalMatch;
import org.drools.model.functions.BlockN;

/**
 * What one rule does when it applies: it derives a fact. What it concludes stands for good, unless the rule or one on which it rests looks
 * at the absence or the number of facts that come while it is applied ({@link Stratum#wavering}); only then does Drools have to keep watch.
 */
final class Conclusion {

    private final BlockN block;
    private final boolean wavering;

    private Conclusion(BlockN block, boolean wavering) {
        this.block = block;
        this.wavering = wavering;
    }

    /** Those of an edition, by the names of its rules. */
    static Map<String, Conclusion> of(CompiledRules rules) {
        Map<String, Conclusion> conclusions = new HashMap<>();
        for (Stratum stratum : rules.strata()) {
            for (Rule rule : stratum.rules()) {
                conclusions.put(
                        rule.name(), new Conclusion(rules.conclusion(rule).getBlock(), stratum.wavering()));
            }
        }
        return conclusions;
    }

    /**
     * Derives the fact.
     *
     * @param variables those of the rule that it takes, in their order
     */
    void draw(InternalMatch match, Declaration[] variables, ScenarioSession session, Deriving deriving) {
        TupleImpl tuple = match.getTuple();
        Object[] arguments = new Object[variables.length + 1];
        deriving.setActivation(match);
        try {
            arguments[0] = deriving.argument(wavering || session.isWatchful());
            for (int i = 0; i < variables.length; i++) {
                arguments[i + 1] = variables[i].getValue(session, tuple);
            }
            block.execute(arguments);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        match.setActive(false);
        deriving.reset();
    }
}
