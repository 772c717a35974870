package io.charter.rulebook.syntax;

import java.util.List;
import java.util.Map;

/** What DRL has and the rule language has not, and what to write instead. */
final class Construct {

    private static final String ORDER =
            "rules have no order; say in the conditions when the rule applies, with \"not\" for what takes precedence";
    /** What a conclusion is. */
    static final String ONE_INSERT = "a rule concludes with one insertLogical( new Type( … ) ); and nothing else";

    /** Which types there are. */
    static final String ONLY_DECLARED = "rules know no classes of Java, only the fact types that they declare";

    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("salience", ORDER),
            Map.entry("agenda-group", ORDER),
            Map.entry("activation-group", ORDER),
            Map.entry("ruleflow-group", ORDER),
            Map.entry("lock-on-active", ORDER),
            Map.entry("no-loop", ORDER),
            Map.entry("auto-focus", ORDER),
            Map.entry("unit", "a rule file begins with its package"),
            Map.entry("enabled", "a rule that should not apply is taken out"),
            Map.entry("duration", "rules know no clock; compare dates"),
            Map.entry("timer", "rules know no clock; compare dates"),
            Map.entry("calendars", "rules know no clock; compare dates"),
            Map.entry("date-effective", "compare with the date asked about in the conditions"),
            Map.entry("date-expires", "compare with the date asked about in the conditions"),
            Map.entry("over", "rules know no clock; compare dates"),
            Map.entry("if", "write one rule for each case"),
            Map.entry("else", "write one rule for each case"),
            Map.entry("init", "use count, sum, min or max"),
            Map.entry("dialect", "rules hold no program, so there is no dialect to choose"),
            Map.entry("eval", "write the condition as a constraint of a pattern"),
            Map.entry("forall", "say it with \"not\", or compare two counts"),
            Map.entry("from", "match a fact type; everything that rules look at is a fact"),
            Map.entry("collect", "use accumulate with count, sum, min or max"),
            Map.entry("groupby", "use accumulate in a rule that binds what to group by"),
            Map.entry("acc", "write accumulate in full"),
            Map.entry("or", "write one rule for each alternative"),
            Map.entry("and", "conditions on lines of their own all have to hold; leave \"and\" out"),
            Map.entry("||", "write one rule for each alternative, or \"in ( … )\" for values of one field"),
            Map.entry("&&", "separate constraints by commas"),
            Map.entry("matches", "compare whole texts with == or in"),
            Map.entry("soundslike", "compare whole texts with == or in"),
            Map.entry("str", "compare whole texts with == or in"),
            Map.entry("memberOf", "use contains on the list"),
            Map.entry("excludes", "use \"not contains\" on the list"),
            Map.entry("function", "rules hold no program; derive a fact with a rule of its own"),
            Map.entry("global", "everything that rules look at is a fact"),
            Map.entry("query", "derive a fact with a rule of its own"),
            Map.entry("window", "rules know no clock; compare dates"),
            Map.entry("enum", "write a text field with @values( \"…\" )"),
            Map.entry("trait", "use extends"),
            Map.entry("entry-point", "all facts of a scenario stand together"),
            Map.entry("insert", ONE_INSERT),
            Map.entry("update", ONE_INSERT),
            Map.entry("modify", ONE_INSERT),
            Map.entry("delete", ONE_INSERT),
            Map.entry("retract", ONE_INSERT));

    /** Those of several words. */
    private static final List<String> HYPHENATED =
            ADVICE.keySet().stream().filter(word -> word.contains("-")).toList();

    private Construct() {}

    /** The construct of several words with hyphens between them that a text has at a place, or null. */
    static String hyphenated(String text, int at) {
        return HYPHENATED.stream()
                .filter(word -> text.startsWith(word, at))
                .findFirst()
                .orElse(null);
    }

    /** The message that refuses a construct that has an advice. */
    static String refusal(Token token) {
        return token.shown() + " is not part of the rule language; " + advice(token);
    }

    /** What to write instead of the token, or null where it is no construct of DRL that we leave out. */
    static String advice(Token token) {
        return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.SIGN ? ADVICE.get(token.text()) : null;
    }
}
