package io.charter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.explain.DecisionDocument;
import io.charter.testing.TestRules;
import io.charter.testing.TinyRules;
import io.charter.text.JsonText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that was used before decides as a new one, whatever it held. */
class SessionsTest {

    private static final String RULES = TinyRules.DECISIONS
            + TinyRules.rule(
                    "the largest of its day is big",
                    "Thing( $name : name, $size : size, $on : on )\n    not Thing( on == $on, size > $size )",
                    "Big( $name )")
            + TinyRules.rule(
                    "what is smaller than another of its day is small",
                    "Thing( $name : name, $size : size, $on : on )\n    exists Thing( on == $on, size > $size )",
                    "Small( $name )");

    @TempDir
    Path folder;

    private static String scenario(String id, int things, int largest) {
        List<Object> facts = new ArrayList<>();
        for (int i = 0; i < things; i++) {
            facts.add(Map.of("name", "thing" + i, "size", i == largest ? things : i, "on", "2026-01-01"));
        }
        return JsonText.line(
                Map.of("id", id, "edition", "tiny", "asOf", "2026-06-01", "facts", Map.of("Thing", facts)));
    }

    @Test
    void whatASessionHeldBeforeDoesNotMatter() {
        Path rules = folder;
        TinyRules.in(rules, RULES);
        List<String> scenarios = List.of(
                scenario("few", 3, 1),
                scenario("none", 0, 0),
                scenario("as few", 3, 2),
                scenario("more than a session is kept with", 3000, 10),
                scenario("few again", 4, 0));
        Charter used = Charter.load(rules, TestRules.CACHE);
        for (int round = 0; round < 2; round++) {
            for (String scenario : scenarios) {
                DecisionDocument fresh = Charter.load(rules, TestRules.CACHE).decide(scenario);
                assertThat(used.decide(scenario)).isEqualTo(fresh);
            }
        }
        assertThat(used.decide(scenarios.get(0)).decisions())
                .extracting(d -> d.key() + " " + d.outcome())
                .containsExactly("state:thing0 small", "state:thing1 big", "state:thing2 small");
    }
}
