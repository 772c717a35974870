package io.charter.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Sets of places, few and near each other or many and far apart, do what sets of whole numbers do. */
class PlaceSetTest {

    private static final int[] SIZES = {1, 40, 64, 65, 130, 1000, 100_000};
    private final Random random = new Random(7);

    @Test
    void setsHoldWhatWasAddedInItsOrder() {
        for (TreeSet<Integer> places : samples()) {
            PlaceSet set = of(places);
            assertEquals(List.copyOf(places), list(set));
            assertEquals(places.size(), set.size());
            assertEquals(places.isEmpty(), set.isEmpty());
            for (int place : List.of(0, 63, 64, 65, 127, 128, 999)) {
                assertEquals(places.contains(place), set.contains(place), () -> place + " in " + places);
            }
        }
    }

    @Test
    void setsAreUnited() {
        for (TreeSet<Integer> one : samples()) {
            for (TreeSet<Integer> other : samples()) {
                PlaceSet united = of(one);
                united.addAll(of(other));
                TreeSet<Integer> all = new TreeSet<>(one);
                all.addAll(other);
                assertEquals(List.copyOf(all), list(united));
            }
        }
    }

    @Test
    void theNextPlaceIsFoundFromAnyOn() {
        for (TreeSet<Integer> places : samples()) {
            PlaceSet set = of(places);
            for (int from : List.of(0, 1, 62, 63, 64, 65, 100, 127, 128, 500, 99_999, 100_000)) {
                Integer next = places.ceiling(from);
                assertEquals(next == null ? -1 : next, set.next(from), () -> from + " in " + places);
            }
        }
    }

    @Test
    void fewerPlacesComeFirstThenTheEarliest() {
        Comparator<TreeSet<Integer>> order = Comparator.<TreeSet<Integer>>comparingInt(TreeSet::size)
                .thenComparing(List::copyOf, PlaceSetTest::byFirstDifference);
        List<TreeSet<Integer>> samples = samples();
        samples.addAll(samples.stream().map(this::movedOne).toList());
        for (TreeSet<Integer> one : samples) {
            for (TreeSet<Integer> other : samples) {
                assertEquals(order.compare(one, other), of(one).compareTo(of(other)), () -> one + " beside " + other);
            }
        }
    }

    private static int byFirstDifference(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < one.size(); i++) {
            int difference = one.get(i).compareTo(other.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** Sets of as many places, of which one is another. */
    private TreeSet<Integer> movedOne(TreeSet<Integer> places) {
        TreeSet<Integer> moved = new TreeSet<>(places);
        if (!moved.isEmpty()) {
            moved.remove(List.copyOf(moved).get(random.nextInt(moved.size())));
            while (moved.size() < places.size()) {
                moved.add(random.nextInt(200));
            }
        }
        return moved;
    }

    private List<TreeSet<Integer>> samples() {
        List<TreeSet<Integer>> samples = new ArrayList<>(List.of(new TreeSet<>()));
        for (int size : SIZES) {
            for (int count : List.of(1, 2, 5, 30)) {
                TreeSet<Integer> places = new TreeSet<>();
                random.ints(count, 0, size).forEach(places::add);
                samples.add(places);
            }
        }
        return samples;
    }

    private PlaceSet of(TreeSet<Integer> places) {
        List<Integer> shuffled = new ArrayList<>(places);
        Collections.shuffle(shuffled, random);
        PlaceSet set = new PlaceSet();
        shuffled.forEach(set::add);
        return set;
    }

    private static List<Integer> list(PlaceSet set) {
        List<Integer> places = new ArrayList<>();
        for (int place = set.next(0); place >= 0; place = set.next(place + 1)) {
            places.add(place);
        }
        return places;
    }
}
