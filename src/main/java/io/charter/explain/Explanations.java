package io.charter.explain;

import io.charter.derivation.Derivations;
import io.charter.rulebook.model.Edition;
import io.charter.text.Language;

/** Makes decisions, with their reasons, of what the rules of an edition derived from scenarios. Thread-safe; worth keeping. */
public final class Explanations {

    private final Sentences sentences;
    private final Subjects subjects;

    public Explanations(Edition edition, Language language) {
        this.sentences = new Sentences(edition, language);
        this.subjects = new Subjects(edition);
    }

    /**
     * The decisions of a scenario of the edition, with as much of the reasons as is wanted.
     *
     * @throws io.charter.text.CharterException when the rules leave a question without an answer, or give it two
     */
    public DecisionDocument of(Derivations derivations, Explaining wanted) {
        return new Explainer(derivations, sentences, subjects).document(wanted);
    }
}
