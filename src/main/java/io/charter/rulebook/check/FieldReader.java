package io.charter.rulebook.check;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Range;
import io.charter.rulebook.model.ValueType;
import io.charter.rulebook.syntax.Syntax.Declare;
import io.charter.rulebook.syntax.Syntax.FieldText;
import io.charter.rulebook.syntax.Syntax.Literal;
import io.charter.text.Near;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds fields from their declarations and annotations. */
final class FieldReader {

    private static final Set<String> FLAGS = Set.of("key", "subject", "question", "event", "along", "optional");
    private static final Set<String> VALUES = Set.of("values", "named", "refers", "range", "each", "only");

    private final Map<String, Declare> declares;
    private final Set<String> languages;
    private final List<Problem> problems;

    /** @param declares all declarations of the edition, by name */
    FieldReader(Map<String, Declare> declares, Set<String> languages, List<Problem> problems) {
        this.declares = declares;
        this.languages = languages;
        this.problems = problems;
    }

    /** The field; what is wrong with its declaration is added to the problems. */
    Field field(FieldText text, FactType.Kind kind) {
        Annotations annotations = new Annotations(text.annotations(), FLAGS, VALUES, languages, problems);
        ValueType type = valueType(text.type(), text.at());
        Field field = new Field(
                text.name(),
                type,
                defaultValue(text, type),
                annotations.has("optional"),
                annotations.has("key"),
                annotations.has("subject"),
                annotations.has("question"),
                annotations.has("event"),
                annotations.has("along"),
                annotations.values("values"),
                annotations.values("named"),
                reference(annotations, text.at()),
                range(annotations, text.at()),
                each(annotations, type, text.at()),
                only(annotations, text.at()),
                annotations.texts(),
                text.at());
        if ((field.event() || field.along()) && type != ValueType.DATE) {
            problem(
                    "wrong_type",
                    "field " + text.name() + " has to be a LocalDate: it is a date that the engine goes by",
                    text.at());
        }
        if (field.defaultValue() instanceof String value
                && !field.values().isEmpty()
                && !field.values().contains(value)) {
            problem(
                    "unknown_value",
                    "the default \"" + value + "\" is none of the values of " + text.name()
                            + Near.hint(value, field.values()),
                    text.at());
        }
        if (field.key() && kind != FactType.Kind.DERIVED) {
            problem(
                    "annotation",
                    "only derived facts have a @key; say what no two stated facts may share with @identity at the type",
                    text.at());
        }
        return field;
    }

    private ValueType valueType(String name, Position at) {
        return ValueType.ofDrl(name).orElseGet(() -> {
            List<String> known =
                    Arrays.stream(ValueType.values()).map(ValueType::drl).toList();
            problem(
                    "unknown_type",
                    "unknown type " + name + "; a field is one of " + String.join(", ", known) + Near.hint(name, known),
                    at);
            return ValueType.TEXT;
        });
    }

    private Object defaultValue(FieldText text, ValueType type) {
        Literal literal = text.defaultValue();
        if (literal == null) {
            return null;
        }
        Object value = switch (type) {
            case TEXT -> literal.value() instanceof String s ? s : null;
            case FLAG -> literal.value() instanceof Boolean b ? b : null;
            case COUNT -> literal.value() instanceof BigDecimal n && n.scale() <= 0 ? n.longValue() : null;
            case AMOUNT, DATE, LIST -> null;
        };
        if (value == null) {
            problem(
                    "wrong_type",
                    "the default of " + text.name() + " has to be " + type.shown() + ", written in the declaration",
                    literal.at());
        }
        return value;
    }

    private Field.Reference reference(Annotations annotations, Position at) {
        String refers = annotations.value("refers");
        if (refers == null) {
            return null;
        }
        String[] parts = refers.strip().split("\\.");
        Declare target = declares.get(parts[0]);
        if (parts.length != 2
                || target == null
                || target.fields().stream().noneMatch(f -> f.name().equals(parts[1]))) {
            problem(
                    "unknown_field",
                    "@refers names a field of a fact type, written Type.field; there is no " + refers
                            + Near.hint(parts[0], declares.keySet()),
                    annotations.at("refers", at));
            return null;
        }
        return new Field.Reference(parts[0], parts[1]);
    }

    private Range range(Annotations annotations, Position at) {
        String range = annotations.value("range");
        if (range == null) {
            return null;
        }
        return Range.parse(range).orElseGet(() -> {
            problem("annotation", "@range is written as \"> 0\", \">= 0\" or \"1..13\"", annotations.at("range", at));
            return null;
        });
    }

    private ValueType each(Annotations annotations, ValueType type, Position at) {
        String each = annotations.value("each");
        if ((each == null) == (type == ValueType.LIST)) {
            problem("annotation", "a List, and nothing else, says with @each( \"String\" ) what its items are", at);
        }
        return each == null ? null : valueType(each.strip(), annotations.at("each", at));
    }

    private Field.Only only(Annotations annotations, Position at) {
        String only = annotations.value("only");
        if (only == null) {
            return null;
        }
        String[] parts = only.split("=");
        if (parts.length != 2) {
            problem("annotation", "@only is written as \"field = value\"", annotations.at("only", at));
            return null;
        }
        return new Field.Only(parts[0].strip(), parts[1].strip());
    }

    private void problem(String code, String message, Position at) {
        problems.add(Problem.of(code, message, at));
    }
}
