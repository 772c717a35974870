package io.charter.text;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes plain data (maps, lists, texts, numbers, flags) as JSON for people to read: what fits on a line stands on one. */
public final class JsonText {

    private static final int WIDTH = 150;

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /** The text of plain data, with a line break at the end. */
    public static String of(Object value) {
        JsonText text = new JsonText();
        text.write(value, 0, 0);
        return text.out.append('\n').toString();
    }

    /** The text of plain data on one line, without a break at its end. */
    public static String line(Object value) {
        return new JsonLine(WIDTH).value(value).toString();
    }

    private void write(Object value, int indent, int column) {
        String line = inline(value);
        boolean nested = value instanceof Map<?, ?> || value instanceof List<?>;
        if (!nested || indent > 0 && column + line.length() <= WIDTH && !holdsFacts(value)) {
            out.append(line);
            return;
        }
        boolean isMap = value instanceof Map<?, ?>;
        out.append(isMap ? '{' : '[');
        Iterator<?> items = isMap ? ((Map<?, ?>) value).entrySet().iterator() : ((List<?>) value).iterator();
        boolean any = items.hasNext();
        while (items.hasNext()) {
            Object item = items.next();
            out.append('\n').append(" ".repeat(indent + 2));
            if (item instanceof Map.Entry<?, ?> entry && isMap) {
                String key = quoted((String) entry.getKey()) + ": ";
                out.append(key);
                write(entry.getValue(), indent + 2, indent + 2 + key.length());
            } else {
                write(item, indent + 2, indent + 2);
            }
            out.append(items.hasNext() ? "," : "");
        }
        if (any) {
            out.append('\n').append(" ".repeat(indent));
        }
        out.append(isMap ? '}' : ']');
    }

    /** Lists of objects get a line for each, however short they are. */
    private static boolean holdsFacts(Object value) {
        if (value instanceof List<?> list) {
            return list.size() > 1 && list.get(0) instanceof Map<?, ?>;
        }
        return ((Map<?, ?>) value)
                .values().stream()
                        .anyMatch(
                                v -> v instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?>);
    }

    private static String inline(Object value) {
        if (value instanceof Map<?, ?> map) {
            StringBuilder said = new StringBuilder();
            map.forEach((key, item) -> said.append(said.isEmpty() ? "" : ", ")
                    .append(quoted((String) key))
                    .append(": ")
                    .append(inline(item)));
            return said.isEmpty() ? "{}" : "{ " + said + " }";
        }
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(JsonText::inline).toList()) + "]";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        return new JsonLine(text.length() + 2).quote(text).toString();
    }
}
