package io.charter.explain;

import java.util.Arrays;

/**
 * A set of places in a list: a bit for each of the first, as most lists are short, and of the others only the words of bits that are
 * not empty.
 */
final class PlaceSet implements Comparable<PlaceSet> {

    private static final int FEW = 2;

    /** The bits of the first places. */
    private long first;

    /** Which words of the bits behind the first there are, ascending, and the words. */
    private int[] numbers;

    private long[] words;
    private int count;

    void add(int place) {
        if (place < Long.SIZE) {
            first |= 1L << place;
            return;
        }
        int number = place / Long.SIZE;
        int at = at(number);
        if (at < 0) {
            at = -at - 1;
            makeRoom(count + 1);
            System.arraycopy(numbers, at, numbers, at + 1, count - at);
            System.arraycopy(words, at, words, at + 1, count - at);
            numbers[at] = number;
            words[at] = 0;
            count++;
        }
        words[at] |= 1L << place;
    }

    private int at(int number) {
        return count == 0 ? -1 : Arrays.binarySearch(numbers, 0, count, number);
    }

    private void makeRoom(int most) {
        if (numbers == null) {
            numbers = new int[Math.max(most, FEW)];
            words = new long[numbers.length];
        } else if (most > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * most);
            words = Arrays.copyOf(words, 2 * most);
        }
    }

    void addAll(PlaceSet others) {
        first |= others.first;
        if (others.count > 0) {
            addWords(others);
        }
    }

    private void addWords(PlaceSet others) {
        int more = 0;
        for (int i = 0, j = 0; j < others.count; j++) {
            while (i < count && numbers[i] < others.numbers[j]) {
                i++;
            }
            more += i < count && numbers[i] == others.numbers[j] ? 0 : 1;
        }
        makeRoom(count + more);
        // From the end, so that nothing is written over before it has been read.
        int to = count + more - 1;
        for (int i = count - 1, j = others.count - 1; j >= 0; to--) {
            if (i >= 0 && numbers[i] > others.numbers[j]) {
                numbers[to] = numbers[i];
                words[to] = words[i--];
            } else {
                boolean both = i >= 0 && numbers[i] == others.numbers[j];
                numbers[to] = others.numbers[j];
                words[to] = others.words[j--] | (both ? words[i--] : 0);
            }
        }
        count += more;
    }

    boolean contains(int place) {
        return (word(place / Long.SIZE) & 1L << place) != 0;
    }

    private long word(int number) {
        if (number == 0) {
            return first;
        }
        int at = at(number);
        return at < 0 ? 0 : words[at];
    }

    boolean isEmpty() {
        return first == 0 && count == 0;
    }

    int size() {
        int size = Long.bitCount(first);
        for (int i = 0; i < count; i++) {
            size += Long.bitCount(words[i]);
        }
        return size;
    }

    /** The first place from one on that is in the set, or -1. */
    int next(int from) {
        if (from < Long.SIZE) {
            long rest = first >>> from;
            if (rest != 0) {
                return from + Long.numberOfTrailingZeros(rest);
            }
            return count == 0 ? -1 : numbers[0] * Long.SIZE + Long.numberOfTrailingZeros(words[0]);
        }
        int at = at(from / Long.SIZE);
        if (at >= 0) {
            long rest = words[at] >>> from;
            if (rest != 0) {
                return from + Long.numberOfTrailingZeros(rest);
            }
        }
        int after = at >= 0 ? at + 1 : -at - 1;
        return after >= count ? -1 : numbers[after] * Long.SIZE + Long.numberOfTrailingZeros(words[after]);
    }

    /** Of two sets the one with fewer places comes first, then the one with the earliest place that the other has not. */
    @Override
    public int compareTo(PlaceSet other) {
        int result = Integer.compare(size(), other.size());
        if (result == 0) {
            result = compare(first, other.first);
        }
        // Of two sets of one size, none ends before they differ, save both.
        for (int i = 0; result == 0 && i < count; i++) {
            if (numbers[i] != other.numbers[i]) {
                return Integer.compare(numbers[i], other.numbers[i]);
            }
            result = compare(words[i], other.words[i]);
        }
        return result;
    }

    private static int compare(long one, long other) {
        long difference = Long.lowestOneBit(one ^ other);
        return difference == 0 ? 0 : (one & difference) != 0 ? -1 : 1;
    }
}
