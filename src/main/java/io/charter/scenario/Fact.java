package io.charter.scenario;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A fact that a scenario states. */
public final class Fact implements Comparable<Fact> {

    private final FactType type;
    private final int index;
    private final Object[] row;
    private final String assumed;
    private final LocalDate event;

    /** The day of the event as a number, by which facts are compared often; behind all others where there is none. */
    private final long day;

    private String pointer;

    /**
     * Takes the values as they are.
     *
     * @param index its place among the facts of its type, from 0
     * @param row the values of its fields in the order of the type, defaults included, null for those without: String, LocalDate,
     *     BigDecimal, Long, Boolean or List
     * @param assumed why the scenario takes it as given though no source says so, or null
     */
    Fact(FactType type, int index, Object[] row, String assumed) {
        this.type = type;
        this.index = index;
        this.row = row;
        this.assumed = assumed;
        LocalDate day = null;
        List<Field> fields = type.fields();
        for (int i = 0; i < row.length && day == null; i++) {
            if (fields.get(i).event()) {
                day = (LocalDate) row[i];
            }
        }
        this.event = day;
        this.day = day == null ? Long.MAX_VALUE : day.toEpochDay();
    }

    /** The same with the values by the names of their fields. */
    public Fact(FactType type, int index, Map<String, Object> values, String assumed) {
        this(
                type,
                index,
                type.fields().stream().map(field -> values.get(field.name())).toArray(),
                assumed);
    }

    public FactType type() {
        return type;
    }

    /** Its place among the facts of its type, from 0. */
    public int index() {
        return index;
    }

    /** The values of its fields in the order of the type, defaults included; null for those without. */
    public List<Object> row() {
        return Collections.unmodifiableList(Arrays.asList(row));
    }

    /** The value of the field at a place of the type, default included, or null. */
    public Object value(int place) {
        return row[place];
    }

    /** The value of a field, default included, or null. */
    public Object value(String field) {
        List<Field> fields = type.fields();
        for (int i = 0; i < row.length; i++) {
            if (fields.get(i).name().equals(field)) {
                return row[i];
            }
        }
        return null;
    }

    /** Its fields by name, defaults included, those without a value left out. */
    public Map<String, Object> values() {
        return new AbstractMap<>() {
            @Override
            public Object get(Object name) {
                return value((String) name);
            }

            @Override
            public boolean containsKey(Object name) {
                return get(name) != null;
            }

            @Override
            public Set<Map.Entry<String, Object>> entrySet() {
                Map<String, Object> values = new LinkedHashMap<>();
                for (int i = 0; i < row.length; i++) {
                    if (row[i] != null) {
                        values.put(type.fields().get(i).name(), row[i]);
                    }
                }
                return Collections.unmodifiableMap(values).entrySet();
            }
        };
    }

    /** Why the scenario takes it as given though no source says so, or null. */
    public String assumed() {
        return assumed;
    }

    /** The JSON pointer of the fact in its scenario. */
    public String pointer() {
        if (pointer == null) {
            pointer = "/facts/" + type.name() + "/" + index;
        }
        return pointer;
    }

    /** The day on which it happened, or null where its type has none. */
    public LocalDate event() {
        return event;
    }

    /** Whether it has happened by a day; a fact without a day always has. */
    public boolean knownBy(LocalDate day) {
        return event == null || !event.isAfter(day);
    }

    /**
     * The order in which decisions cite facts: by the day on which they happened (those without one last), then by type and
     * content. It does not depend on where a scenario writes a fact, save between facts that are alike in everything.
     */
    @Override
    public int compareTo(Fact other) {
        int order = Long.compare(day, other.day);
        if (order == 0 && type != other.type) {
            order = type.name().compareTo(other.type.name());
        }
        for (int i = 0; order == 0 && i < row.length; i++) {
            order = compare(row[i], other.row[i]);
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

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Fact fact
                        && index == fact.index
                        && type.equals(fact.type)
                        && Arrays.equals(row, fact.row)
                        && Objects.equals(assumed, fact.assumed);
    }

    /** By the place in the scenario alone, which tells it apart from all others: all that it is made of would take long. */
    @Override
    public int hashCode() {
        return 31 * type.hashCode() + index;
    }

    @Override
    public String toString() {
        return pointer() + " " + values();
    }
}
