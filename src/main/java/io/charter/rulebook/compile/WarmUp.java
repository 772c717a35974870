package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Names;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Loads the compilers while the rules are still being read. Most of what it takes to compile one changed rule in a new process is
 * loading the classes that do it, and that needs no rules: a rule of our own is compiled in the background, and thrown away.
 */
final class WarmUp {

    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static final String RULE = """
            package charter.warm
            rule "any"
                @clause( "any" )
            when
                String( $length : length > 1, $text : toString )
                not( String( length > $length, toString == $text ) )
                accumulate( String( length == $length ); $count : count(); $count > 2 )
            then
                insertLogical( new String( $text ) );
            end
            """;

    private WarmUp() {}

    /** Begins once in a process; nothing waits for it, or depends on it. */
    static void begin() {
        if (BEGUN.compareAndSet(false, true)) {
            Thread thread = new Thread(WarmUp::quietly, "charter-warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Loads what makes Java of rules, and the Java compiler. */
    static void compile() {
        DroolsBuild build = build();
        build.sources().compile(WarmUp.class.getClassLoader(), build::place);
    }

    private static void quietly() {
        DroolsStart.await();
        try {
            compile();
        } catch (RuntimeException e) {
            // Then the rules are compiled by compilers that are not loaded yet, and what is wrong is said of them.
        }
    }

    private static DroolsBuild build() {
        Edition none = new Edition(
                "warm",
                Map.of(),
                List.of(),
                "charter.warm",
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                new Names(Map.of()),
                "",
                Map.of());
        return CompiledRules.withOwnLoader(
                () -> new DroolsBuild(none, WarmUp.class.getClassLoader(), Map.of("warm", RULE)));
    }
}
