package io.charter.rulebook.check;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Question;
import io.charter.rulebook.model.ValueType;
import io.charter.text.Near;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.List;
import java.util.Map;

/** What has to hold of the fact types, questions and rules of an edition together. */
final class WholeChecks {

    private final FactTypes types;
    private final Map<String, Question> questions;
    private final List<Problem> problems;

    /** @param questions null where they could not be read */
    WholeChecks(FactTypes types, Map<String, Question> questions, List<Problem> problems) {
        this.types = types;
        this.questions = questions;
        this.problems = problems;
    }

    /** Which type is the date asked about. A type of which something is wrong may have been meant to be it. */
    void today(String vocabulary) {
        List<FactType> dates = types.known().values().stream()
                .filter(t -> t.kind() == FactType.Kind.TODAY)
                .toList();
        if (dates.isEmpty() && types.sound()) {
            problem(
                    "annotation",
                    "no fact type is @today, the date that a scenario asks about; mark one",
                    Position.of(vocabulary));
        }
        dates.stream()
                .skip(1)
                .forEach(t -> problem(
                        "annotation",
                        t.name() + " is a second @today type, the first is "
                                + dates.get(0).name() + " at " + dates.get(0).at() + "; keep one",
                        t.at()));
    }

    /** What decision types say of themselves; those with faults of their own are left alone. */
    void decisions() {
        types.known().values().stream()
                .filter(t -> t.answers() != null && !types.faulty().contains(t.name()))
                .forEach(this::decision);
    }

    /** What types say of facts that do not count. */
    void disregards() {
        types.known().values().stream()
                .filter(t -> t.disregards() != null && !types.faulty().contains(t.name()))
                .forEach(this::disregard);
    }

    private void disregard(FactType type) {
        FactType.Disregard disregards = type.disregards();
        if (questions != null && !questions.containsKey(disregards.question())) {
            problem(
                    "unknown_question",
                    "the edition asks no question \"" + disregards.question() + "\""
                            + Near.hint(disregards.question(), questions.keySet()),
                    type.at());
        }
        FactType stated = types.get(disregards.type());
        if (types.whole() && (stated == null || stated.kind() != FactType.Kind.INPUT)) {
            problem(
                    "unknown_type",
                    "@disregards names a fact type that scenarios state; there is no \"" + disregards.type() + "\""
                            + Near.hint(disregards.type(), types.known().keySet()),
                    type.at());
        }
        marked(
                type,
                "subject",
                type.fields().stream().filter(Field::subject).toList(),
                "that says whose answer is not moved");
    }

    private void decision(FactType type) {
        if (type.kind() != FactType.Kind.DERIVED) {
            problem("annotation", "a decision is derived; " + type.name() + " is stated by scenarios", type.at());
            return;
        }
        marked(type, "subject", type.fields().stream().filter(Field::subject).toList(), "that says about whom");
        type.fields().stream()
                .filter(f -> !f.key())
                .forEach(f -> problem(
                        "key",
                        "field " + f.name() + " of decision type " + type.name()
                                + " is no @key, so two different answers could pass for one; add @key",
                        f.at()));
        if (type.answers().anyQuestion()) {
            marked(
                    type,
                    "question",
                    type.fields().stream().filter(Field::question).toList(),
                    "that says which question");
        } else if (questions != null) {
            answer(type, questions.get(type.answers().question()));
        }
    }

    private void marked(FactType type, String annotation, List<Field> fields, String what) {
        if (fields.isEmpty()) {
            problem(
                    "annotation",
                    "decision type " + type.name() + " has no @" + annotation + "; mark the field " + what,
                    type.at());
        } else if (fields.size() > 1) {
            problem(
                    "annotation",
                    "decision type " + type.name() + " has " + fields.size() + " @" + annotation + " fields; keep one",
                    type.at());
        }
    }

    private void answer(FactType type, Question question) {
        FactType.Answer answer = type.answers();
        if (question == null) {
            problem(
                    "unknown_question",
                    "the edition asks no question \"" + answer.question() + "\""
                            + Near.hint(answer.question(), questions.keySet()),
                    type.at());
        } else if (!question.outcomes().isEmpty() && !question.outcomes().containsKey(answer.outcome())) {
            problem(
                    "unknown_outcome",
                    "question " + question.name() + " has no outcome \"" + answer.outcome() + "\""
                            + Near.hint(answer.outcome(), question.outcomes().keySet()),
                    type.at());
        }
    }

    /** About whom questions are asked. */
    void subjects() {
        questions.values().stream().filter(q -> q.of() != null).forEach(this::subjects);
    }

    private void subjects(Question question) {
        FactType type = types.get(question.of().type());
        if (type == null) {
            if (types.whole()) {
                problem(
                        "unknown_type",
                        "question " + question.name() + " is asked of unknown fact type "
                                + question.of().type()
                                + Near.hint(question.of().type(), types.known().keySet()),
                        question.ofAt());
            }
            return;
        }
        Field field = type.field(question.of().field()).orElse(null);
        if (field == null) {
            if (!types.isOpen(type)) {
                List<String> known = type.fields().stream().map(Field::name).toList();
                String hint = Near.hint(question.of().field(), known);
                problem(
                        "unknown_field",
                        "question " + question.name() + " is asked of " + type.name() + "."
                                + question.of().field() + ", and there is no such field"
                                + (hint.isEmpty() ? "; " + type.name() + " has " + String.join(", ", known) : hint),
                        question.ofAt());
            }
        } else if (field.type() != null && field.type() != ValueType.TEXT && field.type() != ValueType.COUNT) {
            problem(
                    "wrong_type",
                    "the subjects of question " + question.name() + " are texts or whole numbers; " + field.name()
                            + " is " + Expressions.shown(field.type()),
                    question.ofAt());
        }
    }

    private void problem(String code, String message, Position at) {
        problems.add(Problem.of(code, message, at));
    }
}
