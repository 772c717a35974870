package io.charter.rulebook.check;

import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Question;
import io.charter.rulebook.model.Rule;
import io.charter.text.Near;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether everything declared is of use: every outcome can be decided, every derived type is derived and looked at. */
final class UseChecks {

    private final FactTypes types;
    private final Map<String, Question> questions;
    private final List<ResolvedRule> rules;
    private final List<Problem> problems;

    UseChecks(FactTypes types, Map<String, Question> questions, List<ResolvedRule> rules, List<Problem> problems) {
        this.types = types;
        this.questions = questions;
        this.rules = rules;
        this.problems = problems;
    }

    /** Every outcome of every question is that of some rule. To be asked where nothing is wrong with what types decide. */
    void outcomes() {
        for (Question question : questions.values()) {
            question.outcomes().keySet().stream()
                    .filter(outcome -> rules.stream().noneMatch(r -> gives(r, question.name(), outcome)))
                    .forEach(outcome -> problem(
                            "unknown_outcome",
                            "no rule gives question " + question.name() + " the outcome \"" + outcome
                                    + "\"; derive a fact of a type with @answers( \"" + question.name() + "." + outcome
                                    + "\" ), or take the outcome out",
                            question.outcomeAt(outcome)));
        }
    }

    private static boolean gives(ResolvedRule resolved, String question, String outcome) {
        FactType derived = resolved.derived();
        if (derived == null
                || derived.answers() == null
                || !derived.answers().outcome().equals(outcome)) {
            return false;
        }
        if (!derived.answers().anyQuestion() || resolved.rule() == null) {
            return derived.answers().anyQuestion()
                    || derived.answers().question().equals(question);
        }
        Expression said = value(resolved.rule(), derived.question().orElse(null));
        return !(said instanceof Expression.Constant constant) || question.equals(constant.value());
    }

    /** A question that is always asked of one subject is answered for no other. */
    void subjects() {
        for (ResolvedRule resolved : rules) {
            FactType.Answer answer =
                    resolved.rule() == null ? null : resolved.derived().answers();
            Question question = answer == null ? null : questions.get(answer.question());
            if (question != null
                    && question.always() != null
                    && value(resolved.rule(), resolved.derived().subject().orElse(null))
                            instanceof Expression.Constant subject
                    && !question.always().equals(subject.value())) {
                problem(
                        "unknown_value",
                        question.name() + " is asked of \"" + question.always() + "\" alone; " + subject
                                + " is not asked about"
                                + Near.hint(String.valueOf(subject.value()), List.of(question.always())),
                        subject.at());
            }
        }
    }

    /** The value of a field of the fact that a rule derives; null where there is no field. */
    private static Expression value(Rule rule, Field field) {
        return field == null
                ? null
                : rule.then().values().get(rule.then().type().fields().indexOf(field));
    }

    /** Every derived type is derived by a rule, and is a decision or looked at by one. */
    void orphans() {
        Set<String> derived = new HashSet<>();
        Set<String> read = new HashSet<>();
        for (ResolvedRule rule : rules) {
            derived.add(rule.text().then().type());
            rule.text().when().forEach(c -> read.add(c.pattern().type()));
        }
        questions.values().stream().filter(q -> q.of() != null).forEach(q -> read.add(q.of().type()));
        for (FactType type : types.known().values()) {
            if (type.kind() != FactType.Kind.DERIVED || types.faulty().contains(type.name())) {
                continue;
            }
            if (!derived.contains(type.name())) {
                problem(
                        "orphan",
                        "no rule derives " + type.name() + "; add one, or take the declaration out",
                        type.at());
            } else if (type.answers() == null
                    && type.disregards() == null
                    && read.stream().map(types::get).noneMatch(t -> t != null && type.isA(t))) {
                problem(
                        "orphan",
                        "no rule looks at " + type.name()
                                + " and it decides nothing; take it out, or declare with @answers what it decides",
                        type.at());
            }
        }
    }

    private void problem(String code, String message, Position at) {
        problems.add(Problem.of(code, message, at));
    }
}
