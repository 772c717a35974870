package io.charter.explain;

import java.util.List;
import java.util.Map;

/**
 * The answer to one question about one subject, and what it rests on.
 *
 * @param details what the outcome comes with, in the order of its declaration: String, LocalDate, BigDecimal, Long, Boolean or List
 * @param clause the clause that decides, or null where the text is silent
 * @param rule the rule that decides; null, as the clause is, where only the outcome was wanted
 * @param because the reason as a sentence, in the language asked for; null, and all that follows empty, where it was not wanted
 * @param uses JSON pointers of the facts of the scenario that the answer rests on, in the order in which they happened; those
 *     behind a decision on the same subject that it relies on are not named again
 * @param reliesOn the decisions of the same document that it rests on, as {@code question:subject}
 * @param unverified the clauses of the derivation whose text no source at hand confirms
 * @param assumes JSON pointers of all facts reached that the scenario assumes
 * @param disregards facts that were meant to move the decision and do not count; {@code because} says so too
 */
public record Decision(
        String question,
        String subject,
        String outcome,
        Map<String, Object> details,
        String clause,
        String rule,
        String because,
        List<String> uses,
        List<String> reliesOn,
        List<String> unverified,
        List<String> assumes,
        List<Disregarded> disregards) {

    /**
     * A fact that was meant to move the decision and does not count.
     *
     * @param fact its JSON pointer
     * @param because why, as a sentence
     */
    public record Disregarded(String fact, String because) {}

    /** {@code question:subject}, as {@link #reliesOn} names decisions. */
    public String key() {
        return question + ":" + subject;
    }

    /** Whether another decision gives the same outcome with the same details to the same question and subject. */
    public boolean sameAnswer(Decision other) {
        return key().equals(other.key())
                && outcome.equals(other.outcome)
                && DecisionData.details(this).equals(DecisionData.details(other));
    }
}
