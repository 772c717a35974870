package io.charter.explain;

import io.charter.rulebook.model.ValueType;
import io.charter.text.Language;
import io.charter.text.Words;
import java.util.List;
import java.util.Map;

/** Says what a constraint asks of a value: "after 3 March 2026", "one of a and b". */
public final class AskedWords {

    private static final Map<String, String> DATES =
            Map.of("==", "onDay", "!=", "notOnDay", "<", "before", "<=", "upTo", ">", "after", ">=", "from");
    private static final Map<String, String> OTHERS = Map.of(
            "==",
            "is",
            "!=",
            "isNot",
            "<",
            "less",
            "<=",
            "most",
            ">",
            "more",
            ">=",
            "least",
            "contains",
            "has",
            "not contains",
            "hasNot");

    private final Language language;
    private final Words words;

    public AskedWords(Language language) {
        this.language = language;
        this.words = new Words(language.code());
    }

    /**
     * What is asked.
     *
     * @param operator as in rules; {@code in} and {@code not in} where there is a choice
     * @param type the type of the value of which it is asked
     * @param values the values named, as sentences write them; null stands for none
     */
    public String said(String operator, ValueType type, List<String> values) {
        if (operator.endsWith("in")) {
            return words.say(operator.equals("in") ? "oneOf" : "noneOf", language.list(values));
        }
        if (values.get(0) == null) {
            return words.say(operator.equals("==") ? "none" : "some");
        }
        return words.say((type == ValueType.DATE ? DATES : OTHERS).get(operator), values.get(0));
    }
}
