package io.charter.scenario;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.ValueType;
import io.charter.text.Data;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes the scenarios of an edition as a JSON Schema (2020-12), so that an editor completes and checks them. */
public final class ScenarioSchema {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final Edition edition;
    private final String language;

    private ScenarioSchema(Edition edition) {
        this.edition = edition;
        this.language = edition.languages().get(0);
    }

    /** The schema as plain data; its documentation is in the edition's first language. */
    public static Map<String, Object> of(Edition edition) {
        return new ScenarioSchema(edition).schema();
    }

    private Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("$schema", Data.map("type", "string"));
        properties.put("id", described("text that names the scenario", "type", "string", "minLength", BigDecimal.ONE));
        properties.put("title", described("a title for people", "type", "string"));
        properties.put("edition", described("the edition that decides", "const", edition.id()));
        properties.put("asOf", date("the date asked about: what happened later does not exist yet"));
        properties.put("source", described("where the scenario comes from", "type", "string"));
        properties.put("notes", described("remarks for readers", "type", List.of("string", "array")));
        properties.put("facts", facts());
        properties.put("expect", described("what a fixture expects to be decided", "type", "object"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        schema.put("title", edition.titles().get(language));
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", List.of("id", "edition", "asOf", "facts"));
        schema.put("additionalProperties", false);
        schema.put("$defs", definitions());
        return schema;
    }

    private Map<String, Object> facts() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (FactType type : edition.inputTypes()) {
            properties.put(
                    type.name(),
                    described(
                            type.docs().get(language),
                            "type",
                            "array",
                            "items",
                            Data.map("$ref", "#/$defs/" + type.name())));
        }
        return described(
                "what happened, by fact type",
                "type",
                "object",
                "properties",
                properties,
                "additionalProperties",
                false);
    }

    private Map<String, Object> definitions() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        edition.names().lists().forEach((list, names) -> {
            List<Object> codes = new ArrayList<>();
            names.forEach((code, name) -> codes.add(described(name.get(language).text(), "const", code)));
            definitions.put(list, Data.map("oneOf", codes));
        });
        edition.inputTypes().forEach(type -> definitions.put(type.name(), fact(type)));
        return definitions;
    }

    private Map<String, Object> fact(FactType type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        Map<Field.Only, List<Field>> byKind = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            properties.put(field.name(), field(field));
            if (field.only() != null) {
                byKind.computeIfAbsent(field.only(), k -> new ArrayList<>()).add(field);
            } else if (field.required()) {
                required.add(field.name());
            }
        }
        properties.put("source", described("where this is known from", "type", "string"));
        properties.put("note", described("a remark", "type", "string"));
        properties.put(
                "assumed",
                described("why the scenario takes this as given though no source says so", "type", "string"));
        Map<String, Object> fact = described(type.docs().get(language), "type", "object", "properties", properties);
        if (!required.isEmpty()) {
            fact.put("required", required);
        }
        fact.put("additionalProperties", false);
        if (!byKind.isEmpty()) {
            fact.put(
                    "allOf",
                    byKind.entrySet().stream()
                            .map(e -> kind(e.getKey(), e.getValue()))
                            .toList());
        }
        return fact;
    }

    /** Facts of the kind have these fields; others have none of them. */
    private static Map<String, Object> kind(Field.Only only, List<Field> fields) {
        Map<String, Object> none = new LinkedHashMap<>();
        fields.forEach(field -> none.put(field.name(), false));
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put(
                "if",
                Data.map(
                        "properties",
                        Data.map(only.field(), Data.map("const", only.value())),
                        "required",
                        List.of(only.field())));
        condition.put(
                "then",
                Data.map(
                        "required",
                        fields.stream().filter(Field::required).map(Field::name).toList()));
        condition.put("else", Data.map("properties", none));
        return condition;
    }

    private Map<String, Object> field(Field field) {
        Map<String, Object> schema = field.type() == ValueType.LIST
                ? described(field.docs().get(language), "type", "array", "items", value(field, field.each()))
                : withDescription(field.docs().get(language), value(field, field.type()));
        if (field.defaultValue() != null) {
            Object value = field.defaultValue();
            schema.put("default", value instanceof Long count ? BigDecimal.valueOf(count) : value);
        }
        return schema;
    }

    private Map<String, Object> value(Field field, ValueType type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (type) {
            case DATE -> schema.putAll(date(null));
            case FLAG -> schema.put("type", "boolean");
            case AMOUNT, COUNT -> {
                schema.put("type", type == ValueType.COUNT ? "integer" : "number");
                if (type == ValueType.COUNT) {
                    schema.put("minimum", ValueReader.MOST_WHOLE.negate());
                    schema.put("maximum", ValueReader.MOST_WHOLE);
                }
                if (field.range() != null) {
                    schema.put(
                            field.range().exclusive() ? "exclusiveMinimum" : "minimum",
                            field.range().least());
                }
                if (field.range() != null && field.range().most() != null) {
                    schema.put("maximum", field.range().most());
                }
            }
            case TEXT -> text(field, schema);
            case LIST -> throw new IllegalStateException("lists of lists are not declared");
        }
        return schema;
    }

    private void text(Field field, Map<String, Object> schema) {
        if (!field.values().isEmpty()) {
            schema.put("enum", field.values());
        } else if (!field.named().isEmpty()) {
            List<Object> choices = new ArrayList<>();
            for (String item : field.named()) {
                int dot = item.indexOf('.');
                choices.add(dot < 0 ? Data.map("$ref", "#/$defs/" + item) : Data.map("const", item.substring(dot + 1)));
            }
            schema.put("anyOf", choices);
        } else {
            schema.put("type", "string");
            schema.put("minLength", BigDecimal.ONE);
        }
    }

    private static Map<String, Object> date(String description) {
        Map<String, Object> date = new LinkedHashMap<>();
        date.put("type", "string");
        date.put("format", "date");
        date.put("pattern", "^(19[0-9]{2}|[2-8][0-9]{3}|9000)-[0-9]{2}-[0-9]{2}$");
        return withDescription(description, date);
    }

    private static Map<String, Object> described(String description, Object... keysAndValues) {
        return withDescription(description, Data.map(keysAndValues));
    }

    private static Map<String, Object> withDescription(String description, Map<String, Object> schema) {
        if (description == null) {
            return schema;
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("description", description);
        all.putAll(schema);
        return all;
    }
}
