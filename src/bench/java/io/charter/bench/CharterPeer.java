package io.charter.bench;

import io.charter.Charter;
import io.charter.explain.DecisionJson;
import java.nio.file.Path;

/** Charter: every decision with its details, clause, rule, sentence, facts and the decisions that it rests on. */
final class CharterPeer implements Peer {

    private final Charter charter;

    CharterPeer(Path rules) {
        charter = Charter.load(rules);
    }

    @Override
    public String decide(String scenario) {
        return DecisionJson.line(charter.decide(scenario));
    }
}
