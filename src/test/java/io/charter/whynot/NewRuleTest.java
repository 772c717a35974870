package io.charter.whynot;

import static io.charter.testing.TinyRules.DECISIONS;
import static io.charter.testing.TinyRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.charter.explain.ReasonTrees;
import io.charter.report.WaysData;
import io.charter.report.WaysOutline;
import io.charter.testing.TinyRules;
import io.charter.text.Node;
import io.charter.text.NodeReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that somebody writes today is explained today, by its own words: each kind of condition, one constraint at a time. */
class NewRuleTest {

    private static final String SMALL_OTHERWISE =
            rule("small otherwise", "Thing( $name : name ) not Big( name == $name )", "Small( $name )");

    private static final String THINGS = """
            {"id": "tiny", "edition": "tiny", "asOf": "2026-06-01", "facts": {"Thing": [
              {"name": "a", "size": 600000000, "on": "2026-01-10"},
              {"name": "b", "size": 7.5, "on": "2026-02-01"},
              {"name": "c", "size": 3, "on": "2026-07-01"}]}}
            """;

    @TempDir
    private Path folder;

    /** Why the thing a is not big by a rule with these conditions. */
    private Otherwise ask(String declared, String when) {
        var charter = TinyRules.in(
                        folder,
                        DECISIONS + declared + rule("a new norm makes big", when, "Big( $name )") + SMALL_OTHERWISE)
                .charter();
        ReasonTrees trees = charter.reasons(charter.read(THINGS), "en");
        return Otherwise.ask(trees, "state:a", "big");
    }

    private Node nearest(String declared, String when) {
        Node ways = NodeReader.json("-", 0, WaysData.text(ask(declared, when))).get("ways");
        return ways.items().get(0);
    }

    private Node fails(String when) {
        return nearest("", when).get("fails").items().get(0);
    }

    private static String text(Node node, String key) {
        return node.get(key) == null ? null : node.get(key).text();
    }

    private static List<String> facts(Node finding) {
        return finding.get("facts").items().stream().map(Node::text).toList();
    }

    @Test
    void anAmountIsShortToTheCent() {
        Node way =
                nearest("", "Thing( name == \"a\", $name : name, size > 1000000000, on < LocalDate.of( 2026, 2, 1 ) )");
        assertThat(way.get("rule").text()).isEqualTo("a new norm makes big");
        assertThat(way.get("clause").text()).isEqualTo("C1");
        assertThat(way.get("at").text()).isEqualTo("first/rules.drl:17");
        assertThat(way.get("fails").items()).hasSize(1);
        Node fails = way.get("fails").items().get(0);
        assertThat(text(fails, "condition")).isEqualTo("size > 1000000000");
        assertThat(text(fails, "at")).isEqualTo("first/rules.drl:20:39");
        assertThat(text(fails, "needed")).isEqualTo("more than 1000000000");
        assertThat(text(fails, "is")).isEqualTo("600000000");
        assertThat(text(fails, "because")).isEqualTo("short by 400,000,000.01");
        assertThat(facts(fails)).containsExactly("/facts/Thing/0");
    }

    @Test
    void aDateIsLateByDays() {
        Node fails = fails("Thing( $name : name, size > 5, on <= LocalDate.of( 2026, 1, 7 ) )");
        assertThat(text(fails, "condition")).isEqualTo("on <= LocalDate.of(2026, 1, 7)");
        assertThat(text(fails, "needed")).isEqualTo("2026-01-07 or before");
        assertThat(text(fails, "is")).isEqualTo("2026-01-10");
        assertThat(text(fails, "because")).isEqualTo("3 days too late");
        assertThat(text(fails("Thing( $name : name, on < LocalDate.of( 2026, 1, 10 ) )"), "because"))
                .isEqualTo("1 day too late");
        assertThat(text(fails("Thing( $name : name, on > LocalDate.of( 2026, 1, 10 ) )"), "because"))
                .isEqualTo("1 day too early");
        assertThat(text(fails("Thing( $name : name, on == LocalDate.of( 2026, 1, 12 ) )"), "because"))
                .isEqualTo("2 days too early");
    }

    @Test
    void aJoinFailsByTheConstraintThatDoesNotHold() {
        Node fails = fails(
                "Thing( $name : name, $size : size, $on : on )\n    Thing( name != $name, on > $on, size >= $size )");
        assertThat(text(fails, "condition")).isEqualTo("size >= $size");
        assertThat(text(fails, "needed")).isEqualTo("at least 600000000");
        assertThat(text(fails, "is")).isEqualTo("7.5");
        assertThat(text(fails, "because")).isEqualTo("short by 599,999,992.5");
        assertThat(facts(fails)).contains("/facts/Thing/1", "/facts/Thing/0");
    }

    @Test
    void aFactInTheWayOfAnAbsenceIsNamed() {
        Node fails = fails("Thing( $name : name )\n    not Thing( name != $name, size < 10 )");
        assertThat(text(fails, "condition")).isEqualTo("not Thing( name != $name, size < 10 )");
        assertThat(text(fails, "because")).isEqualTo("stands in the way");
        assertThat(facts(fails)).contains("/facts/Thing/1");
        assertThat(fails.get("lacks")).isNull();
    }

