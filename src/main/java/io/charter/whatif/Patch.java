package io.charter.whatif;

import io.charter.rulebook.model.Field;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes of a scenario as a JSON Patch (RFC 6902) on its document.
 *
 * @param operations plain JSON data: op, path, value
 */
public record Patch(List<Map<String, Object>> operations) {

    /** The operations for changes that touch different facts; facts are taken away last, and from the end. */
    static Patch of(List<Change> changes, Scenario scenario) {
        List<Map<String, Object>> operations = new ArrayList<>();
        Map<String, Integer> added = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.Replaced replaced) {
                operations.add(replaced(replaced, scenario));
            } else if (change instanceof Change.Added plus) {
                boolean some = scenario.document().get("facts").get(plus.type().name()) != null
                        || added.merge(plus.type().name(), 1, Integer::sum) > 1;
                Object fact = data(plus);
                operations.add(
                        some
                                ? operation("add", "/facts/" + plus.type().name() + "/-", fact)
                                : operation("add", "/facts/" + plus.type().name(), List.of(fact)));
            }
        }
        changes.stream()
                .filter(Change.Removed.class::isInstance)
                .map(Change::touched)
                .sorted(Comparator.comparingInt(Fact::index).reversed())
                .forEach(fact -> operations.add(operation("remove", fact.pointer(), null)));
        return new Patch(operations);
    }

    private static Map<String, Object> replaced(Change.Replaced change, Scenario scenario) {
        Fact fact = change.fact();
        boolean written = scenario.document()
                        .get("facts")
                        .get(fact.type().name())
                        .items()
                        .get(fact.index())
                        .get(change.field().name())
                != null;
        return operation(
                written ? "replace" : "add",
                fact.pointer() + "/" + change.field().name(),
                data(change.value()));
    }

    /** The fact as a scenario writes it, without what its fields are by default. */
    private static Map<String, Object> data(Change.Added added) {
        Map<String, Object> fact = new LinkedHashMap<>();
        for (Field field : added.type().fields()) {
            Object value = added.values().get(field.name());
            if (value != null && !value.equals(field.defaultValue())) {
                fact.put(field.name(), data(value));
            }
        }
        return fact;
    }

    private static Object data(Object value) {
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        if (value instanceof Long count) {
            return BigDecimal.valueOf(count);
        }
        return value instanceof List<?> list ? list.stream().map(Patch::data).toList() : value;
    }

    private static Map<String, Object> operation(String op, String path, Object value) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("op", op);
        operation.put("path", path);
        if (value != null) {
            operation.put("value", value);
        }
        return operation;
    }

    /** A scenario, as plain JSON data, after the patch. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> applied(Map<String, Object> scenario) {
        Map<String, Object> after = new LinkedHashMap<>(scenario);
        Map<String, Object> facts = new LinkedHashMap<>((Map<String, Object>) scenario.get("facts"));
        after.put("facts", facts);
        for (Map<String, Object> operation : operations) {
            String[] path = ((String) operation.get("path")).split("/");
            String type = path[2];
            if (path.length == 3) {
                facts.put(type, operation.get("value"));
                continue;
            }
            List<Object> list = new ArrayList<>((List<Object>) facts.get(type));
            facts.put(type, list);
            if (path[3].equals("-")) {
                list.add(operation.get("value"));
            } else if (path.length == 4) {
                list.remove(Integer.parseInt(path[3]));
            } else {
                int index = Integer.parseInt(path[3]);
                Map<String, Object> fact = new LinkedHashMap<>((Map<String, Object>) list.get(index));
                fact.put(path[4], operation.get("value"));
                list.set(index, fact);
            }
        }
        return after;
    }
}
