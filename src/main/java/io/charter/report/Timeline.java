package io.charter.report;

import static io.charter.report.Html.text;

import io.charter.explain.ReasonTree;
import io.charter.explain.StatedFact;
import io.charter.text.Language;
import io.charter.text.Lines;
import io.charter.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The facts of a scenario and what is decided, by their days, as a picture (SVG) and as a list. */
final class Timeline {

    private static final int LANE = 48;
    private static final int LINE = 16;
    private static final int LABEL = 44;
    private static final int RADIUS = 5;
    private static final int RADIUS_OF_SEVERAL = 9;
    private static final double FROM = 4;
    private static final double TO = 96;
    /** How far apart, in hundredths of the width, dates are written: on any screen, and on a wide one. */
    private static final double APART = 27;

    private static final double APART_WIDE = 13;

    private final Report report;
    private final Language language;
    private final Words words;
    private final Anchors anchors;
    private final List<Lane> facts = new ArrayList<>();
    private final List<Lane> follows = new ArrayList<>();
    private final Map<LocalDate, Double> places = new HashMap<>();
    private final TreeSet<LocalDate> days = new TreeSet<>();

    /** What happened of one kind: by day, the names of what did. */
    private record Lane(String name, TreeMap<LocalDate, List<String>> days, List<LocalDate[]> spans) {}

    Timeline(Report report, Anchors anchors) {
        this.report = report;
        this.language = report.language();
        this.words = new Words(language.code());
        this.anchors = anchors;
        lanes();
        days.add(report.scenario().asOf());
        place();
    }

    /** Whether nothing has a day. */
    boolean isEmpty() {
        return facts.isEmpty() && follows.isEmpty();
    }

    private void lanes() {
        Map<String, Lane> byKind = new LinkedHashMap<>();
        for (StatedFact fact : report.facts()) {
            if (fact.on() != null) {
                Lane lane = byKind.computeIfAbsent(fact.kind(), k -> new Lane(k, new TreeMap<>(), List.of()));
                add(lane, fact.on(), fact.values().get(0).said());
            }
        }
        facts.addAll(byKind.values());
        for (Report.Group group : report.groups()) {
            Lane lane = new Lane(
                    Language.capital(group.question().titles().get(language.code())),
                    new TreeMap<>(),
                    new ArrayList<>());
            for (ReasonTree tree : group.decisions()) {
                TreeSet<LocalDate> named = new TreeSet<>();
                tree.decision().details().values().stream()
                        .filter(LocalDate.class::isInstance)
                        .forEach(d -> named.add((LocalDate) d));
                named.forEach(d -> add(
                        lane,
                        d,
                        tree.subject() == null ? tree.outcome() : tree.subject() + " (" + tree.outcome() + ")"));
                if (named.size() > 1) {
                    lane.spans().add(new LocalDate[] {named.first(), named.last()});
                }
            }
            if (!lane.days().isEmpty()) {
                follows.add(lane);
            }
        }
    }

    private void add(Lane lane, LocalDate day, String name) {
        lane.days().computeIfAbsent(day, k -> new ArrayList<>()).add(name);
        days.add(day);
    }

    /** Days stand in their order; the longer between two of them, the wider, but far less than in proportion. */
    private void place() {
        double sum = 0;
        Map<LocalDate, Double> sums = new LinkedHashMap<>();
        LocalDate before = null;
        for (LocalDate day : days) {
            sum += before == null ? 0 : 1 + Math.log(day.toEpochDay() - before.toEpochDay()) / 3;
            sums.put(day, sum);
            before = day;
        }
        double whole = sum == 0 ? 1 : sum;
        sums.forEach((day, at) -> places.put(day, FROM + (TO - FROM) * at / whole));
    }

    /** The picture. Places are in hundredths of the width and sizes in pixels, so that words stay legible on any screen. */
    String svg() {
        String id = anchors.of("time");
        StringBuilder body = new StringBuilder();
        int y = 8;
        y = heading(body, words.say("report.time.facts"), y, facts);
        y = heading(body, words.say("report.time.follows"), y, follows);
        int bottom = y + 30;
        LocalDate asOf = report.scenario().asOf();
        StringBuilder out = new StringBuilder("<svg class=\"time\" role=\"img\" aria-labelledby=\"" + id + "-t " + id
                + "-d\" width=\"100%\" height=\"" + (bottom + 4) + "\"><title id=\"" + id + "-t\">"
                + text(words.say("report.time.title")) + "</title><desc id=\"" + id + "-d\">"
                + text(words.say(
                        "report.time.desc",
                        language.date(days.first()),
                        language.date(days.last()),
                        language.date(asOf)))
                + "</desc>");
        out.append(line("today", x(asOf), 4, x(asOf), y + 4));
        out.append(body).append(axis(y)).append("</svg>");
        return out.toString();
    }

