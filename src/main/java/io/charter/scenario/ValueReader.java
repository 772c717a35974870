package io.charter.scenario;

import io.charter.rulebook.model.FactType;
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
import java.util.regex.Pattern;

/** Reads the value of a field from JSON, as the vocabulary says that it may be. */
final class ValueReader {

    private static final Pattern UNQUOTED = Pattern.compile("true|false|-?\\d+(\\.\\d+)?");
    private static final int MONTH = "YYYY-".length();
    private static final int DAY = "YYYY-MM-".length();
    private static final int DATE_LENGTH = "YYYY-MM-DD".length();
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9000;
    private static final int MOST_DIGITS = 60;
    private static final int MOST_LISTED = 12;
    static final int MOST_ITEMS = 1_000_000;
    /** What rules may write, they may find. */
    static final BigDecimal MOST_WHOLE = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** Where a value stands; it is asked for words only when something is wrong. */
    interface Place {
        /** How a message names it. */
        String what();

        /** Its JSON pointer. */
        String pointer();
    }

    /** The value of a field of a fact, or an item of it, where it is a list. */
    record Value(FactType type, int index, Field field, int item) implements Place {

        Value(FactType type, int index, Field field) {
            this(type, index, field, -1);
        }

        Value item(int which) {
            return new Value(type, index, field, which);
        }

        @Override
        public String what() {
            return (item < 0 ? "" : "each of ") + "\"" + field.name() + "\"";
        }

        @Override
        public String pointer() {
            return "/facts/" + type.name() + "/" + index + "/" + field.name() + (item < 0 ? "" : "/" + item);
        }
    }

    private final Names names;
    private final Faults faults;

    ValueReader(Names names, Faults faults) {
        this.names = names;
        this.faults = faults;
    }

    /** The value, or null where it is none; then the faults say why. */
    Object read(Field field, Node node, Value place) {
        if (field.type() != ValueType.LIST) {
            return read(field, field.type(), node, place);
        }
        if (!node.is(Node.Kind.ARRAY)) {
            return wrong("a list", node, place);
        }
        if (node.items().size() > MOST_ITEMS) {
            return fault(place.what() + " has more than " + MOST_ITEMS + " items", node, place);
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < node.items().size(); i++) {
            items.add(read(field, field.each(), node.items().get(i), place.item(i)));
        }
        return items.contains(null) ? null : List.copyOf(items);
    }

    private Object read(Field field, ValueType type, Node node, Place place) {
        return switch (type) {
            case TEXT -> text(field, node, place);
            case DATE ->
                node.is(Node.Kind.TEXT) ? date(node, place) : wrong("a date, written \"YYYY-MM-DD\"", node, place);
            case FLAG -> node.is(Node.Kind.FLAG) ? (Object) node.flag() : wrong("true or false", node, place);
            case AMOUNT, COUNT -> number(field, type, node, place);
            case LIST -> throw new IllegalStateException("lists of lists are not declared");
        };
    }

    private Object text(Field field, Node node, Place place) {
        if (!node.is(Node.Kind.TEXT)) {
            return wrong("a text", node, place);
        }
        String text = text(field, node.text(), names);
        if (text != null) {
            return text;
        }
        if (!field.named().isEmpty()) {
            return unknownName(field, node.text(), names.codes(field.named()), node, place);
        }
        return field.values().isEmpty()
                ? fault(place.what() + " is empty; give it a text", node, place)
                : noSuchValue(field, node.text(), node, place);
    }

    /** The text, or null where the field may not have it. */
    static String text(Field field, String text, Names names) {
        boolean fits = !field.named().isEmpty()
                ? names.know(field.named(), text)
                : field.values().isEmpty() ? !text.isBlank() : field.values().contains(text);
        return fits ? text : null;
    }

    private Object noSuchValue(Field field, String text, Node node, Place place) {
        String expected = "; expected one of " + String.join(", ", field.values());
        return fault(
                text.isBlank()
                        ? place.what() + " is empty" + expected
                        : "\"" + text + "\" is no value of " + place.what() + expected
                                + Near.hint(text, field.values()),
                node,
                place);
    }