    @Test
    void aFactThatDoesNotExistYetIsNamedWithItsDay() {
        Node fails = fails("Thing( $name : name )\n    exists Thing( name == \"c\" )");
        assertThat(text(fails, "because"))
                .isEqualTo("the fact happens only on 1 July 2026, after the date asked about");
        assertThat(facts(fails)).startsWith("/facts/Thing/2");
        assertThat(text(fails.get("lacks"), "type")).isEqualTo("Thing");
    }

    @Test
    void aFactThatIsNotThereIsSaidWithTheValuesThatItWouldNeed() {
        Node way = nearest("", "Thing( $name : name )\n    exists Thing( name == \"d\", size == 4 )");
        Node fails = way.get("fails").items().get(0);
        assertThat(text(fails, "condition")).isEqualTo("exists Thing( name == \"d\", size == 4 )");
        assertThat(text(fails, "because")).isEqualTo("there is no such fact");
        assertThat(text(fails.get("lacks"), "type")).isEqualTo("Thing");
        assertThat(text(fails.get("lacks"), "name")).isEqualTo("d");
        assertThat(facts(fails)).isEmpty();
        Node holds = way.get("holds").items().get(0);
        assertThat(text(holds, "condition")).isEqualTo("Thing( $name : name )");
        assertThat(text(holds, "at")).isEqualTo("first/rules.drl:20:5");
        assertThat(facts(holds)).containsExactly("/facts/Thing/0");
    }

    @Test
    void whatIsCountedIsTooFewByANumber() {
        Node fails = fails("Thing( $name : name )\n    accumulate( Thing( size >= 5 ); $many : count(); $many >= 4 )");
        assertThat(text(fails, "condition")).isEqualTo("$many >= 4");
        assertThat(text(fails, "needed")).isEqualTo("at least 4");
        assertThat(text(fails, "is")).isEqualTo("2");
        assertThat(text(fails, "because")).isEqualTo("short by 2");
        assertThat(facts(fails)).containsExactly("/facts/Thing/0", "/facts/Thing/1");
    }

    @Test
    void whatIsSummedAndWhatIsChosenMissByAmounts() {
        Node sum = fails(
                "Thing( $name : name )\n    accumulate( Thing( $size : size ); $all : sum( $size ); $all < 600000007.5 )");
        assertThat(text(sum, "needed")).isEqualTo("less than 600000007.5");
        assertThat(text(sum, "is")).isEqualTo("600000007.5");
        assertThat(text(sum, "because")).isEqualTo("over by 0.01");
        Node least = fails(
                "Thing( $name : name )\n    accumulate( Thing( $size : size ); $least : min( $size ); $least > 8 )");
        assertThat(text(least, "because")).isEqualTo("short by 0.51");
        Node last = fails(
                "Thing( $name : name )\n    accumulate( Thing( $on : on ); $last : max( $on ); $last >= LocalDate.of( 2026, 3, 1 ) )");
        assertThat(text(last, "because")).isEqualTo("28 days too early");
    }

    @Test
    void aChoiceSaysWhatItIsNoneOf() {
        Node fails = fails("Thing( $name : name )\n    Thing( name == $name, size in ( 1, 2 ) )");
        assertThat(text(fails, "needed")).isEqualTo("one of 1 and 2");
        assertThat(text(fails, "because")).isEqualTo("it is 600,000,000, none of 1 and 2");
    }

    @Test
    void aDerivedFactThatIsWantingIsFollowedToTheFactsOfTheScenario() {
        String declared = """
                declare Heavy
                    name : String @key
                end

                """
                + rule("what is over a billion is heavy", "Thing( size > 1000000000, $name : name )", "Heavy( $name )");
        String when = "Thing( $name : name )\n    Heavy( name == $name )";
        Node way = nearest(declared, when);
        assertThat(way.get("fails").items())
                .singleElement()
                .satisfies(fails -> assertThat(text(fails, "because")).isEqualTo("short by 400,000,000.01"));
        assertThat(WaysOutline.text(ask(declared, when), 80, false)).startsWith("""
                tiny · tiny · as of 1 June 2026

                The state of a thing · A: small. Why not “big”?
                state:a
                The nearest ways to it, the nearest first; there may be others. ✓ holds, ✗
                fails.

                1  A new norm makes big
                   clause C1 · first/rules.drl:29
                   ✗  its size: needed: more than 1,000,000,000; is: 600,000,000; short by
                      400,000,000.01
                      by the rule “what is over a billion is heavy”, clause C1
                      size > 1000000000 · first/rules.drl:24:12
                      a thing (its name: a; its size: 600,000,000; its day: 10 January 2026)
                      /facts/Thing/0
                   This rule builds on others, in turn:
                   →  What is over a billion is heavy
                      clause C1 · first/rules.drl:21
                   ✓  a thing (its name: a; its size: 600,000,000; its day: 10 January 2026)
                """);
    }
}
