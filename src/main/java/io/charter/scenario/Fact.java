package io.charter.scenario;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * A fact that a scenario states.
 *
 * @param index its place among the facts of its type, from 0
 * @param values its fields, defaults included, those without a value left out: String, LocalDate, BigDecimal, Long, Boolean or List
 * @param assumed why the scenario takes it as given though no source says so, or null
 */
public record Fact(FactType type, int index, Map<String, Object> values, String assumed) implements Comparable<Fact> {

    /** By the place in the scenario alone, which tells it apart from all others: all that it is made of would take long. */
    @Override
    public int hashCode() {
        return 31 * type.hashCode() + index;
    }

    /** The JSON pointer of the fact in its scenario. */
    public String pointer() {
        return "/facts/" + type.name() + "/" + index;
    }

    /** The day on which it happened, or null where its type has none. */
    public LocalDate event() {
        for (Field field : type.fields()) {
            if (field.event()) {
                return (LocalDate) values.get(field.name());
            }
        }
        return null;
    }

    /** Whether it has happened by a day; a fact without a day always has. */
    public boolean knownBy(LocalDate day) {
        LocalDate event = event();
        return event == null || !event.isAfter(day);
    }

    /**
     * The order in which decisions cite facts: by the day on which they happened (those without one last), then by type and
     * content. It does not depend on where a scenario writes a fact, save between facts that are alike in everything.
     */
    @Override
    public int compareTo(Fact other) {
        LocalDate mine = event();
        LocalDate theirs = other.event();
        int order =
                mine == null || theirs == null ? Boolean.compare(mine == null, theirs == null) : mine.compareTo(theirs);
        if (order == 0) {
            order = type.name().compareTo(other.type.name());
        }
        for (int i = 0; order == 0 && i < type.fields().size(); i++) {
            String field = type.fields().get(i).name();
            order = compare(values.get(field), other.values.get(field));
        }
        return order != 0 ? order : Integer.compare(index, other.index);
    }

    private static int compare(Object one, Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        if (one instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) other);
        }
        return one instanceof LocalDate date
                ? date.compareTo((LocalDate) other)
                : one.toString().compareTo(other.toString());
    }
}
