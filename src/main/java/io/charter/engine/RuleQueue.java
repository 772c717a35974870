package io.charter.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.drools.core.common.AgendaGroupQueueImpl;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.phreak.RuleAgendaItem;

/** The rules of one session that are to be looked at, in their order. There are few at a time. */
final class RuleQueue extends AgendaGroupQueueImpl {

    private static final long serialVersionUID = 1L;

    /** The next one last. */
    private transient Agenda.Item[] items = new Agenda.Item[32];

    private int size;

    RuleQueue(InternalRuleBase base) {
        super("rules", base);
    }

    @Override
    public void add(RuleAgendaItem added) {
        Agenda.Item item = (Agenda.Item) added;
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (items[middle].priority() < item.priority()) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        System.arraycopy(items, from, items, from + 1, size - from);
        items[from] = item;
        size++;
        item.setQueued(true);
    }

    /** Another thread may be told of a rule that has just been taken out, or of none. */
    @Override
    public Agenda.Item peek() {
        Agenda.Item[] all = items;
        int last = size - 1;
        return last < 0 || last >= all.length ? null : all[last];
    }

    @Override
    public void remove(RuleAgendaItem item) {
        int at = size - 1;
        while (at >= 0 && items[at] != item) {
            at--;
        }
        if (at >= 0) {
            size--;
            System.arraycopy(items, at + 1, items, at, size - at);
            items[size] = null;
        }
    }

    @Override
    public RuleAgendaItem remove() {
        Agenda.Item next = peek();
        if (next != null) {
            next.remove();
        }
        return next;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Collection<RuleAgendaItem> getActivations() {
        List<RuleAgendaItem> all = new ArrayList<>(Arrays.asList(items).subList(0, size));
        return all;
    }

    @Override
    public void reset() {
        for (int i = 0; i < size; i++) {
            items[i].setQueued(false);
        }
        Arrays.fill(items, 0, size, null);
        size = 0;
    }
}
