package io.charter.rulebook.compile;

import java.util.List;
import org.drools.model.DSL;
import org.drools.model.Drools;
import org.drools.model.PatternDSL;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.functions.Block2;

/**
 * Sets up what Drools needs once in a process, on another core, while scenarios and the models of rules are read: most of what a single
 * decision takes is that. A rule of our own, which says nothing, is loaded.
 */
public final class DroolsStart {

    private static Thread begun;

    private DroolsStart() {}

    /** Begins, once in a process. Until it is over, whoever needs Drools waits for it. */
    public static synchronized void begin() {
        if (begun == null) {
            begun = new Thread(DroolsStart::quietly, "charter-start");
            begun.setDaemon(true);
            begun.start();
        }
    }

    /** Waits until what has begun is over. Classes of Drools that are set up by two threads at once might wait for each other. */
    static void await() {
        Thread running;
        synchronized (DroolsStart.class) {
            running = begun;
        }
        if (running != null && running != Thread.currentThread() && running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void quietly() {
        try {
            run();
        } catch (RuntimeException e) {
            // Then it is set up when it is needed, and what is wrong is said there.
        }
    }

    /** What the rule does. As a lambda, it would be one that can be serialised, for which Java makes code at every start. */
    private static final class Twice implements Block2<Drools, String> {
        private static final long serialVersionUID = 1;

        @Override
        public void execute(Drools drools, String text) {
            drools.logicalInsert(text.concat(text));
        }
    }

    /** Loads the rule. */
    static void run() {
        Variable<String> text = DSL.declarationOf(String.class, "$text");
        Rule rule = PatternDSL.rule("charter", "any")
                .build(
                        PatternDSL.pattern(text),
                        DSL.not(PatternDSL.pattern(DSL.declarationOf(Integer.class))),
                        DSL.on(text).execute(new Twice()));
        CompiledRules.base(new RuleModel("charter", List.of(rule)), DroolsStart.class.getClassLoader());
    }
}
