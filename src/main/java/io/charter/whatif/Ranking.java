package io.charter.whatif;

import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts ways in order, and those of one kind together: the smallest change of each kind stands for it. */
final class Ranking {

    private final String subject;
    private final Scenario scenario;

    Ranking(Scenario scenario, String subject) {
        this.scenario = scenario;
        this.subject = subject;
    }

    /** The ways by kind, the kinds in the order of their best way, each from its best way on. */
    List<List<List<Change>>> byKind(List<List<Change>> ways) {
        Map<Object, List<List<Change>>> kinds = new LinkedHashMap<>();
        ways.stream()
                .sorted(order())
                .forEach(way ->
                        kinds.computeIfAbsent(kind(way), k -> new ArrayList<>()).add(way));
        return List.copyOf(kinds.values());
    }

    private Comparator<List<Change>> order() {
        return Comparator.<List<Change>>comparingInt(List::size)
                .thenComparingInt(
                        way -> way.stream().mapToInt(this::strangeness).sum())
                .thenComparing(way -> way.stream().map(this::size).reduce(BigDecimal.ZERO, BigDecimal::add))
                .thenComparing(Object::toString);
    }

    private static Object kind(List<Change> way) {
        return way.stream()
                .map(change -> change.getClass().getSimpleName()
                        + change.type().name()
                        + (change instanceof Change.Replaced replaced
                                ? replaced.field().name()
                                : ""))
                .sorted()
                .toList();
    }

    /** A value that is moved is nearer than one that becomes another, and what is about the subject than what is not. */
    private int strangeness(Change change) {
        boolean about = change.touched() == null
                ? ((Change.Added) change).values().containsValue(subject)
                : change.touched().values().containsValue(subject);
        int strange = about ? 0 : 1;
        if (change instanceof Change.Replaced replaced) {
            boolean moved = replaced.value() instanceof LocalDate || replaced.value() instanceof Number;
            boolean name = replaced.field().type() == io.charter.rulebook.model.ValueType.TEXT
                    && replaced.field().values().isEmpty();
            return strange + (moved ? 0 : name ? 6 : 2);
        }
        return strange + (change instanceof Change.Added ? 2 : 4);
    }

    /** How far a value is moved: days, or the amount; for a fact that is added, how far its day lies from the date asked about. */
    private BigDecimal size(Change change) {
        if (change instanceof Change.Replaced replaced) {
            return distance(replaced.fact().values().get(replaced.field().name()), replaced.value());
        }
        if (change instanceof Change.Added added) {
            Fact fact = new Fact(added.type(), 0, added.values(), null);
            BigDecimal size = distance(fact.event(), scenario.asOf());
            for (Object value : added.values().values()) {
                size = value instanceof BigDecimal amount ? size.add(amount.abs()) : size;
            }
            return size;
        }
        return BigDecimal.ZERO;
    }

    private static BigDecimal distance(Object one, Object other) {
        if (one instanceof LocalDate from && other instanceof LocalDate to) {
            return BigDecimal.valueOf(Math.abs(ChronoUnit.DAYS.between(from, to)));
        }
        if (one instanceof Number && other instanceof Number) {
            return Origins.number(one).subtract(Origins.number(other)).abs();
        }
        return BigDecimal.ZERO;
    }
}
