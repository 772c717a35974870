package io.charter.whynot;

import io.charter.rulebook.model.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * A way in which an outcome could have come about: a rule, or a chain of rules, that would give it.
 *
 * @param rule the rule that would give the outcome itself
 * @param findings its conditions, and those of the rules that lead to it, in the order of reasoning
 * @param distance how far it is from being fulfilled; the nearest way has the least
 */
public record Way(Rule rule, List<Finding> findings, double distance) {

    public List<Finding> holds() {
        return findings.stream().filter(Finding::holds).toList();
    }

    /** What fails, down to conditions on facts of the scenario. */
    public List<Finding> fails() {
        return findings.stream().filter(f -> !f.holds()).toList();
    }

    /** The rules and conditions that fail, by which ways are told apart. */
    List<Object> chain() {
        return fails().stream()
                .<Object>map(f -> List.of(f.rule().name(), f.at()))
                .distinct()
                .toList();
    }

    /** This way, with the facts that another way through the same conditions names. */
    Way with(Way other) {
        List<Finding> all = new ArrayList<>();
        for (Finding finding : findings) {
            Finding more = finding;
            for (Finding its : other.findings) {
                if (!finding.holds()
                        && its.rule().equals(finding.rule())
                        && its.at().equals(finding.at())) {
                    more = more.with(its);
                }
            }
            all.add(more);
        }
        return new Way(rule, all, distance);
    }
}
