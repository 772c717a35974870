package io.charter.report;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes HTML of texts, every one of which is escaped. */
final class Html {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"'\\\\]+");
    private static final String NONE = "\uFFFD";
    private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202D;
    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;

    private Html() {}

    /** A text as HTML; what no document may hold, or would turn the order of its letters around, becomes a sign of its own. */
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (Character.isISOControl(c) && !Character.isWhitespace(c)
                            || c >= 0xD800 && c <= 0xDFFF
                            || (c & 0xFFFE) == 0xFFFE
                            || c == LEFT_TO_RIGHT_OVERRIDE
                            || c == RIGHT_TO_LEFT_OVERRIDE) {
                        out.append(NONE);
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    /** A text that a scenario brings: its language and direction are its own, and end with it. */
    static String foreign(String text) {
        return "<bdi lang=\"\">" + text(text) + "</bdi>";
    }

    /** The words of a source, of which web addresses are links. */
    static String source(String text) {
        return Stream.of(text.strip().split("\\s+"))
                .map(word -> LINK.matcher(word).matches()
                        ? "<a class=\"out\" rel=\"noreferrer\" href=\"" + text(word) + "\">" + text(shortened(word))
                                + "</a>"
                        : text(word))
                .collect(Collectors.joining(" "));
    }

    private static String shortened(String address) {
        String bare = address.replaceFirst("^https?://(www\\.)?", "").replaceFirst("[/?#]+$", "");
        int host = bare.indexOf('/');
        return host < 0 || bare.length() <= 48 ? bare : bare.substring(0, Math.max(host, 0)) + "/…";
    }

    /** An element with classes; the content is HTML already. */
    static String element(String tag, String classes, String content) {
        return "<" + tag + (classes.isEmpty() ? "" : " class=\"" + classes + "\"") + ">" + content + "</" + tag + ">";
    }

    /** A link within the page; the content is HTML already. */
    static String link(String id, String classes, String content) {
        return "<a" + (classes.isEmpty() ? "" : " class=\"" + classes + "\"") + " href=\"#" + id + "\">" + content
                + "</a>";
    }
}
