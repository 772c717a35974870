package io.charter.rulebook.check;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.ValueType;
import io.charter.rulebook.syntax.Syntax.Declare;
import io.charter.rulebook.syntax.Syntax.FieldText;
import io.charter.text.Near;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds the fact types of an edition from its declarations. */
final class Vocabulary {

    private static final Set<String> TYPE_FLAGS = Set.of("input", "today", "demand");
    private static final Set<String> TYPE_VALUES = Set.of("identity", "answers", "disregards");

    private final Map<String, Declare> declares = new LinkedHashMap<>();
    private final Map<String, FactType> types = new LinkedHashMap<>();
    private final Set<String> underway = new HashSet<>();
    private final Set<String> languages;
    private final List<Problem> problems;
    private final FieldReader fieldReader;

    private Vocabulary(List<String> languages, List<Problem> problems) {
        this.languages = new LinkedHashSet<>(languages);
        this.problems = problems;
        this.fieldReader = new FieldReader(declares, this.languages, problems);
    }

    /** The fact types by name, in the order of declaration; what is wrong is added to the problems. */
    static Map<String, FactType> types(List<Declare> declares, List<String> languages, List<Problem> problems) {
        Vocabulary vocabulary = new Vocabulary(languages, problems);
        for (Declare declare : declares) {
            Declare first = vocabulary.declares.putIfAbsent(declare.name(), declare);
            if (first != null) {
                vocabulary.problem(
                        "duplicate",
                        "fact type " + declare.name() + " is declared twice, first at " + first.at() + "; rename one",
                        declare.at());
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
                problem(
                        "duplicate",
                        "field " + text.name() + " stands twice in " + declare.name() + "; rename one",
                        text.at());
            } else {
                fields.add(fieldReader.field(text, kind));
            }
        }
        FactType type = new FactType(
                declare.name(),
                parent,
                List.copyOf(fields),
                kind,
                annotations.values("identity"),
                answers(annotations),
                disregards(annotations, declare),
                annotations.has("demand"),
                annotations.texts(),
                declare.at());
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
            problem(
                    "unknown_type",
                    "unknown fact type " + declare.parent() + Near.hint(declare.parent(), declares.keySet()),
                    declare.parentAt());
            return null;
        }
        if (underway.contains(parent.name())) {
            problem(
                    "cycle",
                    "fact type " + declare.name() + " extends itself; take one \"extends\" out",
                    declare.parentAt());
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
        boolean extended =
                declares.values().stream().anyMatch(d -> declare.name().equals(d.parent()));
        return extended ? FactType.Kind.PARENT : FactType.Kind.DERIVED;
    }

    private FactType.Disregard disregards(Annotations annotations, Declare declare) {
        String disregards = annotations.value("disregards");
        if (disregards == null) {
            return null;
        }
        String[] parts = disregards.strip().split("\\s*:\\s*");
        if (parts.length != 2) {
            problem(
                    "annotation",
                    "@disregards is written \"question: Type\"",
                    annotations.at("disregards", declare.at()));
            return null;
        }
        return new FactType.Disregard(parts[0], parts[1]);
    }

    private FactType.Answer answers(Annotations annotations) {
        String answers = annotations.value("answers");
        if (answers == null) {
            return null;
        }
        String[] parts = answers.strip().split("\\.");
        return parts.length == 2 ? new FactType.Answer(parts[0], parts[1]) : new FactType.Answer(answers, "");
    }

    private void check(FactType type, Annotations annotations) {
        for (String name : type.identity()) {
            if (type.field(name).isEmpty()) {
                problem(
                        "unknown_field",
                        "@identity names no field \"" + name + "\" of " + type.name()
                                + Near.hint(
                                        name,
                                        type.fields().stream().map(Field::name).toList()),
                        annotations.at("identity", type.at()));
            }
        }
        for (Field field : type.fields()) {
            Field.Only only = field.only();
            if (only != null
                    && type.field(only.field())
                            .filter(f -> f.values().contains(only.value()))
                            .isEmpty()) {
                problem(
                        "unknown_field",
                        "@only says \"" + only.field() + " = " + only.value() + "\", but " + type.name()
                                + " has no such field with that value",
                        field.at());
            }
        }
        boolean stated = type.kind() != FactType.Kind.DERIVED;
        if (stated) {
            for (String language : languages) {
                documented(type.docs(), language, type.name(), type.at());
                type.fields().forEach(f -> documented(f.docs(), language, type.name() + "." + f.name(), f.at()));
            }
        } else if (type.fields().stream().noneMatch(Field::key)) {
            problem(
                    "key",
                    "derived fact type " + type.name()
                            + " has no @key, so equal facts would count twice; mark the fields that make two facts the same",
                    type.at());
        }
        if (type.kind() == FactType.Kind.TODAY
                && (type.fields().size() != 1 || type.fields().get(0).type() != ValueType.DATE)) {
            problem("annotation", "the @today type has one field, a LocalDate", type.at());
        }
    }

    private void documented(Map<String, String> docs, String language, String what, Position at) {
        if (!docs.containsKey(language)) {
            problem(
                    "documentation",
                    what + " has no line of documentation in \"" + language + "\"; add @" + language + "( \"…\" )",
                    at);
        }
    }

    private void problem(String code, String message, Position at) {
        if (problems.stream().noneMatch(p -> p.at().equals(at) && p.message().equals(message))) {
            problems.add(Problem.of(code, message, at));
        }
    }
}
