package io.charter.rulebook;

import static io.charter.testing.TinyRules.DECISIONS;
import static io.charter.testing.TinyRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.charter.explain.Decision;
import io.charter.explain.DecisionDocument;
import io.charter.testing.TinyRules;
import io.charter.text.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A type may rest on itself along a date, strictly forward, and in no other way. */
class CyclesTest {

    static final String STEP = """
            declare Step
                name : String @key
                on : LocalDate @key @along
            end

            """;
    static final String ANSWERS = rule("big when a step", "Step( $name : name )", "Big( $name )")
            + rule("small otherwise", "Thing( $name : name ) not Big( name == $name )", "Small( $name )")
            + rule("a thing is a step", "Thing( $name : name, $on : on, size > 5 )", "Step( $name, $on )");

    @TempDir
    private Path folder;

    private List<String> problems(String rules) {
        TinyRules.in(folder, DECISIONS + rules);
        return RuleSets.in(folder).read("tiny").problems().stream()
                .map(Problem::message)
                .toList();
    }

    @Test
    void rulesThatGoForwardAlongADateAreFine() {
        assertThat(problems(STEP
                        + ANSWERS
                        + rule(
                                "a later one of the name",
                                "Thing( $name : name, $on : on ) Step( name == $name, on < $on )",
                                "Step( $name, $on )")))
                .isEmpty();
        assertThat(problems(STEP
                        + ANSWERS
                        + rule(
                                "the first of the name",
                                "Thing( $name : name, $on : on ) not Step( name == $name, $on > on )",
                                "Step( $name, $on )")))
                .isEmpty();
    }

    @Test
    void theSameDayIsNotEarlier() {
        assertThat(problems(STEP
                        + ANSWERS
                        + rule(
                                "again",
                                "Thing( $name : name, $on : on ) Step( name == $name, on <= $on )",
                                "Step( $name, $on )")))
                .singleElement()
                .asString()
                .startsWith("rule \"again\" closes a cycle: Step rests on Step; break it");
    }

    @Test
    void anotherDateThanThatOfTheConclusionDoesNotCount() {
        assertThat(problems(STEP
                        + ANSWERS
                        + rule(
                                "again",
                                "Thing( $name : name, $on : on ) Thing( $late : on ) Step( name == $name, on < $late )",
                                "Step( $name, $on )")))
                .hasSize(1);
        assertThat(problems(STEP.replace(" @along", "")
                        + ANSWERS
                        + rule(
                                "again",
                                "Thing( $name : name, $on : on ) Step( name == $name, on < $on )",
                                "Step( $name, $on )")))
                .hasSize(1);
    }

    @Test
    void aLongerCycleIsFoundAndNamedThroughNotAndAccumulateToo() {
        assertThat(problems("""
                declare Other
                    name : String @key
                end

                """ + STEP + ANSWERS + rule("other", "Step( $name : name )", "Other( $name )")
                        + rule(
                                "back",
                                "Thing( $name : name, $on : on ) not Other( name == $name )",
                                "Step( $name, $on )")))
                .containsExactly(
                        "rule \"other\" closes a cycle: Other rests on Step, which rests on Other; break it, or let it move along a date (mark the date of each type with @along, and look only at earlier ones)",
                        "rule \"back\" closes a cycle: Step rests on Other, which rests on Step; break it, or let it move along a date (mark the date of each type with @along, and look only at earlier ones)");
        assertThat(problems(STEP
                        + ANSWERS
                        + rule(
                                "counted",
                                "Thing( $name : name, $on : on ) accumulate( Step( name == $name ); $n : count(); $n < 3 )",
                                "Step( $name, $on )")))
                .hasSize(1);
    }

    @Test
    void aStepOfTheSameDayIsFineWhereAnotherGoesBackInTime() {
        String around = """
                declare Other
                    name : String @key
                    on : LocalDate @key @along
                end

                """ + STEP + ANSWERS + rule("other", "Step( $name : name, $on : on )", "Other( $name, $on )");
        assertThat(problems(around
                        + rule(
                                "back",
                                "Thing( $name : name, $on : on ) not Other( name == $name, on < $on )",
                                "Step( $name, $on )")))
                .isEmpty();
        assertThat(problems(around
                        + rule(
                                "later",
                                "Other( $name : name, $on : on ) Thing( name == $name, on > $on )",
                                "Step( $name, $on.plusDays( 1 ) )")))
                .isEmpty();
        assertThat(problems(around
                        + rule(
                                "through a variable",
                                "Thing( $name : name, $early : on ) Thing( name == $name, on > $early, $on : on ) not Other( name == $name, on <= $early )",
                                "Step( $name, $on )")))
                .isEmpty();
        assertThat(problems(around
                        + rule(
                                "same day",
                                "Thing( $name : name, $on : on ) not Other( name == $name, on <= $on )",
                                "Step( $name, $on )")))
                .hasSize(2);
        assertThat(problems(around
                        + rule(
                                "earlier",
                                "Other( $name : name, $on : on ) Thing( name == $name )",
                                "Step( $name, $on.minusDays( 1 ) )")))
                .hasSize(1);
    }

