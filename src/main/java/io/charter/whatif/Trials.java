package io.charter.whatif;

import io.charter.derivation.Derivations;
import io.charter.reference.Evaluator;
import io.charter.reference.Facts;
import io.charter.reference.Replay;
import io.charter.reference.Row;
import io.charter.rulebook.model.FactType;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tries single changes of one scenario, and sees how a question comes out. */
final class Trials {

    private final Evaluator evaluator;
    private final Scenario scenario;
    private final String question;
    private final String subject;
    private final List<FactType> answers;
    private final Sketches sketches;
    private final Origins origins;
    private final Replay replay;

    Trials(Evaluator evaluator, Scenario scenario, String question, String subject) {
        this.evaluator = evaluator;
        this.scenario = scenario;
        this.question = question;
        this.subject = subject;
        this.answers = scenario.edition().types().values().stream()
                .filter(t -> t.answers() != null
                        && (t.answers().anyQuestion() || t.answers().question().equals(question)))
                .toList();
        this.sketches = new Sketches(scenario.edition());
        this.origins = new Origins(fact -> true, sketches);
        this.replay = new Replay(evaluator, scenario, answers, origins);
    }

    Scenario scenario() {
        return scenario;
    }

    Derivations derivations() {
        return evaluator.run(scenario);
    }

    Origins origins() {
        return origins;
    }

    Sketches sketches() {
        return sketches;
    }

    Set<String> lookedAt() {
        return replay.lookedAt();
    }

    /** The same question of the scenario after a change. */
    Trials after(Change change) {
        return new Trials(evaluator, changed(change), question, subject);
    }

    Scenario changed(Change change) {
        return new Scenario(
                scenario.id(),
                scenario.title(),
                scenario.edition(),
                scenario.asOf(),
                change.applied(scenario.facts()),
                scenario::document);
    }

    /** The outcome after a change, and what was learned of the fact that it made; null where there is not one outcome. */
    record Tried(String outcome, Fact made, Origins origins) {}

    Tried attempt(Change change) {
        Scenario changed = changed(change);
        Fact made = change.made(scenario.facts());
        Fact there = made == null
                ? null
                : changed.facts().stream()
                        .filter(f -> f.equals(made))
                        .findFirst()
                        .orElseThrow();
        Origins learned = new Origins(fact -> fact == there, null);
        try {
            return new Tried(outcome(replay.run(changed, List.of(change.type()), learned)), there, learned);
        } catch (DateTimeException | ArithmeticException e) {
            return new Tried(null, there, learned);
        }
    }

    private String outcome(Facts facts) {
        Set<String> outcomes = new HashSet<>();
        for (FactType type : answers) {
            for (Row row : facts.of(type)) {
                boolean asked = !type.answers().anyQuestion()
                        || question.equals(row.value(type.question().orElseThrow()));
                if (asked
                        && subject.equals(
                                String.valueOf(row.value(type.subject().orElseThrow())))) {
                    outcomes.add(type.answers().outcome());
                }
            }
        }
        return outcomes.size() == 1 ? outcomes.iterator().next() : null;
    }
}
