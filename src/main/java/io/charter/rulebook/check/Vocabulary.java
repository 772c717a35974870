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
import java.util.stream.Stream;

/** Builds the fact types of an edition from its declarations. */
final class Vocabulary {

    private static final Set<String> TYPE_FLAGS = Set.of("input", "today", "demand");
    private static final Set<String> TYPE_VALUES = Set.of("identity", "answers", "disregards");

    private final Map<String, Declare> declares = new LinkedHashMap<>();
    private final Map<String, FactType> types = new LinkedHashMap<>();
    private final Set<String> underway = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> faulty = new HashSet<>();
    private final boolean whole;
    private final Set<String> languages;
    private final List<Problem> problems;
    private final FieldReader fieldReader;

    private Vocabulary(boolean whole, List<String> languages, List<Problem> problems) {
        this.whole = whole;
        this.languages = new LinkedHashSet<>(languages);
        this.problems = problems;
        this.fieldReader = new FieldReader(declares, this.languages, problems);
    }

    /**
     * The fact types of the declarations; what is wrong is added to the problems.
     *
     * @param whole whether every declaration could be read at least by its name
     */
    static FactTypes types(List<Declare> declares, boolean whole, List<String> languages, List<Problem> problems) {
        Vocabulary vocabulary = new Vocabulary(whole, languages, problems);
        for (Declare declare : declares) {
            Declare first = vocabulary.declares.putIfAbsent(declare.name(), declare);
            if (first != null) {
                vocabulary.problem(
                        "duplicate",
                        "fact type " + declare.name() + " is declared twice, first at " + first.at() + "; rename one",
                        declare.at());
                vocabulary.open.add(declare.name());
                vocabulary.faulty.add(declare.name());
            }
        }
        vocabulary.declares.values().forEach(vocabulary::type);
        Map<String, FactType> inOrder = new LinkedHashMap<>();
        vocabulary.declares.keySet().forEach(name -> inOrder.put(name, vocabulary.types.get(name)));
        return new FactTypes(inOrder, vocabulary.open, vocabulary.faulty, whole);
    }

    private FactType type(Declare declare) {
        FactType known = types.get(declare.name());
        if (known != null) {
            return known;
        }
        underway.add(declare.name());
        FactType parent = parent(declare);
        int before = problems.size();
        if (!declare.whole()) {
            open.add(declare.name());
        }
        String nameFault = Naming.typeFault(declare.name());
        if (nameFault != null) {
            problem("name", nameFault, declare.at());
        }
        Annotations annotations = new Annotations(declare.annotations(), TYPE_FLAGS, TYPE_VALUES, languages, problems);
        FactType.Kind kind = kind(declare, annotations);
        FactType type = new FactType(
                declare.name(),
                parent,
                fields(declare, parent, kind),
                kind,
                annotations.values("identity"),
                answers(annotations, declare.at()),
                disregards(annotations, declare.at()),
                annotations.has("demand"),
                annotations.texts(),
                declare.at());
        types.put(declare.name(), type);
        underway.remove(declare.name());
        check(type, annotations);
        if (problems.size() > before || open.contains(declare.name()) || hasUnreadAnnotation(declare)) {
            faulty.add(declare.name());
        }
        return type;
    }

    private static boolean hasUnreadAnnotation(Declare declare) {
        return Stream.concat(
                        declare.annotations().stream(),
                        declare.fields().stream().flatMap(f -> f.annotations().stream()))
                .anyMatch(a -> !a.whole());
    }

    private List<Field> fields(Declare declare, FactType parent, FactType.Kind kind) {
        List<Field> inherited = parent == null ? List.of() : parent.fields();
        List<Field> fields = new ArrayList<>(inherited);
        for (FieldText text : declare.fields()) {
            if (named(inherited, text.name()) && open.contains(declare.name())) {
                continue;
            }
            if (named(inherited, text.name())) {
                problem(
                        "duplicate",
                        declare.name() + " has the field " + text.name() + " from " + parent.name()
                                + " already; take it out",
                        text.at());
            } else if (named(fields, text.name())) {
                problem(
                        "duplicate",
                        "field " + text.name() + " stands twice in " + declare.name() + "; rename one",
                        text.at());
            } else if (fields.stream().anyMatch(f -> f.name().equalsIgnoreCase(text.name()))) {
                problem(
                        "duplicate",
                        "field " + text.name() + " of " + declare.name()
                                + " differs from another in capitals alone; rename one",
                        text.at());
            } else {
                fields.add(fieldReader.field(text, kind));
            }
        }
        return List.copyOf(fields);
    }

    private static boolean named(List<Field> fields, String name) {
        return fields.stream().anyMatch(f -> f.name().equals(name));
    }

