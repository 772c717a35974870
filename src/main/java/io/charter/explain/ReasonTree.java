package io.charter.explain;

import io.charter.rulebook.model.Clause;
import io.charter.text.Language;
import java.util.List;

/**
 * A decision with the whole tree of its reasons, in one language.
 *
 * @param question what the question is about
 * @param subject whom or what it is about, by name, or null where the question is asked of every scenario
 * @param subjectTitle the same as it stands at the beginning of a line
 * @param outcome the title of the outcome
 * @param root the rule that decides, and what it rests on
 * @param disregarded facts that were meant to move the decision and do not count
 * @param clauses the clauses of the rules in the tree, in the order of the edition
 * @param facts the facts of the scenario in the tree, each once, in the order in which decisions cite facts
 */
public record ReasonTree(
        Decision decision,
        String question,
        String subject,
        String subjectTitle,
        String outcome,
        Reason.Step root,
        List<Disregarded> disregarded,
        List<Clause> clauses,
        List<StatedFact> facts) {

    /** The question and, where it has one, the subject: "The seat of a member · The club". */
    public String heading() {
        return Language.capital(question) + (subject == null ? "" : " · " + subjectTitle);
    }

    /** A fact that does not count, with the reason. */
    public record Disregarded(StatedFact fact, String because) {}
}
