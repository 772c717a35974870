package io.charter.scenario;

import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Names;
import io.charter.rulebook.model.ValueType;
import io.charter.text.Near;
import io.charter.text.Node;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the value of a field from JSON, as the vocabulary says that it may be. */
final class ValueReader {

    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern UNQUOTED = Pattern.compile("true|false|-?\\d+(\\.\\d+)?");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9000;
    private static final int MOST_DIGITS = 60;
    private static final int MOST_LISTED = 12;
    private static final int MOST_ITEMS = 1_000_000;
    /** What rules may write, they may find. */
    static final BigDecimal MOST_WHOLE = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Names names;
    private final Faults faults;

    ValueReader(Names names, Faults faults) {
        this.names = names;
        this.faults = faults;
    }

    /** The value, or null where it is none; then the faults say why. */
    Object read(Field field, Node node, String pointer) {
        String what = "\"" + field.name() + "\"";
        if (field.type() != ValueType.LIST) {
            return read(what, field, field.type(), node, pointer);
        }
        if (!node.is(Node.Kind.ARRAY)) {
            return wrong(what, "a list", node, pointer);
        }
        if (node.items().size() > MOST_ITEMS) {
            return fault(what + " has more than " + MOST_ITEMS + " items", node, pointer);
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < node.items().size(); i++) {
            items.add(read("each of " + what, field, field.each(), node.items().get(i), pointer + "/" + i));
        }
        return items.contains(null) ? null : List.copyOf(items);
    }

    private Object read(String what, Field field, ValueType type, Node node, String pointer) {
        return switch (type) {
            case TEXT -> text(what, field, node, pointer);
            case DATE ->
                node.is(Node.Kind.TEXT)
                        ? date(what, node, pointer)
                        : wrong(what, "a date, written \"YYYY-MM-DD\"", node, pointer);
            case FLAG -> node.is(Node.Kind.FLAG) ? (Object) node.flag() : wrong(what, "true or false", node, pointer);
            case AMOUNT, COUNT -> number(what, field, type, node, pointer);
            case LIST -> throw new IllegalStateException("lists of lists are not declared");
        };
    }

    private Object text(String what, Field field, Node node, String pointer) {
        if (!node.is(Node.Kind.TEXT)) {
            return wrong(what, "a text", node, pointer);
        }
        String text = node.text();
        if (!field.named().isEmpty()) {
            return names.know(field.named(), text)
                    ? text
                    : unknownName(what, field, text, names.codes(field.named()), node, pointer);
        }
        if (!field.values().isEmpty()) {
            String expected = "; expected one of " + String.join(", ", field.values());
            return field.values().contains(text)
                    ? text
                    : fault(
                            text.isBlank()
                                    ? what + " is empty" + expected
                                    : "\"" + text + "\" is no value of " + what + expected
                                            + Near.hint(text, field.values()),
                            node,
                            pointer);
        }
        return text.isBlank() ? fault(what + " is empty; give it a text", node, pointer) : text;
    }

    private Object unknownName(
            String what, Field field, String text, Collection<String> codes, Node node, String pointer) {
        String expected = "; expected "
                + (codes.size() <= MOST_LISTED ? "one of " + String.join(", ", codes) : lists(field.named()));
        String code = names.codeOf(field.named(), text);
        String hint = code != null ? "; did you mean \"" + code + "\"?" : Near.hint(text, codes);
        faults.add(
                "unknown_name",
                text.isBlank()
                        ? what + " is empty" + expected
                        : "\"" + text + "\" is none of those that " + what + " may name" + expected + hint,
                node.at(),
                pointer);
        return null;
    }

    /** Single names, and the lists of names.yaml, in words. */
    private static String lists(List<String> named) {
        List<String> single = named.stream()
                .filter(n -> n.contains("."))
                .map(n -> n.split("\\.")[1])
                .toList();
        List<String> lists = named.stream().filter(n -> !n.contains(".")).toList();
        String codes = "a code of " + String.join(" or ", lists) + " in names.yaml";
        return single.isEmpty() ? codes : String.join(", ", single) + " or " + codes;
    }

    /** A date of the calendar between the years that scenarios may speak of. */
    LocalDate date(String what, Node node, String pointer) {
        Matcher matcher = DATE.matcher(node.text());
        if (!matcher.matches()) {
            fault("\"" + node.text() + "\" is no date; write " + what + " as YYYY-MM-DD", node, pointer);
            return null;
        }
        int year = Integer.parseInt(matcher.group(1));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            fault(what + " lies outside the years " + FIRST_YEAR + " to " + LAST_YEAR, node, pointer);
            return null;
        }
        try {
            return LocalDate.of(year, Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        } catch (DateTimeException e) {
            fault(
                    "there is no " + node.text() + " in the calendar; give " + what + " a day that there is",
                    node,
                    pointer);
            return null;
        }
    }

    private Object number(String what, Field field, ValueType type, Node node, String pointer) {
        String expected = type == ValueType.COUNT ? "a whole number" : "a number";
        if (!node.is(Node.Kind.NUMBER)) {
            return wrong(what, expected, node, pointer);
        }
        BigDecimal number = node.number();
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            return fault(what + " has more than " + MOST_DIGITS + " digits", node, pointer);
        }
        BigDecimal exact = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (type == ValueType.COUNT && exact.scale() > 0) {
            return fault(what + " has to be a whole number; found " + exact.toPlainString(), node, pointer);
        }
        if (field.range() != null && !field.range().has(exact)) {
            return fault(
                    what + " has to be " + field.range().shown() + "; found " + exact.toPlainString(), node, pointer);
        }
        if (type == ValueType.AMOUNT) {
            return exact.scale() < 0 ? exact.setScale(0) : exact;
        }
        return exact.abs().compareTo(MOST_WHOLE) > 0
                ? fault(what + " is too large a number; whole numbers go up to " + MOST_WHOLE, node, pointer)
                : (Object) exact.longValueExact();
    }

    private Object wrong(String what, String expected, Node node, String pointer) {
        boolean quoted = node.is(Node.Kind.TEXT)
                && !expected.contains("text")
                && UNQUOTED.matcher(node.text()).matches();
        faults.add(
                "wrong_type",
                what + " has to be " + expected + "; found " + node.shown()
                        + (quoted ? "; write " + node.text() + " without quotes" : ""),
                node.at(),
                pointer);
        return null;
    }

    private Object fault(String message, Node node, String pointer) {
        faults.add("wrong_value", message, node.at(), pointer);
        return null;
    }
}
