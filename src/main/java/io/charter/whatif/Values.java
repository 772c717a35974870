package io.charter.whatif;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.ValueType;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The values that a field is tried with. */
final class Values {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Edition edition;
    private final Scenario scenario;
    private final String subject;

    Values(Scenario scenario, String subject) {
        this.edition = scenario.edition();
        this.scenario = scenario;
        this.subject = subject;
    }

    /** Around thresholds: each itself, and the values just below and above it. */
    Set<Object> around(Field field, Collection<Object> thresholds) {
        Set<Object> values = new LinkedHashSet<>();
        for (Object threshold : thresholds) {
            if (threshold instanceof LocalDate date) {
                for (int days = -1; days <= 1; days++) {
                    LocalDate day = date.plusDays(days);
                    if (day.getYear() >= 1900 && day.getYear() <= 9000) {
                        values.add(day);
                    }
                }
            } else if (threshold instanceof BigDecimal amount) {
                List.of(amount.subtract(CENT), amount, amount.add(CENT)).forEach(a -> number(field, a, values));
            } else if (threshold instanceof Long count) {
                for (long n = count - 1; n <= count + 1; n++) {
                    if (field.range() == null || field.range().has(BigDecimal.valueOf(n))) {
                        values.add(n);
                    }
                }
            } else {
                values.add(threshold);
            }
        }
        return values;
    }

    private static void number(Field field, BigDecimal amount, Set<Object> values) {
        if (field.range() == null || field.range().has(amount)) {
            BigDecimal plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
            values.add(plain);
        }
    }

    /** What a field of a fact may be changed to, apart from what it was compared with. */
    Set<Object> others(Fact fact, Field field) {
        Set<Object> values = new LinkedHashSet<>();
        Object now = fact.values().get(field.name());
        if (field.type() == ValueType.LIST) {
            values.addAll(lists(field, now));
        } else if (field.event() && field.type() == ValueType.DATE) {
            values.add(scenario.asOf());
            values.add(scenario.asOf().plusDays(1));
        }
        values.addAll(listed(field));
        if (field.type() == ValueType.TEXT && field.values().isEmpty() && field.refers() == null) {
            values.addAll(somebodyElse(fact.type(), field, now));
        }
        values.remove(now);
        return values;
    }

    /** A name or text other than the one that a field has: of the scenario where there is one, else any. */
    private List<Object> somebodyElse(FactType type, Field field, Object now) {
        if (field.named().isEmpty()) {
            return type.identity().contains(field.name()) ? List.of() : List.of(fresh(type, field));
        }
        return Stream.concat(names(field).stream(), edition.names().codes(field.named()).stream())
                .filter(name -> !name.equals(now))
                .limit(1)
                .toList();
    }

    /** The values of a small list, where the field has one. */
    private Set<Object> listed(Field field) {
        Set<Object> values = new LinkedHashSet<>();
        if (field.type() == ValueType.FLAG) {
            values.addAll(List.of(true, false));
        } else if (field.type() == ValueType.TEXT && !field.values().isEmpty()) {
            values.addAll(field.values());
        } else if (field.refers() != null) {
            scenario.facts().stream()
                    .filter(f -> f.type().name().equals(field.refers().type()))
                    .forEach(f -> values.add(f.values().get(field.refers().field())));
        }
        return values;
    }

    private List<Object> lists(Field field, Object now) {
        List<Object> lists = new ArrayList<>(List.of(List.of()));
        List<?> items = now instanceof List<?> list ? list : List.of();
        for (Object one : items(field)) {
            lists.add(List.of(one));
            List<Object> more = new ArrayList<>(items);
            if (more.remove(one) || more.add(one)) {
                lists.add(List.copyOf(more));
            }
        }
        return lists;
    }

    private List<Object> items(Field field) {
        if (field.each() == ValueType.COUNT
                && field.range() != null
                && field.range().most() != null) {
            List<Object> numbers = new ArrayList<>();
            for (long n = field.range().least().longValue();
                    n <= field.range().most().longValue();
                    n++) {
                numbers.add(n);
            }
            return numbers;
        }
        return field.values().isEmpty() ? names(field) : List.copyOf(field.values());
    }

    /** The names in the scenario that a field may have, that of the subject first. */
    private List<Object> names(Field field) {
        Set<Object> names = new LinkedHashSet<>();
        Set<String> known = edition.names().codes(field.named());
        if (known.contains(subject)) {
            names.add(subject);
        }
        for (Fact fact : scenario.facts()) {
            for (Field other : fact.type().fields()) {
                Object value = fact.values().get(other.name());
                if (value instanceof String name && !other.named().isEmpty() && known.contains(name)) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }

    /** What a field of a fact that is added may be where nothing was asked of it; empty where it is left out. */
    List<Object> free(FactType type, Field field) {
        if (field.defaultValue() != null) {
            Set<Object> values = new LinkedHashSet<>(List.of(field.defaultValue()));
            values.addAll(listed(field));
            return List.copyOf(values);
        }
        if (!field.required() || field.only() != null) {
            return List.of();
        }
        return switch (field.type()) {
            case DATE -> List.of(scenario.asOf());
            case AMOUNT -> List.of(BigDecimal.ONE);
            case COUNT ->
                List.of(field.range() == null ? 1L : field.range().least().longValue());
            case FLAG -> List.of(true, false);
            case LIST -> {
                List<Object> lists = new ArrayList<>(List.of(List.of()));
                items(field).forEach(item -> lists.add(List.of(item)));
                yield lists;
            }
            case TEXT -> texts(type, field);
        };
    }

    private List<Object> texts(FactType type, Field field) {
        Set<Object> listed = listed(field);
        if (!listed.isEmpty() || field.refers() != null) {
            return List.copyOf(listed);
        }
        if (!field.named().isEmpty()) {
            List<Object> names = names(field);
            return names.isEmpty()
                    ? List.of(edition.names().codes(field.named()).iterator().next())
                    : names;
        }
        Set<Object> seen = new LinkedHashSet<>();
        if (!type.identity().equals(List.of(field.name()))) {
            seen.add(subject);
            for (Fact fact : scenario.facts()) {
                for (Field other : fact.type().fields()) {
                    if (other.name().equals(field.name()) && fact.values().get(other.name()) instanceof String text) {
                        seen.add(text);
                    }
                }
            }
        } else {
            seen.add(fresh(type, field));
        }
        return List.copyOf(seen);
    }

    private String fresh(FactType type, Field field) {
        Set<Object> taken = new LinkedHashSet<>();
        scenario.facts().stream()
                .filter(f -> f.type().equals(type))
                .forEach(f -> taken.add(f.values().get(field.name())));
        int number = 1;
        while (taken.contains("new-" + number)) {
            number++;
        }
        return "new-" + number;
    }
}
