package io.charter.cli;

import io.charter.scenario.ScenarioFiles.Shape;

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

    /**
     * Settles the format, if none was asked for, by the first scenario.
     *
     * @param shape how its source holds it
     */
    void settle(Shape shape) {
        if (writer == null) {
            writer = writer(several ? Shape.LINES : shape);
            out.write(writer.start());
        }
    }

    /** The format, once it is settled. */
    DocumentWriter writer() {
        return writer;
    }

    /** Writes the next document. */
    void write(String text) {
        out.write(empty ? text : writer.between() + text);
        empty = false;
    }

    void end() {
        settle(Shape.ARRAY);
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
