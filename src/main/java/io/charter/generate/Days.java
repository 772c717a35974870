package io.charter.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The days of one scenario: a few that lie close together, what rules reach from them, and the days next to all of these. */
final class Days {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 2);
    private static final LocalDate LAST = LocalDate.of(9000, 12, 30);
    private static final LocalDate LEAP_DAY = LocalDate.of(2028, 2, 29);
    private static final int FIRST_YEAR = 2024;
    private static final int YEARS = 8;
    private static final int MOST_APART = 60;

    private final Chance chance;
    private final List<LocalDate> near = new ArrayList<>();
    private final List<LocalDate> far = new ArrayList<>();
    private final LocalDate asOf;
    private int picks = 1;

    Days(Written written, Chance chance) {
        this.chance = chance;
        LocalDate base = base(written);
        int apart = chance.between(1, MOST_APART);
        for (int i = chance.between(2, 6); i > 0; i--) {
            near.add(base.plusDays(chance.between(0, apart)));
        }
        for (LocalDate day : near) {
            if (!written.distances().isEmpty()) {
                LocalDate one = chance.pick(written.distances()).from(day);
                LocalDate other = chance.pick(written.distances()).from(day);
                far.add(beside(other.isAfter(one) ? other : one));
            }
            if (!written.calendar().isEmpty()) {
                int year = day.getYear() + chance.between(0, 3);
                far.add(beside(chance.pick(written.calendar()).atYear(year)));
            }
        }
        far.removeIf(day -> !has(day));
        List<LocalDate> from = far.isEmpty() || !chance.oneIn(2) ? near : far;
        LocalDate late = chance.pick(from);
        for (int i = chance.between(0, 3); i > 0; i--) {
            LocalDate other = chance.pick(from);
            late = other.isAfter(late) ? other : late;
        }
        asOf = chance.oneIn(3) ? beside(late) : late;
    }

    private LocalDate base(Written written) {
        List<LocalDate> known =
                written.dates().stream().filter(day -> day.isAfter(FIRST)).toList();
        if (!known.isEmpty() && chance.oneIn(3)) {
            return chance.pick(known).minusDays(chance.between(0, 10));
        }
        return chance.oneIn(8)
                ? LEAP_DAY
                : LocalDate.of(FIRST_YEAR, 1, 1)
                        .plusYears(chance.between(0, YEARS - 1))
                        .plusDays(chance.between(0, 364));
    }

    private LocalDate any() {
        return chance.pick(far.isEmpty() || !chance.oneIn(5) ? near : far);
    }

    private LocalDate beside(LocalDate day) {
        return day.plusDays(chance.between(-1, 1));
    }

    /** The date that the scenario asks about. */
    LocalDate asOf() {
        return asOf;
    }

    /** Says how early the next days are to lie: the earliest of so many taken by chance. */
    void lean(int of) {
        picks = of;
    }

    /** One of the days, more often one that the date asked about has seen. */
    LocalDate day() {
        LocalDate day = any();
        for (int i = 1; i < picks || i == picks && day.isAfter(asOf) && !chance.oneIn(4); i++) {
            LocalDate other = any();
            day = other.isBefore(day) ? other : day;
        }
        return day;
    }

    /** Whether scenarios may speak of the day. */
    static boolean has(LocalDate day) {
        return day.isAfter(FIRST) && day.isBefore(LAST);
    }
}