    /** The type that a declaration extends, or null; one that is not to be had leaves the fields of the declaration open. */
    private FactType parent(Declare declare) {
        if (declare.parent() == null) {
            return null;
        }
        Declare parent = declares.get(declare.parent());
        if (parent != null && !underway.contains(parent.name())) {
            FactType type = type(parent);
            if (open.contains(parent.name())) {
                open.add(declare.name());
            }
            return type;
        }
        open.add(declare.name());
        if (parent == null && whole) {
            problem(
                    "unknown_type",
                    "unknown fact type " + declare.parent() + Near.hint(declare.parent(), declares.keySet()),
                    declare.parentAt());
        } else if (parent != null) {
            problem(
                    "cycle",
                    "fact type " + declare.name() + " extends itself; take one \"extends\" out",
                    declare.parentAt());
        }
        return null;
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

    private FactType.Disregard disregards(Annotations annotations, Position at) {
        String disregards = annotations.value("disregards");
        if (disregards == null) {
            return null;
        }
        String[] parts = disregards.strip().split("\\s*:\\s*");
        if (parts.length != 2) {
            problem("annotation", "@disregards is written \"question: Type\"", annotations.at("disregards", at));
            return null;
        }
        return new FactType.Disregard(parts[0], parts[1]);
    }

    private FactType.Answer answers(Annotations annotations, Position at) {
        String answers = annotations.value("answers");
        if (answers == null) {
            return null;
        }
        String[] parts = answers.strip().split("\\.", -1);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            problem(
                    "annotation",
                    "@answers is written \"question.outcome\", or \"*.outcome\"",
                    annotations.at("answers", at));
            return null;
        }
        return new FactType.Answer(parts[0], parts[1]);
    }

    private void check(FactType type, Annotations annotations) {
        List<Field> own = type.fields().stream()
                .filter(f -> type.parent() == null || !type.parent().fields().contains(f))
                .toList();
        if (!open.contains(type.name())) {
            fieldsNamed(type, own, annotations);
        }
        own.stream()
                .filter(Field::event)
                .skip(type.parent() != null && type.parent().event().isPresent() ? 0 : 1)
                .forEach(f -> problem("annotation", type.name() + " has two @event fields; keep one", f.at()));
        if (type.kind() != FactType.Kind.DERIVED && declares.get(type.name()).whole()) {
            for (String language : languages) {
                documented(!annotations.hasOrMeans(language), language, type.name(), type.at());
                own.forEach(f -> documented(
                        !f.docs().containsKey(language) && !fieldReader.doubtful(f, language),
                        language,
                        type.name() + "." + f.name(),
                        f.at()));
            }
        } else if (type.kind() == FactType.Kind.DERIVED
                && type.answers() == null
                && !annotations.hasOrMeans("answers")
                && !open.contains(type.name())
                && type.fields().stream().noneMatch(f -> f.key() || fieldReader.doubtful(f, "key"))) {
            problem(
                    "key",
                    "derived fact type " + type.name()
                            + " has no @key, so equal facts would count twice; mark the fields that make two facts the same",
                    type.at());
        }
        if (type.kind() == FactType.Kind.TODAY && !open.contains(type.name()) && !isOneDate(type)) {
            problem(
                    "annotation",
                    type.name() + " is @today and has " + type.fields().size() + " fields; it has one, a LocalDate",
                    type.at());
        }
    }

    private static boolean isOneDate(FactType type) {
        return type.fields().size() == 1
                && (type.fields().get(0).type() == ValueType.DATE
                        || type.fields().get(0).type() == null);
    }

    /** The fields that annotations name have to be there. */
    private void fieldsNamed(FactType type, List<Field> own, Annotations annotations) {
        List<String> names = type.fields().stream().map(Field::name).toList();
        for (String name : type.identity()) {
            if (!names.contains(name)) {
                problem(
                        "unknown_field",
                        "@identity names no field \"" + name + "\" of " + type.name() + Near.hint(name, names),
                        annotations.at("identity", type.at()));
            }
        }
        for (Field field : own) {
            Field.Only only = field.only();
            if (only != null
                    && type.field(only.field())
                            .filter(f -> f.values().contains(only.value()) || fieldReader.doubtful(f, "values"))
                            .isEmpty()) {
                problem(
                        "unknown_field",
                        "@only says \"" + only.field() + " = " + only.value() + "\", but " + type.name()
                                + " has no such field with that value",
                        field.at());
            }
        }
    }

    private void documented(boolean missing, String language, String what, Position at) {
        if (missing) {
            problem(
                    "documentation",
                    what + " has no line of documentation in \"" + language + "\"; add @" + language + "( \"…\" )",
                    at);
        }
    }

    private void problem(String code, String message, Position at) {
        problems.add(Problem.of(code, message, at));
    }
}
