package io.charter.quality;

import io.charter.explain.Decision;
import io.charter.explain.DecisionData;
import io.charter.explain.DecisionDocument;
import io.charter.text.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Holds decisions against what a fixture expects, and says what differs and by which rule. */
final class Comparison {

    private final List<String> differences = new ArrayList<>();

    private Comparison() {}

    /** What differs, a line or two each; empty where all is as expected. */
    static List<String> differences(Expectation expected, DecisionDocument document) {
        Comparison comparison = new Comparison();
        Map<String, Decision> found = new LinkedHashMap<>();
        document.decisions().forEach(d -> found.put(d.key(), d));
        for (Map<String, Object> wanted : expected.decisions()) {
            String key = wanted.get("question") + ":" + wanted.get("subject");
            Decision decision = found.remove(key);
            if (decision == null) {
                comparison.differences.add(key + ": expected " + wanted.get("outcome") + ", but nothing was decided");
            } else {
                comparison.compare(key, wanted, decision);
            }
        }
        if (expected.all()) {
            found.forEach((key, decision) -> comparison.differences.add(
                    key + ": not expected, but decided " + decision.outcome() + reason(decision)));
        }
        return comparison.differences;
    }

    private void compare(String key, Map<String, Object> wanted, Decision decision) {
        Map<String, Object> got = DecisionData.of(decision);
        List<String> unequal = new ArrayList<>();
        wanted.forEach((name, value) -> {
            Object other = got.getOrDefault(
                    name, name.equals("details") ? Map.of() : name.equals("clause") ? null : List.of());
            if (!same(value, other)) {
                unequal.add(name + " expected " + shown(value) + ", got " + shown(other));
            }
        });
        if (wanted.get("details") == null && got.get("details") != null && wanted.containsKey("clause")) {
            unequal.add("details expected none, got " + shown(got.get("details")));
        }
        if (!unequal.isEmpty()) {
            differences.add(key + ": " + String.join("; ", unequal) + reason(decision));
        }
    }

    private static String reason(Decision decision) {
        return "\n      by rule \"" + decision.rule() + "\": " + decision.because();
    }

    /** Whether two values say the same: numbers by their value, maps whatever the order of their keys. */
    static boolean same(Object one, Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet()) && a.keySet().stream().allMatch(k -> same(a.get(k), b.get(k)));
        }
        if (one instanceof List<?> a && other instanceof List<?> b) {
            boolean equal = a.size() == b.size();
            for (int i = 0; equal && i < a.size(); i++) {
                equal = same(a.get(i), b.get(i));
            }
            return equal;
        }
        return Objects.equals(one, other);
    }

    private static String shown(Object value) {
        return value == null ? "none" : value instanceof String text ? text : JsonText.line(value);
    }
}
