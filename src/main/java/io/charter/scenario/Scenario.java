package io.charter.scenario;

import io.charter.rulebook.model.Edition;
import io.charter.text.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario that has been read and found valid.
 *
 * @param title a title, or null
 * @param asOf the date that it asks about
 * @param facts every fact that it states, those later than {@code asOf} too
 * @param document the document as written, with places
 */
public record Scenario(String id, String title, Edition edition, LocalDate asOf, List<Fact> facts, Node document) {

    /** The facts that the engine knows. */
    public List<Fact> known() {
        List<Fact> known = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            if (fact.knownBy(asOf)) {
                known.add(fact);
            }
        }
        return known;
    }
}
