package io.charter.whynot;

import io.charter.reference.Row;
import io.charter.reference.Terms;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.ValueType;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Whether some fact could meet all that is asked of it, as far as single fields tell. */
final class Possible {

    private Possible() {}

    /**
     * Whether no field is asked for a value that it cannot have.
     *
     * @param asOf the date asked about, after which nothing has happened
     */
    static boolean all(List<Demand> demands, LocalDate asOf) {
        return demands.stream().map(Demand::field).distinct().allMatch(field -> {
            List<Demand> own = Stream.concat(
                            demands.stream().filter(d -> d.field().equals(field)),
                            field.event()
                                    ? Stream.of(new Demand(field, "<=", List.of((Object) asOf)))
                                    : Stream.<Demand>empty())
                    .toList();
            return own.stream()
                    .allMatch(one -> allowed(field, one) && own.stream().allMatch(other -> fit(one, other)));
        });
    }

    private static boolean allowed(Field field, Demand demand) {
        Object value = demand.values().get(0);
        return !demand.operator().equals("==")
                || value == null
                || field.values().isEmpty()
                || field.type() != ValueType.TEXT
                || field.values().contains(value);
    }

    /** Whether one value could meet both. */
    private static boolean fit(Demand one, Demand other) {
        Object least = one.values().get(0);
        Object most = other.values().get(0);
        if (least == null
                || most == null
                || one.operator().endsWith("in")
                || other.operator().endsWith("in")) {
            return true;
        }
        boolean equal = one.operator().equals("==");
        if (equal && other.operator().equals("==")) {
            return Terms.same(least, most);
        }
        if (equal && other.operator().equals("!=")) {
            return !Terms.same(least, most);
        }
        if (!equal && !one.operator().startsWith(">")
                || !other.operator().startsWith("<") && !other.operator().equals("==")) {
            return true;
        }
        int order = Terms.order(least, most);
        boolean strict = one.operator().equals(">") || other.operator().equals("<");
        boolean nothingBetween = least instanceof LocalDate first
                && one.operator().equals(">")
                && other.operator().equals("<")
                && first.plusDays(1).equals(most);
        return (strict ? order < 0 : order <= 0) && !nothingBetween;
    }

    /** Whether a fact that is missing would be one with a fact that there is already: no two may share what identifies them. */
    static boolean same(Row row, Finding.Lack lack) {
        List<String> identity = row.type().identity();
        return !identity.isEmpty()
                && identity.stream()
                        .allMatch(field -> lack.values().containsKey(field)
                                && Terms.same(
                                        lack.values().get(field), row.values().get(field)));
    }
}
