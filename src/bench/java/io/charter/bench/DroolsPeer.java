package io.charter.bench;

import io.charter.Charter;
import java.io.IOException;
import java.nio.file.Path;

/** Drools used as its manual shows: the rule files of Charter compiled by KieBuilder, one new session a scenario, no explanations. */
final class DroolsPeer implements Peer {

    private final PlainDrools drools;

    DroolsPeer(Path rules) {
        drools = new PlainDrools(Charter.load(rules).edition("small-2026"));
    }

    @Override
    public String decide(String scenario) throws IOException {
        return Answer.json(drools.decide(scenario));
    }
}
