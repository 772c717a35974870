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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds the fact types of an edition from its declarations. */
final class Vocabulary {

    private static final Set<String> TYPE_FLAGS = Set.of("input", "today");
    private static final Set<String> TYPE_VALUES = Set.of("identity", "answers");
    private static final Set<String> FIELD_FLAGS = Set.of("key", "subject", "question", "event", "along", "optional");
    private static final Set<String> FIELD_VALUES = Set.of("values", "named", "refers", "range", "each", "only");

    private final Map<String, Declare> declares = new LinkedHashMap<>();
    private final Map<String, FactType> types = new LinkedHashMap<>();
    private final Set<String> underway = new HashSet<>();
    private final Set<String> languages;
    private final List<Problem> problems;

    private Vocabulary(List<String> languages, List<Problem> problems) {
        this.languages = new LinkedHashSet<>(languages);
        this.problems = problems;
    }

    /** The fact types by name, in the order of declaration; what is wrong is added to the problems. */
    static Map<String, FactType> types(List<Declare> declares, List<String> languages, List<Problem> problems) {
        Vocabulary vocabulary = new Vocabulary(languages, problems);
        for (Declare declare : declares) {
            Declare first = vocabulary.declares.putIfAbsent(declare.name(), declare);
            if (first != null) {
                vocabulary.problem("duplicate", "fact type " + declare.name() + " is declared twice, first at " + first.at() + "; rename one", declare.at());
            }
        }
        vocabulary.declares.values().forEach(vocabulary::type);
        Map<String, FactType> inOrder = new LinkedHashMap<>();
        vocabulary.declares.keySet().forEach(name -> inOrder.put(name, vocabulary.types.get(name)));
        return inOrder;
    }

    private FactType type(Declare declare) {
        FactType known = types.get(declare.name());
        if (known != null) {
            return known;
        }
        underway.add(declare.name());
        FactType parent = parent(declare);
        Annotations annotations = new Annotations(declare.annotations(), TYPE_FLAGS, TYPE_VALUES, languages, problems);
        FactType.Kind kind = kind(declare, annotations);
        List<Field> fields = new ArrayList<>(parent == null ? List.of() : parent.fields());
        for (FieldText text : declare.fields()) {
            if (fields.stream().anyMatch(f -> f.name().equals(text.name()))) {
                problem("duplicate", "field " + text.name() + " stands twice in " + declare.name() + "; rename one", text.at());
            } else {
                fields.add(field(text, kind));
            }
        }
        FactType type = new FactType(
                declare.name(), parent, List.copyOf(fields), kind, annotations.values("identity"), answers(annotations), annotations.texts(), declare.at());
        types.put(declare.name(), type);
        underway.remove(declare.name());
        check(type, annotations);
        return type;
    }

    private FactType parent(Declare declare) {
        if (declare.parent() == null) {
            return null;
        }
        Declare parent = declares.get(declare.parent());
        if (parent == null) {
            problem("unknown_type", "unknown fact type " + declare.parent() + Near.hint(declare.parent(), declares.keySet()), declare.parentAt());
            return null;
        }
        if (underway.contains(parent.name())) {
            problem("cycle", "fact type " + declare.name() + " extends itself; take one \"extends\" out", declare.parentAt());
            return null;
        }
        return type(parent);
    }

    private FactType.Kind kind(Declare declare, Annotations annotations) {
        if (annotations.has("today")) {
            return FactType.Kind.TODAY;
        }
        if (annotations.has("input")) {
            return FactType.Kind.INPUT;
        }
        boolean extended = declares.values().stream().anyMatch(d -> declare.name().equals(d.parent()));
        return extended ? FactType.Kind.PARENT : FactType.Kind.DERIVED;
    }

    private FactType.Answer answers(Annotations annotations) {
        String answers = annotations.value("answers");
        if (answers == null) {
            return null;
        }
        String[] parts = answers.strip().split("\\.");
        return parts.length == 2 ? new FactType.Answer(parts[0], parts[1]) : new FactType.Answer(answers, "");
    }

