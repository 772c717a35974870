package io.charter.rulebook.model;

import io.charter.text.Position;
import java.util.Map;

/**
 * A question that an edition answers.
 *
 * @param always the subject of a question asked of every scenario, or null
 * @param of the field whose values are the subjects, or null
 * @param titles what the question is about, with its article, by language
 * @param outcomes the answers that there are, each with its title by language
 * @param ofAt where the field stands, or the question where there is none
 * @param outcomesAt where the outcomes stand
 */
public record Question(
        String name,
        String always,
        Field.Reference of,
        Map<String, String> titles,
        Map<String, Map<String, String>> outcomes,
        Position at,
        Position ofAt,
        Map<String, Position> outcomesAt) {

    /** Where an outcome stands. */
    public Position outcomeAt(String outcome) {
        return outcomesAt.getOrDefault(outcome, at);
    }
}
