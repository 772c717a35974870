package io.charter.cli;

import static io.charter.text.Markdown.escaped;

import io.charter.explain.DecisionDocument;
import io.charter.rulebook.model.Edition;
import io.charter.text.Words;

/** Decisions as a table in Markdown, for a document or a discussion. */
final class MarkdownDocuments extends TextDocuments {

    @Override
    public String document(DecisionDocument document, Edition edition, String language) {
        Words words = new Words(language);
        StringBuilder out = new StringBuilder();
        out.append("## ")
                .append(escaped(title(document)))
                .append("\n\n")
                .append(about(document, language))
                .append("\n\n");
        out.append(row(
                words.say("question"),
                words.say("subject"),
                words.say("decision"),
                words.say("clause"),
                words.say("because")));
        out.append(row("---", "---", "---", "---", "---"));
        for (Row row : rows(document, edition, language)) {
            out.append(row(
                    escaped(row.question()),
                    escaped(row.subject()),
                    "**" + escaped(row.outcome()) + "**",
                    escaped(row.clause()),
                    escaped(row.because())));
        }
        remarks(document, language)
                .forEach(remark -> out.append('\n').append(escaped(remark)).append('\n'));
        return out.toString();
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    @Override
    public String failure(Failure failure) {
        return "## " + escaped(nameOf(failure)) + "\n\n" + new Words("en").say("notDecided") + ": "
                + escaped(failure.problems().get(0).message()) + "\n";
    }

    @Override
    public String between() {
        return "\n";
    }
}
