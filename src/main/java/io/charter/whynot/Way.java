package io.charter.whynot;

import io.charter.rulebook.model.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way in which an outcome could have come about: a rule, or a chain of rules, that would give it.
 *
 * @param rule the rule that would give the outcome itself
 * @param findings what was found of its conditions, in their order; of a derived fact that is wanted, below it what its rule found
 * @param distance how far it is from being fulfilled; the nearest way has the least
 */
public record Way(Rule rule, List<Finding> findings, double distance) {

    /** The conditions that hold, on all rules of the chain, each once. */
    public List<Finding> holds() {
        return all().stream().filter(Finding::holds).toList();
    }

    /** What fails, down to conditions on facts of the scenario, each constraint once. */
    public List<Finding> fails() {
        return all().stream().filter(f -> !f.holds()).toList();
    }

    /** What has to come out otherwise for the rule to give the outcome, each constraint once, in the order of reasoning. */
    public List<Finding> needs() {
        return distinct(findings.stream().flatMap(Finding::needs));
    }

    /** The rules that would have to derive something on the way, those nearest to the outcome first. */
    public List<Rule> chain() {
        return findings.stream()
                .flatMap(Finding::underived)
                .filter(f ->
                        !f.below().isEmpty() && !f.condition().pattern().type().demand())
                .map(f -> f.below().get(0).rule())
                .distinct()
                .toList();
    }

    private List<Finding> all() {
        return distinct(findings.stream().flatMap(Finding::all));
    }

    private static List<Finding> distinct(Stream<Finding> findings) {
        Map<Object, List<Finding>> all = new LinkedHashMap<>();
        findings.forEach(
                f -> all.computeIfAbsent(key(f), k -> new ArrayList<>()).add(f));
        return all.values().stream().map(same -> same.get(0).with(same)).toList();
    }

    private static List<Object> key(Finding finding) {
        Object by = finding.holds() ? finding.facts() : finding.shown();
        return List.of(finding.rule().name(), finding.at(), finding.holds(), by);
    }

    /** The changes that it needs, as far as they are told apart. */
    Set<Object> changes() {
        return findings.stream().flatMap(Finding::needs).map(Finding::change).collect(Collectors.toSet());
    }

    /** Whether it needs all that another way by the same rule does, and more. */
    boolean needsMoreThan(Way nearer) {
        Set<Object> changes = changes();
        Set<Object> fewer = nearer.changes();
        return rule.name().equals(nearer.rule.name()) && changes.size() > fewer.size() && changes.containsAll(fewer);
    }

    /** The rule and the conditions that fail, by which ways are told apart. */
    List<Object> failing() {
        return Stream.concat(
                        Stream.<Object>of(rule.name()),
                        findings.stream()
                                .flatMap(Finding::needs)
                                .map(f -> List.of(f.rule().name(), f.at())))
                .distinct()
                .toList();
    }

    /** This way, with the facts that another way through the same conditions names. */
    Way with(Way other) {
        List<Finding> others = other.findings.stream().flatMap(Finding::all).toList();
        return new Way(rule, findings.stream().map(f -> f.with(others)).toList(), distance);
    }
}
