package io.charter.rulebook.check;

import io.charter.rulebook.model.ValueType;
import io.charter.text.Near;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which type was probably meant by a name that is none: that of another language, or one misspelt. */
final class TypeHints {

    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("int", "long"),
            Map.entry("integer", "long"),
            Map.entry("short", "long"),
            Map.entry("long", "long"),
            Map.entry("boolean", "boolean"),
            Map.entry("bool", "boolean"),
            Map.entry("double", "BigDecimal"),
            Map.entry("float", "BigDecimal"),
            Map.entry("number", "BigDecimal"),
            Map.entry("decimal", "BigDecimal"),
            Map.entry("date", "LocalDate"),
            Map.entry("localdatetime", "LocalDate"),
            Map.entry("string", "String"),
            Map.entry("text", "String"));
    private static final List<String> TYPES =
            Arrays.stream(ValueType.values()).map(ValueType::drl).toList();

    private TypeHints() {}

    /** The end of a message on the type of a field. */
    static String ofField(String given) {
        String hint = hint(given, TYPES);
        return hint.isEmpty() ? "; a field is one of " + String.join(", ", TYPES) : hint;
    }

    /** The end of a message on the type of the items of a list, or nothing. */
    static String ofItem(String given) {
        return hint(
                given,
                TYPES.stream().filter(t -> !t.equals(ValueType.LIST.drl())).toList());
    }

    private static String hint(String given, List<String> types) {
        String meant = ELSEWHERE.get(given.toLowerCase(Locale.ROOT));
        return meant == null ? Near.hint(given, types) : "; did you mean \"" + meant + "\"?";
    }
}
