package io.charter.cli;

import io.charter.text.Lines;
import java.util.ArrayList;
import java.util.List;

/** Lays out rows in columns of a line, breaking cells between words; the last column takes what the others leave. */
final class TextTable {

    private static final int GAP = 2;

    private final int width;
    private final int numbers;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(int width) {
        this(width, 0);
    }

    /** @param numbers how many columns, from the first, hold numbers, which stand at the right */
    TextTable(int width, int numbers) {
        this.width = width;
        this.numbers = numbers;
    }

    void add(List<String> cells) {
        rows.add(cells);
    }

    /** How wide the last column would be. */
    int lastWidth() {
        int[] widths = widths();
        return widths[widths.length - 1];
    }

    /**
     * The lines of the table.
     *
     * @param style says how a cell of a row and column is set off; it may add codes of no width
     */
    String text(Style style) {
        int[] widths = widths();
        StringBuilder out = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            List<List<String>> cells = new ArrayList<>();
            int height = 1;
            for (int c = 0; c < widths.length; c++) {
                cells.add(Lines.wrap(rows.get(r).get(c), widths[c]));
                height = Math.max(height, cells.get(c).size());
            }
            for (int l = 0; l < height; l++) {
                StringBuilder line = new StringBuilder();
                for (int c = 0; c < widths.length; c++) {
                    String part = l < cells.get(c).size() ? cells.get(c).get(l) : "";
                    int free = c == widths.length - 1 ? 0 : widths[c] - Lines.length(part);
                    line.append(" ".repeat(c < numbers ? free : 0))
                            .append(part.isEmpty() ? "" : style.apply(r, c, part))
                            .append(" ".repeat(c == widths.length - 1 ? 0 : c < numbers ? GAP : free + GAP));
                }
                out.append(line.toString().stripTrailing()).append('\n');
            }
        }
        return out.toString();
    }

    /** How a cell is set off. */
    interface Style {
        String apply(int row, int column, String text);
    }

    private int[] widths() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        int left = width;
        for (int c = 0; c < columns - 1; c++) {
            int column = c;
            widths[c] = rows.stream()
                    .mapToInt(row -> Lines.length(row.get(column)))
                    .max()
                    .orElse(0);
            left -= widths[c] + GAP;
        }
        widths[columns - 1] = Math.max(left, 1);
        return widths;
    }
}
