package io.charter.whatif;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.ValueType;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Single changes of a scenario made without any knowledge of rules: with every value of the kind that the scenario has, and more. */
final class BruteForce {

    private static final int MOST_ADDED_OF_A_TYPE = 3000;

    private final Scenario scenario;
    private final Set<Object> dates = new LinkedHashSet<>();

    private BruteForce(Scenario scenario) {
        this.scenario = scenario;
        dates.add(scenario.asOf());
        scenario.facts()
                .forEach(fact -> fact.values().values().forEach(value -> {
                    if (value instanceof LocalDate date) {
                        dates.add(date);
                    }
                }));
    }

    static List<Change> changes(Scenario scenario) {
        BruteForce force = new BruteForce(scenario);
        List<Change> changes = new ArrayList<>();
        for (Fact fact : scenario.facts()) {
            changes.add(new Change.Removed(fact));
            for (Field field : fact.type().fields()) {
                for (Object value : force.values(field, true)) {
                    if (!value.equals(fact.values().get(field.name()))) {
                        changes.add(new Change.Replaced(fact, field, value));
                    }
                }
            }
        }
        scenario.edition().inputTypes().forEach(type -> force.added(type, changes));
        return changes;
    }

    private void added(FactType type, List<Change> changes) {
        List<Map<String, Object>> facts = new ArrayList<>(List.of(Map.of()));
        for (Field field : type.fields()) {
            if (field.only() != null) {
                continue;
            }
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> fact : facts) {
                for (Object value : values(field, false)) {
                    if (more.size() < MOST_ADDED_OF_A_TYPE) {
                        Map<String, Object> longer = new HashMap<>(fact);
                        longer.put(field.name(), value);
                        more.add(longer);
                    }
                }
            }
            facts = more;
        }
        facts.forEach(fact -> changes.add(new Change.Added(type, fact)));
    }

    private Set<Object> values(Field field, boolean many) {
        Set<Object> values = new LinkedHashSet<>();
        if (field.type() == ValueType.FLAG) {
            values.addAll(List.of(true, false));
        } else if (field.type() == ValueType.DATE) {
            dates.forEach(date -> around((LocalDate) date, many, values));
        } else if (field.type() == ValueType.AMOUNT) {
            for (String amount : List.of("0.01", "1", "500000000", "1000000000", "1000000000.01", "3000000000")) {
                values.add(new BigDecimal(amount).stripTrailingZeros());
            }
        } else if (field.type() == ValueType.TEXT) {
            values.addAll(field.values());
            if (field.values().isEmpty()) {
                scenario.facts()
                        .forEach(fact -> fact.type().fields().stream()
                                .filter(f ->
                                        f.type() == ValueType.TEXT && f.values().isEmpty())
                                .filter(f ->
                                        !f.named().isEmpty() == !field.named().isEmpty())
                                .forEach(f -> values.add(fact.values().get(f.name()))));
                values.remove(null);
                if (!field.named().isEmpty()) {
                    values.retainAll(scenario.edition().names().codes(field.named()));
                }
            }
        } else if (field.type() == ValueType.LIST) {
            values.add(List.of());
            field.values().forEach(value -> values.add(List.of(value)));
        }
        return values;
    }

    private static void around(LocalDate date, boolean many, Set<Object> values) {
        values.add(date);
        for (int years = -3; years <= 3 && many; years++) {
            for (int days = -1; days <= 1; days++) {
                values.add(date.plusYears(years).plusDays(days));
            }
        }
    }
}
