package io.charter.rulebook.check;

import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Method;
import io.charter.rulebook.model.ValueType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** What a call of a method may be given, so that it always has a result: the engine would break off at the scenario. */
final class Calls {

    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 9000;
    private static final int NO_LEAP_YEAR = 2001;
    private static final long MOST_YEARS = 1000;

    private Calls() {}

    /** What is wrong with a call, or null. */
    static String fault(Expression.Call call) {
        List<ValueType> given = call.arguments().stream().map(Expression::type).toList();
        if (!call.method().takes(given)) {
            return call.method().method() + " takes " + call.method().taken();
        }
        if (call.method() == Method.DATE_OF) {
            return dateFault(call);
        }
        if (call.method() == Method.DAY_OF_YEAR
                && !Long.valueOf(1).equals(written(call.arguments().get(0)))) {
            return "withDayOfYear takes 1, for the first day of the year; move on from there by plusMonths and plusDays";
        }
        return null;
    }

    private static String dateFault(Expression.Call call) {
        Long year = written(call.arguments().get(0));
        Long month = written(call.arguments().get(1));
        Long day = written(call.arguments().get(2));
        if (month == null || day == null) {
            return "LocalDate.of takes the month and the day as written numbers; move a date by plusMonths and plusDays";
        }
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            return call + " lies outside the years " + FIRST_YEAR + " to " + LAST_YEAR;
        }
        try {
            LocalDate.of(year == null ? NO_LEAP_YEAR : year.intValue(), month.intValue(), day.intValue());
            return null;
        } catch (DateTimeException e) {
            return call + (year == null ? " is no date of every year" : " is no date of the calendar");
        }
    }

    /** The most days, months or years by which a method moves a date. */
    static long most(Method method) {
        return switch (method) {
            case PLUS_DAYS, MINUS_DAYS -> MOST_YEARS * 365;
            case PLUS_MONTHS, MINUS_MONTHS -> MOST_YEARS * 12;
            default -> MOST_YEARS;
        };
    }

    private static Long written(Expression expression) {
        return expression instanceof Expression.Constant constant && constant.value() instanceof Long number
                ? number
                : null;
    }
}
