package io.charter.rulebook;

import static io.charter.testing.TinyRules.DECISIONS;
import static io.charter.testing.TinyRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.charter.testing.TinyRules;
import io.charter.text.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One fault is one line: what follows from it is not listed, and what does not is. */
class OneFaultTest {

    private static final String BIG = rule("big", "Thing( $name : name, size > 5 )", "Big( $name )");
    private static final String SMALL = rule("small", "Thing( $name : name, size <= 5 )", "Small( $name )");
    private static final String LOAN = """
            declare Loan
                @input @en( "a loan" )
                to : String @optional @en( "to whom" )
                kind : String @values( "gift, lease" ) @en( "its kind" )
                until : LocalDate @only( "kind = lease" ) @en( "until when" )
                items : List @each( "String" ) @optional @en( "what" )
            end

            """;

    private static final String STAY = """
            declare Stay
                @input @en( "a stay" )
                name : String @en( "whose" )
                on : LocalDate @event @en( "its day" )
                days : long @en( "how long" )
                most : long @range( "0..90000" ) @en( "how long at most" )
                year : long @range( "1900..2100" ) @en( "its year" )
            end

            """;

    @TempDir
    private Path folder;

    private List<String> problems(String rules) {
        TinyRules.in(folder, rules);
        return RuleSets.in(folder).read("tiny").problems().stream()
                .map(Problem::message)
                .toList();
    }

    private List<String> small(String conditions) {
        return problems(
                DECISIONS + LOAN + BIG + rule("small", "Thing( $name : name ) " + conditions, "Small( $name )"));
    }

    @Test
    void theRulesBeneathHaveNoFault() {
        assertThat(problems(DECISIONS + BIG + SMALL)).isEmpty();
    }

    @Test
    void aVariableBoundToSomethingUnknownIsBound() {
        assertThat(small("Thong( $size : size ) Thing( size == $size )"))
                .containsExactly("unknown fact type Thong; did you mean \"Thing\"?");
        assertThat(small("Thing( $size : sice ) Thing( size == $size, size > $size )"))
                .containsExactly("Thing has no field sice; did you mean \"size\"?");
        assertThat(small("accumulate( Thing( $size : size ); $sum : avg( $size ); $sum > 3 ) Thing( size == $sum )"))
                .hasSize(1);
        assertThat(small("Thing( name == $nam ) Thing( on == $nam )")).hasSize(1);
    }

    @Test
    void aTypeThatCouldNotBeReadHasAnyField() {
        assertThat(problems(DECISIONS.replace("declare Big", "declare Big extends Bigger") + BIG + SMALL))
                .containsExactly("unknown fact type Bigger");
        assertThat(problems(DECISIONS.replaceFirst("name : String", "name String") + BIG + SMALL))
                .hasSize(1);
        assertThat(problems(DECISIONS.replaceFirst("String", "Sting") + BIG + SMALL))
                .containsExactly("unknown type Sting; did you mean \"String\"?");
    }

    @Test
    void anAnnotationThatWasMeantToBeAnotherIsNotMissedAsWell() {
        assertThat(problems(DECISIONS + BIG.replace("@clause", "@claus") + SMALL.replace("@clause", "@claus")))
                .hasSize(2);
        assertThat(problems(DECISIONS.replaceFirst("@answers", "@answer") + BIG + SMALL))
                .containsExactly("@answer has no meaning here; did you mean \"answers\"?");
        assertThat(problems(DECISIONS.replaceFirst("@key", "@kye") + BIG + SMALL))
                .containsExactly("@kye has no meaning here; did you mean \"key\"?");
    }

    @Test
    void clauseAndMessageAreCheckedWhateverElseIsWrong() {
        assertThat(problems(DECISIONS
                        + BIG
                        + SMALL.replace("size <= 5", "sice <= 5")
                                .replace("\"C1\"", "\"C9\"")
                                .replace("Because", "{nane}")))
                .hasSize(3);
    }

    @Test
    void aFieldThatMayHoldNothingIsGuardedWhereverItIsUsed() {
        for (String use : List.of(
                "to == \"a\"",
                "to in ( \"a\" )",
                "$to : to",
                "until < LocalDate.of( 2026, 1, 1 )",
                "$until : until",
                "items contains \"a\"",
                "items.size() % 2 == 1",
                "kind == to")) {
            assertThat(small("Loan( " + use + " )"))
                    .as(use)
                    .singleElement()
                    .asString()
                    .contains(" may hold nothing; write ");
        }
        for (String use : List.of(
                "to != null, to == \"a\"",
                "to != null, $to : to",
                "kind == \"lease\", $until : until",
                "to == null",
                "until != null, until.getYear() == 2026",
                "items != null, items contains \"a\"")) {
            assertThat(small("Loan( " + use + " )")).as(use).isEmpty();
        }
        assertThat(small("Loan( $to : to, to != null )")).hasSize(1);
        assertThat(small("Loan( kind != \"lease\", $until : until )")).hasSize(1);
    }

    @Test
    void whatTheEngineWouldRefuseOrBreakOffAtIsRefused() {
        for (String use : List.of(
                "on == LocalDate.of( 20260, 1, 1 )",
                "on == LocalDate.of( 2026, 2, 30 )",
                "on < LocalDate.of( 2026, 1, 1 ).plusYears( 1001 )",
                "on == on.withDayOfYear( 366 )",
                "on.getYear() % 0 == 1")) {
            assertThat(small("Thing( " + use + " )")).as(use).hasSize(1);
        }
        for (String use : List.of(
                "days * 2147483647 * 2147483647 * 9 > 0",
                "on.getYear() * 2000000 > 0",
                "1000000 * 1000000 > days",
                "on.plusDays( days ) > on",
                "on.plusMonths( most ) > on",
                "on == LocalDate.of( days, 1, 1 )")) {
            assertThat(problems(DECISIONS
                            + STAY
                            + BIG
                            + rule("small", "Stay( $name : name, " + use + " )", "Small( $name )")))
                    .as(use)
                    .hasSize(1);
        }
        for (String use : List.of(
                "days * 2147483647 > 0",
                "on.getYear() * 3 > 0",
                "on.plusDays( most ) > on, on.minusDays( 365000 ) < on",
                "on == LocalDate.of( year, 1, 1 ), on < LocalDate.of( on.getYear() + 1, 1, 1 )")) {
            assertThat(problems(DECISIONS
                            + STAY
                            + BIG
                            + rule("small", "Stay( $name : name, " + use + " )", "Small( $name )")))
                    .as(use)
                    .isEmpty();
        }
        for (String name : List.of("class", "int", "true", "and", "modify", "note")) {
            assertThat(problems(DECISIONS + LOAN.replace(" to :", " " + name + " :") + BIG + SMALL))
                    .as(name)
                    .hasSize(1);
        }
        for (String name :
                List.of("String", "List", "Object", "Rule", "not", "enum", "var", "yield", "sealed", "permits")) {
            assertThat(problems(DECISIONS + LOAN.replace("Loan", name) + BIG + SMALL))
                    .as(name)
                    .hasSize(1);
        }
    }
}
