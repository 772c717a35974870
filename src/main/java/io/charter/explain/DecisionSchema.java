package io.charter.explain;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.ValueType;
import io.charter.text.Data;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes the decision documents of an edition as a JSON Schema (2020-12), with the details of every outcome. */
public final class DecisionSchema {

    private static final Map<String, Object> TEXT = Data.map("type", "string");
    private static final Map<String, Object> TEXTS = Data.map("type", "array", "items", TEXT);

    private DecisionSchema() {}

    /** The schema as plain data: of a document with decisions, or of one with an error. */
    public static Map<String, Object> of(Edition edition) {
        Map<String, Object> decided = new LinkedHashMap<>();
        decided.put("scenario", TEXT);
        decided.put("edition", Data.map("const", edition.id()));
        decided.put("asOf", Data.map("type", "string", "format", "date"));
        decided.put("rules", Data.map("type", "string", "pattern", "^sha256:[0-9a-f]{64}$"));
        decided.put("decisions", Data.map("type", "array", "items", Data.map("$ref", "#/$defs/decision")));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", edition.titles().get(edition.languages().get(0)));
        schema.put(
                "oneOf", List.of(object(decided, List.copyOf(decided.keySet())), Data.map("$ref", "#/$defs/failure")));
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("decision", decision(edition));
        definitions.put("failure", failure());
        definitions.put("problem", problem());
        schema.put("$defs", definitions);
        return schema;
    }

    private static Map<String, Object> decision(Edition edition) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "question", Data.map("enum", List.copyOf(edition.questions().keySet())));
        properties.put("subject", TEXT);
        properties.put("outcome", TEXT);
        properties.put("details", Data.map("type", "object"));
        properties.put("clause", Data.map("type", List.of("string", "null")));
        properties.put("rule", TEXT);
        properties.put("because", TEXT);
        properties.put("uses", TEXTS);
        properties.put("reliesOn", TEXTS);
        properties.put("unverified", TEXTS);
        properties.put("assumes", TEXTS);
        properties.put(
                "disregards",
                Data.map(
                        "type",
                        "array",
                        "items",
                        object(Data.map("fact", TEXT, "because", TEXT), List.of("because", "fact"))));
        Map<String, Object> decision = object(properties, List.of("question", "subject", "outcome"));
        // With less of an explanation (Explaining) some keys are not there, but never one without its like.
        decision.put(
                "dependentRequired",
                Data.map(
                        "clause", List.of("rule"),
                        "rule", List.of("clause"),
                        "because", List.of("clause", "rule", "uses", "reliesOn"),
                        "uses", List.of("because"),
                        "reliesOn", List.of("because")));
        List<Object> outcomes = new ArrayList<>();
        edition.questions()
                .values()
                .forEach(question -> question.outcomes()
                        .keySet()
                        .forEach(outcome -> outcomes.add(outcome(edition, question.name(), outcome))));
        decision.put("oneOf", outcomes);
        return decision;
    }

    /** One outcome of a question, with exactly its details. */
    private static Map<String, Object> outcome(Edition edition, String question, String outcome) {
        FactType type = edition.types().values().stream()
                .filter(t -> t.answers() != null
                        && t.answers().outcome().equals(outcome)
                        && (t.answers().anyQuestion() || t.answers().question().equals(question)))
                .findFirst()
                .orElseThrow();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("question", Data.map("const", question));
        properties.put("outcome", Data.map("const", outcome));
        List<String> required = new ArrayList<>(properties.keySet());
        Map<String, Object> details = new LinkedHashMap<>();
        type.details().forEach(field -> details.put(field.name(), value(field)));
        if (details.isEmpty()) {
            properties.put("details", false);
        } else {
            properties.put("details", object(details, List.copyOf(details.keySet())));
            required.add("details");
        }
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("properties", properties);
        one.put("required", required);
        return one;
    }

    private static Map<String, Object> value(Field field) {
        if (field.type() == ValueType.LIST) {
            return Data.map("type", "array");
        }
        return switch (field.type()) {
            case DATE -> Data.map("type", "string", "format", "date");
            case FLAG -> Data.map("type", "boolean");
            case COUNT -> Data.map("type", "integer");
            case AMOUNT -> Data.map("type", "number");
            default -> field.values().isEmpty() ? TEXT : Data.map("enum", field.values());
        };
    }

    private static Map<String, Object> failure() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("scenario", Data.map("type", List.of("string", "null")));
        properties.put("file", TEXT);
        properties.put("line", Data.map("type", "integer"));
        properties.put("error", Data.map("$ref", "#/$defs/problem"));
        return object(properties, List.of("scenario", "file", "error"));
    }

    private static Map<String, Object> problem() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("code", TEXT);
        properties.put("message", TEXT);
        properties.put("pointer", TEXT);
        properties.put("line", Data.map("type", "integer"));
        properties.put("column", Data.map("type", "integer"));
        properties.put("also", Data.map("type", "array", "items", Data.map("$ref", "#/$defs/problem")));
        return object(properties, List.of("code", "message"));
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", required);
        object.put("additionalProperties", false);
        return object;
    }
}
