package io.charter.engine;

import static io.charter.testing.Shape.big;
import static io.charter.testing.Shape.refused;
import static io.charter.testing.Shape.refusedWhole;
import static io.charter.testing.Shape.thing;
import static io.charter.testing.TinyRules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.charter.testing.PlainDrools;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How values compare: faults of Drools that no message shows, as in {@link SilentFaultsTest}. */
class SilentValuesTest {

    private static final String FACT = """
            package p
            import java.math.BigDecimal
            declare Fact amount : BigDecimal n : int text : String end
            """;
    private static final String LOAN = """
            declare Loan
                @input @en( "a loan" )
                sum : BigDecimal @optional @en( "how much" )
            end

            """;

    @TempDir
    private Path folder;

    private static PlainDrools rules(String... conditions) {
        StringBuilder rules = new StringBuilder(FACT);
        for (String condition : conditions) {
            rules.append("rule \"")
                    .append(condition.replace("\"", "'"))
                    .append("\" when ")
                    .append(condition)
                    .append(" then end\n");
        }
        return PlainDrools.of(rules.toString());
    }

    private static BigDecimal amount(String digits) {
        return new BigDecimal(digits);
    }

    /**
     * 5868 (amounts in a list of whole numbers) was mended before 10.2.0, where the engine finds 100 and 100.00 among 100 and
     * 200. Our language allows the shape.
     */
    @Test
    @DisplayName("5868: an amount is found in a list of whole numbers, whatever its decimals")
    void anAmountIsFoundInAList() {
        PlainDrools drools = rules("Fact( amount in ( 100, 200 ) )", "Fact( amount not in ( 100, 200 ) )");
        for (String digits : List.of("100", "100.00")) {
            assertThat(drools.fired(drools.fact("Fact", "amount", amount(digits))))
                    .as("Drools has broken 5868 again: refuse \"in\" for amounts in check")
                    .containsExactly("Fact( amount in ( 100, 200 ) )");
        }
        big(
                folder,
                rule("in", "Thing( $name : name, size in ( 100, 2.5 ) )", "Big( $name )"),
                List.of("a", "b", "c"),
                thing("a", 100),
                thing("b", amount("100.00")),
                thing("c", amount("2.50")),
                thing("d", 200));
        big(
                folder,
                rule("not in", "Thing( $name : name, size not in ( 100, 2.5 ) )", "Big( $name )"),
                List.of("d"),
                thing("a", amount("100.0")),
                thing("d", 200));
        refused(folder, "syntax", "Thing( size in ( `100B ) )");
    }

    /**
     * 4581 (from four rules on, the engine looks amounts up by hash, where 10 is not 10.00) was mended before 10.2.0. Our
     * language allows the shape, and joins too.
     */
    @Test
    @DisplayName("4581: amounts compare by value, in many rules on one field and from fact to fact")
    void amountsCompareByValue() {
        PlainDrools drools = rules(
                "Fact( amount == 0 )",
                "Fact( amount == 10 )",
                "Fact( amount == 20 )",
                "Fact( amount == 30 )",
                "Fact( amount == 10.5 )");
        assertThat(drools.fired(drools.fact("Fact", "amount", amount("10.00"))))
                .as("Drools has broken 4581 again: four rules may no longer ask == of one amount")
                .containsExactly("Fact( amount == 10 )");
        StringBuilder rules = new StringBuilder();
        for (String size : List.of("0", "10", "20", "30", "10.5")) {
            rules.append(rule("big at " + size, "Thing( $name : name, size == " + size + " )", "Big( $name )"));
        }
        rules.append(
                rule("equal", "Thing( name == \"x\", $x : size ) Thing( $name : name, size == $x )", "Big( $name )"));
        big(
                folder,
                rules.toString(),
                List.of("a", "b", "c", "x"),
                thing("a", amount("10.00")),
                thing("b", amount("10.50")),
                thing("c", amount("7.0")),
                thing("x", amount("7.00")),
                thing("d", 8));
    }

    /** 3305: the engine makes texts of numbers, or numbers of texts, and which it does depends on the comparison. */
    @Test
    @DisplayName("3305: texts and numbers compare, by their letters or by their value")
    void textsAndNumbersCompareInDrools() {
        String mended = "Drools has mended 3305: its own messages may now do for a text compared with a number";
        PlainDrools more = rules("Fact( text > 5 )");
        assertThat(more.fired(more.fact("Fact", "text", "bob"))).as(mended).hasSize(1);
        assertThat(more.fired(more.fact("Fact", "text", "10"))).as(mended).isEmpty();
        PlainDrools equal = rules("Fact( text == 3 )", "Fact( n == \"3\" )");
        assertThat(equal.fired(equal.fact("Fact", "text", "3", "n", 3)))
                .as(mended)
                .hasSize(2);
        PlainDrools joined = rules("Fact( text != null, $text : text ) Fact( n == $text )");
        assertThat(joined.fired(joined.fact("Fact", "text", "3"), joined.fact("Fact", "n", 3)))
                .as(mended)
                .hasSize(1);
    }

