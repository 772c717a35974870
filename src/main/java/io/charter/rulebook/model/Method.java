package io.charter.rulebook.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The methods that rules may call; each is pure and total on the dates of this world. */
public enum Method {
    PLUS_DAYS("plusDays", ValueType.DATE, null, List.of(ValueType.COUNT), ValueType.DATE),
    PLUS_MONTHS("plusMonths", ValueType.DATE, null, List.of(ValueType.COUNT), ValueType.DATE),
    PLUS_YEARS("plusYears", ValueType.DATE, null, List.of(ValueType.COUNT), ValueType.DATE),
    MINUS_DAYS("minusDays", ValueType.DATE, null, List.of(ValueType.COUNT), ValueType.DATE),
    MINUS_MONTHS("minusMonths", ValueType.DATE, null, List.of(ValueType.COUNT), ValueType.DATE),
    MINUS_YEARS("minusYears", ValueType.DATE, null, List.of(ValueType.COUNT), ValueType.DATE),
    DAY_OF_YEAR("withDayOfYear", ValueType.DATE, null, List.of(ValueType.COUNT), ValueType.DATE),
    YEAR("getYear", ValueType.DATE, null, List.of(), ValueType.COUNT),
    SIZE("size", ValueType.LIST, null, List.of(), ValueType.COUNT),
    DATE_OF("of", null, "LocalDate", List.of(ValueType.COUNT, ValueType.COUNT, ValueType.COUNT), ValueType.DATE),
    TEXT_OF("valueOf", null, "String", List.of(ValueType.COUNT), ValueType.TEXT),
    LIST_OF("of", null, "List", null, ValueType.LIST);

    private final String method;
    private final ValueType target;
    private final String owner;
    private final List<ValueType> arguments;
    private final ValueType result;

    Method(String method, ValueType target, String owner, List<ValueType> arguments, ValueType result) {
        this.method = method;
        this.target = target;
        this.owner = owner;
        this.arguments = arguments;
        this.result = result;
    }

    public String method() {
        return method;
    }

    /** The class of a static method, or null. */
    public String owner() {
        return owner;
    }

    /** Whether these may be its arguments; a list is made of any number of texts. */
    public boolean takes(List<ValueType> given) {
        return arguments == null ? given.stream().allMatch(t -> t == ValueType.TEXT) : given.equals(arguments);
    }

    /** What it takes, for messages. */
    public String taken() {
        if (arguments == null) {
            return "texts";
        }
        return switch (arguments.size()) {
            case 0 -> "nothing";
            case 1 -> "a whole number";
            default -> "a year, a month and a day";
        };
    }

    public ValueType result() {
        return result;
    }

    /** Whether it gives a date by so many days, months or years later or earlier. */
    public boolean moves() {
        return switch (this) {
            case PLUS_DAYS, PLUS_MONTHS, PLUS_YEARS, MINUS_DAYS, MINUS_MONTHS, MINUS_YEARS -> true;
            default -> false;
        };
    }

    /** A method of values of a type. */
    public static Optional<Method> on(ValueType target, String name) {
        return Arrays.stream(values())
                .filter(m -> m.owner == null && m.target == target && m.method.equals(name))
                .findFirst();
    }

    /** A static method, {@code LocalDate.of}. */
    public static Optional<Method> in(String owner, String name) {
        return Arrays.stream(values())
                .filter(m -> owner.equals(m.owner) && m.method.equals(name))
                .findFirst();
    }

    /** What may be called on values of a type, for messages. */
    public static List<String> of(ValueType target) {
        return Arrays.stream(values())
                .filter(m -> m.owner == null && m.target == target)
                .map(Method::method)
                .toList();
    }
}
