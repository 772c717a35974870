package io.charter.whynot;

import io.charter.derivation.Derivations;
import io.charter.rulebook.model.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says why a question was not answered otherwise. */
public final class WhyNot {

    private static final int MOST_WAYS = 10;
    /** How far is looked: farther only where nothing is nearer, as that takes much longer. */
    private static final double[] FARTHEST = {2.5, 4, 6};

    private static final double AGAIN = 0.3;

    private WhyNot() {}

    /**
     * The ways in which a question could have had another outcome, the nearest first.
     *
     * @param outcome one of the outcomes of the question
     */
    public static List<Way> ask(Derivations derivations, String question, String subject, String outcome) {
        for (double farthest : FARTHEST) {
            List<Way> ways = ranked(ways(new Search(derivations, farthest), question, subject, outcome));
            if (!ways.isEmpty()) {
                return ways;
            }
        }
        return List.of();
    }

    private static List<Way> ways(Search search, String question, String subject, String outcome) {
        List<Way> ways = new ArrayList<>();
        for (Rule rule : search.edition().rules()) {
            Goal goal = goal(rule, question, subject, outcome);
            if (goal != null) {
                search.ways(rule, goal, 0)
                        .forEach(frame -> ways.add(new Way(rule, frame.findings(), frame.distance())));
            }
        }
        return ways;
    }

    /**
     * The nearest first, one for each chain of rules and conditions that fail, and none that needs all that a nearer one by the same
     * rule does, and more. What comes later by a rule that gave a way before counts as somewhat farther, so that different rules are
     * seen first.
     */
    private static List<Way> ranked(List<Way> ways) {
        ways.sort(Comparator.comparingDouble(Way::distance));
        List<Way> nearer = new ArrayList<>();
        Map<Object, Way> told = new LinkedHashMap<>();
        for (Way way : ways) {
            if (!way.changes().isEmpty() && nearer.stream().noneMatch(way::needsMoreThan)) {
                nearer.add(way);
                told.merge(way.failing(), way, Way::with);
            }
        }
        Map<Rule, Integer> before = new HashMap<>();
        Map<Way, Double> rank = new HashMap<>();
        told.values().forEach(way -> rank.put(way, way.distance() + AGAIN * before.merge(way.rule(), 1, Integer::sum)));
        return told.values().stream()
                .sorted(Comparator.comparingDouble(rank::get))
                .limit(MOST_WAYS)
                .toList();
    }

    /** The fact that a rule would have to derive, or null when it answers something else. */
    private static Goal goal(Rule rule, String question, String subject, String outcome) {
        var type = rule.then().type();
        if (type.answers() == null || !type.answers().outcome().equals(outcome)) {
            return null;
        }
        Map<String, Object> fixed = new LinkedHashMap<>();
        fixed.put(type.subject().orElseThrow().name(), subject);
        if (type.answers().anyQuestion()) {
            fixed.put(type.question().orElseThrow().name(), question);
        } else if (!type.answers().question().equals(question)) {
            return null;
        }
        return new Goal(type, fixed, List.of());
    }
}
