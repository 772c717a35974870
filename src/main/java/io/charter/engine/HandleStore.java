package io.charter.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.drools.core.common.FactHandleClassStore;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.ObjectStore;
import org.drools.core.rule.consequence.InternalMatch;
import org.kie.api.runtime.ObjectFilter;

/**
 * The facts that rules derived in one session, by the numbers of their handles, which a session gives to no other. Drools asks it for
 * little: the truth maintenance finds equal facts by itself, and no rule looks for facts but in the network.
 */
final class HandleStore implements ObjectStore {

    private InternalFactHandle[] handles = new InternalFactHandle[64];
    private Support[] supports = new Support[64];
    private int end;
    private int size;

    @Override
    public void addHandle(InternalFactHandle handle, Object object) {
        int number = Math.toIntExact(handle.getId());
        if (number >= handles.length) {
            handles = Arrays.copyOf(handles, Math.max(number + 1, 2 * handles.length));
            supports = Arrays.copyOf(supports, handles.length);
        }
        if (handles[number] == null) {
            size++;
        }
        handles[number] = handle;
        end = Math.max(end, number + 1);
    }

    /** Notes one more application of a rule that supports a fact which is here. */
    void support(InternalFactHandle handle, InternalMatch match) {
        int number = (int) handle.getId();
        supports[number] = new Support(match, supports[number]);
    }

    /** The last that was noted for a fact, or null. */
    Support support(InternalFactHandle handle) {
        return supports[(int) handle.getId()];
    }

    @Override
    public void removeHandle(InternalFactHandle handle) {
        if (reconnect(handle) != null) {
            handles[(int) handle.getId()] = null;
            size--;
        }
    }

    @Override
    public void updateHandle(InternalFactHandle handle, Object object) {
        handle.setObject(object);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public void clear() {
        Arrays.fill(handles, 0, end, null);
        Arrays.fill(supports, 0, end, null);
        end = 0;
        size = 0;
    }

    @Override
    public InternalFactHandle reconnect(InternalFactHandle handle) {
        return handle.getId() < end ? handles[(int) handle.getId()] : null;
    }

    @Override
    public Object getObjectForHandle(InternalFactHandle handle) {
        InternalFactHandle known = reconnect(handle);
        return known == null ? null : known.getObject();
    }

    @Override
    public InternalFactHandle getHandleForObject(Object object) {
        return all().filter(handle -> handle.getObject() == object).findFirst().orElse(null);
    }

    /** The handles, those that came first before the others. Another thread may see too few of them. */
    List<InternalFactHandle> list() {
        InternalFactHandle[] now = handles;
        int last = Math.min(end, now.length);
        List<InternalFactHandle> list = new ArrayList<>(size);
        for (int i = 0; i < last; i++) {
            InternalFactHandle handle = now[i];
            if (handle != null) {
                list.add(handle);
            }
        }
        return list;
    }

    private Stream<InternalFactHandle> all() {
        return list().stream();
    }

    @Override
    public Iterator<InternalFactHandle> iterateFactHandles() {
        return list().iterator();
    }

    @Override
    public Iterator<InternalFactHandle> iterateFactHandles(ObjectFilter filter) {
        return all().filter(handle -> filter.accept(handle.getObject())).iterator();
    }

    @Override
    public Iterator<Object> iterateObjects() {
        return all().map(InternalFactHandle::getObject).iterator();
    }

    @Override
    public Iterator<Object> iterateObjects(ObjectFilter filter) {
        return all().map(InternalFactHandle::getObject).filter(filter::accept).iterator();
    }

    @Override
    public Iterator<Object> iterateNegObjects(ObjectFilter filter) {
        return List.of().iterator();
    }

    @Override
    public Iterator<InternalFactHandle> iterateNegFactHandles(ObjectFilter filter) {
        return List.<InternalFactHandle>of().iterator();
    }

    @Override
    public FactHandleClassStore<InternalFactHandle> getStoreForClass(Class<?> of) {
        return () -> all().filter(handle -> of.isInstance(handle.getObject())).iterator();
    }

    @Override
    public boolean clearClassStore(Class<?> of) {
        throw new UnsupportedOperationException("facts are withdrawn by rules alone");
    }
}