    private Object unknownName(Field field, String text, Collection<String> codes, Node node, Place place) {
        String expected = "; expected "
                + (codes.size() <= MOST_LISTED ? "one of " + String.join(", ", codes) : lists(field.named()));
        String code = names.codeOf(field.named(), text);
        String hint = code != null ? "; did you mean \"" + code + "\"?" : Near.hint(text, codes);
        faults.add(
                "unknown_name",
                text.isBlank()
                        ? place.what() + " is empty" + expected
                        : "\"" + text + "\" is none of those that " + place.what() + " may name" + expected + hint,
                node.at(),
                place.pointer());
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

    /** The date of a text, or null where it is none; then the faults say why. */
    LocalDate date(Node node, Place place) {
        char[] text = node.text().toCharArray();
        LocalDate date = date(text, 0, text.length);
        if (date != null) {
            return date;
        }
        if (!isWritten(text, 0, text.length)) {
            fault("\"" + node.text() + "\" is no date; write " + place.what() + " as YYYY-MM-DD", node, place);
        } else if (isOutside(year(text, 0))) {
            fault(place.what() + " lies outside the years " + FIRST_YEAR + " to " + LAST_YEAR, node, place);
        } else {
            fault(
                    "there is no " + node.text() + " in the calendar; give " + place.what() + " a day that there is",
                    node,
                    place);
        }
        return null;
    }

    /** A date of the calendar between the years that scenarios may speak of; null for any other text. */
    static LocalDate date(char[] text, int at, int length) {
        if (!isWritten(text, at, length) || isOutside(year(text, at))) {
            return null;
        }
        try {
            return LocalDate.of(year(text, at), twoDigits(text, at + MONTH), twoDigits(text, at + DAY));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int year(char[] text, int at) {
        return 100 * twoDigits(text, at) + twoDigits(text, at + 2);
    }

    private static int twoDigits(char[] text, int at) {
        return 10 * (text[at] - '0') + text[at + 1] - '0';
    }

    private static boolean isOutside(int year) {
        return year < FIRST_YEAR || year > LAST_YEAR;
    }

    /** Whether digits and hyphens stand as in YYYY-MM-DD. */
    private static boolean isWritten(char[] text, int at, int length) {
        if (length != DATE_LENGTH) {
            return false;
        }
        for (int i = 0; i < DATE_LENGTH; i++) {
            char c = text[at + i];
            if (i == MONTH - 1 || i == DAY - 1 ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private Object number(Field field, ValueType type, Node node, Place place) {
        String expected = type == ValueType.COUNT ? "a whole number" : "a number";
        if (!node.is(Node.Kind.NUMBER)) {
            return wrong(expected, node, place);
        }
        BigDecimal number = node.number();
        Object value = number(field, type, number);
        if (value != null) {
            return value;
        }
        if (hasTooManyDigits(number)) {
            return fault(place.what() + " has more than " + MOST_DIGITS + " digits", node, place);
        }
        BigDecimal exact = number.stripTrailingZeros();
        if (type == ValueType.COUNT && exact.scale() > 0) {
            return fault(place.what() + " has to be a whole number; found " + exact.toPlainString(), node, place);
        }
        return field.range() != null && !field.range().has(exact)
                ? fault(
                        place.what() + " has to be " + field.range().shown() + "; found " + exact.toPlainString(),
                        node,
                        place)
                : fault(place.what() + " is too large a number; whole numbers go up to " + MOST_WHOLE, node, place);
    }

    /** The value of a field that is an amount or a count, or null where it may not be this number. */
    static Object number(Field field, ValueType type, BigDecimal number) {
        if (hasTooManyDigits(number)) {
            return null;
        }
        BigDecimal exact = number.scale() == 0 ? number : number.stripTrailingZeros();
        if (field.range() != null && !field.range().has(exact)) {
            return null;
        }
        if (type == ValueType.AMOUNT) {
            return exact.scale() < 0 ? exact.setScale(0) : exact;
        }
        return exact.scale() > 0 || exact.abs().compareTo(MOST_WHOLE) > 0 ? null : (Object) exact.longValueExact();
    }

    private static boolean hasTooManyDigits(BigDecimal number) {
        return number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS;
    }

    private Object wrong(String expected, Node node, Place place) {
        boolean quoted = node.is(Node.Kind.TEXT)
                && !expected.contains("text")
                && UNQUOTED.matcher(node.text()).matches();
        faults.add(
                "wrong_type",
                place.what() + " has to be " + expected + "; found " + node.shown()
                        + (quoted ? "; write " + node.text() + " without quotes" : ""),
                node.at(),
                place.pointer());
        return null;
    }

    private Object fault(String message, Node node, Place place) {
        faults.add("wrong_value", message, node.at(), place.pointer());
        return null;
    }
}
