package io.charter.rulebook.check;

import io.charter.rulebook.syntax.Syntax.Annotation;
import io.charter.text.Near;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The annotations of a type, a field or a rule, checked against those that may stand there. */
final class Annotations {

    private final Map<String, Annotation> found = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final Set<String> doubtful = new HashSet<>();
    private final Set<String> languages;
    private final List<Problem> problems;

    /**
     * @param flags the annotations without a value that may stand here
     * @param valued those with one
     * @param languages the codes of the languages, each of which may have a text
     */
    Annotations(
            List<Annotation> annotations,
            Set<String> flags,
            Set<String> valued,
            Set<String> languages,
            List<Problem> problems) {
        this.languages = languages;
        this.problems = problems;
        Set<String> all = new LinkedHashSet<>(flags);
        all.addAll(valued);
        all.addAll(languages);
        for (Annotation annotation : annotations) {
            String name = annotation.name();
            if (!all.contains(name)) {
                String hint = Near.hint(name, all);
                if (annotation.whole()) {
                    problem(
                            annotation,
                            "@" + name + " has no meaning here"
                                    + (hint.isEmpty() ? "; expected " + listed(all) : hint));
                }
                all.stream()
                        .filter(a -> !annotation.whole()
                                || !Near.hint(name, List.of(a)).isEmpty())
                        .forEach(doubtful::add);
            } else if (found.putIfAbsent(name, annotation) != null) {
                problem(annotation, "@" + name + " stands twice; keep one");
            } else if (!annotation.whole()) {
                broken.add(name);
            } else if (flags.contains(name) == (annotation.value() != null)) {
                problem(
                        annotation,
                        flags.contains(name)
                                ? "@" + name + " takes no value"
                                : "@" + name + " needs a value: @" + name + "( \"…\" )");
                broken.add(name);
            } else if (annotation.value() != null && annotation.value().isBlank()) {
                problem(annotation, "@" + name + " is empty; give it a text");
                broken.add(name);
            }
        }
    }

    private static String listed(Set<String> names) {
        return names.stream().sorted().map(name -> "@" + name).collect(Collectors.joining(", "));
    }

    private void problem(Annotation annotation, String message) {
        problems.add(Problem.of("annotation", message, annotation.at()));
    }

    /** Whether the annotation is there, or something is that was probably meant to be it; then nobody needs to ask for it. */
    boolean hasOrMeans(String name) {
        return has(name) || doubtful(name);
    }

    /** Whether the annotation, or one that was probably meant to be it, could not be understood. */
    boolean doubtful(String name) {
        return doubtful.contains(name) || broken.contains(name);
    }

    boolean has(String name) {
        return found.containsKey(name);
    }

    /** The value, or null. */
    String value(String name) {
        return has(name) && !broken.contains(name) ? found.get(name).value() : null;
    }

    /** Where the annotation stands, or the given place where there is none. */
    Position at(String name, Position otherwise) {
        return has(name) ? found.get(name).at() : otherwise;
    }

    /** A list of values separated by commas; empty where there is no such annotation. */
    List<String> values(String name) {
        String value = value(name);
        return value == null ? List.of() : List.of(value.strip().split("\\s*,\\s*"));
    }

    /** The text for each language. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : languages) {
            if (value(language) != null) {
                texts.put(language, value(language));
            }
        }
        return texts;
    }
}
