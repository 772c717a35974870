package io.charter.engine;

import org.drools.base.common.NetworkNode;
import org.drools.base.reteoo.NodeTypeEnums;
import org.drools.core.common.ActivationsManager;
import org.drools.core.common.Memory;
import org.drools.core.common.SegmentMemorySupport;
import org.drools.core.common.TupleSets;
import org.drools.core.common.TupleSetsImpl;
import org.drools.core.phreak.PhreakAccumulateNode;
import org.drools.core.phreak.PhreakExistsNode;
import org.drools.core.phreak.PhreakJoinNode;
import org.drools.core.phreak.PhreakNotNode;
import org.drools.core.phreak.PhreakRuleTerminalNode;
import org.drools.core.phreak.RuleExecutor;
import org.drools.core.phreak.RuleNetworkEvaluatorImpl;
import org.drools.core.reteoo.AbstractTerminalNode;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.BetaNode;
import org.drools.core.reteoo.ExistsNode;
import org.drools.core.reteoo.JoinNode;
import org.drools.core.reteoo.LeftTupleNode;
import org.drools.core.reteoo.LeftTupleSinkNode;
import org.drools.core.reteoo.NotNode;
import org.drools.core.reteoo.PathMemory;
import org.drools.core.reteoo.RuleTerminalNode;
import org.drools.core.reteoo.SegmentMemory;

/**
 * Finds the matches of rules, node by node along the path of a rule through the network, as Drools does it, from which the nodes are. The
 * conditions of our rules each look for one fact at a time, so there is nothing to do on the way but to go from one node to the next.
 */
class Evaluation extends RuleNetworkEvaluatorImpl {

    private final SegmentMemorySupport segments;
    private final PhreakJoinNode join;
    private final PhreakNotNode not;
    private final PhreakExistsNode exists;
    private final PhreakAccumulateNode accumulate;
    private final PhreakRuleTerminalNode end;
    private final Walk walk = new Walk();

    Evaluation(ScenarioSession session) {
        super(session, session.getNodeMemories(), session.getSegmentMemorySupport());
        segments = session.getSegmentMemorySupport();
        join = new PhreakJoinNode(session);
        not = new PhreakNotNode(session);
        exists = new PhreakExistsNode(session);
        accumulate = new PhreakAccumulateNode(session);
        end = new PhreakRuleTerminalNode(session);
    }

    /** Makes sure that the path to the end of a rule goes straight through nodes that each look for one fact at a time. */
    static void requireStraight(RuleTerminalNode end) {
        for (LeftTupleNode node : end.getPathNodes()) {
            boolean straight = switch (node.getType()) {
                case NodeTypeEnums.LeftInputAdapterNode,
                        NodeTypeEnums.AlphaTerminalNode,
                        NodeTypeEnums.RuleTerminalNode -> true;
                case NodeTypeEnums.JoinNode, NodeTypeEnums.NotNode, NodeTypeEnums.ExistsNode ->
                    !((BetaNode) node).getRightInput().inputIsTupleToObjectNode();
                case NodeTypeEnums.AccumulateNode ->
                    !((BetaNode) node).getRightInput().inputIsTupleToObjectNode()
                            && !((AccumulateNode) node).getAccumulate().isGroupBy();
                default -> false;
            };
            if (!straight) {
                throw new IllegalStateException(
                        "rule \"" + end.getRule().getName() + "\" looks for several facts at once");
            }
        }
    }

    @Override
    public void evaluateNetwork(ActivationsManager agenda, RuleExecutor rule, PathMemory path) {
        if (path.getSegmentMemories()[0] != null) {
            walk.begin(path);
            walk.to(agenda, rule);
        }
    }

    /** The way along a path; a segment is a part of it that the same rules have in common. One path is gone at a time. */
    private final class Walk {

        private SegmentMemory[] all;
        private int index;
        private SegmentMemory segment;
        private NetworkNode node;
        private Memory memory;
        private long bit;

        /** What comes to the node from the one before. */
        private TupleSets source;

        /** Begins behind the node where the first facts come in. */
        void begin(PathMemory path) {
            all = path.getSegmentMemories();
            if (all[0].isOnlyLiaSegment()) {
                begin(1);
                source = segment.getStagedLeftTuples();
            } else {
                begin(0);
                source = segment.getStagedLeftTuples();
                node = segment.getRootNode().getSinkPropagator().getFirstLeftTupleSink();
                memory = segment.getNodeMemories()[1];
                bit = 2;
            }
        }

        private void begin(int which) {
            index = which;
            segment = all[which];
            node = segment.getRootNode();
            memory = segment.getNodeMemories()[0];
            bit = 1;
        }

        private void next(int which) {
            begin(which);
            source = segment.getStagedLeftTuples().takeAll();
        }

        void to(ActivationsManager agenda, RuleExecutor rule) {
            while (skipToWork()) {
                if (node instanceof AbstractTerminalNode last) {
                    end.doNode(agenda, rule, last, source);
                    return;
                }
                LeftTupleSinkNode below =
                        ((LeftTupleNode) node).getSinkPropagator().getFirstLeftTupleSink();
                if (node == segment.getTipNode()) {
                    segments.initializeChildSegmentsIfNeeded(segment);
                    TupleSets waiting = segment.getFirst().getStagedLeftTuples().takeAll();
                    TupleSets made = match(below, waiting);
                    segment.getFirst().getStagedLeftTuples().addAll(waiting);
                    propagate(segment, made);
                    next(index + 1);
                } else {
                    source = match(below, null);
                    node = below;
                    memory = memory.getNext();
                    bit <<= 1;
                }
            }
        }

        /** Goes to the first node with anything to do; says whether there is one. */
        private boolean skipToWork() {
            if (source.isEmpty() && segment.getDirtyNodeMask() == 0) {
                do {
                    if (index + 1 == all.length) {
                        return false;
                    }
                    if (!NodeTypeEnums.isTerminalNode(segment.getTipNode())) {
                        segments.initializeChildSegmentsIfNeeded(segment);
                    }
                    next(index + 1);
                } while (source.isEmpty() && segment.getDirtyNodeMask() == 0);
            }
            if (source.isEmpty()) {
                while ((segment.getDirtyNodeMask() & bit) == 0 && node != segment.getTipNode()) {
                    node = ((LeftTupleNode) node).getSinkPropagator().getFirstLeftTupleSink();
                    memory = memory.getNext();
                    bit <<= 1;
                }
            }
            return true;
        }

        /** What comes out of the node. */
        private TupleSets match(LeftTupleSinkNode below, TupleSets waiting) {
            TupleSets made = new TupleSetsImpl();
            switch (node.getType()) {
                case NodeTypeEnums.JoinNode ->
                    join.doNode((JoinNode) node, below, (BetaMemory<?>) memory, source, waiting, made);
                case NodeTypeEnums.NotNode ->
                    not.doNode((NotNode) node, below, (BetaMemory<?>) memory, source, waiting, made);
                case NodeTypeEnums.ExistsNode ->
                    exists.doNode((ExistsNode) node, below, (BetaMemory<?>) memory, source, waiting, made);
                default ->
                    accumulate.doNode(
                            (AccumulateNode) node,
                            below,
                            (AccumulateNode.AccumulateMemory) memory,
                            source,
                            waiting,
                            made);
            }
            return made;
        }
    }
}
