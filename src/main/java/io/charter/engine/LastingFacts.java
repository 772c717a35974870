package io.charter.engine;

import java.util.Arrays;
import org.drools.core.common.InternalFactHandle;

/** The facts of one session that stand for good, each once. */
final class LastingFacts {

    /** The golden ratio as a part of all whole numbers: what follows each other is far apart afterwards. */
    private static final int SCATTERING = 0x9E3779B9;

    private InternalFactHandle[] handles = new InternalFactHandle[256];
    private int[] hashes = new int[handles.length];
    private int size;

    /** The hash of a fact here. */
    static int hash(Object fact) {
        // Those of facts that differ in their last value alone lie close together, as days do: one would be looked for
        // behind all others.
        int hash = fact.hashCode() * SCATTERING;
        return hash ^ hash >>> 16;
    }

    /**
     * A fact that is equal; null when there is none.
     *
     * @param hash that of the fact
     */
    InternalFactHandle get(Object fact, int hash) {
        int at = hash & handles.length - 1;
        while (handles[at] != null) {
            if (hashes[at] == hash && handles[at].getObject().equals(fact)) {
                return handles[at];
            }
            at = at + 1 & handles.length - 1;
        }
        return null;
    }

    /** Adds a fact that is not here. */
    void add(InternalFactHandle handle, int hash) {
        if (2 * ++size > handles.length) {
            InternalFactHandle[] before = handles;
            int[] known = hashes;
            handles = new InternalFactHandle[2 * before.length];
            hashes = new int[handles.length];
            for (int i = 0; i < before.length; i++) {
                if (before[i] != null) {
                    put(before[i], known[i]);
                }
            }
        }
        put(handle, hash);
    }

    private void put(InternalFactHandle handle, int hash) {
        int at = hash & handles.length - 1;
        while (handles[at] != null) {
            at = at + 1 & handles.length - 1;
        }
        handles[at] = handle;
        hashes[at] = hash;
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(handles, null);
            size = 0;
        }
    }
}
