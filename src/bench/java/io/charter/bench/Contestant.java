package io.charter.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * One of those compared.
 *
 * @param key the name of the peer
 * @param title what it is called in tables
 * @param explains what its answers say besides the outcomes
 * @param decides whether it decides anything, or only shows what reading and writing costs
 * @param command how its process is started, without its arguments
 * @param start how a fresh process decides one scenario
 */
record Contestant(
        String key, String title, String explains, boolean decides, List<String> command, List<String> start) {

    static final String CHARTER = "charter";
    static final String DROOLS = "drools";
    static final String ORACLE = "java";
    static final String TRACE = "zen-trace";
    static final String TRACE_OBJECTS = "zen-trace-objects";

    private static final String CLASSES = "target/bench/classes";
    private static final String NODE = "target/bench/js/peer.mjs";

    /**
     * All of them.
     *
     * @param libraries the class path of the profile bench; who needs no other engine runs with Charter's own jars
     * @param scenarios the file of scenarios
     * @param one a file with the first of them
     */
    static List<Contestant> all(String libraries, String scenarios, String one) {
        String own = CLASSES + ":target/lib/*";
        String full = CLASSES + ":target/classes:" + libraries;
        List<String> decide = List.of("./charter", "decide", one, "--format=jsonl", "--rules=src/bench/rules");
        List<Contestant> all = new ArrayList<>();
        Contestant charter = java(
                CHARTER,
                "Charter, full explanations",
                "clause, rule, sentence, facts, decisions relied on",
                own,
                scenarios);
        all.add(new Contestant(charter.key, charter.title, charter.explains, true, charter.command, decide));
        all.add(java(DROOLS, "Drools 10.2, plain use", "nothing", own, scenarios));
        all.add(node("zen", "GoRules ZEN 0.54", "nothing", scenarios));
        all.add(node(TRACE, "GoRules ZEN 0.54, trace (text)", "values of each node, rows matched", scenarios));
        all.add(node(TRACE_OBJECTS, "GoRules ZEN 0.54, trace (objects)", "the same", scenarios));
        all.add(node("json-rules", "json-rules-engine 7.3", "nothing", scenarios));
        all.add(node(
                "json-rules-results", "json-rules-engine 7.3, results", "conditions with their values", scenarios));
        all.add(java("evrete", "Evrete 4.0", "nothing", full, scenarios));
        all.add(java("dmn", "Drools DMN 10.2", "nothing", full, scenarios));
        all.add(java(ORACLE, "norms written in Java by hand", "nothing", own, scenarios));
        Contestant floor = java("json", "JSON read and written alone", "decides nothing", own, scenarios);
        all.add(new Contestant(floor.key, floor.title, floor.explains, false, floor.command, floor.start));
        return all;
    }

    private static Contestant java(String key, String title, String explains, String classPath, String scenarios) {
        String home = System.getProperty("java.home") + "/bin/java";
        List<String> run = List.of(
                home, "-XX:+UseSerialGC", "-Xmx1g", "-cp", classPath, PeerProcess.class.getName(), key, scenarios);
        List<String> start = new ArrayList<>(run);
        start.add(2, "-XX:TieredStopAtLevel=1");
        start.add("once");
        return new Contestant(key, title, explains, true, run, start);
    }

    private static Contestant node(String key, String title, String explains, String scenarios) {
        return new Contestant(
                key,
                title,
                explains,
                true,
                List.of("node", NODE, key, scenarios),
                List.of("node", NODE, key, scenarios, "once"));
    }
}
