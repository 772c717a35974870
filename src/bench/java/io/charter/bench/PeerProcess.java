package io.charter.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One peer in a process of its own. It reads the scenarios, says {@code ready}, and then does what the lines of its standard
 * input ask for: {@code answers FILE} writes every answer to a file, {@code run MS} decides on one thread for so long and
 * says how many scenarios it decided, in how many nanoseconds, and how many of them the processors worked for it, on whatever thread. The peers in JavaScript speak the same (peer.mjs).
 */
public final class PeerProcess {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Peer peer;
    private final List<String> scenarios;
    private int next;
    private long written;

    private PeerProcess(Peer peer, List<String> scenarios) {
        this.peer = peer;
        this.scenarios = scenarios;
    }

    /**
     * Runs until the input ends.
     *
     * @param arguments the name of the peer and the file of scenarios; {@code once} as a third prints the first answer and ends
     */
    public static void main(String[] arguments) throws Exception {
        Peer peer = Peer.named(arguments[0]);
        List<String> scenarios = Files.readAllLines(Path.of(arguments[1]));
        if (arguments.length > 2) {
            System.out.println(peer.decide(scenarios.get(0)));
            return;
        }
        new PeerProcess(peer, scenarios).serve();
    }

    private void serve() throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        System.out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "answers" -> System.out.println(answers(Path.of(words[1])));
                case "run" -> System.out.println(run(Long.parseLong(words[1])));
                default -> throw new IOException("not understood: " + line);
            }
        }
    }

    private String answers(Path file) throws Exception {
        List<String> answers = new ArrayList<>();
        for (String scenario : scenarios) {
            answers.add(peer.decide(scenario));
        }
        Files.write(file, answers);
        return "done";
    }

    /** The number of scenarios, the nanoseconds by the clock and of the processors, and the characters written, which nobody can leave out then. */
    private String run(long millis) throws Exception {
        long worked = SYSTEM.getProcessCpuTime();
        long begin = System.nanoTime();
        long end = begin + millis * 1_000_000;
        long count = 0;
        long now = begin;
        while (now < end) {
            written += peer.decide(scenarios.get(next)).length();
            next = (next + 1) % scenarios.size();
            count++;
            now = System.nanoTime();
        }
        return count + " " + (now - begin) + " " + (SYSTEM.getProcessCpuTime() - worked) + " " + written;
    }
}
