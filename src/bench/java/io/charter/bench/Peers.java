package io.charter.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compares Charter with other engines on the scenarios of the small charter. Each runs in a process of its own, on one thread;
 * all have to answer alike; then each is warmed up, and they decide in turn. The median of the rounds
 * counts, a second being one of processor time of all threads of the process, since others may use the machine too.
 */
public final class Peers {

    private static final long WARM_UP = millis("WARM", 10);
    private static final long ROUND = millis("ROUND", 1);
    private static final long ROUNDS = millis("ROUNDS", 9) / 1000;
    private static final long STARTS = millis("STARTS", 5) / 1000;

    private final Path scenarios;
    private final List<Running> running = new ArrayList<>();

    private Peers(Path scenarios) {
        this.scenarios = scenarios;
    }

    /**
     * Measures, prints the table, and writes the numbers beside the scenarios as peers.tsv.
     *
     * @param arguments the class path of the profile bench, the file of scenarios, and one with the first of them
     */
    public static void main(String[] arguments) throws Exception {
        Peers peers = new Peers(Path.of(arguments[1]));
        try {
            for (Contestant contestant : Contestant.all(arguments[0], arguments[1], arguments[2])) {
                peers.running.add(new Running(contestant));
            }
            if (!peers.agree()) {
                System.exit(1);
            }
            peers.measure();
        } finally {
            peers.running.forEach(Running::close);
        }
        peers.running.sort(Comparator.comparingDouble(Running::decisions).reversed());
        peers.table();
        peers.bars();
        peers.write();
    }

    private static long millis(String variable, long seconds) {
        String set = System.getenv(variable);
        return 1000 * (set == null ? seconds : Long.parseLong(set));
    }

    private boolean agree() throws IOException {
        Answers expected = answers(of(Contestant.ORACLE));
        int deciding = 0;
        for (Running peer : running) {
            if (peer.contestant().decides()) {
                deciding++;
                String difference = expected.difference(answers(peer));
                if (difference != null) {
                    System.err.println("bench: " + peer.contestant().title() + " decides otherwise, " + difference);
                    return false;
                }
            }
        }
        System.out.println(deciding + " ways to decide agree on all "
                + expected.byScenario().size() * ScenarioMaker.DECISIONS + " decisions of "
                + expected.byScenario().size() + " scenarios: " + expected.outcomes());
        return true;
    }

    private Answers answers(Running peer) throws IOException {
        Path file = scenarios.resolveSibling(peer.contestant().key() + ".answers.jsonl");
        try {
            peer.answers(file);
            return Answers.of(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void measure() throws IOException, InterruptedException {
        for (Running peer : running) {
            peer.warmUp(WARM_UP, 6 * WARM_UP);
        }
        for (int i = 0; i < ROUNDS; i++) {
            for (Running peer : running) {
                peer.round(ROUND);
            }
        }
        for (int i = 0; i < STARTS; i++) {
            for (Running peer : running) {
                peer.start();
            }
        }
    }

    private void table() {
        PrintStream out = System.out;
        double drools = of(Contestant.DROOLS).decisions();
        double trace = trace();
        out.printf(
                "%n%-36s %12s %8s %10s %12s %12s %9s  %s%n",
                "", "decisions/s", "spread", "/ Drools", "/ ZEN trace", "by the clock", "start ms", "explains");
        for (Running peer : running) {
            out.printf(
                    "%-36s %12.0f %7.0f%% %10s %12s %12.0f %9.0f  %s%n",
                    peer.contestant().title(),
                    Math.floor(peer.decisions()),
                    100 * peer.spread(),
                    ratio(peer, drools),
                    ratio(peer, trace),
                    Math.floor(peer.decisionsByTheClock()),
                    peer.startMillis(),
                    peer.contestant().explains());
        }
    }

    private void bars() {
        Running charter = of(Contestant.CHARTER);
        System.out.println();
        bar(
                charter,
                "GoRules ZEN with its trace on (objects)",
                of(Contestant.TRACE_OBJECTS).decisions(),
                15);
        bar(charter, "GoRules ZEN with its trace as text", of(Contestant.TRACE).decisions(), 15);
        bar(charter, "plain use of Drools", of(Contestant.DROOLS).decisions(), 1);
    }

    private static void bar(Running charter, String other, double decisions, int bar) {
        System.out.println(
                "Charter with full explanations / " + other + ": " + ratio(charter, decisions) + " (bar " + bar + ")");
    }

    /** ZEN with its trace in the form that it gives sooner. */
    private double trace() {
        return Math.max(
                of(Contestant.TRACE).decisions(), of(Contestant.TRACE_OBJECTS).decisions());
    }

    /** Three digits; what is ours is rounded down, what is others' up. */
    private static String ratio(Running peer, double base) {
        RoundingMode rounding =
                peer.contestant().key().equals(Contestant.CHARTER) ? RoundingMode.DOWN : RoundingMode.UP;
        return BigDecimal.valueOf(peer.decisions() / base)
                .round(new MathContext(3, rounding))
                .toPlainString();
    }

    private void write() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Running peer : running) {
            Contestant contestant = peer.contestant();
            lines.append(String.join(
                            "\t",
                            contestant.key(),
                            contestant.title(),
                            String.valueOf((long) peer.decisions()),
                            contestant.explains()))
                    .append('\n');
        }
        Files.writeString(scenarios.resolveSibling("peers.tsv"), lines);
    }

    private Running of(String key) {
        return running.stream()
                .filter(r -> r.contestant().key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
