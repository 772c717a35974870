package io.charter.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything that an edition decides of one scenario.
 *
 * @param scenario the id of the scenario
 * @param title its title, or null
 * @param asOf the date asked about
 * @param rules a hash of the rules that decided
 * @param decisions by question in the order of the edition, then by subject
 */
public record DecisionDocument(
        String scenario, String title, String edition, LocalDate asOf, String rules, List<Decision> decisions) {

    /** Whether another document answers the same questions of the same subjects with the same outcomes and details. */
    public boolean sameAnswers(DecisionDocument other) {
        return decisions.size() == other.decisions.size()
                && IntStream.range(0, decisions.size())
                        .allMatch(i -> decisions.get(i).sameAnswer(other.decisions.get(i)));
    }
}
