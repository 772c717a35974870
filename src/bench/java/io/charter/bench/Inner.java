package io.charter.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link InnerBenchmark} by JMH, and prints time and allocation of each step beside plain use of the engine. */
public final class Inner {

    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String PLAIN = "plain";
    /** What runs rules or explains, and takes long to be compiled well; and the rest. */
    private static final List<String> LONG = List.of(PLAIN, "whole", "derive", "explain");

    private static final List<String> SHORT = List.of("floor", "read", "write");

    private Inner() {}

    /**
     * Measures and prints.
     *
     * @param editions the editions of the folder rules
     */
    public static void main(String[] editions) throws RunnerException, IOException {
        for (String edition : editions) {
            InnerBenchmark benchmark = new InnerBenchmark();
            benchmark.edition = edition;
            benchmark.prepare();
            System.out.println(edition + ": of " + InnerBenchmark.COUNT + " scenarios, plain use decides "
                    + benchmark.decidedOtherwise() + " otherwise");
        }
        List<RunResult> results = new ArrayList<>(run(LONG, 30, editions));
        results.addAll(run(SHORT, 6, editions));
        for (String edition : editions) {
            table(edition, results);
        }
    }

    private static Collection<RunResult> run(List<String> steps, int warmUpSeconds, String[] editions)
            throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(InnerBenchmark.class.getName() + "[.](" + String.join("|", steps) + ")$")
                        .param("edition", editions)
                        .forks(1)
                        .jvmArgsAppend("-XX:+UseSerialGC", "-Xmx1g")
                        .warmupIterations(warmUpSeconds)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    private static void table(String edition, Collection<RunResult> results) {
        RunResult plain = of(edition, PLAIN, results);
        System.out.printf("%n%-24s %14s %8s %8s %12s %8s%n", edition, "us a scenario", "+-", "ratio", "bytes", "ratio");
        for (String step : List.of("floor", PLAIN, "whole", "read", "derive", "explain", "write")) {
            RunResult result = of(edition, step, results);
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %14.1f %8.1f %8.2f %12.0f %8.2f%n",
                    step,
                    micros(result),
                    result.getPrimaryResult().getScoreError(),
                    micros(result) / micros(plain),
                    bytes(result),
                    bytes(result) / bytes(plain));
        }
    }

    private static RunResult of(String edition, String step, Collection<RunResult> results) {
        return results.stream()
                .filter(r -> r.getParams().getParam("edition").equals(edition))
                .filter(r -> r.getParams().getBenchmark().endsWith("." + step))
                .findFirst()
                .orElseThrow();
    }

    private static double micros(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double bytes(RunResult result) {
        return result.getSecondaryResults().get(ALLOCATED).getScore();
    }
}
