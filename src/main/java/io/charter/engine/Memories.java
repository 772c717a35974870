package io.charter.engine;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.drools.core.common.Memory;
import org.drools.core.common.NodeMemories;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.PathMemory;
import org.drools.core.reteoo.SegmentMemory;
import org.drools.core.reteoo.SegmentMemory.SegmentPrototype;
import org.drools.core.reteoo.SegmentPrototypeRegistry;
import org.drools.core.reteoo.TupleMemory;

/** What the nodes of the network hold in one session; cleared in place, and ready for the next scenario then. */
final class Memories {

    private final NodeMemories all;
    private final SegmentPrototypeRegistry registry;
    private SegmentMemory[] segments = {};
    private SegmentPrototype[] prototypes = {};

    /** How many memories there were when the segments were looked for, those in a segment counted twice. */
    private int known;

    Memories(NodeMemories all, SegmentPrototypeRegistry registry) {
        this.all = all;
        this.registry = registry;
    }

    /** Forgets all facts. */
    void clear() {
        int count = 0;
        for (int i = 0; i < all.length(); i++) {
            Memory memory = all.peekNodeMemory(i);
            if (memory != null) {
                reset(memory);
                count += memory.getSegmentMemory() == null ? 1 : 2;
            }
        }
        // Nodes get their memory, and its segment, when they are first reached.
        if (count != known) {
            known = count;
            segments = segments();
            prototypes =
                    Arrays.stream(segments).map(registry::getSegmentPrototype).toArray(SegmentPrototype[]::new);
        }
        for (int i = 0; i < segments.length; i++) {
            SegmentMemory segment = segments[i];
            segment.reset(prototypes[i]);
            if (segment.isSegmentLinked()) {
                segment.notifyRuleLinkSegment();
            }
        }
    }

    private static void reset(Memory memory) {
        if (memory instanceof PathMemory path) {
            // Its own way forgets the rule, too.
            path.setLinkedSegmentMask(0);
            if (path.getRuleAgendaItem() != null) {
                path.getRuleAgendaItem().getRuleExecutor().getDormantMatches().clear();
            }
        } else if (memory instanceof BetaMemory<?> join) {
            reset(join, join);
        } else if (memory instanceof AccumulateNode.AccumulateMemory accumulation) {
            reset(accumulation, accumulation.getBetaMemory());
        } else {
            memory.reset();
        }
    }

    /** Some joins are not reached by a scenario, and to reset one makes new tables. */
    private static void reset(Memory memory, BetaMemory<?> join) {
        if (join.getCounter() != 0
                || !join.getStagedRightTuples().isEmpty()
                || holdsTuples(join.getLeftTupleMemory())
                || holdsTuples(join.getRightTupleMemory())) {
            memory.reset();
        }
    }

    private static boolean holdsTuples(TupleMemory memory) {
        return memory != null && memory.size() > 0;
    }

    private SegmentMemory[] segments() {
        Map<SegmentMemory, SegmentMemory> found = new IdentityHashMap<>();
        for (int i = 0; i < all.length(); i++) {
            Memory memory = all.peekNodeMemory(i);
            if (memory != null && memory.getSegmentMemory() != null) {
                found.put(memory.getSegmentMemory(), memory.getSegmentMemory());
            }
        }
        return found.keySet().toArray(SegmentMemory[]::new);
    }
}
