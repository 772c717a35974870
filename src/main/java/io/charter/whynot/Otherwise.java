package io.charter.whynot;

import io.charter.derivation.Premise;
import io.charter.explain.Decision;
import io.charter.explain.ReasonTrees;
import io.charter.rulebook.model.Question;
import io.charter.text.CharterException;
import io.charter.text.Near;
import java.util.List;
import java.util.Set;

/**
 * Why a question was not answered otherwise, in one language.
 *
 * @param trees what is decided of the scenario
 * @param decision the decision asked about
 * @param not the outcome that it does not have
 * @param ways the ways in which it could have that outcome, the nearest first
 */
public record Otherwise(ReasonTrees trees, Decision decision, String not, List<Way> ways) {

    /**
     * Asks why a decision has not another outcome.
     *
     * @param key one of the keys of the trees
     * @throws CharterException when the question has no such outcome ({@code unknown_outcome}), or the decision has just that one
     *     ({@code same_outcome})
     */
    public static Otherwise ask(ReasonTrees trees, String key, String not) {
        Premise.Derived answer = trees.answer(key);
        Question question = trees.scenario().edition().questions().get(answer.question());
        Set<String> outcomes = question.outcomes().keySet();
        String outcome = answer.type().answers().outcome();
        String others = String.join(
                ", ", outcomes.stream().filter(o -> !o.equals(outcome)).toList());
        if (!outcomes.contains(not)) {
            String near = Near.hint(not, outcomes);
            throw new CharterException(
                    "unknown_outcome",
                    "the question " + answer.question() + " has no outcome \"" + not + "\""
                            + (near.isEmpty() ? "; besides " + outcome + ", it has " + others : near));
        }
        if (outcome.equals(not)) {
            throw new CharterException(
                    "same_outcome",
                    key + " is \"" + not + "\": without --not, explain says why; with it, name another outcome: "
                            + others);
        }
        return new Otherwise(
                trees,
                trees.own(key).decision(),
                not,
                WhyNot.ask(trees.derivations(), answer.question(), answer.subject(), not));
    }

    /** The outcome that it does not have, in words. */
    public String title() {
        Question question = trees.scenario().edition().questions().get(decision.question());
        return question.outcomes().get(not).get(trees.language().code());
    }
}