    private Field field(FieldText text, FactType.Kind kind) {
        Annotations annotations = new Annotations(text.annotations(), FIELD_FLAGS, FIELD_VALUES, languages, problems);
        ValueType type = valueType(text.type(), text.at());
        Field field = new Field(
                text.name(), type, defaultValue(text, type), annotations.has("optional"), annotations.has("key"), annotations.has("subject"),
                annotations.has("question"), annotations.has("event"), annotations.has("along"), annotations.values("values"),
                annotations.values("named"), reference(annotations, text.at()), range(annotations, text.at()), each(annotations, type, text.at()),
                only(annotations, text.at()), annotations.texts(), text.at());
        if ((field.event() || field.along()) && type != ValueType.DATE) {
            problem("wrong_type", "field " + text.name() + " has to be a LocalDate: it is a date that the engine goes by", text.at());
        }
        if (field.defaultValue() instanceof String value && !field.values().isEmpty() && !field.values().contains(value)) {
            problem("unknown_value", "the default \"" + value + "\" is none of the values of " + text.name() + Near.hint(value, field.values()), text.at());
        }
        if (field.key() && kind != FactType.Kind.DERIVED) {
            problem("annotation", "only derived facts have a @key; say what no two stated facts may share with @identity at the type", text.at());
        }
        return field;
    }

    private ValueType valueType(String name, Position at) {
        return ValueType.ofDrl(name).orElseGet(() -> {
            List<String> known = Arrays.stream(ValueType.values()).map(ValueType::drl).toList();
            problem("unknown_type", "unknown type " + name + "; a field is one of " + String.join(", ", known) + Near.hint(name, known), at);
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
            problem("wrong_type", "the default of " + text.name() + " has to be " + type.shown() + ", written in the declaration", literal.at());
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
        if (parts.length != 2 || target == null || target.fields().stream().noneMatch(f -> f.name().equals(parts[1]))) {
            problem("unknown_field", "@refers names a field of a fact type, written Type.field; there is no " + refers + Near.hint(parts[0], declares.keySet()),
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

    private void check(FactType type, Annotations annotations) {
        for (String name : type.identity()) {
            if (type.field(name).isEmpty()) {
                problem("unknown_field", "@identity names no field \"" + name + "\" of " + type.name()
                        + Near.hint(name, type.fields().stream().map(Field::name).toList()), annotations.at("identity", type.at()));
            }
        }
        for (Field field : type.fields()) {
            Field.Only only = field.only();
            if (only != null && type.field(only.field()).filter(f -> f.values().contains(only.value())).isEmpty()) {
                problem("unknown_field", "@only says \"" + only.field() + " = " + only.value() + "\", but " + type.name() + " has no such field with that value", field.at());
            }
        }
        boolean stated = type.kind() != FactType.Kind.DERIVED;
        if (stated) {
            for (String language : languages) {
                documented(type.docs(), language, type.name(), type.at());
                type.fields().forEach(f -> documented(f.docs(), language, type.name() + "." + f.name(), f.at()));
            }
        } else if (type.fields().stream().noneMatch(Field::key)) {
            problem("key", "derived fact type " + type.name() + " has no @key, so equal facts would count twice; mark the fields that make two facts the same", type.at());
        }
        if (type.kind() == FactType.Kind.TODAY && (type.fields().size() != 1 || type.fields().get(0).type() != ValueType.DATE)) {
            problem("annotation", "the @today type has one field, a LocalDate", type.at());
        }
    }

    private void documented(Map<String, String> docs, String language, String what, Position at) {
        if (!docs.containsKey(language)) {
            problem("documentation", what + " has no line of documentation in \"" + language + "\"; add @" + language + "( \"…\" )", at);
        }
    }

    private void problem(String code, String message, Position at) {
        if (problems.stream().noneMatch(p -> p.at().equals(at) && p.message().equals(message))) {
            problems.add(Problem.of(code, message, at));
        }
    }
}