    private List<String> next(String conditions, String day) {
        return problems(STEP + ANSWERS + rule("next", conditions, "Step( $name, " + day + " )"));
    }

    @Test
    void aDateMovesOnOnlyUpToOneThatTheCycleDoesNotMake() {
        String step = "Step( $name : name, $on : on ) ";
        assertThat(next(step, "$on.plusDays( 1 )"))
                .containsExactly(
                        "rule \"next\" may go on for ever: $on.plusDays(1) is calculated from a fact that rests in turn on what the rule derives; take it from a fact outside the cycle, or keep it no later than a date of one by a constraint");
        for (String bound : List.of(
                "Thing( on > $on )",
                "Thing( on >= $on.plusDays( 1 ) )",
                "Thing( on.plusYears( 1 ) > $on )",
                "AskedOn( $today : date, $on < $today )",
                "Thing( $on < LocalDate.of( 2030, 1, 1 ) )",
                "accumulate( Thing( $d : on ); $last : max( $d ); $on < $last )")) {
            assertThat(next(step + bound, "$on.plusDays( 1 )")).as(bound).isEmpty();
        }
        for (String none : List.of(
                "Thing( on < $on )",
                "Thing( name == $name )",
                "exists Thing( on > $on )",
                "not Thing( on <= $on )",
                "Thing( $on.minusDays( 1 ) < $on )")) {
            assertThat(next(step + none, "$on.plusDays( 1 )")).as(none).hasSize(1);
        }
    }

    @Test
    void aRecursionThatIsBoundedComesToAnEnd() {
        DecisionDocument decided = TinyRules.in(
                        folder,
                        DECISIONS
                                + STEP
                                + ANSWERS
                                + rule(
                                        "next",
                                        "Thing( $name : name, $last : on ) Step( name == \"a\", on < $last, $on : on )",
                                        "Step( $name, $on.plusDays( 1 ) )"))
                .decide(List.of("a", 9, "2026-01-01"), List.of("b", 1, "2026-01-05"));
        assertThat(decided.decisions()).extracting(Decision::outcome).containsExactly("big", "big");
    }

    private List<String> again(String conditions) {
        return problems(STEP + ANSWERS + rule("again", conditions, "Step( $name, $on )"));
    }

    @Test
    void whatIsDeniedSaysNothingOfOtherDates() {
        String step = "Thing( $name : name, $on : on ) Step( name == $name, $early : on ) ";
        assertThat(again(step + "not Thing( $early < $on )")).hasSize(1);
        assertThat(again(step + "exists Thing( on > $early, on == $on )")).hasSize(1);
        assertThat(again(step + "accumulate( Thing( $early < $on ); $n : count() )"))
                .hasSize(1);
        assertThat(again(step + "Thing( $late : on, $early < $late, $late <= $on )"))
                .isEmpty();
    }

    @Test
    void whatAnAccumulateGivesIsKnownBehindIt() {
        assertThat(again(
                        "Thing( $name : name, $on : on ) accumulate( Thing( $d : on ); $last : max( $d ); $last < $on ) "
                                + "Step( name == $name, on <= $last )"))
                .isEmpty();
    }

    @Test
    void variablesOfOneNameInDifferentConditionsAreDifferent() {
        assertThat(again("Thing( $name : name, $on : on ) not Thing( $early : on, $early < $on ) "
                        + "Step( name == $name, $early : on )"))
                .hasSize(1);
        assertThat(again("Thing( $name : name, $on : on ) not Step( name == $name, $early : on, $early < $on )"))
                .isEmpty();
    }

    @Test
    void aDateMovedByAFieldIsThatOfItsOwnFact() {
        String moved = """
                declare Delay
                    @input @en( "a delay" )
                    days : long @en( "how many days" )
                    until : LocalDate @en( "the day" )
                end

                """;
        assertThat(problems(moved
                        + STEP
                        + ANSWERS
                        + rule(
                                "again",
                                "Thing( $name : name, $day : on ) Delay( until == $day.plusDays( days ), $on : until ) "
                                        + "Delay( until < $day.plusDays( days ), $early : until ) Step( name == $name, on == $early )",
                                "Step( $name, $on )")))
                .hasSize(1);
    }

    @Test
    void theFirstDayOfAYearIsNoLaterThanADayOfIt() {
        assertThat(again("Thing( $name : name, $on : on ) Step( name == $name, on < $on.withDayOfYear( 1 ) )"))
                .isEmpty();
        assertThat(problems(STEP
                        + ANSWERS
                        + rule(
                                "again",
                                "Thing( $name : name, $day : on ) Step( name == $name, on < $day )",
                                "Step( $name, $day.withDayOfYear( 1 ) )")))
                .hasSize(1);
    }
}
