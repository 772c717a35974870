package io.charter.explain;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.text.CharterException;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The decisions among what the rules derived, one for each question and subject. Two different answers, none, or one to a
 * question that is not asked, is a fault of the rules, and never settled by picking.
 */
final class Answers {

    private static final Comparator<Answer> BY_SUBJECT = (one, other) -> compareCodePoints(one.subject, other.subject);

    private final Derivations derivations;
    private final Subjects subjects;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Premise.Derived> decisions = new ArrayList<>();

    private Answers(Derivations derivations, Subjects subjects) {
        this.derivations = derivations;
        this.subjects = subjects;
    }

    /**
     * The decisions, by question in the order of the edition, then by subject.
     *
     * @throws CharterException when the rules do not give each question exactly one answer
     */
    static List<Premise.Derived> of(Derivations derivations, Subjects subjects) {
        return new Answers(derivations, subjects).decisions();
    }

    /** An answer and whom it is about. */
    private record Answer(String subject, Premise.Derived fact) {}

    private List<Premise.Derived> decisions() {
        Map<String, List<Answer>> found = new HashMap<>();
        for (Premise.Derived fact : derivations.facts()) {
            if (fact.type().answers() != null) {
                String question = fact.question();
                List<Answer> answers = found.get(question);
                if (answers == null) {
                    answers = new ArrayList<>();
                    found.put(question, answers);
                }
                answers.add(new Answer(fact.subject(), fact));
            }
        }
        Map<String, Set<String>> asked = subjects.of(derivations.scenario().known(), derivations.facts());
        for (String question : derivations.scenario().edition().questions().keySet()) {
            decide(question, found.getOrDefault(question, List.of()), asked.getOrDefault(question, Set.of()));
        }
        if (!problems.isEmpty()) {
            throw new CharterException(problems);
        }
        return decisions;
    }

    /** Adds the answers to a question, by subject. */
    private void decide(String question, List<Answer> answers, Set<String> asked) {
        if (answers.size() > 1) {
            answers.sort(BY_SUBJECT);
        }
        boolean whole = answers.size() == asked.size();
        String before = null;
        for (Answer answer : answers) {
            whole &= asked.contains(answer.subject) && !answer.subject.equals(before);
            before = answer.subject;
            decisions.add(answer.fact);
        }
        if (!whole) {
            complain(question, answers, asked);
        }
    }

    private void complain(String question, List<Answer> answers, Set<String> asked) {
        Map<String, List<Premise.Derived>> bySubject = new LinkedHashMap<>();
        for (Answer answer : answers) {
            bySubject.computeIfAbsent(answer.subject, k -> new ArrayList<>()).add(answer.fact);
        }
        asked.stream()
                .filter(subject -> !bySubject.containsKey(subject))
                .sorted(Answers::compareCodePoints)
                .forEach(subject -> problems.add(Problem.of(
                        "rules_gap", "the rules are at fault: no rule answers " + question + " for " + subject, null)));
        bySubject.forEach((subject, given) -> {
            if (given.size() > 1) {
                problems.add(conflict(question, subject, given));
            } else if (!asked.contains(subject)) {
                problems.add(Problem.of(
                        "rules_unasked",
                        "the rules are at fault: " + rules(given.get(0)) + " answers " + question + " for " + subject
                                + ", of whom it is not asked",
                        null));
            }
        });
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
