package io.charter.engine;

import static io.charter.testing.Shape.big;
import static io.charter.testing.Shape.refused;
import static io.charter.testing.Shape.refusedWhole;
import static io.charter.testing.Shape.thing;
import static io.charter.testing.TinyRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.charter.rulebook.RuleSets;
import io.charter.testing.PlainDrools;
import io.charter.testing.TinyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which rules apply: faults of Drools that no message shows, each in the smallest rules that show it, and beside it what keeps
 * the users of our language out of its way. The tests hold what Drools does today; one that fails after an upgrade says that
 * Drools has mended a fault, and what may be allowed then. docs/engine-faults.md lists them.
 */
class SilentFaultsTest {

    private static final String TYPES = """
            package p
            declare Seed end
            declare A v : int end
            declare B v : int end
            declare C end
            """;
    private static final String STEP = """
            declare Step
                name : String @key
            end

            declare Other
                name : String @key
            end

            """;
    private static final String STEPS = rule("step", "Thing( $name : name, size > 5 )", "Step( $name )")
            + rule("other", "Thing( $name : name, size > 50 )", "Other( $name )");

    @TempDir
    private Path folder;

    /** Reported of nested conditions; the brackets are not needed, the second package is. */
    @Test
    @DisplayName("7115: a rule with exists and not stops applying because of an unrelated rule of another package")
    void existsAndNotStopApplyingInDrools() {
        String make = "rule make when Seed() then insert( new A() ); end\n";
        String nested = "rule subject when exists ( A() and not B() ) then end\n";
        String flat = "rule subject when exists A() not B() then end\n";
        String sibling = "rule sibling when exists ( A() and C() ) then end\n";
        String flatSibling = "rule sibling when exists A() exists C() then end\n";
        for (String[] rules : new String[][] {{nested, sibling}, {flat, flatSibling}}) {
            PlainDrools drools = PlainDrools.of(
                    TYPES,
                    "package p.a; import p.*; " + make,
                    "package p.b; import p.*; " + rules[0],
                    "package p.c; import p.*; " + rules[1]);
            assertThat(drools.fired(drools.fact("Seed")))
                    .as("Drools has mended 7115: the language may now allow rules in several packages")
                    .containsExactly("make");
            PlainDrools together = PlainDrools.of(TYPES + make + rules[0] + rules[1]);
            assertThat(together.fired(together.fact("Seed"))).containsExactly("make", "subject");
        }
    }

