package io.charter.rulebook.model;

import io.charter.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A type of facts: of those that scenarios state, or of those that rules derive.
 *
 * @param parent the type that it extends, or null
 * @param fields all its fields, inherited ones first, in the order of declaration
 * @param kind where its facts come from
 * @param identity the fields that no two facts of an input type may share; empty where any number may be equal
 * @param answers the question and outcome that a fact of this type decides, or null
 * @param disregards the facts that a fact of this type says do not count, and for which question, or null
 * @param demand whether its facts only say that something is asked about; no answer rests on them
 * @param docs a line of documentation by language
 */
public record FactType(
        String name,
        FactType parent,
        List<Field> fields,
        Kind kind,
        List<String> identity,
        Answer answers,
        Disregard disregards,
        boolean demand,
        Map<String, String> docs,
        Position at) {

    /** By the name alone, which tells it apart from all others: all that it is made of would take long. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    public enum Kind {
        /** Stated by scenarios. */
        INPUT,
        /** What several input types have in common; matched by rules, stated by nobody. */
        PARENT,
        /** The date that the scenario asks about. */
        TODAY,
        /** Derived by rules. */
        DERIVED
    }

    /** {@code question.outcome}; the question is {@code *} where a field of the fact says it. */
    public record Answer(String question, String outcome) {
        public boolean anyQuestion() {
            return question.equals("*");
        }
    }

    /** Facts of an input type that were meant to move the answer to a question, and do not count. */
    public record Disregard(String question, String type) {}

    public Optional<Field> field(String fieldName) {
        return first(field -> field.name().equals(fieldName));
    }

    /** The place of a field among all fields. */
    public int place(String fieldName) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(fieldName)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no " + fieldName);
    }

    public Optional<Field> subject() {
        return first(Field::subject);
    }

    public Optional<Field> question() {
        return first(Field::question);
    }

    public Optional<Field> event() {
        return first(Field::event);
    }

    /** A loop, and no stream: facts are compared by their day in the innermost loops of all. */
    private Optional<Field> first(Predicate<Field> wanted) {
        for (Field field : fields) {
            if (wanted.test(field)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** The details of a decision of this type: the fields that are neither its subject nor its question. */
    public List<Field> details() {
        List<Field> details = new ArrayList<>(fields);
        details.removeIf(field -> field.subject() || field.question());
        return details;
    }

    /** Whether a pattern on the other type matches facts of this one. */
    public boolean isA(FactType other) {
        return name.equals(other.name) || parent != null && parent.isA(other);
    }
}
