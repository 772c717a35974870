package io.charter.quality;

import io.charter.text.CharterException;
import io.charter.text.Near;
import io.charter.text.Node;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a fixture expects of its scenario, as its {@code expect} says it.
 *
 * @param all whether these are all decisions there may be, or only some of them
 * @param decisions for each, any of the keys that a decision has; {@code question}, {@code subject} and {@code outcome} always
 */
record Expectation(boolean all, List<Map<String, Object>> decisions) {

    private static final List<String> KEYS = List.of(
            "question",
            "subject",
            "outcome",
            "details",
            "clause",
            "rule",
            "because",
            "uses",
            "reliesOn",
            "unverified",
            "assumes");

    /** Reads {@code {"all": true, "decisions": […]}}. */
    static Expectation read(Node expect) {
        List<Problem> problems = new ArrayList<>();
        if (!expect.is(Node.Kind.OBJECT)) {
            throw fault(
                    expect,
                    "expect is an object with \"all\" and \"decisions\"; found "
                            + expect.kind().shown());
        }
        expect.members().keySet().stream()
                .filter(k -> !Set.of("all", "decisions").contains(k))
                .forEach(k -> problems.add(Problem.of(
                        "expect", "expect has no \"" + k + "\"; it has \"all\" and \"decisions\"", expect.keyAt(k))));
        Node all = expect.get("all");
        Node decisions = expect.get("decisions");
        if (all == null || !all.is(Node.Kind.FLAG)) {
            throw fault(expect, "expect says with \"all\": true or false whether it names every decision");
        }
        if (decisions == null || !decisions.is(Node.Kind.ARRAY)) {
            throw fault(expect, "expect lists under \"decisions\" what is to be decided");
        }
        List<Map<String, Object>> wanted = new ArrayList<>();
        for (Node decision : decisions.items()) {
            decision.members().keySet().stream()
                    .filter(k -> !KEYS.contains(k))
                    .forEach(k -> problems.add(Problem.of(
                            "expect", "a decision has no \"" + k + "\"" + Near.hint(k, KEYS), decision.keyAt(k))));
            List.of("question", "subject", "outcome").stream()
                    .filter(k -> decision.get(k) == null)
                    .forEach(k -> problems.add(
                            Problem.of("expect", "an expected decision has no \"" + k + "\"; add it", decision.at())));
            wanted.add(map(decision));
        }
        if (!problems.isEmpty()) {
            throw new CharterException(problems);
        }
        return new Expectation(all.flag(), wanted);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Node decision) {
        return decision.is(Node.Kind.OBJECT) ? (Map<String, Object>) decision.plain() : Map.of();
    }

    private static CharterException fault(Node at, String message) {
        return new CharterException(Problem.of("expect", message, at.at()));
    }
}
