package io.charter.rulebook.check;

import io.charter.rulebook.model.Clause;
import io.charter.rulebook.syntax.Syntax.RuleText;
import io.charter.text.Near;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What ties rules to the text that they encode. */
final class ClauseChecks {

    private final List<Problem> problems;

    ClauseChecks(List<Problem> problems) {
        this.problems = problems;
    }

    /** No two rules share a name. */
    void names(List<RuleText> rules) {
        Map<String, Position> first = new HashMap<>();
        for (RuleText rule : rules) {
            Position before = first.putIfAbsent(rule.name(), rule.at());
            if (Naming.ruleFault(rule.name()) != null) {
                problem("name", Naming.ruleFault(rule.name()), rule.at());
            } else if (rule.name().isBlank()) {
                problem("syntax", "the name of a rule is its norm in words; this one is empty", rule.at());
            } else if (before != null) {
                problem(
                        "duplicate",
                        "two rules are named \"" + rule.name() + "\", the first at " + before + "; rename one",
                        rule.at());
            }
        }
    }

    /**
     * Every rule has a clause that exists, or says what the text leaves open.
     *
     * @param clauses null where they could not be read
     */
    void clauses(List<ResolvedRule> rules, Map<String, Clause> clauses) {
        for (ResolvedRule resolved : rules) {
            RuleText rule = resolved.text();
            Annotations annotations = resolved.annotations();
            String clause = annotations.value("clause");
            if (annotations.has("clause") && annotations.has("silent")) {
                problem("clause", "rule \"" + rule.name() + "\" has both a clause and @silent; keep one", rule.at());
            } else if (!annotations.hasOrMeans("clause") && !annotations.hasOrMeans("silent")) {
                problem(
                        "clause",
                        "rule \"" + rule.name()
                                + "\" names no clause; add @clause( \"…\" ), or @silent( \"what the text leaves open\" )",
                        rule.at());
            } else if (clause != null && clauses != null && !clauses.containsKey(clause)) {
                problem(
                        "clause",
                        "rule \"" + rule.name() + "\" names clause \"" + clause + "\", which clauses.yaml does not have"
                                + Near.hint(clause, clauses.keySet()),
                        rule.at());
            }
        }
    }

    /** Every clause has a rule, or a reason why not. To be asked where nothing is wrong with the clauses that rules name. */
    void encoded(List<ResolvedRule> rules, Collection<Clause> clauses) {
        for (Clause clause : clauses) {
            boolean encoded = rules.stream()
                    .anyMatch(r -> clause.id().equals(r.annotations().value("clause")));
            if (encoded && !clause.notEncoded().isEmpty()) {
                problem(
                        "clause",
                        "clause " + clause.id()
                                + " says why no rule encodes it, but a rule does; take \"not_encoded\" out",
                        clause.at());
            } else if (!encoded && clause.notEncoded().isEmpty()) {
                problem(
                        "clause",
                        "no rule encodes clause " + clause.id()
                                + "; add one, or say under \"not_encoded\" why there is none",
                        clause.at());
            }
        }
    }

    private void problem(String code, String message, Position at) {
        problems.add(Problem.of(code, message, at));
    }
}