    private int heading(StringBuilder out, String heading, int from, List<Lane> lanes) {
        if (lanes.isEmpty()) {
            return from;
        }
        int y = from;
        for (String part : Lines.wrap(heading, LABEL)) {
            y += LINE;
            out.append("<text class=\"head\" x=\"0\" y=\"")
                    .append(y)
                    .append("\">")
                    .append(text(part))
                    .append("</text>");
        }
        for (Lane lane : lanes) {
            y = lane(out, lane, y + 8);
        }
        return y + 8;
    }

    private int lane(StringBuilder out, Lane lane, int from) {
        int y = from;
        for (String part : Lines.wrap(lane.name(), LABEL)) {
            y += LINE;
            out.append("<text x=\"0\" y=\"")
                    .append(y)
                    .append("\">")
                    .append(text(part))
                    .append("</text>");
        }
        y += LANE - 2 * LINE;
        out.append(line("lane", "0%", y, "100%", y));
        for (LocalDate[] span : lane.spans()) {
            out.append(line("span", x(span[0]), y, x(span[1]), y));
        }
        for (Map.Entry<LocalDate, List<String>> day : lane.days().entrySet()) {
            int several = day.getValue().size();
            boolean later = day.getKey().isAfter(report.scenario().asOf());
            out.append("<g><title>")
                    .append(text(told(day.getKey(), day.getValue())))
                    .append("</title><circle class=\"")
                    .append(later ? "later" : "past")
                    .append("\" cx=\"")
                    .append(x(day.getKey()))
                    .append("\" cy=\"")
                    .append(y)
                    .append("\" r=\"")
                    .append(several > 1 ? RADIUS_OF_SEVERAL : RADIUS)
                    .append("\"/>");
            if (several > 1) {
                out.append("<text class=\"count")
                        .append(later ? " later" : "")
                        .append("\" x=\"")
                        .append(x(day.getKey()))
                        .append("\" y=\"")
                        .append(y + 4)
                        .append("\">")
                        .append(several)
                        .append("</text>");
            }
            out.append("</g>");
        }
        return y + RADIUS_OF_SEVERAL;
    }

    private static String line(String kind, String x1, int y1, String x2, int y2) {
        return "<line class=\"" + kind + "\" x1=\"" + x1 + "\" y1=\"" + y1 + "\" x2=\"" + x2 + "\" y2=\"" + y2 + "\"/>";
    }

    private String axis(int y) {
        StringBuilder out = new StringBuilder(line("axis", "0%", y + 4, "100%", y + 4));
        List<LocalDate> inOrder = new ArrayList<>(List.of(report.scenario().asOf(), days.first(), days.last()));
        inOrder.addAll(days);
        for (LocalDate day : days) {
            out.append(line("axis", x(day), y + 4, x(day), y + 9));
        }
        Map<LocalDate, Boolean> written = new LinkedHashMap<>();
        for (double apart : new double[] {APART, APART_WIDE}) {
            for (LocalDate day : inOrder) {
                if (written.keySet().stream().allMatch(w -> Math.abs(places.get(w) - places.get(day)) >= apart)) {
                    written.put(day, apart == APART);
                }
            }
        }
        for (Map.Entry<LocalDate, Boolean> entry : written.entrySet()) {
            LocalDate day = entry.getKey();
            boolean narrow = entry.getValue();
            double at = places.get(day);
            String anchor = at < APART / 2 ? "start" : at > 100 - APART / 2 ? "end" : "middle";
            out.append("<text class=\"day ")
                    .append(anchor)
                    .append(narrow ? "" : " wide")
                    .append(day.equals(report.scenario().asOf()) ? " asked" : "")
                    .append("\" x=\"")
                    .append(anchor.equals("start") ? "0" : anchor.equals("end") ? "100%" : x(day))
                    .append("\" y=\"")
                    .append(y + 24)
                    .append("\">")
                    .append(text(language.date(day)))
                    .append("</text>");
        }
        return out.toString();
    }

    private String x(LocalDate day) {
        return String.format(Locale.ROOT, "%.2f%%", places.get(day));
    }

    private String told(LocalDate day, List<String> names) {
        return words.say("labelled", language.date(day), String.join(", ", names));
    }

    /** What the picture shows, day by day. */
    String list() {
        StringBuilder out = new StringBuilder("<dl class=\"days\">");
        for (LocalDate day : days) {
            out.append("<dt>").append(text(language.date(day))).append("</dt>");
            if (day.equals(report.scenario().asOf())) {
                out.append("<dd><em>").append(text(words.say("askedToday"))).append("</em></dd>");
            }
            for (List<Lane> lanes : List.of(facts, follows)) {
                for (Lane lane : lanes) {
                    List<String> names = lane.days().get(day);
                    if (names != null) {
                        out.append("<dd>")
                                .append(text(words.say("labelled", lane.name(), "")))
                                .append(Html.foreign(String.join(", ", names)))
                                .append("</dd>");
                    }
                }
            }
        }
        return out.append("</dl>").toString();
    }
}
