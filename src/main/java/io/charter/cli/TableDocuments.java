package io.charter.cli;

import io.charter.explain.DecisionDocument;
import io.charter.rulebook.model.Edition;
import java.util.List;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;

/** Decisions as a table that fits the terminal. */
final class TableDocuments extends TextDocuments {

    private static final int LEAST_REASON = 24;
    private static final int LEAST_WIDTH = 60;

    private final int width;
    private final Ansi ansi;

    TableDocuments(int width, boolean coloured) {
        this.width = Math.max(width, LEAST_WIDTH);
        this.ansi = coloured ? Ansi.ON : Ansi.OFF;
    }

    @Override
    public String document(DecisionDocument document, Edition edition, String language) {
        Words words = new Words(language);
        List<Row> rows = rows(document, edition, language);
        int question = widest(rows, Row::question, words.say("question"), width / 5);
        int subject = widest(rows, Row::subject, words.say("subject"), width / 6);
        int outcome = widest(rows, Row::outcome, words.say("decision"), width / 5);
        int clause = widest(rows, Row::clause, words.say("clause"), width / 8);
        int reason = Math.max(LEAST_REASON, width - question - subject - outcome - clause);
        Help.TextTable table = Help.TextTable.forColumns(
                Help.defaultColorScheme(ansi), column(question, 0), column(subject, 1), column(outcome, 1), column(clause, 1), column(reason - 1, 1));
        table.addRowValues(heading(words.say("question")), heading(words.say("subject")), heading(words.say("decision")), heading(words.say("clause")), heading(words.say("because")));
        for (Row row : rows) {
            table.addRowValues(plain(row.question()), plain(row.subject()), styled("bold", row.outcome()), styled("fg_cyan", row.clause()), plain(row.because()));
        }
        StringBuilder out = new StringBuilder();
        out.append(styled("bold", title(document))).append('\n').append(about(document, language)).append("\n\n");
        out.append(rows.isEmpty() ? words.say("nothing") + "\n" : table.toString().replaceAll("[ \t]+\\R", "\n"));
        remarks(document, language).forEach(remark -> out.append('\n').append(remark).append('\n'));
        return out.toString();
    }

    @Override
    public String failure(Failure failure) {
        return styled("fg_red", nameOf(failure) + ": " + new Words("en").say("notDecided")) + "\n";
    }

    @Override
    public String between() {
        return "\n";
    }

    /** The width that the longest value asks for, with a space before it, up to a share of the line. */
    private static int widest(List<Row> rows, java.util.function.Function<Row, String> cell, String heading, int most) {
        ToIntFunction<String> length = text -> text.codePointCount(0, text.length());
        int widest = rows.stream().map(cell).mapToInt(length).max().orElse(0);
        return Math.min(Math.max(widest, length.applyAsInt(heading)) + 2, Math.max(most, length.applyAsInt(heading) + 2));
    }

    private static Column column(int width, int indent) {
        return new Column(width, indent, Overflow.WRAP);
    }

    private Ansi.Text heading(String text) {
        return styled("underline", text);
    }

    private Ansi.Text styled(String style, String text) {
        return plainText(text).isEmpty() ? ansi.text("") : ansi.apply(text, List.of(Ansi.Style.valueOf(style)));
    }

    private Ansi.Text plain(String text) {
        return ansi.apply(text, List.of());
    }

    private static String plainText(String text) {
        return text == null ? "" : text;
    }
}