    @Test
    @DisplayName("3305: a text and a number do not compare, nor do two texts by order")
    void textsAndNumbersDoNotCompareInOurs() {
        refused(folder, "wrong_type", "Thing( `name > 5 )");
        refused(folder, "wrong_type", "Thing( `name == 3 )");
        refused(folder, "wrong_type", "Thing( `size == \"3\" )");
        refused(folder, "wrong_type", "Thing( size in ( `\"3\" ) )");
        refused(folder, "wrong_type", "Thing( $other : name ) Thing( `size == $other )");
        refused(folder, "wrong_type", "Thing( `name < \"b\" )");
    }

    /** 3481: what is null is left out of a sum, counted by a count, and a rule does not apply where a result is null. */
    @Test
    @DisplayName("3481: an accumulate passes over facts that hold nothing")
    void anAccumulatePassesOverNothingInDrools() {
        PlainDrools drools = rules(
                "accumulate( Fact( $a : amount ); $r : sum( $a ); $r == 4 )",
                "accumulate( Fact( $a : amount ); $r : average( $a ); $r == 4 )",
                "accumulate( Fact( $a : amount ); $r : count( $a ); $r == 2 )");
        assertThat(drools.fired(drools.fact("Fact"), drools.fact("Fact", "amount", amount("4"))))
                .as("Drools has mended 3481: the language may now let an accumulate bind fields that may hold nothing")
                .hasSize(3);
        PlainDrools none = rules(
                "Fact() accumulate( Fact( n > 5, $n : n ); $r : max( $n ) )",
                "Fact() accumulate( Fact( n > 5, $n : n ); $r : sum( $n ); $r == 0 )");
        assertThat(none.fired(none.fact("Fact")))
                .as("Drools now answers max of nothing otherwise: the language has to say what it means")
                .containsExactly("Fact() accumulate( Fact( n > 5, $n : n ); $r : sum( $n ); $r == 0 )");
    }

    @Test
    @DisplayName(
            "3481: an accumulate binds a field that may hold nothing only behind a guard; of nothing there is no greatest")
    void anAccumulateIsGuardedInOurs() {
        for (String function : List.of("sum", "min", "max")) {
            String conditions = "accumulate( Loan( $sum : sum ); $r : " + function + "( $sum ) )";
            refusedWhole(
                    folder, "null", LOAN + rule("shape", conditions.replace(": sum )", ": `sum )"), "Big( \"a\" )"));
        }
        String greatest = "Thing( $name : name ) accumulate( Thing( size > 100, $size : size ); $r : %s( $size )%s )";
        big(folder, rule("greatest", greatest.formatted("max", ""), "Big( $name )"), List.of(), thing("a", 1));
        big(folder, rule("sum", greatest.formatted("sum", "; $r == 0"), "Big( $name )"), List.of("a"), thing("a", 1));
    }

    /**
     * 3193, taken as the nulls in arithmetic and comparisons, since the text of that number could not be looked up. Arithmetic on
     * nothing breaks off with an exception, which is loud; comparisons are answered in silence.
     */
    @Test
    @DisplayName("3193: nothing is neither less than 5 nor not, and equals nothing")
    void nothingComparesInDrools() {
        PlainDrools drools = rules("Fact( amount < 5 )", "Fact( amount >= 5 )", "Fact( amount != 5 )");
        assertThat(drools.fired(drools.fact("Fact")))
                .as("Drools has mended 3193: the language may now ask for fewer guards")
                .containsExactly("Fact( amount != 5 )");
        PlainDrools joined = rules("$f : Fact( $a : amount ) Fact( this != $f, amount == $a )");
        assertThat(joined.fired(joined.fact("Fact", "n", 1), joined.fact("Fact", "n", 2)))
                .as("Drools has mended 3193: the language may now ask for fewer guards")
                .hasSize(2);
        PlainDrools sum = rules("Fact( amount + 1 > 0 )");
        assertThatThrownBy(() -> sum.fired(sum.fact("Fact"))).hasRootCauseInstanceOf(NullPointerException.class);
    }

    @Test
    @DisplayName("3193: a field that may hold nothing is compared only behind a guard")
    void nothingIsGuardedInOurs() {
        for (String conditions : List.of(
                "Loan( `sum < 5 )",
                "Loan( `sum != 5 )",
                "Loan( 5 > `sum )",
                "Thing( $size : size ) Loan( `sum == $size )",
                "Loan( $sum : `sum )")) {
            refusedWhole(folder, "null", LOAN + rule("shape", conditions, "Big( \"a\" )"));
        }
    }

    /** The classic engine, which is not on our class path, divides 3 by 2 into 1.5; the executable model into 1. */
    @Test
    @DisplayName("int / 2: three halves are one, unlike in the classic engine")
    void wholeNumbersDivideDown() {
        PlainDrools drools = rules("Fact( n / 2 == 1.5 )", "Fact( n / 2 == 1 )");
        assertThat(drools.fired(drools.fact("Fact", "n", 3)))
                .as("Drools has mended int / 2: the language may now divide")
                .containsExactly("Fact( n / 2 == 1 )");
        refused(folder, "language", "Thing( on.getYear() `/ 2 == 1013 )");
        big(
                folder,
                rule("half", "Thing( $name : name, 2 * 1013 == on.getYear() )", "Big( $name )"),
                List.of("a"),
                thing("a", 3));
    }
}
