package io.charter.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.drools.core.common.Memory;
import org.drools.core.common.MemoryFactory;
import org.drools.core.common.NodeMemories;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.PathMemory;
import org.drools.core.reteoo.SegmentMemory;
import org.drools.core.reteoo.SegmentMemory.SegmentPrototype;
import org.drools.core.reteoo.TupleMemory;

/**
 * What the nodes of the network hold in one session, on one thread; cleared in place, and ready for the next scenario then. A node gets
 * its memory when it is first reached.
 */
final class Memories implements NodeMemories {

    private final InternalRuleBase base;
    private final ScenarioSession session;
    private Memory[] all;
    private final List<Join> joins = new ArrayList<>();
    private final List<PathMemory> paths = new ArrayList<>();
    private final List<Memory> others = new ArrayList<>();
    private final List<SegmentMemory> segments = new ArrayList<>();
    private final List<SegmentPrototype> prototypes = new ArrayList<>();
    private final Set<SegmentMemory> found = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Memory> withoutSegment = new ArrayList<>();

    /** What a node of two inputs holds: what is there, and what matches in it. */
    private record Join(Memory memory, BetaMemory<?> matches) {

        /** Some are not reached by a scenario, and to reset one makes new tables. */
        void clear() {
            if (matches.getCounter() != 0
                    || !matches.getStagedRightTuples().isEmpty()
                    || holdsTuples(matches.getLeftTupleMemory())
                    || holdsTuples(matches.getRightTupleMemory())) {
                memory.reset();
            }
        }
    }

    Memories(InternalRuleBase base, ScenarioSession session) {
        this.base = base;
        this.session = session;
        this.all = new Memory[base.getMemoryCount()];
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Memory> T getNodeMemory(MemoryFactory<T> node) {
        int number = node.getMemoryId();
        Memory memory = number < all.length ? all[number] : null;
        return (T) (memory != null ? memory : made(node, number));
    }

    private Memory made(MemoryFactory<?> node, int number) {
        Memory memory = waiting(node.createMemory(base.getRuleBaseConfiguration(), session));
        if (number >= all.length) {
            all = Arrays.copyOf(all, Math.max(base.getMemoryCount(), number + 1));
        }
        all[number] = memory;
        withoutSegment.add(memory);
        if (memory instanceof PathMemory path) {
            paths.add(path);
        } else if (memory instanceof BetaMemory<?> matches) {
            joins.add(new Join(memory, matches));
        } else if (memory instanceof AccumulateNode.AccumulateMemory accumulation) {
            joins.add(new Join(memory, accumulation.getBetaMemory()));
        } else {
            others.add(memory);
        }
        return memory;
    }

    /**
     * The memory; where it is one of a join or an absence with an index of what comes from the left, with one that is made when it is asked
     * for. That of an accumulation cannot be changed.
     */
    private static Memory waiting(Memory memory) {
        return memory instanceof BetaMemory<?> matches
                        && matches.getLeftTupleMemory() != null
                        && matches.getLeftTupleMemory().isIndexed()
                ? new BetaMemory<>(
                        new WaitingTuples(matches.getLeftTupleMemory()),
                        matches.getRightTupleMemory(),
                        matches.getContext(),
                        matches.getNodeType())
                : memory;
    }

    @Override
    public Memory peekNodeMemory(int number) {
        return number < all.length ? all[number] : null;
    }

    @Override
    public int length() {
        return all.length;
    }

    @Override
    public void clearNodeMemory(MemoryFactory node) {
        throw new UnsupportedOperationException("nodes do not go while a session lives");
    }

    /** Forgets all facts. */
    @Override
    public void resetAllMemories() {
        for (Join join : joins) {
            join.clear();
        }
        for (PathMemory path : paths) {
            // Its own way forgets the rule, too.
            path.setLinkedSegmentMask(0);
            if (path.getRuleAgendaItem() != null) {
                path.getRuleAgendaItem().getRuleExecutor().getDormantMatches().clear();
            }
        }
        others.forEach(Memory::reset);
        findSegments();
        for (int i = 0; i < segments.size(); i++) {
            SegmentMemory segment = segments.get(i);
            segment.reset(prototypes.get(i));
            if (segment.isSegmentLinked()) {
                segment.notifyRuleLinkSegment();
            }
        }
    }

    private static boolean holdsTuples(TupleMemory memory) {
        return memory != null && memory.size() > 0;
    }

    /** A memory gets into a segment some time after it was made, and stays there. */
    private void findSegments() {
        if (withoutSegment.isEmpty()) {
            return;
        }
        withoutSegment.removeIf(memory -> {
            SegmentMemory segment = memory.getSegmentMemory();
            if (segment != null && found.add(segment)) {
                segments.add(segment);
                prototypes.add(base.getSegmentPrototypeRegistry().getSegmentPrototype(segment));
            }
            return segment != null;
        });
    }

    @Override
    public void clear() {
        all = new Memory[base.getMemoryCount()];
        List.of(joins, paths, others, withoutSegment, segments, prototypes).forEach(List::clear);
        found.clear();
    }
}
