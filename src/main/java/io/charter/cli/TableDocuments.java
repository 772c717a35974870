package io.charter.cli;

import io.charter.explain.DecisionDocument;
import io.charter.rulebook.model.Edition;
import io.charter.text.Lines;
import io.charter.text.Words;
import java.util.List;

/** Decisions as a table that fits the terminal; on a narrow one, each reason stands below its decision. */
final class TableDocuments extends TextDocuments {

    private static final int LEAST_REASON = 36;
    private static final int LEAST_WIDTH = 30;

    private final int width;
    private final boolean coloured;

    TableDocuments(int width, boolean coloured) {
        this.width = Math.max(width, LEAST_WIDTH);
        this.coloured = coloured;
    }

    @Override
    public String document(DecisionDocument document, Edition edition, String language) {
        Words words = new Words(language);
        List<Row> rows = rows(document, edition, language);
        StringBuilder out = new StringBuilder();
        Lines.wrap(title(document), width)
                .forEach(line -> out.append(styled("1", line)).append('\n'));
        out.append(about(document, language)).append("\n\n");
        out.append(rows.isEmpty() ? words.say("nothing") + "\n" : body(rows, words));
        for (String remark : remarks(document, language)) {
            out.append('\n');
            Lines.wrap(remark, width).forEach(line -> out.append(line).append('\n'));
        }
        return out.toString();
    }

    private String body(List<Row> rows, Words words) {
        TextTable table = new TextTable(width);
        table.add(List.of(
                words.say("question"),
                words.say("subject"),
                words.say("decision"),
                words.say("clause"),
                words.say("because")));
        rows.forEach(
                row -> table.add(List.of(row.question(), row.subject(), row.outcome(), row.clause(), row.because())));
        return table.lastWidth() >= LEAST_REASON ? table.text(this::cell) : stacked(rows);
    }

    private String stacked(List<Row> rows) {
        StringBuilder out = new StringBuilder();
        for (Row row : rows) {
            String head = row.question() + " · " + row.subject() + " · " + styled("1", row.outcome()) + " · "
                    + styled("36", row.clause());
            out.append(head).append('\n');
            Lines.wrap(row.because(), width - 2)
                    .forEach(line -> out.append("  ").append(line).append('\n'));
        }
        return out.toString();
    }

    private String cell(int row, int column, String text) {
        if (row == 0) {
            return styled("4", text);
        }
        return column == 2 ? styled("1", text) : column == 3 ? styled("36", text) : text;
    }

    @Override
    public String failure(Failure failure) {
        return styled("31", nameOf(failure) + ": " + new Words("en").say("notDecided")) + "\n";
    }

    @Override
    public String between() {
        return "\n";
    }

    /** The text between the codes of ECMA-48 that set it off (1 bold, 4 underlined, 31 red, 36 cyan). */
    private String styled(String code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
