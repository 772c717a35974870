package io.charter.engine;

import org.drools.core.reteoo.ReteooFactHandleFactory;

/** Makes the handles of facts for a session that is used by one thread at a time: it counts without locks. */
final class HandleNumbers extends ReteooFactHandleFactory {

    private static final long serialVersionUID = 1L;

    private long lastId;
    private long lastRecency;

    @Override
    public long getNextId() {
        return ++lastId;
    }

    @Override
    public long getNextRecency() {
        return ++lastRecency;
    }

    @Override
    public long getId() {
        return lastId;
    }

    @Override
    public long getRecency() {
        return lastRecency;
    }

    @Override
    public void clear(long id, long recency) {
        lastId = id;
        lastRecency = recency;
    }
}
