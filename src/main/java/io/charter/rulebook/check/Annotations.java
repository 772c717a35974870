package io.charter.rulebook.check;

import io.charter.rulebook.syntax.Syntax.Annotation;
import io.charter.text.Near;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The annotations of a type, a field or a rule, checked against those that may stand there. */
final class Annotations {

    private final Map<String, Annotation> found = new LinkedHashMap<>();
    private final Set<String> languages;

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
        Set<String> all = new LinkedHashSet<>(flags);
        all.addAll(valued);
        all.addAll(languages);
        for (Annotation annotation : annotations) {
            String name = annotation.name();
            if (!all.contains(name)) {
                problems.add(Problem.of(
                        "annotation", "@" + name + " has no meaning here" + Near.hint(name, all), annotation.at()));
            } else if (found.putIfAbsent(name, annotation) != null) {
                problems.add(Problem.of("annotation", "@" + name + " stands twice; keep one", annotation.at()));
            } else if (flags.contains(name) == (annotation.value() != null)) {
                String form = flags.contains(name)
                        ? "@" + name + " takes no value"
                        : "@" + name + " needs a value: @" + name + "( \"…\" )";
                problems.add(Problem.of("annotation", form, annotation.at()));
            }
        }
    }

    boolean has(String name) {
        return found.containsKey(name);
    }

    /** The value, or null. */
    String value(String name) {
        return has(name) ? found.get(name).value() : null;
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
