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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the value of a field from JSON, as the vocabulary says that it may be. */
final class ValueReader {

    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9000;
    private static final int MOST_DIGITS = 60;

    private final Names names;
    private final Faults faults;

    ValueReader(Names names, Faults faults) {
        this.names = names;
        this.faults = faults;
    }

    /** The value, or null where it is none; then the faults say why. */
    Object read(Field field, Node node, String pointer) {
        if (field.type() != ValueType.LIST) {
            return read(field, field.type(), node, pointer);
        }
        if (!node.is(Node.Kind.ARRAY)) {
            return wrong(field, "a list", node, pointer);
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < node.items().size(); i++) {
            items.add(read(field, field.each(), node.items().get(i), pointer + "/" + i));
        }
        return items.contains(null) ? null : List.copyOf(items);
    }

    private Object read(Field field, ValueType type, Node node, String pointer) {
        return switch (type) {
            case TEXT -> text(field, node, pointer);
            case DATE ->
                node.is(Node.Kind.TEXT)
                        ? date(field.name(), node, pointer)
                        : wrong(field, "a date, \"YYYY-MM-DD\"", node, pointer);
            case FLAG -> node.is(Node.Kind.FLAG) ? (Object) node.flag() : wrong(field, "true or false", node, pointer);
            case AMOUNT, COUNT -> number(field, type, node, pointer);
            case LIST -> throw new IllegalStateException("lists of lists are not declared");
        };
    }

    private Object text(Field field, Node node, String pointer) {
        if (!node.is(Node.Kind.TEXT)) {
            return wrong(field, "a text", node, pointer);
        }
        String text = node.text();
        if (text.isBlank()) {
            faults.add("wrong_value", field.name() + " is empty; give it a text", node.at(), pointer);
            return null;
        }
        if (!field.named().isEmpty()) {
            Set<String> codes = names.codes(field.named());
            return codes.contains(text) ? text : unknownName(field, text, codes, node, pointer);
        }
        if (!field.values().isEmpty() && !field.values().contains(text)) {
            faults.add(
                    "wrong_value",
                    "\"" + text + "\" is no value of " + field.name() + "; expected one of "
                            + String.join(", ", field.values()) + Near.hint(text, field.values()),
                    node.at(),
                    pointer);
            return null;
        }
        return text;
    }

    private Object unknownName(Field field, String text, Collection<String> codes, Node node, String pointer) {
        String expected = codes.size() <= 12
                ? "; expected one of " + String.join(", ", codes)
                : "; expected a code of " + String.join(", ", field.named()) + " in names.yaml";
        faults.add(
                "unknown_name",
                "\"" + text + "\" names nobody that " + field.name() + " may name" + expected + Near.hint(text, codes),
                node.at(),
                pointer);
        return null;
    }

    /** A date of the calendar between the years that the contract allows. */
    LocalDate date(String what, Node node, String pointer) {
        Matcher matcher = DATE.matcher(node.text());
        if (!matcher.matches()) {
            faults.add(
                    "wrong_value",
                    "\"" + node.text() + "\" is no date; write " + what + " as YYYY-MM-DD",
                    node.at(),
                    pointer);
            return null;
        }
        int year = Integer.parseInt(matcher.group(1));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            faults.add(
                    "wrong_value",
                    what + " lies outside the years " + FIRST_YEAR + " to " + LAST_YEAR,
                    node.at(),
                    pointer);
            return null;
        }
        try {
            return LocalDate.of(year, Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        } catch (DateTimeException e) {
            faults.add("wrong_value", "there is no " + node.text() + " in the calendar", node.at(), pointer);
            return null;
        }
    }

    private Object number(Field field, ValueType type, Node node, String pointer) {
        if (!node.is(Node.Kind.NUMBER)) {
            return wrong(field, type == ValueType.COUNT ? "a whole number" : "a number", node, pointer);
        }
        BigDecimal number = node.number();
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            faults.add("wrong_value", field.name() + " has more than " + MOST_DIGITS + " digits", node.at(), pointer);
            return null;
        }
        BigDecimal exact = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (type == ValueType.COUNT
                && (exact.scale() > 0 || exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0)) {
            return wrong(field, "a whole number", node, pointer);
        }
        if (field.range() != null && !field.range().has(exact)) {
            faults.add(
                    "wrong_value",
                    field.name() + " has to be " + field.range().shown() + "; it is " + exact.toPlainString(),
                    node.at(),
                    pointer);
            return null;
        }
        return type == ValueType.COUNT
                ? (Object) exact.longValueExact()
                : exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private Object wrong(Field field, String expected, Node node, String pointer) {
        faults.add(
                "wrong_type",
                field.name() + " has to be " + expected + "; found "
                        + node.kind().shown(),
                node.at(),
                pointer);
        return null;
    }
}
