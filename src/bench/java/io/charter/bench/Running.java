package io.charter.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The process of a contestant, and what was measured of it. */
final class Running implements AutoCloseable {

    private static final long WARM_UP_RUN = 2000;

    private final Contestant contestant;
    private final Process process;
    private final PrintStream in;
    private final BufferedReader out;
    private final List<Double> rounds = new ArrayList<>();
    private final List<Double> byTheClock = new ArrayList<>();
    private final List<Double> starts = new ArrayList<>();

    /** Starts the process, and waits until it is ready. */
    Running(Contestant contestant) throws IOException {
        this.contestant = contestant;
        process = new ProcessBuilder(contestant.command())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        in = new PrintStream(process.getOutputStream(), true);
        out = new BufferedReader(new InputStreamReader(process.getInputStream()));
        expect("ready");
    }

    Contestant contestant() {
        return contestant;
    }

    /** Has it write its answers to all scenarios. */
    void answers(Path file) throws IOException {
        in.println("answers " + file);
        expect("done");
    }

    /** Has it decide for so long; gives the decisions a second of the processors, and a second by the clock. */
    private double[] run(long millis) throws IOException {
        in.println("run " + millis);
        String[] said = line().split(" ");
        double decisions = Double.parseDouble(said[0]) * ScenarioMaker.DECISIONS * 1e9;
        return new double[] {decisions / Double.parseDouble(said[2]), decisions / Double.parseDouble(said[1])};
    }

    /**
     * Has it decide for at least so long, and then until three runs in succession are no faster than the best before by a
     * twentieth, or the longest time is over: on a busy machine a compiler takes long to have done its work.
     */
    void warmUp(long least, long most) throws IOException {
        double best = 0;
        int slower = 0;
        for (long spent = 0; spent < most && (spent < least || slower < 3); spent += WARM_UP_RUN) {
            double now = run(WARM_UP_RUN)[0];
            slower = now > 1.05 * best ? 0 : slower + 1;
            best = Math.max(best, now);
        }
    }

    void round(long millis) throws IOException {
        double[] rates = run(millis);
        rounds.add(rates[0]);
        byTheClock.add(rates[1]);
    }

    /** Starts a fresh process that decides one scenario, and waits for its end. */
    void start() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process fresh = new ProcessBuilder(contestant.start())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (fresh.waitFor() != 0) {
            throw new IOException(contestant.title() + " fails to start");
        }
        starts.add((System.nanoTime() - begin) / 1e6);
    }

    /** The median of the decisions a second by the clock. */
    double decisionsByTheClock() {
        return median(byTheClock);
    }

    /** The median of the decisions a second of processor time, that of all threads of the process: other load hardly moves it. */
    double decisions() {
        return median(rounds);
    }

    /** How far the rounds lie apart, as a part of the median. */
    double spread() {
        return (Collections.max(rounds) - Collections.min(rounds)) / decisions();
    }

    /** The median of the milliseconds that a fresh process takes. */
    double startMillis() {
        return median(starts);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private void expect(String word) throws IOException {
        String said = line();
        if (!said.equals(word)) {
            throw new IOException(contestant.title() + " says " + said + " instead of " + word);
        }
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException(contestant.title() + " has ended; its messages stand above");
        }
        return line;
    }

    @Override
    public void close() {
        in.close();
        process.destroy();
    }
}
