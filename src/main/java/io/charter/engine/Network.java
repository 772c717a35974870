package io.charter.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.base.common.NetworkNode;
import org.drools.base.rule.constraint.Constraint;
import org.drools.core.common.BetaConstraints;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.BetaNode;
import org.drools.core.reteoo.CompositeObjectSinkAdapter;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.Rete;
import org.drools.modelcompiler.constraints.LambdaConstraint;
import org.kie.api.definition.rule.Rule;

/** Finds in the network that Drools built which constraints it keeps, for which rules, and which of them an index answers. */
final class Network {

    private final Set<Integer> seen = new HashSet<>();

    private Network() {}

    /** Tells the tallies of all counted constraints of a network what it does with them. */
    static void mark(Rete rete) {
        Network network = new Network();
        rete.getObjectTypeNodes().forEach(network::visit);
    }

    private void visit(NetworkNode node) {
        if (!seen.add(node.getId())) {
            return;
        }
        Set<String> rules =
                Arrays.stream(node.getAssociatedRules()).map(Rule::getName).collect(Collectors.toSet());
        if (node instanceof AlphaNode alpha) {
            keep(alpha.getConstraint(), rules, isIndexed(alpha));
        }
        if (node instanceof BetaNode beta) {
            keep(beta.getRawConstraints(), rules);
        }
        if (node instanceof AccumulateNode accumulate) {
            for (Constraint constraint : accumulate.getResultConstraints()) {
                keep(constraint, rules, false);
            }
            keep(accumulate.getResultBinder(), rules);
        }
        NetworkNode[] below = node.getSinks();
        if (below != null) {
            Arrays.stream(below).forEach(this::visit);
        }
    }

    /** Those that an index answers stand first. */
    private static void keep(BetaConstraints<?> constraints, Set<String> rules) {
        int indexed = constraints.getIndexCount();
        Constraint[] all = constraints.getConstraints();
        for (int i = 0; i < all.length; i++) {
            keep(all[i], rules, i < indexed);
        }
    }

    private static void keep(Constraint constraint, Set<String> rules, boolean indexed) {
        if (constraint instanceof LambdaConstraint lambda
                && lambda.getEvaluator().getConstraint() instanceof CountedConstraint counted) {
            counted.tally().keep(rules, indexed);
        }
    }

    private static boolean isIndexed(AlphaNode alpha) {
        ObjectSource above = (ObjectSource) alpha.getParent();
        if (!(above.getObjectSinkPropagator() instanceof CompositeObjectSinkAdapter several)) {
            return false;
        }
        return several.getHashedSinkMap() != null && several.getHashedSinkMap().containsValue(alpha)
                || several.getRangeIndexMap() != null
                        && several.getRangeIndexMap().values().stream()
                                .anyMatch(range -> range.getAllValues().contains(alpha));
    }
}
