package io.charter.whatif;

import io.charter.derivation.Derivations;
import io.charter.scenario.Fact;
import io.charter.whynot.Finding;
import io.charter.whynot.Way;
import io.charter.whynot.WhyNot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which facts and types the rules that come nearest to an outcome fail for. */
final class Guidance {

    static final int FAR = 100;

    private final Map<String, Integer> facts = new HashMap<>();
    private final Map<String, Integer> missing = new HashMap<>();

    Guidance(Derivations derivations, String question, String subject, String wanted) {
        List<Way> ways = WhyNot.ask(derivations, question, subject, wanted);
        for (int i = 0; i < ways.size(); i++) {
            for (Finding finding : ways.get(i).fails()) {
                for (Fact fact : finding.facts()) {
                    facts.putIfAbsent(fact.pointer(), i);
                }
                if (finding.lacks() != null) {
                    missing.putIfAbsent(finding.lacks().type().name(), i);
                }
            }
        }
    }

    /** The place of the nearest way that names what a change touches; far for one that no way names. */
    int distance(Change change) {
        return change.touched() == null
                ? missing.getOrDefault(change.type().name(), FAR)
                : facts.getOrDefault(change.touched().pointer(), FAR);
    }
}
