package io.charter.rulebook.check;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Question;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.ValueType;
import io.charter.text.Near;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to hold of the fact types, questions and rules of an edition together. */
final class WholeChecks {

    private final Map<String, FactType> types;
    private final Map<String, Question> questions;
    private final List<Rule> rules;
    private final List<Problem> problems;

    WholeChecks(
            Map<String, FactType> types, Map<String, Question> questions, List<Rule> rules, List<Problem> problems) {
        this.types = types;
        this.questions = questions;
        this.rules = rules;
        this.problems = problems;
    }

    void run() {
        if (types.values().stream().filter(t -> t.kind() == FactType.Kind.TODAY).count() != 1) {
            List<FactType> dates = types.values().stream()
                    .filter(t -> t.kind() == FactType.Kind.TODAY)
                    .toList();
            problem(
                    "annotation",
                    "one fact type is @today, the date that a scenario asks about; here there are " + dates.size(),
                    dates.isEmpty() ? null : dates.get(1).at());
        }
        types.values().stream().filter(t -> t.answers() != null).forEach(this::answer);
        types.values().stream().filter(t -> t.disregards() != null).forEach(this::disregard);
        questions.values().forEach(this::question);
        orphans();
    }

    private void answer(FactType type) {
        FactType.Answer answer = type.answers();
        if (type.kind() != FactType.Kind.DERIVED) {
            problem("annotation", "a decision is derived; " + type.name() + " is stated by scenarios", type.at());
        }
        long subjects = type.fields().stream().filter(Field::subject).count();
        if (subjects != 1) {
            problem(
                    "annotation",
                    "decision type " + type.name() + " marks one field as @subject, here " + subjects,
                    type.at());
        }
        type.fields().stream()
                .filter(f -> !f.key())
                .forEach(f -> problem(
                        "key",
                        "field " + f.name() + " of decision type " + type.name()
                                + " is no @key, so two different answers could pass for one; add @key",
                        f.at()));
        if (answer.anyQuestion()) {
            if (type.question().isEmpty()) {
                problem(
                        "annotation",
                        "decision type " + type.name() + " answers any question, so one of its fields is the @question",
                        type.at());
            }
            return;
        }
        Question question = questions.get(answer.question());
        if (question == null) {
            problem(
                    "unknown_question",
                    "the edition asks no question \"" + answer.question() + "\""
                            + Near.hint(answer.question(), questions.keySet()),
                    type.at());
        } else if (!question.outcomes().containsKey(answer.outcome())) {
            problem(
                    "unknown_outcome",
                    "question " + question.name() + " has no outcome \"" + answer.outcome() + "\""
                            + Near.hint(answer.outcome(), question.outcomes().keySet()),
                    type.at());
        }
    }

    private void disregard(FactType type) {
        FactType.Disregard disregards = type.disregards();
        if (!questions.containsKey(disregards.question())) {
            problem(
                    "unknown_question",
                    "the edition asks no question \"" + disregards.question() + "\""
                            + Near.hint(disregards.question(), questions.keySet()),
                    type.at());
        }
        FactType stated = types.get(disregards.type());
        if (stated == null || stated.kind() != FactType.Kind.INPUT) {
            problem(
                    "unknown_type",
                    "@disregards names a fact type that scenarios state; there is no \"" + disregards.type() + "\""
                            + Near.hint(disregards.type(), types.keySet()),
                    type.at());
        }
        if (type.subject().isEmpty()) {
            problem(
                    "annotation",
                    type.name() + " has no @subject; mark the field that says whose answer is not moved",
                    type.at());
        }
    }

    private void question(Question question) {
        if (question.of() != null) {
            FactType type = types.get(question.of().type());
            if (type == null) {
                problem(
                        "unknown_type",
                        "question " + question.name() + " is asked of unknown fact type "
                                + question.of().type() + Near.hint(question.of().type(), types.keySet()),
                        question.at());
            } else if (type.field(question.of().field()).isEmpty()) {
                List<String> known = type.fields().stream().map(Field::name).toList();
                problem(
                        "unknown_field",
                        "question " + question.name() + " is asked of " + type.name() + "."
                                + question.of().field() + ", which has no such field"
                                + Near.hint(question.of().field(), known),
                        question.at());
            } else {
                ValueType asked =
                        type.field(question.of().field()).orElseThrow().type();
                if (asked != ValueType.TEXT && asked != ValueType.COUNT) {
                    problem(
                            "wrong_type",
                            "the subjects of question " + question.name() + " are texts or whole numbers",
                            question.at());
                }
            }
        }
        for (String outcome : question.outcomes().keySet()) {
            if (deciding(question.name(), outcome).isEmpty()) {
                problem(
                        "unknown_outcome",
                        "no rule gives question " + question.name() + " the outcome \"" + outcome
                                + "\"; derive a fact of a type with @answers( \"" + question.name() + "." + outcome
                                + "\" ), or take the outcome out",
                        question.at());
            }
        }
    }

    private List<Rule> deciding(String question, String outcome) {
        return rules.stream().filter(r -> gives(r, question, outcome)).toList();
    }

    private static boolean gives(Rule rule, String question, String outcome) {
        FactType.Answer answer = rule.then().type().answers();
        if (answer == null || !answer.outcome().equals(outcome)) {
            return false;
        }
        if (!answer.anyQuestion()) {
            return answer.question().equals(question);
        }
        int index = rule.then()
                .type()
                .fields()
                .indexOf(rule.then().type().question().orElse(null));
        return index >= 0
                && (!(rule.then().values().get(index) instanceof Expression.Constant constant)
                        || question.equals(constant.value()));
    }

    private void orphans() {
        Set<String> derived = new HashSet<>();
        Set<String> read = new LinkedHashSet<>();
        for (Rule rule : rules) {
            derived.add(rule.then().type().name());
            rule.when().stream()
                    .map(Condition::pattern)
                    .forEach(p -> read.add(p.type().name()));
        }
        questions.values().stream().filter(q -> q.of() != null).forEach(q -> read.add(q.of().type()));
        for (FactType type : types.values()) {
            if (type.kind() != FactType.Kind.DERIVED) {
                continue;
            }
            if (!derived.contains(type.name())) {
                problem(
                        "orphan",
                        "no rule derives " + type.name() + "; add one, or take the declaration out",
                        type.at());
            } else if (type.answers() == null && type.disregards() == null && !read.contains(type.name())) {
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
