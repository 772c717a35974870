package io.charter.explain;

import io.charter.text.Data;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decisions as plain data, as they stand in JSON: maps, lists, texts, numbers and flags. */
public final class DecisionData {

    private DecisionData() {}

    /** What is decided of a scenario, with all its decisions: the document that {@code charter decide} writes. */
    public static Map<String, Object> of(DecisionDocument document) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("scenario", document.scenario());
        data.put("edition", document.edition());
        data.put("asOf", document.asOf().toString());
        data.put("rules", document.rules());
        data.put(
                "decisions", document.decisions().stream().map(DecisionData::of).toList());
        return data;
    }

    /** The decision with its keys in the order in which documents have them; those that may be left out are, when empty or not wanted. */
    public static Map<String, Object> of(Decision decision) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("question", decision.question());
        data.put("subject", decision.subject());
        data.put("outcome", decision.outcome());
        if (!decision.details().isEmpty()) {
            data.put("details", details(decision));
        }
        if (decision.rule() != null) {
            data.put("clause", decision.clause());
            data.put("rule", decision.rule());
        }
        if (decision.because() != null) {
            data.put("because", decision.because());
            data.put("uses", decision.uses());
            data.put("reliesOn", decision.reliesOn());
        }
        if (!decision.unverified().isEmpty()) {
            data.put("unverified", decision.unverified());
        }
        if (!decision.assumes().isEmpty()) {
            data.put("assumes", decision.assumes());
        }
        if (!decision.disregards().isEmpty()) {
            data.put(
                    "disregards",
                    decision.disregards().stream()
                            .map(d -> Data.map("fact", d.fact(), "because", d.because()))
                            .toList());
        }
        return data;
    }

    /** The details of a decision. */
    public static Map<String, Object> details(Decision decision) {
        Map<String, Object> details = new LinkedHashMap<>();
        decision.details().forEach((name, value) -> details.put(name, plain(value)));
        return details;
    }

    /** Dates as ISO texts, numbers as decimals without trailing zeros. */
    public static Object plain(Object value) {
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        if (value instanceof BigDecimal amount) {
            return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        }
        if (value instanceof Number count) {
            return BigDecimal.valueOf(count.longValue());
        }
        return value instanceof List<?> list
                ? list.stream().map(DecisionData::plain).toList()
                : value;
    }
}
