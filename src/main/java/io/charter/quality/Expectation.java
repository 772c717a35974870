package io.charter.quality;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Question;
import io.charter.text.CharterException;
import io.charter.text.Near;
import io.charter.text.Node;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
            "assumes",
            "disregards");

    /**
     * Reads {@code {"all": true, "decisions": […]}}.
     *
     * @param edition the edition that decides, whose questions and outcomes may be named
     */
    static Expectation read(Node expect, Edition edition) {
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
        Map<String, Node> named = new HashMap<>();
        for (Node decision : decisions.items()) {
            check(decision, edition, named, problems);
            wanted.add(map(decision));
        }
        if (!problems.isEmpty()) {
            throw new CharterException(problems);
        }
        return new Expectation(all.flag(), wanted);
    }

    /** Notes what is wrong with an expected decision: its keys, a question or outcome that there is not, one named twice. */
    private static void check(Node decision, Edition edition, Map<String, Node> named, List<Problem> problems) {
        if (!decision.is(Node.Kind.OBJECT)) {
            problems.add(Problem.of(
                    "expect", "an expected decision is an object; found " + decision.shown(), decision.at()));
            return;
        }
        decision.members().keySet().stream()
                .filter(k -> !KEYS.contains(k))
                .forEach(k -> problems.add(Problem.of(
                        "expect", "a decision has no \"" + k + "\"" + Near.hint(k, KEYS), decision.keyAt(k))));
        List<String> missing = Stream.of("question", "subject", "outcome")
                .filter(k -> decision.get(k) == null)
                .toList();
        missing.forEach(k ->
                problems.add(Problem.of("expect", "an expected decision has no \"" + k + "\"; add it", decision.at())));
        if (!missing.isEmpty()) {
            return;
        }
        Node question = decision.get("question");
        Question asked = edition.questions().get(question.text());
        if (asked == null) {
            String hint = Near.hint(question.text(), edition.questions().keySet());
            problems.add(Problem.of(
                    "expect", "the edition asks no question \"" + question.text() + "\"" + hint, question.at()));
        } else if (!asked.outcomes().containsKey(decision.get("outcome").text())) {
            Node outcome = decision.get("outcome");
            problems.add(Problem.of(
                    "expect",
                    "question " + asked.name() + " has no outcome \"" + outcome.text() + "\"; expected one of "
                            + String.join(", ", asked.outcomes().keySet())
                            + Near.hint(outcome.text(), asked.outcomes().keySet()),
                    outcome.at()));
        }
        Node first = named.putIfAbsent(
                question.text() + ":" + decision.get("subject").text(), decision);
        if (first != null) {
            problems.add(Problem.of(
                    "expect",
                    "this decision is expected already on line " + first.at().line() + "; keep one",
                    decision.at()));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Node decision) {
        return decision.is(Node.Kind.OBJECT) ? (Map<String, Object>) decision.plain() : Map.of();
    }

    private static CharterException fault(Node at, String message) {
        return new CharterException(Problem.of("expect", message, at.at()));
    }
}
