package io.charter.explain;

import static io.charter.testing.TinyRules.DECISIONS;
import static io.charter.testing.TinyRules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.charter.testing.TinyRules;
import io.charter.text.CharterException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decisions say of rules written for the purpose: what each kind of condition cites, and what faulty rules lead to. */
class TinyRulesTest {

    private static final String SMALL_OTHERWISE =
            rule("small otherwise", "Thing( $name : name ) not Big( name == $name )", "Small( $name )");

    @TempDir
    private Path folder;

    private static List<Object> thing(String name, int size, String on) {
        return List.of(name, size, on);
    }

    private DecisionDocument decide(String rules, List<List<Object>> things) {
        return TinyRules.in(folder, DECISIONS + rules).decide(things.toArray(List[]::new));
    }

    @Test
    void existsCitesItsWitness() {
        DecisionDocument document = decide(
                rule("big beside a giant", "Thing( $name : name ) exists Thing( size > 100 )", "Big( $name )")
                        + SMALL_OTHERWISE,
                List.of(thing("a", 1, "2026-01-02"), thing("b", 200, "2026-01-03")));
        assertThat(document.decisions()).extracting(Decision::outcome).containsExactly("big", "big");
        assertThat(document.decisions().get(0).uses()).containsExactly("/facts/Thing/0", "/facts/Thing/1");
        assertThat(document.decisions().get(1).uses()).containsExactly("/facts/Thing/1");
    }

    @Test
    void anAccumulateCitesAllThatItCounts() {
        DecisionDocument document = decide(
                rule(
                                "big together",
                                "Thing( $name : name ) accumulate( Thing( size >= 5, $size : size ); $sum : sum( $size ); $sum >= 15 )",
                                "Big( $name )")
                        + SMALL_OTHERWISE,
                List.of(
                        thing("a", 1, "2026-01-02"),
                        thing("b", 7, "2026-01-03"),
                        thing("c", 8, "2026-01-04"),
                        thing("d", 2, "2026-01-01")));
        assertThat(document.decisions().get(0).uses())
                .containsExactly("/facts/Thing/0", "/facts/Thing/1", "/facts/Thing/2");
    }

    @Test
    void anAccumulateBehindANotCitesThemToo() {
        DecisionDocument document = decide(
                rule(
                                "big together",
                                "Thing( $name : name ) not Thing( size > 100 ) accumulate( Thing( size >= 5, $size : size ); $sum : sum( $size ); $sum >= 15 )",
                                "Big( $name )")
                        + SMALL_OTHERWISE,
                List.of(thing("a", 1, "2026-01-02"), thing("b", 7, "2026-01-03"), thing("c", 8, "2026-01-04")));
        assertThat(document.decisions().get(0).uses())
                .containsExactly("/facts/Thing/0", "/facts/Thing/1", "/facts/Thing/2");
    }

    @Test
    void theLeastAndTheGreatestAreFound() {
        DecisionDocument document = decide(
                rule(
                                "big when the largest",
                                "Thing( $name : name, $size : size ) accumulate( Thing( $other : size ); $most : max( $other ); $most == $size )",
                                "Big( $name )")
                        + SMALL_OTHERWISE,
                List.of(thing("a", 1, "2026-01-02"), thing("b", 7, "2026-01-03")));
        assertThat(document.decisions()).extracting(Decision::outcome).containsExactly("small", "big");
    }

    @Test
    void ofSeveralReasonsTheOneWithTheFewestAndEarliestFactsIsNamed() {
        DecisionDocument document = decide(
                rule("by any large one of the name", "Thing( $name : name, size > 5 )", "Big( $name )")
                        + rule(
                                "by two of the name",
                                "Thing( $name : name, $on : on ) Thing( name == $name, on > $on )",
                                "Big( $name )")
                        + SMALL_OTHERWISE,
                List.of(thing("a", 9, "2026-01-05"), thing("a", 9, "2026-01-02"), thing("a", 9, "2026-01-03")));
        assertThat(document.decisions()).hasSize(1);
        assertThat(document.decisions().get(0).rule()).isEqualTo("by any large one of the name");
        assertThat(document.decisions().get(0).uses()).containsExactly("/facts/Thing/1");
    }

    @Test
    void anUnverifiedClauseIsNamedByAllThatRestsOnIt() {
        DecisionDocument document = decide(
                rule("big by an unverified clause", "C2", "Thing( $name : name, size > 5 )", "Big( $name )")
                        + rule("small beside a big one", "Thing( $name : name, size <= 5 ) Big()", "Small( $name )"),
                List.of(thing("a", 9, "2026-01-02"), thing("b", 1, "2026-01-03")));
        assertThat(document.decisions().get(0).unverified()).containsExactly("C2");
        assertThat(document.decisions().get(1).unverified()).containsExactly("C2");
        assertThat(document.decisions().get(1).reliesOn()).containsExactly("state:a");
    }

    @Test
    void twoAnswersAreAFaultOfTheRulesThatNamesThem() {
        assertThatThrownBy(() -> decide(
                        rule("always big", "Thing( $name : name )", "Big( $name )")
                                + rule("always small", "Thing( $name : name )", "Small( $name )"),
                        List.of(thing("a", 9, "2026-01-02"))))
                .isInstanceOf(CharterException.class)
                .hasMessage(
                        "the rules are at fault: they answer state for a in 2 ways: big (rule \"always big\"); small (rule \"always small\")");
    }

    @Test
    void noAnswerIsAFaultOfTheRules() {
        assertThatThrownBy(() -> decide(
                        rule("big when large", "Thing( $name : name, size > 5 )", "Big( $name )")
                                + rule("small when tiny", "Thing( $name : name, size < 2 )", "Small( $name )"),
                        List.of(thing("a", 3, "2026-01-02"))))
                .hasMessage("the rules are at fault: no rule answers state for a");
    }

    @Test
    void anAnswerThatNobodyAskedForIsAFaultOfTheRules() {
        assertThatThrownBy(() -> decide(
                        rule("nobody is big", "AskedOn()", "Big( \"nobody\" )") + SMALL_OTHERWISE,
                        List.of(thing("a", 3, "2026-01-02"))))
                .hasMessage(
                        "the rules are at fault: rule \"nobody is big\" answers state for nobody, of whom it is not asked");
    }

    @Test
    void aFactAfterTheDateDoesNotExistYet() {
        assertThat(decide(
                                SMALL_OTHERWISE
                                        + rule("big when large", "Thing( $name : name, size > 5 )", "Big( $name )"),
                                List.of(thing("a", 3, "2026-06-01"), thing("b", 9, "2026-06-02")))
                        .decisions())
                .extracting(Decision::subject)
                .containsExactly("a");
    }
}
