package io.charter.bench;

import java.nio.file.Path;

/** One way to decide scenarios of the small charter, text in and text out. */
public interface Peer {

    /**
     * Decides a scenario.
     *
     * @param scenario its JSON text
     * @return a JSON text whose {@code decisions} each have question, subject and outcome
     */
    String decide(String scenario) throws Exception;

    /** The peer of this name, ready to decide. */
    static Peer named(String name) throws Exception {
        Path rules = Path.of("src/bench/rules");
        return switch (name) {
            case "charter" -> new CharterPeer(rules);
            case "drools" -> new DroolsPeer(rules);
            case "evrete" -> new EvretePeer();
            case "dmn" -> new DmnPeer();
            case "java" -> new JavaPeer();
            case "json" -> new JsonPeer();
            default -> throw new IllegalArgumentException("there is no peer \"" + name + "\"");
        };
    }
}
