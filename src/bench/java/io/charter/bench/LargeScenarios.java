package io.charter.bench;

import com.sun.management.OperatingSystemMXBean;
import io.charter.Charter;
import io.charter.explain.DecisionJson;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides single scenarios with full explanations, each by itself and in turn, and prints what each takes: one line with the name of
 * its file and milliseconds of processor time of the whole process, the median of the rounds.
 */
public final class LargeScenarios {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e6;

    /** A round repeats a scenario until it has taken this many seconds. */
    private static final double ROUND = 0.5;

    private LargeScenarios() {}

    /** @param arguments seconds to warm each up, the number of rounds, the rules, and files with one scenario each */
    public static void main(String[] arguments) throws Exception {
        double warm = Double.parseDouble(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        Charter charter = Charter.load(Path.of(arguments[2]));
        Map<String, String> scenarios = new LinkedHashMap<>();
        for (String file : Arrays.asList(arguments).subList(3, arguments.length)) {
            scenarios.put(Path.of(file).getFileName().toString(), Files.readString(Path.of(file)));
        }
        for (String scenario : scenarios.values()) {
            millis(charter, scenario, warm);
        }
        Map<String, List<Double>> taken = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            scenarios.forEach((name, scenario) ->
                    taken.computeIfAbsent(name, k -> new ArrayList<>()).add(millis(charter, scenario, ROUND)));
        }
        taken.forEach((name, all) ->
                System.out.println(name + " " + all.stream().sorted().toList().get(all.size() / 2)));
    }

    /** Milliseconds of processor time for one decision, when it is decided again and again for some seconds. */
    private static double millis(Charter charter, String scenario, double seconds) {
        long begin = System.nanoTime();
        long worked = SYSTEM.getProcessCpuTime();
        int count = 0;
        while (System.nanoTime() - begin < seconds * NANOS) {
            if (DecisionJson.line(charter.decide(scenario)).isEmpty()) {
                throw new IllegalStateException("nothing decided");
            }
            count++;
        }
        return (SYSTEM.getProcessCpuTime() - worked) / MILLIS / count;
    }
}
