package io.charter.report;

import io.charter.explain.ReasonTree;
import io.charter.explain.ReasonTrees;
import io.charter.explain.StatedFact;
import io.charter.rulebook.model.Clause;
import io.charter.rulebook.model.Question;
import io.charter.scenario.Scenario;
import io.charter.text.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is told of one scenario in one language: decisions with their trees, the facts, and the clauses cited.
 *
 * @param lead the decision that is explained, or null where all are reported
 * @param groups the decisions, by question; those that the lead rests on where there is one
 * @param facts in the order in which decisions cite facts
 * @param used the pointers of the facts that some tree reaches
 * @param clauses in the order of the edition
 */
public record Report(
        Scenario scenario,
        Language language,
        ReasonTree lead,
        List<Group> groups,
        List<StatedFact> facts,
        Set<String> used,
        List<Clause> clauses) {

    /** The decisions on one question. */
    public record Group(Question question, List<ReasonTree> decisions) {

        /** The decisions by the title of their outcome, in the order of the question's outcomes. */
        public Map<String, List<ReasonTree>> byOutcome() {
            Map<String, List<ReasonTree>> found = new LinkedHashMap<>();
            for (String outcome : question.outcomes().keySet()) {
                for (ReasonTree tree : decisions) {
                    if (tree.decision().outcome().equals(outcome)) {
                        found.computeIfAbsent(tree.outcome(), k -> new ArrayList<>())
                                .add(tree);
                    }
                }
            }
            return found;
        }
    }

    /** Everything that is decided. */
    public static Report ofAll(ReasonTrees trees) {
        List<ReasonTree> all = trees.keys().stream().map(trees::own).toList();
        return of(trees, null, all, trees.stated());
    }

    /** One decision, and those that it rests on. */
    public static Report ofOne(ReasonTrees trees, String key) {
        List<String> behind =
                trees.parts(key).stream().map(t -> t.decision().key()).toList();
        ReasonTree lead = trees.own(key);
        List<ReasonTree> others = trees.keys().stream()
                .filter(k -> behind.contains(k) && !k.equals(key))
                .map(trees::own)
                .toList();
        Report report = of(trees, lead, others, trees.stated());
        return new Report(
                report.scenario(),
                report.language(),
                lead,
                report.groups(),
                report.facts().stream()
                        .filter(f -> report.used().contains(f.pointer()))
                        .toList(),
                report.used(),
                report.clauses());
    }

    private static Report of(ReasonTrees trees, ReasonTree lead, List<ReasonTree> decisions, List<StatedFact> facts) {
        List<ReasonTree> told = new ArrayList<>(decisions);
        if (lead != null) {
            told.add(lead);
        }
        Set<String> cited =
                told.stream().flatMap(t -> t.clauses().stream().map(Clause::id)).collect(Collectors.toSet());
        Set<String> used = new HashSet<>();
        for (ReasonTree tree : told) {
            tree.facts().forEach(f -> used.add(f.pointer()));
            tree.disregarded().forEach(d -> used.add(d.fact().pointer()));
        }
        List<Group> groups = trees.scenario().edition().questions().values().stream()
                .map(q -> new Group(
                        q,
                        decisions.stream()
                                .filter(t -> t.decision().question().equals(q.name()))
                                .toList()))
                .filter(g -> !g.decisions().isEmpty())
                .toList();
        return new Report(
                trees.scenario(),
                trees.language(),
                lead,
                groups,
                facts,
                used,
                trees.scenario().edition().clauses().values().stream()
                        .filter(c -> cited.contains(c.id()))
                        .toList());
    }

    /** All decisions told, the lead first. */
    public List<ReasonTree> told() {
        List<ReasonTree> all = new ArrayList<>();
        if (lead != null) {
            all.add(lead);
        }
        groups.forEach(g -> all.addAll(g.decisions()));
        return all;
    }

    /** The title of the scenario, or its id. */
    public String title() {
        return scenario.title() == null ? scenario.id() : scenario.title();
    }
}
