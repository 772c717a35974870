package io.charter.generate;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that fields may have, of the few that one scenario speaks of. */
final class Values {

    static final BigDecimal CENT = BigDecimal.valueOf(1, 2);
    private static final int MOST_COUNTED = 5;
    private static final List<Integer> FEW = List.of(0, 1, 1, 2);
    private static final int MOST_CENTS = 1_000_000_000;
    private static final List<String> PERSONS = List.of("Ada Lovelace", "Alan Turing", "Emmy Noether", "Niels Abel");

    private final Map<List<String>, Set<String>> codes = new HashMap<>();
    private final Model model;
    private final Written written;
    private final Chance chance;
    private final Days days;
    private final int size;
    private final Map<String, List<String>> casts = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** @param size how many of each list of names take part */
    Values(Model model, Written written, Chance chance, Days days, int size) {
        this.model = model;
        this.written = written;
        this.chance = chance;
        this.days = days;
        this.size = size;
    }

    /** Any value for the field of a new fact. */
    Object any(FactType type, Field field) {
        List<Object> concluded = model.concluded(type, field);
        if (!concluded.isEmpty() && !chance.oneIn(4)) {
            return chance.pick(concluded);
        }
        if (field.type() == ValueType.LIST) {
            List<Object> items = new ArrayList<>();
            for (int i = chance.between(0, 3); i > 0; i--) {
                Object item = any(type, field, field.each());
                if (!items.contains(item)) {
                    items.add(item);
                }
            }
            return items;
        }
        return any(type, field, field.type());
    }

    /** Whether the vocabulary lists what a text may be, or rules write it down. */
    boolean isListed(FactType type, Field field) {
        return !field.values().isEmpty() || !model.concluded(type, field).isEmpty();
    }

    private Object any(FactType type, Field field, ValueType of) {
        return switch (of) {
            case DATE -> days.day();
            case FLAG -> chance.oneIn(2);
            case COUNT -> (long) count(field);
            case AMOUNT -> amount();
            default -> text(type, field);
        };
    }

    private int count(Field field) {
        List<Object> compared = written.of(field);
        if (!compared.isEmpty() && chance.oneIn(2)) {
            return Math.max(0, ((Long) chance.pick(compared)).intValue());
        }
        if (field.range() == null) {
            return chance.oneIn(3) ? chance.between(0, MOST_COUNTED) : chance.pick(FEW);
        }
        int least = field.range().least().intValue();
        return chance.between(
                least,
                field.range().most() == null ? least + 10 : field.range().most().intValue());
    }

    /** A part of an amount that rules compare sums with, that amount or one beside it, or any. */
    private BigDecimal amount() {
        if (written.sums().isEmpty() || chance.oneIn(4)) {
            return BigDecimal.valueOf(chance.between(1, MOST_CENTS), 2);
        }
        BigDecimal sum = BigDecimal.valueOf(chance.pick(written.sums()));
        BigDecimal part = sum.multiply(BigDecimal.valueOf(chance.pick(List.of(25L, 50L, 50L, 100L, 100L)), 2));
        return part.add(BigDecimal.valueOf(chance.between(-1, 1), 2));
    }

    private String text(FactType type, Field field) {
        if (!field.values().isEmpty()) {
            return field.defaultValue() != null && chance.oneIn(2)
                    ? (String) field.defaultValue()
                    : chance.pick(field.values());
        }
        if (type.identity().equals(List.of(field.name()))) {
            int count = counts.merge(type.name(), 1, Integer::sum);
            return type.name().toLowerCase(java.util.Locale.ROOT) + "-" + count;
        }
        return field.named().isEmpty() ? free(field) : name(field);
    }

    private String free(Field field) {
        if (field.defaultValue() != null && !chance.oneIn(4)) {
            return (String) field.defaultValue();
        }
        List<String> texts = new ArrayList<>(PERSONS);
        written.of(field).forEach(text -> texts.add((String) text));
        return chance.pick(texts);
    }

    /** Somebody whom rules name, most of the time where they name anybody; else one of the few who take part. */
    private String name(Field field) {
        Set<String> codes = codes(field.named());
        List<Object> known = written.of(field).stream().filter(codes::contains).toList();
        if (!known.isEmpty() && !chance.oneIn(4)) {
            return (String) chance.pick(known);
        }
        return chance.pick(cast(field.named()));
    }

    private Set<String> codes(List<String> lists) {
        return codes.computeIfAbsent(lists, model.edition().names()::codes);
    }

    /** The few names of the lists that take part; who takes part on one list does on every field that has it. */
    private List<String> cast(List<String> lists) {
        List<String> cast = new ArrayList<>();
        for (String list : lists) {
            cast.addAll(casts.computeIfAbsent(list, this::few));
        }
        return cast;
    }

    private List<String> few(String list) {
        Set<String> codes = codes(List.of(list));
        return List.copyOf(chance.shuffled(codes).subList(0, Math.min(size, codes.size())));
    }

    /** Whether a scenario may state the value in the field. */
    boolean may(Field field, Object value) {
        if (value == null || field.type() == ValueType.LIST) {
            return value == null ? !field.required() : value instanceof List;
        }
        if (value instanceof LocalDate date) {
            return field.type() == ValueType.DATE && Days.has(date);
        }
        if (value instanceof String text) {
            return field.type() == ValueType.TEXT
                    && (field.values().isEmpty() || field.values().contains(text))
                    && (field.named().isEmpty() || codes(field.named()).contains(text));
        }
        return !(value instanceof Number)
                || field.type().isNumber()
                        && (field.range() == null || field.range().has(Known.number(value)));
    }

    /** Lists that have the item, alone and among others. */
    List<Object> with(FactType type, Field field, Object item) {
        Set<Object> among = new LinkedHashSet<>((List<?>) any(type, field));
        among.add(item);
        return List.of(List.of(item), List.copyOf(among));
    }

    /** Values that stand close to one: itself, and what comes before and after it. */
    static List<Object> beside(Object value) {
        if (value instanceof LocalDate date) {
            return List.of(date, date.minusDays(1), date.plusDays(1));
        }
        if (value instanceof Long number) {
            return List.of(number, number - 1, number + 1);
        }
        if (value instanceof BigDecimal amount) {
            return List.of(amount, amount.subtract(CENT), amount.add(CENT));
        }
        return value instanceof Boolean flag ? List.of(flag, !flag) : List.of(value);
    }
}
