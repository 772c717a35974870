package io.charter.cli;

import io.charter.engine.Profile;
import io.charter.engine.Profile.ConstraintCost;
import io.charter.engine.Profile.RuleCost;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** A profile as three tables: the parts of the run, the rules that took longest, the constraints evaluated most often. */
final class ProfileTables {

    /** How many rules and how many constraints are told one by one. */
    private static final int MOST = 20;

    private final Profile profile;
    private final int width;
    private final long all;

    ProfileTables(Profile profile, int width) {
        this.profile = profile;
        this.width = width;
        this.all = sum(profile.parts(), Profile.PartCost::nanos);
    }

    /**
     * The tables.
     *
     * @param begin when the run began, by {@link System#nanoTime}
     */
    String text(long begin, int threads) {
        return String.format(
                        Locale.ROOT,
                        "%nWhere the time went: %,d scenarios in %.1f s, %s. Times are those of all threads together.%n",
                        profile.scenarios(),
                        (System.nanoTime() - begin) / 1e9,
                        threads == 1 ? "one thread" : threads + " threads")
                + "\n" + parts() + "\n" + rules() + "\n" + constraints()
                + "\nHow to read it: docs/performance.md, \"Where a run's time goes\".\n";
    }

    private String parts() {
        TextTable table = new TextTable(width, 2);
        table.add(List.of("ms", "%", "part"));
        profile.parts()
                .forEach(part -> table.add(List.of(millis(part.nanos()), share(part.nanos()), name(part.part()))));
        return table.text(ProfileTables::cell);
    }

    private static String name(Profile.Part part) {
        return switch (part) {
            case LOADING -> "loading rules";
            case READING -> "reading scenarios";
            case INSERTING -> "inserting facts";
            case LIMITS -> "setting limits";
            case RULES -> "matching and applying rules";
            case DERIVED -> "reading what was derived";
            case EXPLAINING -> "explaining";
            case WRITING -> "writing decisions";
        };
    }

    private String rules() {
        TextTable table = new TextTable(width, 7);
        table.add(List.of("ms", "%", "matching", "applying", "applied", "evaluated", "true", "rule"));
        List<RuleCost> first = first(profile.rules());
        for (RuleCost rule : first) {
            table.add(List.of(
                    millis(rule.nanos()),
                    share(rule.nanos()),
                    millis(rule.matching()),
                    millis(rule.applying()),
                    count(rule.applications()),
                    count(rule.evaluations()),
                    count(rule.held()),
                    rule.rule() + " · " + place(rule.at())));
        }
        List<RuleCost> rest = rest(profile.rules());
        if (!rest.isEmpty()) {
            long nanos = sum(rest, RuleCost::nanos);
            table.add(List.of(
                    millis(nanos),
                    share(nanos),
                    millis(sum(rest, RuleCost::matching)),
                    millis(sum(rest, RuleCost::applying)),
                    count(sum(rest, RuleCost::applications)),
                    count(sum(rest, RuleCost::evaluations)),
                    count(sum(rest, RuleCost::held)),
                    "the other " + rest.size() + " rules"));
        }
        return table.text(ProfileTables::cell);
    }

    private String constraints() {
        TextTable table = new TextTable(width, 5);
        table.add(List.of("ms", "%", "evaluated", "true", "% true", "constraint"));
        for (ConstraintCost constraint : first(profile.constraints())) {
            table.add(List.of(
                    millis(constraint.nanos()),
                    share(constraint.nanos()),
                    count(constraint.evaluations()),
                    count(constraint.held()),
                    percent(constraint.held(), constraint.evaluations()),
                    constraint.text() + " · " + place(constraint.at()) + remarks(constraint)));
        }
        List<ConstraintCost> rest = rest(profile.constraints());
        if (!rest.isEmpty()) {
            long nanos = sum(rest, ConstraintCost::nanos);
            long evaluations = sum(rest, ConstraintCost::evaluations);
            long held = sum(rest, ConstraintCost::held);
            long never = rest.stream().filter(c -> c.evaluations() == 0).count();
            table.add(List.of(
                    millis(nanos),
                    share(nanos),
                    count(evaluations),
                    count(held),
                    percent(held, evaluations),
                    "the other " + rest.size() + " constraints"
                            + (never == 0 ? "" : ", " + never + " never evaluated")));
        }
        return table.text(ProfileTables::cell);
    }

    private static String remarks(ConstraintCost constraint) {
        return (constraint.indexed() ? " · by index" : "")
                + (constraint.others() == 0
                        ? ""
                        : " · and in " + constraint.others()
                                + (constraint.others() == 1 ? " rule more" : " rules more"));
    }

    private static String place(io.charter.text.Position at) {
        return at.file() + ":" + at.line();
    }

    private static <T> List<T> first(List<T> costs) {
        return costs.subList(0, Math.min(MOST, costs.size()));
    }

    private static <T> List<T> rest(List<T> costs) {
        return costs.subList(Math.min(MOST, costs.size()), costs.size());
    }

    private static <T> long sum(List<T> costs, ToLongFunction<T> of) {
        return costs.stream().mapToLong(of).sum();
    }

    private String share(long nanos) {
        return percent(nanos, all);
    }

    private static String percent(long some, long all) {
        return all == 0 ? "" : String.format(Locale.ROOT, "%.1f", 100.0 * some / all);
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%,.1f", nanos / 1e6);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String cell(int row, int column, String text) {
        return text;
    }
}
