package io.charter.explain;

import io.charter.scenario.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A set of facts of one scenario: a bit for each, in the order in which decisions cite facts, of which only the words that are not
 * empty are kept. Of two sets the one with fewer facts comes first, then the one with the earliest fact that the other has not.
 */
final class CitedFacts implements Comparable<CitedFacts> {

    /** Most scenarios have fewer facts than one word has bits. */
    private static final int FEW = 1;

    private final Order order;

    /** Which words of the bits there are, ascending, and the words. */
    private int[] places = new int[FEW];

    private long[] words = new long[FEW];
    private int count;

    CitedFacts(Order order) {
        this.order = order;
    }

    /** The facts of a scenario in the order in which decisions cite them. */
    static final class Order {

        private final Fact[] facts;
        private final Map<Fact, Integer> places;

        Order(List<Fact> known) {
            facts = known.toArray(Fact[]::new);
            Arrays.sort(facts);
            places = new HashMap<>(2 * facts.length);
            for (int i = 0; i < facts.length; i++) {
                places.put(facts[i], i);
            }
        }
    }

    Order order() {
        return order;
    }

    void add(Fact fact) {
        int bit = order.places.get(fact);
        int at = Arrays.binarySearch(places, 0, count, bit / Long.SIZE);
        if (at < 0) {
            at = -at - 1;
            makeRoom(count + 1);
            System.arraycopy(places, at, places, at + 1, count - at);
            System.arraycopy(words, at, words, at + 1, count - at);
            places[at] = bit / Long.SIZE;
            words[at] = 0;
            count++;
        }
        words[at] |= 1L << bit;
    }

    private void makeRoom(int most) {
        if (most > places.length) {
            places = Arrays.copyOf(places, 2 * most);
            words = Arrays.copyOf(words, 2 * most);
        }
    }

    void addAll(CitedFacts others) {
        int more = 0;
        for (int i = 0, j = 0; j < others.count; j++) {
            while (i < count && places[i] < others.places[j]) {
                i++;
            }
            more += i < count && places[i] == others.places[j] ? 0 : 1;
        }
        makeRoom(count + more);
        // From the end, so that nothing is written over before it has been read.
        int to = count + more - 1;
        for (int i = count - 1, j = others.count - 1; j >= 0; to--) {
            if (i >= 0 && places[i] > others.places[j]) {
                places[to] = places[i];
                words[to] = words[i--];
            } else {
                boolean both = i >= 0 && places[i] == others.places[j];
                places[to] = others.places[j];
                words[to] = others.words[j--] | (both ? words[i--] : 0);
            }
        }
        count += more;
    }

    boolean contains(Fact fact) {
        int bit = order.places.get(fact);
        return (word(bit / Long.SIZE) & 1L << bit) != 0;
    }

    private long word(int place) {
        int at = Arrays.binarySearch(places, 0, count, place);
        return at < 0 ? 0 : words[at];
    }

    /** The facts that are not among the others, in their order. */
    List<Fact> without(CitedFacts others) {
        List<Fact> rest = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list(places[i], words[i] & ~others.word(places[i]), rest);
        }
        return rest;
    }

    /** The facts in their order. */
    List<Fact> list() {
        List<Fact> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list(places[i], words[i], list);
        }
        return list;
    }

    private void list(int place, long word, List<Fact> to) {
        for (long rest = word; rest != 0; rest &= rest - 1) {
            to.add(order.facts[place * Long.SIZE + Long.numberOfTrailingZeros(rest)]);
        }
    }

    private int size() {
        int size = 0;
        for (int i = 0; i < count; i++) {
            size += Long.bitCount(words[i]);
        }
        return size;
    }

    @Override
    public int compareTo(CitedFacts other) {
        int result = Integer.compare(size(), other.size());
        // Of two sets of one size, none ends before they differ, save both.
        for (int i = 0; result == 0 && i < count; i++) {
            if (places[i] != other.places[i]) {
                return Integer.compare(places[i], other.places[i]);
            }
            long first = Long.lowestOneBit(words[i] ^ other.words[i]);
            if (first != 0) {
                result = (words[i] & first) != 0 ? -1 : 1;
            }
        }
        return result;
    }
}
