package io.charter.bench;

import java.io.IOException;
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
    private static final List<String> STEPS = List.of("floor", PLAIN, "whole", "read", "derive", "explain", "write");

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
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(InnerBenchmark.class.getName())
                        .param("edition", editions)
                        .forks(1)
                        .jvmArgsAppend("-XX:+UseSerialGC", "-Xmx1g")
                        .warmupIterations(15)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        for (String edition : editions) {
            table(edition, results);
        }
    }

    private static void table(String edition, Collection<RunResult> results) {
        RunResult plain = of(edition, PLAIN, results);
        System.out.printf("%n%-24s %14s %8s %8s %12s %8s%n", edition, "us a scenario", "+-", "ratio", "bytes", "ratio");
        for (String step : STEPS) {
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
