package io.charter.explain;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.text.CharterException;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The decisions among what the rules derived, one for each question and subject. Two different answers, none, or one to a
 * question that is not asked, is a fault of the rules, and never settled by picking.
 */
final class Answers {

    private static final Comparator<Premise.Derived> BY_SUBJECT =
            (one, other) -> compareCodePoints(one.subject(), other.subject());

    private final Derivations derivations;
    private final Subjects subjects;
    private final List<Problem> problems = new ArrayList<>();

    /** By question, in the order of the edition: the answers, by subject, and which of them are asked for. */
    private final List<List<Premise.Derived>> answers = new ArrayList<>();

    private final List<boolean[]> asked = new ArrayList<>();
    private int left;
    private boolean missing;

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

    private List<Premise.Derived> decisions() {
        for (int i = 0; i < subjects.questions().size(); i++) {
            answers.add(new ArrayList<>());
        }
        for (Premise.Derived fact : derivations.facts()) {
            int question = subjects.answered(fact);
            if (question >= 0) {
                answers.get(question).add(fact);
                left++;
            }
        }
        List<Premise.Derived> decisions = new ArrayList<>(left);
        for (List<Premise.Derived> some : answers) {
            if (some.size() > 1) {
                some.sort(BY_SUBJECT);
            }
            decisions.addAll(some);
            asked.add(new boolean[some.size()]);
        }
        subjects.each(derivations, this::ask);
        if (missing || left > 0) {
            complain();
        }
        return decisions;
    }

    private void ask(int question, String subject) {
        int at = at(answers.get(question), subject);
        if (at < 0) {
            missing = true;
        } else if (!asked.get(question)[at]) {
            asked.get(question)[at] = true;
            left--;
        }
    }

    /** The place of an answer for a subject, or a negative number. */
    private static int at(List<Premise.Derived> answers, String subject) {
        int first = 0;
        int last = answers.size() - 1;
        while (first <= last) {
            int middle = (first + last) / 2;
            int order = compareCodePoints(answers.get(middle).subject(), subject);
            if (order == 0) {
                return middle;
            }
            first = order < 0 ? middle + 1 : first;
            last = order < 0 ? last : middle - 1;
        }
        return -1;
    }

    private void complain() {
        List<Set<String>> wanted = new ArrayList<>();
        answers.forEach(some -> wanted.add(new HashSet<>()));
        subjects.each(derivations, (question, subject) -> wanted.get(question).add(subject));
        for (int i = 0; i < answers.size(); i++) {
            complain(subjects.questions().get(i), answers.get(i), wanted.get(i));
        }
        throw new CharterException(problems);
    }

    private void complain(String question, List<Premise.Derived> answers, Set<String> asked) {
        Map<String, List<Premise.Derived>> bySubject = new LinkedHashMap<>();
        for (Premise.Derived answer : answers) {
            bySubject.computeIfAbsent(answer.subject(), k -> new ArrayList<>()).add(answer);
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