    @Test
    @DisplayName("7115, 7109: an edition is one package; exists and not take one pattern")
    void anEditionIsOnePackage() throws IOException {
        refused(folder, "language", "Thing( $name : name ) exists `( Step() and not Other() )");
        refused(folder, "language", "Thing( $name : name ) not `( Step() and Other() )");
        TinyRules.in(folder, TinyRules.DECISIONS);
        Files.writeString(folder.resolve("first/more.drl"), "package another\n");
        assertThat(RuleSets.in(folder).read("tiny").problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("package");
            assertThat(problem.at().file()).endsWith("more.drl");
        });
        Files.delete(folder.resolve("first/more.drl"));
        big(
                folder,
                STEP
                        + rule("subject", "Thing( $name : name, size == 1 ) exists Step() not Other()", "Big( $name )")
                        + rule(
                                "sibling",
                                "Thing( $name : name, size == 2 ) exists Step() exists Other()",
                                "Big( $name )")
                        + STEPS,
                List.of("a"),
                thing("a", 1),
                thing("b", 2),
                thing("c", 9));
    }

    /** Reported as apache/incubator-kie 7109, mended after 10.2.0. */
    @Test
    @DisplayName(
            "7109: a rule with an accumulate stops applying because of a rule that begins alike, in another package")
    void anAccumulateStopsApplyingInDrools() {
        String counting = "rule counting when A( $v : v ) accumulate( B( v == $v ); $n : count(); $n > 0 ) then end\n";
        String sibling = "rule sibling when A( $v : v ) C() then end\n";
        String most =
                "rule one when Seed() C() then end rule two when Seed() C() then end rule three when C() then end\n";
        PlainDrools drools = PlainDrools.of(TYPES + most, "package q; import p.*;\n" + counting + sibling);
        assertThat(drools.fired(drools.fact("A", "v", 1), drools.fact("B", "v", 1)))
                .as("Drools has mended 7109: the language may now allow rules in several packages")
                .isEmpty();
        PlainDrools together = PlainDrools.of(TYPES + most + counting + sibling);
        assertThat(together.fired(together.fact("A", "v", 1), together.fact("B", "v", 1)))
                .containsExactly("counting");
    }

    @Test
    @DisplayName("7109: in our one package, the rule with the accumulate applies")
    void anAccumulateAppliesInOurs() {
        big(
                folder,
                STEP
                        + rule(
                                "counting",
                                "Thing( $name : name, size < 5 ) accumulate( Step( name != $name ); $n : count(); $n > 1 )",
                                "Big( $name )")
                        + rule("sibling", "Thing( $name : name, size < 5 ) exists Other()", "Big( $name )")
                        + STEPS,
                List.of("a"),
                thing("a", 1),
                thing("b", 8),
                thing("c", 9));
    }

    /** Reported as apache/incubator-kie-issues 2366, for facts that are modified; a count in front does the same to it. */
    @Test
    @DisplayName("2366: the least of what an accumulate chooses is one that no longer fits, by the order of the facts")
    void theLeastIsStaleInDrools() {
        PlainDrools drools = PlainDrools.of(TYPES + """
                declare Least v : int @key end
                rule least when
                    accumulate( B(); $n : count() )
                    accumulate( A( v >= $n, $v : v ); $least : min( $v ) )
                then insertLogical( new Least( $least ) ); end
                """);
        Object one = drools.fact("A", "v", 1);
        Object two = drools.fact("A", "v", 2);
        Object b = drools.fact("B");
        Object another = drools.fact("B", "v", 1);
        assertThat(drools.left("Least", two, one, b, another)).containsExactly("Least( v=2 )");
        assertThat(drools.left("Least", one, two, b, another))
                .as("Drools has mended 2366: the language may now allow min and max beside the result of an accumulate")
                .containsExactly("Least( v=1 )");
    }

    @Test
    @DisplayName("2366: min and max look only among facts that stay, and a fact of its own holds the count")
    void theLeastIsRightInOurs() {
        String count = "Thing( $size : size ) accumulate( Thing( size > 5 ); $n : count() ) ";
        for (String function : List.of("min", "max")) {
            String least = "; $least : " + function + "( $other ); $least == $size )";
            refused(folder, "language", count + "accumulate( Thing( size >= `$n, $other : size )" + least);
            refused(folder, "language", count + "accumulate( Thing( $other : size, size != `$n * 2 )" + least);
        }
        String counted = """
                declare Counted
                    n : long @key
                end

                """;
        big(
                folder,
                STEP
                        + counted
                        + rule(
                                "least",
                                "Counted( $n : n ) Thing( $name : name, $size : size ) "
                                        + "accumulate( Thing( size >= $n, $other : size ); $least : min( $other ); $least == $size )",
                                "Big( $name )")
                        + rule("counted", "accumulate( Step(); $n : count() )", "Counted( $n )")
                        + STEPS
                        + rule("others", "Other( $name : name )", "Step( $name )"),
                List.of("b"),
                thing("a", 1),
                thing("b", 2),
                thing("c", 3),
                thing("d", 8),
                thing("e", 9));
    }

    /**
     * Mended in 10.2.0: a modified fact no longer makes a rule apply that asks something else of it. The price, which its issue
     * names (DROOLS-7255): a rule with an eval misses a change.
     */
    @Test
    @DisplayName("6420: a rule with eval misses that a fact was modified")
    void evalMissesAChangeInDrools() {
        String change = "rule change when Seed() $a : A( v == 0 ) then modify( $a ) { setV( 1 ) } end\n";
        PlainDrools mended =
                PlainDrools.of(TYPES + "rule asks when Seed() A( v == 5 ) eval( true ) then end\n" + change);
        assertThat(mended.fired(mended.fact("Seed"), mended.fact("A"))).containsExactly("change");
        PlainDrools drools =
                PlainDrools.of(TYPES + "rule asks when Seed() $a : A() eval( $a.getV() == 1 ) then end\n" + change);
        assertThat(drools.fired(drools.fact("Seed"), drools.fact("A")))
                .as("Drools has mended 6420 wholly: the language may now allow eval")
                .containsExactly("change");
    }

    @Test
    @DisplayName("6420: rules have no eval, and change no fact")
    void rulesHaveNoEvalAndChangeNothing() {
        refused(folder, "language", "Thing( $size : size ) `eval( $size > 5 )");
        refusedWhole(
                folder,
                "language",
                rule("shape", "$thing : Thing()", "Big( \"a\" )")
                        .replace("insertLogical( new Big( \"a\" ) );", "`modify( $thing ) { setSize( 1 ) }"));
    }
}
