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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds fields from their declarations and annotations. */
final class FieldReader {

    private static final Set<String> FLAGS = Set.of("key", "subject", "question", "event", "along", "optional");
    private static final Set<String> VALUES = Set.of("values", "named", "refers", "range", "each", "only");

    private final References references;
    private final Map<Field, Annotations> read = new HashMap<>();
    private final Set<String> languages;
    private final List<Problem> problems;

    /** @param declares all declarations of the edition, by name */
    FieldReader(Map<String, Declare> declares, Set<String> languages, List<Problem> problems) {
        this.references = new References(declares, problems);
        this.languages = languages;
        this.problems = problems;
    }

    /** The field; what is wrong with its declaration is added to the problems. Its type is null where that is unknown. */
    Field field(FieldText text, FactType.Kind kind) {
        Annotations annotations = new Annotations(text.annotations(), FLAGS, VALUES, languages, problems);
        ValueType type = ValueType.ofDrl(text.type()).orElse(null);
        if (type == null) {
            problem("unknown_type", "unknown type " + text.type() + TypeHints.ofField(text.type()), text.typeAt());
        }
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
        read.put(field, annotations);
        check(field, text, annotations, kind);
        return field;
    }

    /** Whether the field has, or probably was meant to have, an annotation that could not be understood. */
    boolean doubtful(Field field, String annotation) {
        return read.get(field).doubtful(annotation);
    }

    private void check(Field field, FieldText text, Annotations annotations, FactType.Kind kind) {
        String nameFault = Naming.fieldFault(field.name(), kind == FactType.Kind.INPUT);
        if (nameFault != null) {
            problem("name", nameFault, text.at());
        }
        if (field.type() != null) {
            kinds(field, annotations);
        }
        if (field.defaultValue() instanceof String value
                && !field.values().isEmpty()
                && !field.values().contains(value)) {
            String hint = Near.hint(value, field.values());
            problem(
                    "unknown_value",
                    "the default \"" + value + "\" is none of the values of " + text.name()
                            + (hint.isEmpty() ? "; expected one of " + String.join(", ", field.values()) : hint),
                    text.defaultValue().at());
        }
        if (field.key() && kind != FactType.Kind.DERIVED) {
            problem(
                    "annotation",
                    "only derived facts have a @key; say what no two stated facts may share with @identity at the type",
                    text.at());
        }
    }

    /** Annotations that make sense on some types of values alone. */
    private void kinds(Field field, Annotations annotations) {
        ValueType item = field.type() == ValueType.LIST ? field.each() : field.type();
        if ((field.event() || field.along()) && field.type() != ValueType.DATE) {
            problem(
                    "wrong_type",
                    "field " + field.name() + " has to be a LocalDate: it is a date that the engine goes by",
                    field.at());
        }
        if (item == null) {
            return;
        }
        String is = field.type() == ValueType.LIST ? "each of " + field.name() : field.name();
        if (field.range() != null && !item.isNumber()) {
            problem(
                    "wrong_type",
                    "@range is for numbers; " + is + " is " + item.shown(),
                    annotations.at("range", field.at()));
        }
        for (String forTexts : List.of("values", "named")) {
            if (annotations.value(forTexts) != null && item != ValueType.TEXT) {
                problem(
                        "wrong_type",
                        "@" + forTexts + " is for texts; " + is + " is " + item.shown(),
                        annotations.at(forTexts, field.at()));
            }
        }
    }

    private Object defaultValue(FieldText text, ValueType type) {
        Literal literal = text.defaultValue();
        if (literal == null || type == null) {
            return null;
        }
        if (type == ValueType.AMOUNT || type == ValueType.DATE || type == ValueType.LIST) {
            problem(
                    "wrong_type",
                    Expressions.shown(type) + " has no default; mark " + text.name()
                            + " as @optional, or take the default out",
                    literal.at());
            return null;
        }
        Object value = switch (type) {
            case TEXT -> literal.value() instanceof String s ? s : null;
            case FLAG -> literal.value() instanceof Boolean b ? b : null;
            default -> literal.value() instanceof BigDecimal n && n.scale() <= 0 ? n.longValue() : null;
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
        return refers == null ? null : references.read(refers, annotations.at("refers", at));
    }

    private Range range(Annotations annotations, Position at) {
        String range = annotations.value("range");
        if (range == null) {
            return null;
        }
        Range read = Range.parse(range).orElse(null);
        if (read == null) {
            problem("annotation", "@range is written as \"> 0\", \">= 0\" or \"1..13\"", annotations.at("range", at));
        } else if (read.most() != null && read.most().compareTo(read.least()) < 0) {
            problem(
                    "annotation",
                    "@range goes from the least to the greatest, " + read.most() + ".." + read.least(),
                    annotations.at("range", at));
        }
        return read;
    }

    private ValueType each(Annotations annotations, ValueType type, Position at) {
        String each = annotations.value("each");
        if (type != null && annotations.hasOrMeans("each") != (type == ValueType.LIST)) {
            problem("annotation", "a List, and nothing else, says with @each( \"String\" ) what its items are", at);
        }
        if (each == null || type != ValueType.LIST) {
            return null;
        }
        ValueType item = ValueType.ofDrl(each.strip()).orElse(null);
        if (item == null || item == ValueType.LIST) {
            problem(
                    "unknown_type",
                    (item == null ? "unknown type " + each.strip() + TypeHints.ofItem(each.strip()) + "; " : "")
                            + "the items of a List are String, LocalDate, BigDecimal, long or boolean",
                    annotations.at("each", at));
            return null;
        }
        return item;
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
