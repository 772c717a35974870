package io.charter.generate;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Makes valid scenarios from the vocabulary and the constants of the rules alone; the same seed gives the same scenarios. */
public final class Generator {

    private final Edition edition;
    private final Random random;
    private final Map<String, Set<Object>> constants = new LinkedHashMap<>();
    private List<String> cast;
    private List<LocalDate> days;

    public Generator(Edition edition, long seed) {
        this.edition = edition;
        this.random = new Random(seed);
        for (Rule rule : edition.rules()) {
            rule.when().forEach(condition -> condition.pattern().constraints().forEach(this::learn));
            rule.when().stream()
                    .filter(Condition.Accumulation.class::isInstance)
                    .map(Condition.Accumulation.class::cast)
                    .forEach(a -> a.constraints().forEach(this::learn));
        }
    }

    /** What values rules compare a field with. */
    private void learn(Constraint constraint) {
        if (constraint instanceof Constraint.Comparison comparison) {
            learn(comparison.left(), comparison.right());
        } else if (constraint instanceof Constraint.Choice choice) {
            choice.choices().forEach(c -> learn(choice.value(), c));
        }
    }

    private void learn(Expression asked, Expression constant) {
        Field field = asked.origin();
        if (field != null && constant instanceof Expression.Constant known && known.value() != null) {
            constants.computeIfAbsent(field.name(), k -> new TreeSet<>()).add(known.value());
        }
        // What an accumulate sums is asked about through its result.
        if (field == null
                && asked instanceof Expression.Bound
                && constant instanceof Expression.Constant known
                && known.value() instanceof Long) {
            constants.computeIfAbsent("", k -> new TreeSet<>()).add(known.value());
        }
    }

    /** The next scenario, as plain JSON data. */
    public Map<String, Object> next(String id) {
        cast = new ArrayList<>();
        days = days();
        Map<String, Object> facts = new LinkedHashMap<>();
        List<FactType> types = new ArrayList<>(edition.inputTypes());
        // Types that others refer to come first; the order of the vocabulary has it so.
        for (FactType type : types) {
            int count = type.fields().stream().anyMatch(f -> f.refers() != null)
                    ? random.nextInt(8)
                    : random.nextInt(3) * random.nextInt(4);
            List<Object> list = new ArrayList<>();
            Set<List<Object>> identities = new HashSet<>();
            for (int i = 0; i < count; i++) {
                Map<String, Object> fact = fact(type, i, facts);
                if (fact == null) {
                    continue;
                }
                List<Object> identity = new ArrayList<>();
                type.identity().forEach(name -> identity.add(fact.get(name)));
                if (identity.isEmpty() || identities.add(identity)) {
                    list.add(fact);
                }
            }
            if (!list.isEmpty()) {
                facts.put(type.name(), list);
            }
        }
        Map<String, Object> scenario = new LinkedHashMap<>();
        scenario.put("id", id);
        scenario.put("edition", edition.id());
        scenario.put("asOf", day().toString());
        scenario.put("facts", facts);
        return scenario;
    }

    /** A few days and their neighbours, and the same some years on. */
    private List<LocalDate> days() {
        List<LocalDate> found = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            LocalDate base = random.nextInt(6) == 0
                    ? LocalDate.of(2028, 2, 29)
                    : LocalDate.of(2026, 1, 10).plusDays(random.nextInt(30));
            for (int years : new int[] {0, 0, 0, 1, 2, 3, 3}) {
                found.add(base.plusYears(years).plusDays(random.nextInt(3) - 1));
            }
        }
        return found;
    }

    private LocalDate day() {
        return days.get(random.nextInt(days.size()));
    }

    private Map<String, Object> fact(FactType type, int index, Map<String, Object> facts) {
        Map<String, Object> fact = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            boolean leaveOut = !field.required() && random.nextInt(3) > 0;
            boolean other = field.only() != null
                    && !field.only().value().equals(valueOf(type, field.only().field(), fact));
            if (leaveOut || other) {
                continue;
            }
            Object value = value(field, type.name().charAt(0) + "-" + index, facts);
            if (value == null) {
                return null;
            }
            fact.put(field.name(), value);
        }
        return fact;
    }

    private static Object valueOf(FactType type, String field, Map<String, Object> fact) {
        return fact.getOrDefault(field, type.field(field).orElseThrow().defaultValue());
    }

    private Object value(Field field, String id, Map<String, Object> facts) {
        if (field.type() == ValueType.LIST) {
            List<Object> items = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(value(field, field.each(), id, facts));
            }
            return items.stream().distinct().toList();
        }
        return value(field, field.type(), id, facts);
    }

    private Object value(Field field, ValueType type, String id, Map<String, Object> facts) {
        return switch (type) {
            case DATE -> day().toString();
            case FLAG -> random.nextBoolean();
            case COUNT -> field.range() == null ? BigDecimal.valueOf(random.nextInt(5)) : between(field);
            case AMOUNT -> amount();
            default -> text(field, id, facts);
        };
    }

    private BigDecimal between(Field field) {
        int least = field.range().least().intValue();
        int most =
                field.range().most() == null ? least + 10 : field.range().most().intValue();
        return BigDecimal.valueOf(least + random.nextInt(most - least + 1));
    }

    /** Around the amounts that rules compare with, halves of them, and anything. */
    private BigDecimal amount() {
        List<Object> large = constants.getOrDefault("", Set.of()).stream()
                .filter(c -> (Long) c > 1000)
                .toList();
        if (large.isEmpty() || random.nextInt(4) == 0) {
            return BigDecimal.valueOf(1 + random.nextInt(1_000_000_000), 2);
        }
        BigDecimal threshold = BigDecimal.valueOf((Long) large.get(random.nextInt(large.size())));
        BigDecimal base = random.nextBoolean() ? threshold : threshold.divide(BigDecimal.valueOf(2));
        return base.add(BigDecimal.valueOf(random.nextInt(3) - 1L, 2));
    }

    private Object text(Field field, String id, Map<String, Object> facts) {
        if (!field.values().isEmpty()) {
            return pick(field.values());
        }
        if (field.refers() != null) {
            List<?> there = (List<?>) facts.getOrDefault(field.refers().type(), List.of());
            return there.isEmpty()
                    ? null
                    : ((Map<?, ?>) pick(there)).get(field.refers().field());
        }
        if (!field.named().isEmpty()) {
            return name(field);
        }
        if (field.name().equals("id")) {
            return id;
        }
        List<Object> texts = new ArrayList<>(constants.getOrDefault(field.name(), Set.of()).stream()
                .filter(String.class::isInstance)
                .toList());
        texts.addAll(List.of("Someone", "Somebody Else"));
        return pick(texts);
    }

    /** One of a few names of the field's lists, those that rules name the most often. */
    private Object name(Field field) {
        List<Object> known = constants.getOrDefault(field.name(), Set.of()).stream()
                .filter(edition.names().codes(field.named())::contains)
                .toList();
        if (!known.isEmpty() && random.nextInt(4) > 0) {
            return pick(known);
        }
        List<String> codes = List.copyOf(edition.names().codes(field.named()));
        List<String> few = cast.stream().filter(codes::contains).toList();
        if (few.size() < 4) {
            cast.add(pick(codes));
            return cast.get(cast.size() - 1);
        }
        return pick(few);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
