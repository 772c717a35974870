package io.charter.cli;

import io.charter.scenario.ScenarioFiles.Shape;
import java.util.function.Function;

/** Writes documents one after the other, in the format asked for or in the one that fits the input. */
final class DocumentOutput {

    private final OutputFile out;
    private final boolean several;
    private final DecideCommand.Format asked;
    private final boolean terminal;
    private DocumentWriter writer;
    private boolean empty = true;

    /**
     * @param several whether the scenarios come from more than one file
     * @param asked the format, or null for the one that fits
     * @param terminal whether the output is a terminal
     */
    DocumentOutput(OutputFile out, boolean several, DecideCommand.Format asked, boolean terminal) {
        this.out = out;
        this.several = several;
        this.asked = asked;
        this.terminal = terminal;
    }

    /** @param shape how the source holds its scenarios; the first one settles the format */
    void write(Shape shape, Function<DocumentWriter, String> render) {
        if (writer == null) {
            writer = writer(several ? Shape.LINES : shape);
            out.write(writer.start());
        }
        String text = render.apply(writer);
        out.write(empty ? text : writer.between() + text);
        empty = false;
    }

    void end() {
        if (writer == null) {
            writer = writer(Shape.ARRAY);
            out.write(writer.start());
        }
        out.write(writer.end(empty));
    }

    private DocumentWriter writer(Shape shape) {
        DecideCommand.Format format = asked;
        if (format == null) {
            format = terminal
                    ? DecideCommand.Format.table
                    : shape == Shape.LINES ? DecideCommand.Format.jsonl : DecideCommand.Format.json;
        }
        return switch (format) {
            case table -> new TableDocuments(Terminal.width(), terminal && Terminal.isColoured());
            case markdown -> new MarkdownDocuments();
            case jsonl -> new JsonDocuments(JsonDocuments.Form.LINES);
            case json -> new JsonDocuments(shape == Shape.ONE ? JsonDocuments.Form.ONE : JsonDocuments.Form.ARRAY);
        };
    }
}
