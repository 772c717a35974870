package io.charter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Draws what {@link Peers} measured as an SVG: a bar for each engine on a logarithmic scale, for light and dark pages. */
public final class Chart {

    private static final int LEFT = 250;
    private static final int SCALE = 400;
    private static final int RIGHT = 100;
    private static final int TOP = 62;
    private static final int ROW = 26;
    private static final String STYLE = """
            <style>
              text { font: 13px system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif; fill: #1f2328; }
              .title { font-weight: 600; font-size: 14px; }
              .small { font-size: 11px; fill: #59636e; }
              .grid { stroke: #d1d9e0; }
              .charter { fill: #0b6bcb; }
              .explains { fill: #7aa7d9; }
              .silent { fill: #a8b1bb; }
              .floor { fill: none; stroke: #a8b1bb; stroke-dasharray: 4 3; }
              @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3; }
                .small { fill: #9aa4af; }
                .grid { stroke: #3d444d; }
                .charter { fill: #4c9be8; }
                .explains { fill: #35618f; }
                .silent { fill: #5b6570; }
                .floor { stroke: #8b949e; }
              }
            </style>
            """;

    private record Bar(String key, String title, long decisions, String explains) {

        String kind() {
            return switch (key) {
                case Contestant.CHARTER -> "charter";
                case Contestant.ORACLE, "json" -> "floor";
                default -> explains.equals("nothing") ? "silent" : "explains";
            };
        }
    }

    private final List<Bar> bars;
    private final int low;
    private final int high;
    private final StringBuilder out = new StringBuilder();

    private Chart(List<Bar> bars) {
        this.bars = bars;
        low = (int) Math.floor(
                Math.log10(bars.stream().mapToLong(Bar::decisions).min().orElseThrow()));
        high = (int) Math.ceil(
                Math.log10(bars.stream().mapToLong(Bar::decisions).max().orElseThrow()));
    }

    /**
     * Draws the chart.
     *
     * @param arguments the file of numbers, and the SVG file to write
     */
    public static void main(String[] arguments) throws IOException {
        List<Bar> bars = Files.readAllLines(Path.of(arguments[0])).stream()
                .map(line -> line.split("\t"))
                .map(cells -> new Bar(cells[0], cells[1], Long.parseLong(cells[2]), cells[3]))
                .toList();
        Files.writeString(Path.of(arguments[1]), new Chart(bars).svg());
    }

    private String svg() {
        int width = LEFT + SCALE + RIGHT;
        int bottom = TOP + ROW * bars.size();
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">%n",
                width,
                bottom + 30,
                width,
                bottom + 30));
        out.append("<title>Decisions a second of processor time, by engine</title>\n")
                .append(STYLE);
        text(12, 22, "title", "start", "Decisions a second of processor time, logarithmic scale");
        legend();
        for (int power = low; power <= high; power++) {
            double x = x(Math.pow(10, power));
            out.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>%n",
                    x,
                    TOP - 4,
                    x,
                    bottom + 4));
            text(x, bottom + 19, "small", "middle", String.format(Locale.ROOT, "%,d", (long) Math.pow(10, power)));
        }
        for (int i = 0; i < bars.size(); i++) {
            bar(bars.get(i), TOP + i * ROW);
        }
        return out.append("</svg>\n").toString();
    }

    private void legend() {
        String[][] entries = {
            {"charter", "Charter"}, {"explains", "explains"}, {"silent", "outcomes alone"}, {"floor", "no engine"}
        };
        int x = LEFT;
        for (String[] entry : entries) {
            rectangle(entry[0], x, 35, 12, 12);
            text(x + 17, 45, "small", "start", entry[1]);
            x += 40 + 7 * entry[1].length();
        }
    }

    private void bar(Bar bar, int y) {
        double end = x(bar.decisions);
        text(LEFT - 8, y + 17, "label", "end", bar.title);
        rectangle(bar.kind(), LEFT, y + 4, end - LEFT, ROW - 8);
        text(end + 6, y + 17, "label", "start", String.format(Locale.ROOT, "%,d", bar.decisions));
    }

    private double x(double decisions) {
        return LEFT + SCALE * (Math.log10(decisions) - low) / (high - low);
    }

    private void rectangle(String kind, double x, double y, double width, double height) {
        out.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>%n",
                kind,
                x,
                y,
                width,
                height));
    }

    private void text(double x, double y, String kind, String anchor, String said) {
        out.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                kind,
                x,
                y,
                anchor,
                said.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
