package io.charter.whatif;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.reference.Evaluator;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Finds the days on which what rules say of a scenario changes as time goes by. From a day, it learns from the comparisons of the
 * rules with the date asked about (directly, or through what was derived from it) on which day the next of them could come out
 * otherwise; until then nothing can change but by a fact that happens. It decides on that day and on the days beside it, and goes
 * on from there.
 */
public final class Timeline {

    /** Months and years have no fixed length; so far beside the day found may the right one lie. */
    private static final int LEEWAY = 3;

    private final Evaluator evaluator;

    public Timeline(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** What the rules derive from a day on. */
    public record Phase(LocalDate from, Derivations derivations) {}

    /**
     * The phases from one day to another, the first of them from the first day on.
     *
     * @param alike whether nothing that matters differs
     */
    public List<Phase> phases(
            Scenario scenario, LocalDate from, LocalDate to, BiPredicate<Derivations, Derivations> alike) {
        List<Phase> phases = new ArrayList<>();
        LocalDate day = from;
        while (day != null) {
            Origins origins = new Origins(Premise.Today.class::isInstance, null);
            Derivations derivations = evaluator.run(on(scenario, day), origins);
            if (phases.isEmpty() || !alike.test(phases.get(phases.size() - 1).derivations(), derivations)) {
                phases.add(new Phase(day, derivations));
            }
            day = next(scenario, day, to, origins);
        }
        return phases;
    }

    /** The same scenario asked on another day. */
    public static Scenario on(Scenario scenario, LocalDate day) {
        return new Scenario(
                scenario.id(), scenario.title(), scenario.edition(), day, scenario.facts(), scenario::document);
    }

    /** The next day on which a comparison may come out otherwise or a fact happens; null when that is after the end. */
    private static LocalDate next(Scenario scenario, LocalDate day, LocalDate to, Origins origins) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Fact fact : scenario.facts()) {
            if (fact.event() != null) {
                days.add(fact.event());
            }
        }
        days.add(LocalDate.of(day.getYear() + 1, 1, 1));
        Collection<Set<Object>> thresholds = origins.thresholds().values();
        for (Set<Object> some : thresholds) {
            for (Object threshold : some) {
                if (threshold instanceof LocalDate date) {
                    for (int beside = -LEEWAY; beside <= LEEWAY; beside++) {
                        days.add(date.plusDays(beside));
                    }
                }
            }
        }
        LocalDate next = days.higher(day);
        return next == null || next.isAfter(to) ? null : next;
    }
}
