package io.charter.engine;

import static io.charter.testing.Shape.big;
import static io.charter.testing.Shape.refusedWhole;
import static io.charter.testing.Shape.thing;
import static io.charter.testing.TinyRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.charter.testing.PlainDrools;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** What derived facts stand, and how often: faults of Drools that no message shows, as in {@link SilentFaultsTest}. */
class SilentDerivationsTest {

    private static final String TYPES = """
            package p
            declare Seed end
            declare A v : int end
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

    @Test
    @DisplayName("Truth maintenance: facts that hold each other up stay when their ground goes")
    void aCycleHoldsItselfUpInDrools() {
        PlainDrools drools = PlainDrools.of("""
                package p
                declare Seed end
                declare X k : int @key end
                declare Y k : int @key end
                rule ground when Seed() then insertLogical( new X( 1 ) ); end
                rule forth when X() then insertLogical( new Y( 1 ) ); end
                rule back when Y() then insertLogical( new X( 1 ) ); end
                """);
        KieSession session = drools.session();
        FactHandle ground = session.insert(drools.fact("Seed"));
        session.fireAllRules();
        session.delete(ground);
        session.fireAllRules();
        assertThat(PlainDrools.standing(session, "X"))
                .as("Drools has mended cycles of support: the language may now allow more cycles")
                .containsExactly("X( k=1 )");
        session.dispose();
    }

    @Test
    @DisplayName("Truth maintenance: of two facts that exclude each other, the order of the rules picks one")
    void theOrderOfRulesPicksAnAnswerInDrools() {
        String x = "rule x when Seed() not Y() then insertLogical( new X( 1 ) ); end\n";
        String y = "rule y when Seed() not X() then insertLogical( new Y( 1 ) ); end\n";
        String types = TYPES + "declare X k : int @key end\ndeclare Y k : int @key end\n";
        PlainDrools one = PlainDrools.of(types + x + y);
        PlainDrools other = PlainDrools.of(types + y + x);
        String mended = "Drools has mended cycles through not: the language may now allow more cycles";
        assertThat(one.left("X", one.fact("Seed"))).as(mended).hasSize(1);
        assertThat(other.left("X", other.fact("Seed"))).as(mended).isEmpty();
    }

    @Test
    @DisplayName("Truth maintenance: no cycle but one that goes forward along a date, and that answers right")
    void cyclesGoForwardAlongADate() {
        refusedWhole(
                folder,
                "cycle",
                STEP
                        + STEPS
                        + rule("used", "Other( $name : name )", "Big( $name )")
                        + rule("again", "Thing( $name : name ) `Step( name != $name )", "Step( $name )"));
        big(
                folder,
                """
                declare Reached
                    name : String @key
                    on : LocalDate @key @along
                end

                """
                        + rule("big when reached", "Reached( $name : name )", "Big( $name )")
                        + rule(
                                "from an earlier one",
                                "Thing( $name : name, $on : on ) Reached( on < $on )",
                                "Reached( $name, $on )")
                        + rule("a large one", "Thing( $name : name, $on : on, size > 5 )", "Reached( $name, $on )"),
                List.of("b", "c", "d"),
                List.of("a", 1, "2026-01-01"),
                List.of("b", 9, "2026-01-02"),
                List.of("c", 1, "2026-01-03"),
                List.of("d", 1, "2026-01-04"));
    }

    @Test
    @DisplayName("Derived facts without @key: equal ones count twice")
    void equalFactsCountTwiceInDrools() {
        for (String key : List.of("", " @key")) {
            PlainDrools drools = PlainDrools.of(TYPES + "declare Derived k : int" + key + " end\n" + """
                    declare Counted n : long @key end
                    rule derive when A() then insertLogical( new Derived( 1 ) ); end
                    rule count when accumulate( Derived(); $n : count() ) then insertLogical( new Counted( $n ) ); end
                    """);
            assertThat(drools.left("Counted", drools.fact("A", "v", 1), drools.fact("A", "v", 2)))
                    .as("Drools has mended derived facts without @key: the language may now do without @key")
                    .containsExactly(key.isEmpty() ? "Counted( n=2 )" : "Counted( n=1 )");
        }
    }

    @Test
    @DisplayName("Derived facts without @key: every derived type has one, and equal facts count once")
    void equalFactsCountOnceInOurs() {
        String any = rule("any", "Thing( size > 5 )", "Any( \"x\" )")
                + rule(
                        "one",
                        "Thing( $name : name, size < 5 ) accumulate( Any(); $n : count(); $n == 1 )",
                        "Big( $name )");
        refusedWhole(folder, "key", "declare `Any\n    of : String\nend\n\n" + any);
        big(
                folder,
                "declare Any\n    of : String @key\nend\n\n" + any,
                List.of("a"),
                thing("a", 1),
                thing("b", 8),
                thing("c", 9));
    }
}
