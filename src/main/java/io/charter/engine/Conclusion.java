package io.charter.engine;

import io.charter.rulebook.compile.CompiledRules;
import io.charter.rulebook.compile.FactClass;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.Stratum;
import io.charter.rulebook.model.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.base.rule.Declaration;
import org.drools.core.reteoo.RuleTerminalNode;
import org.drools.core.rule.consequence.InternalMatch;
import org.drools.model.functions.BlockN;

/**
 * What one rule does when it applies: it derives a fact. What it concludes stands for good, unless the rule or one on which it rests looks
 * at the absence or the number of facts that come while it is applied ({@link Stratum#wavering}); only then does Drools have to keep watch.
 *
 * <p>Where the fact has but values of variables and constants, it is made of them as they are. The code that Drools compiled of a rule is
 * only called where anything is calculated: each rule has a class of its own, to which it takes its time to find the way.
 */
final class Conclusion {

    private final Rule rule;
    private final CompiledRules rules;
    private final boolean wavering;
    private final BlockN block;
    private FactClass type;
    private Boolean direct;

    private Conclusion(Rule rule, CompiledRules rules, boolean wavering) {
        this.rule = rule;
        this.rules = rules;
        this.wavering = wavering;
        this.block = rules.conclusion(rule).getBlock();
    }

    /** Those of an edition, by the names of its rules. */
    static Map<String, Conclusion> of(CompiledRules rules) {
        Map<String, Conclusion> conclusions = new HashMap<>();
        for (Stratum stratum : rules.strata()) {
            for (Rule rule : stratum.rules()) {
                conclusions.put(rule.name(), new Conclusion(rule, rules, stratum.wavering()));
            }
        }
        return conclusions;
    }

    /** Whether the fact is made without the code of the rule; found out when it is first asked, as most rules never apply. */
    private boolean isDirect() {
        Boolean known = direct;
        if (known == null) {
            known = rule.then().type().fields().stream().noneMatch(field -> field.defaultValue() != null)
                    && rule.then().values().stream().allMatch(Conclusion::isAsItIs);
            direct = known;
        }
        return known;
    }

    /** Whether the value is of the class that fields of its type have in Java: of numbers, there are several. */
    private static boolean isAsItIs(Expression value) {
        return (value instanceof Expression.Bound || value instanceof Expression.Constant)
                && (value.type() == ValueType.TEXT || value.type() == ValueType.DATE || value.type() == ValueType.FLAG);
    }

    /**
     * What the conclusion takes from a match.
     *
     * @param end where the matches of the rule come to
     */
    Arguments arguments(RuleTerminalNode end) {
        if (!isDirect()) {
            Declaration[] variables = end.getRequiredDeclarations();
            Arguments arguments = new Arguments(new Object[variables.length + 1]);
            for (int i = 0; i < variables.length; i++) {
                arguments.read(i + 1, variables[i]);
            }
            return arguments;
        }
        List<Expression> values = rule.then().values();
        Object[] constants = new Object[values.size()];
        Arguments arguments = new Arguments(constants);
        Map<String, Declaration> variables = end.getSubRule().getOuterDeclarations();
        for (int i = 0; i < constants.length; i++) {
            if (values.get(i) instanceof Expression.Bound bound) {
                arguments.read(i, variables.get(bound.variable().name()));
            } else {
                constants[i] = ((Expression.Constant) values.get(i)).value();
            }
        }
        return arguments;
    }

    /** Derives the fact. */
    void draw(InternalMatch match, Arguments arguments, ScenarioSession session, Deriving deriving) {
        boolean watched = wavering || session.isWatchful();
        deriving.setActivation(match);
        Object[] values = arguments.in(match.getTuple(), session);
        if (isDirect()) {
            deriving.derive(type().made(values), watched);
        } else {
            try {
                values[0] = deriving.argument(watched);
                block.execute(values);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        match.setActive(false);
        deriving.reset();
    }

    /** The class of the fact; it is looked up when it is first needed. */
    private FactClass type() {
        if (type == null) {
            type = rules.of(rule.then().type());
        }
        return type;
    }
}
