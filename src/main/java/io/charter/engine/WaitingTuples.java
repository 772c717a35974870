package io.charter.engine;

import org.drools.core.reteoo.TupleImpl;
import org.drools.core.reteoo.TupleMemory;
import org.drools.core.util.AbstractHashTable;
import org.drools.core.util.FastIterator;
import org.drools.core.util.index.TupleList;

/**
 * What came to the left of a node: put into its index when somebody looks for it there. That is only when a fact comes to the right later
 * than these, which is seldom, as a rule is looked at when all that it rests on stands.
 */
final class WaitingTuples implements TupleMemory {

    private final TupleMemory index;
    private TupleList waiting = new TupleList();

    WaitingTuples(TupleMemory index) {
        this.index = index;
    }

    private TupleMemory indexed() {
        while (!waiting.isEmpty()) {
            index.add(waiting.removeFirst());
        }
        return index;
    }

    @Override
    public void add(TupleImpl tuple) {
        waiting.add(tuple);
    }

    @Override
    public void remove(TupleImpl tuple) {
        if (tuple.getMemory() == waiting) {
            waiting.remove(tuple);
        } else {
            index.remove(tuple);
        }
    }

    @Override
    public void removeAdd(TupleImpl tuple) {
        indexed().removeAdd(tuple);
    }

    @Override
    public int size() {
        return waiting.size() + index.size();
    }

    @Override
    public void clear() {
        waiting = new TupleList();
        if (index.size() > 0) {
            index.clear();
        }
    }

    @Override
    public TupleImpl getFirst(TupleImpl right) {
        return indexed().getFirst(right);
    }

    @Override
    public FastIterator<TupleImpl> fastIterator() {
        return indexed().fastIterator();
    }

    @Override
    public FastIterator<TupleImpl> fullFastIterator() {
        return indexed().fullFastIterator();
    }

    @Override
    public FastIterator<TupleImpl> fullFastIterator(TupleImpl tuple) {
        return indexed().fullFastIterator(tuple);
    }

    @Override
    public boolean isIndexed() {
        return index.isIndexed();
    }

    @Override
    public AbstractHashTable.Index getIndex() {
        return index.getIndex();
    }

    @Override
    public IndexType getIndexType() {
        return index.getIndexType();
    }
}
