package io.charter.cli;

import io.charter.explain.Decision;
import io.charter.explain.DecisionDocument;
import io.charter.explain.Sentences;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Question;
import io.charter.text.Language;
import io.charter.text.Words;
import java.util.List;
import java.util.stream.Stream;

/** What the formats for people have in common: how they title a document and word a decision. */
abstract class TextDocuments implements DocumentWriter {

    /** One decision as a row: question, subject, outcome, clause, reason. */
    record Row(String question, String subject, String outcome, String clause, String because) {}

    static List<Row> rows(DecisionDocument document, Edition edition, String language) {
        Sentences sentences = new Sentences(edition, Language.of(language));
        return document.decisions().stream()
                .map(d -> new Row(
                        d.question(),
                        subject(d, edition, sentences),
                        outcome(d.question(), d.outcome(), edition, language),
                        d.clause() == null ? "–" : d.clause(),
                        d.because() == null ? "–" : d.because()))
                .toList();
    }

    /** An outcome in words. */
    static String outcome(String question, String outcome, Edition edition, String language) {
        return edition.questions().get(question).outcomes().get(outcome).get(language);
    }

    /** Whom or what a decision is about, by name where there is one. */
    static String subject(Decision decision, Edition edition, Sentences sentences) {
        Question question = edition.questions().get(decision.question());
        Field field = question.of() == null
                ? null
                : edition.type(question.of().type())
                        .flatMap((FactType t) -> t.field(question.of().field()))
                        .orElse(null);
        return field == null ? decision.subject() : sentences.value(field, decision.subject());
    }

    static String about(DecisionDocument document, String language) {
        return document.edition() + " · "
                + new Words(language).say("asOf", Language.of(language).date(document.asOf()));
    }

    static String title(DecisionDocument document) {
        return document.title() == null ? document.scenario() : document.title() + " (" + document.scenario() + ")";
    }

    /** What a reader has to know of the ground that decisions stand on. */
    static List<String> remarks(DecisionDocument document, String language) {
        Words words = new Words(language);
        String assumed = joined(document.decisions().stream().flatMap(d -> d.assumes().stream()));
        String unverified = joined(document.decisions().stream().flatMap(d -> d.unverified().stream()));
        return Stream.of(
                        assumed.isEmpty() ? "" : words.say("assumes", assumed),
                        unverified.isEmpty() ? "" : words.say("unverified", unverified))
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private static String joined(Stream<String> texts) {
        return String.join(", ", texts.distinct().toList());
    }

    static String nameOf(Failure failure) {
        return failure.scenario() == null ? failure.file() + ":" + failure.line() : failure.scenario();
    }
}
