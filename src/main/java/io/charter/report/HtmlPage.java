package io.charter.report;

import static io.charter.report.Html.text;

import io.charter.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reports as one page that stands for itself: no script, no request, and a side for each language with a switch between them
 * that works by style alone.
 */
public final class HtmlPage {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private HtmlPage() {}

    /** @param sides the same report in each language, the one to show first at the front */
    public static String of(List<Report> sides) {
        Report first = sides.get(0);
        String language = first.language().code();
        StringBuilder out = new StringBuilder(
                "<!doctype html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append(
                "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        out.append("<title>")
                .append(text(first.title() + " – " + first.scenario().edition().id()))
                .append("</title>\n");
        out.append("<style>\n").append(style(sides)).append("</style>\n</head>\n<body>\n");
        if (sides.size() > 1) {
            out.append(languages(sides));
        }
        out.append("<main>\n");
        sides.forEach(side -> out.append(new HtmlSide(side).html()).append('\n'));
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String languages(List<Report> sides) {
        StringBuilder out = new StringBuilder("<div class=\"languages\" role=\"region\" aria-label=\"");
        out.append(sides.stream()
                        .map(s -> text(new Words(s.language().code()).say("report.language")))
                        .reduce((a, b) -> a + " / " + b)
                        .orElseThrow())
                .append("\"><fieldset><legend>");
        out.append(sides.stream()
                .map(s -> "<span lang=\"" + s.language().code() + "\">"
                        + text(new Words(s.language().code()).say("report.language")) + "</span>")
                .reduce((a, b) -> a + " / " + b)
                .orElseThrow());
        out.append("</legend>");
        for (Report side : sides) {
            String code = side.language().code();
            out.append("<input type=\"radio\" name=\"language\" id=\"language-")
                    .append(code)
                    .append('"');
            out.append(side == sides.get(0) ? " checked" : "")
                    .append("><label for=\"language-")
                    .append(code);
            out.append("\" lang=\"").append(code).append("\">");
            out.append(text(new Words(code).say("report.name"))).append("</label>");
        }
        return out.append("</fieldset></div>\n").toString();
    }

    private static String style(List<Report> sides) {
        StringBuilder out = new StringBuilder();
        try (InputStream in = HtmlPage.class.getResourceAsStream("report.css")) {
            out.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Report side : sides) {
            String code = side.language().code();
            if (sides.size() > 1) {
                out.append(
                        "body:has(#language-" + code + ":checked) .side:not(:lang(" + code + ")) { display: none }\n");
            }
        }
        return out.toString();
    }
}
