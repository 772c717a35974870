package io.charter.explain;

import io.charter.derivation.Premise;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Question;
import io.charter.scenario.Fact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Of whom the questions of an edition are asked. Thread-safe; worth keeping for many scenarios. */
final class Subjects {

    private final Edition edition;
    private final Map<FactType, List<Question>> asking = new ConcurrentHashMap<>();

    Subjects(Edition edition) {
        this.edition = edition;
    }

    /** The questions that are asked because of facts of a type. */
    private List<Question> asking(FactType type) {
        List<Question> known = asking.get(type);
        return known != null
                ? known
                : asking.computeIfAbsent(
                        type,
                        k -> edition.questions().values().stream()
                                .filter(question -> question.always() == null
                                        && type.isA(edition.types()
                                                .get(question.of().type())))
                                .toList());
    }

    /** Of whom each question is asked in a scenario, by question; questions that are asked of nobody are left out. */
    Map<String, Set<String>> of(List<Fact> stated, List<Premise.Derived> derived) {
        Map<String, Set<String>> subjects = new HashMap<>();
        for (Question question : edition.questions().values()) {
            if (question.always() != null) {
                add(question, question.always(), subjects);
            }
        }
        // Facts of one type mostly follow each other.
        FactType type = null;
        List<Question> questions = List.of();
        for (Fact fact : stated) {
            if (fact.type() != type) {
                type = fact.type();
                questions = asking(type);
            }
            for (Question question : questions) {
                add(question, String.valueOf(fact.value(question.of().field())), subjects);
            }
        }
        for (Premise.Derived fact : derived) {
            if (fact.type() != type) {
                type = fact.type();
                questions = asking(type);
            }
            for (Question question : questions) {
                String which = which(fact);
                if (which == null || question.name().equals(which)) {
                    add(question, String.valueOf(fact.value(question.of().field())), subjects);
                }
            }
        }
        return subjects;
    }

    /** The one question that a fact asks, where a field of it says so; else null. */
    private static String which(Premise.Derived fact) {
        List<Field> fields = fact.type().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).question()) {
                return (String) fact.values().get(i);
            }
        }
        return null;
    }

    private static void add(Question question, String subject, Map<String, Set<String>> to) {
        Set<String> subjects = to.get(question.name());
        if (subjects == null) {
            subjects = new HashSet<>();
            to.put(question.name(), subjects);
        }
        subjects.add(subject);
    }
}
