package io.charter.explain;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Question;
import io.charter.scenario.Fact;
import io.charter.text.CharterException;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The decisions among what the rules derived, one for each question and subject. Two different answers, none, or one to a
 * question that is not asked, is a fault of the rules, and never settled by picking.
 */
final class Answers {

    private final Edition edition;
    private final Map<FactType, List<Fact>> stated = new HashMap<>();
    private final Map<FactType, List<Premise.Derived>> derived = new HashMap<>();
    private final Map<String, Map<String, List<Premise.Derived>>> found = new LinkedHashMap<>();

    private Answers(Derivations derivations) {
        this.edition = derivations.scenario().edition();
        for (Fact fact : derivations.scenario().known()) {
            stated.computeIfAbsent(fact.type(), k -> new ArrayList<>()).add(fact);
        }
        for (Premise.Derived fact : derivations.facts()) {
            derived.computeIfAbsent(fact.type(), k -> new ArrayList<>()).add(fact);
        }
    }

    /**
     * The decisions, by question in the order of the edition, then by subject.
     *
     * @throws CharterException when the rules do not give each question exactly one answer
     */
    static List<Premise.Derived> of(Derivations derivations) {
        return new Answers(derivations).decisions();
    }

    private List<Premise.Derived> decisions() {
        Comparator<String> byCodePoint = Answers::compareCodePoints;
        edition.questions().keySet().forEach(name -> found.put(name, new TreeMap<>(byCodePoint)));
        derived.forEach((type, facts) -> {
            if (type.answers() != null) {
                facts.forEach(fact -> found.get(fact.question())
                        .computeIfAbsent(fact.subject(), k -> new ArrayList<>())
                        .add(fact));
            }
        });
        List<Problem> problems = new ArrayList<>();
        List<Premise.Derived> decisions = new ArrayList<>();
        for (Question question : edition.questions().values()) {
            Map<String, List<Premise.Derived>> answers = found.get(question.name());
            Set<String> asked = subjects(question);
            for (String subject : asked) {
                if (!answers.containsKey(subject)) {
                    problems.add(Problem.of(
                            "rules_gap",
                            "the rules are at fault: no rule answers " + question.name() + " for " + subject,
                            null));
                }
            }
            answers.forEach((subject, given) -> {
                if (given.size() > 1) {
                    problems.add(conflict(question.name(), subject, given));
                } else if (!asked.contains(subject)) {
                    problems.add(Problem.of(
                            "rules_unasked",
                            "the rules are at fault: " + rules(given.get(0)) + " answers " + question.name() + " for "
                                    + subject + ", of whom it is not asked",
                            null));
                }
                decisions.add(given.get(0));
            });
        }
        if (!problems.isEmpty()) {
            throw new CharterException(problems);
        }
        return decisions;
    }

    /** Of whom a question is asked in this scenario. */
    private Set<String> subjects(Question question) {
        Set<String> subjects = new TreeSet<>(Answers::compareCodePoints);
        if (question.always() != null) {
            subjects.add(question.always());
            return subjects;
        }
        FactType of = edition.types().get(question.of().type());
        String field = question.of().field();
        String which = of.question().map(Field::name).orElse(null);
        stated.forEach((type, facts) -> {
            if (type.isA(of)) {
                facts.forEach(fact -> subjects.add(String.valueOf(fact.values().get(field))));
            }
        });
        derived.forEach((type, facts) -> {
            if (type.isA(of)) {
                for (Premise.Derived fact : facts) {
                    if (which == null || question.name().equals(fact.value(which))) {
                        subjects.add(String.valueOf(fact.value(field)));
                    }
                }
            }
        });
        return subjects;
    }

    private static Problem conflict(String question, String subject, List<Premise.Derived> given) {
        List<String> each = given.stream()
                .map(d -> d.type().answers().outcome() + " (" + rules(d) + ")")
                .sorted()
                .toList();
        return Problem.of(
                "rules_conflict",
                "the rules are at fault: they answer " + question + " for " + subject + " in " + given.size()
                        + " ways: " + String.join("; ", each),
                null);
    }

    private static String rules(Premise.Derived decision) {
        return decision.supports().stream()
                .map(s -> "rule \"" + s.rule().name() + "\"")
                .distinct()
                .sorted()
                .reduce((a, b) -> a + " and " + b)
                .orElse("no rule");
    }

    /** The order of Unicode code points, which for characters beyond the basic plane is not that of Java's own comparison. */
    static int compareCodePoints(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                int beyond = Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
                return beyond != 0 ? beyond : a - b;
            }
        }
        return one.length() - other.length();
    }
}
