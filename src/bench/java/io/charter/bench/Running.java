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

    private final Contestant contestant;
    private final Process process;
    private final PrintStream in;
    private final BufferedReader out;
    private final List<Double> rounds = new ArrayList<>();
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

    /** Has it decide for so long, and gives the decisions a second. */
    private double run(long millis) throws IOException {
        in.println("run " + millis);
        String[] said = line().split(" ");
        return Double.parseDouble(said[0]) * ScenarioMaker.DECISIONS * 1e9 / Double.parseDouble(said[1]);
    }

    void warmUp(long millis) throws IOException {
        run(millis);
    }

    void round(long millis) throws IOException {
        rounds.add(run(millis));
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

    /** The median of the decisions a second. */
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
