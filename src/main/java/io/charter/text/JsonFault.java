package io.charter.text;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words of our own what the JSON parser found wrong; its own speak of its settings. */
final class JsonFault {

    private record Wording(Pattern pattern, Function<MatchResult, String> words) {}

    private final int linesBefore;
    private final List<Wording> wordings = List.of(
            wording(
                    "(?s)close marker '(.)': expected '(.)'.*line: (\\d+)",
                    m -> "the \"" + opening(m.group(2)) + "\" of line " + line(m.group(3)) + " is closed by \""
                            + m.group(1) + "\"; write \"" + m.group(2) + "\""),
            wording(
                    "(?s)end-of-input: expected close marker for (\\w+).*line: (\\d+)",
                    m -> "the text ends, and the \"" + (m.group(1).equals("Array") ? "[" : "{") + "\" of line "
                            + line(m.group(2)) + " is not closed"),
            wording(
                    "(?i)end-of-input in .*string|closing quote for a string",
                    m -> "the text ends within a text; close it with a double quote"),
            wording("(?i)end-of-input", m -> "the text ends before the value is whole"),
            wording("character \\('/'", m -> "JSON has no comments; take it out, or write a \"note\""),
            wording(
                    "character \\('(['‘’“”])'",
                    m -> "texts stand in straight double quotes, and this is " + m.group(1)),
            wording("(?i)CTRL-CHAR, code 10", m -> "the text that stands here has no closing quote on its line"),
            wording("(?i)CTRL-CHAR", m -> "a text may hold no control characters; write a tab as \\t"),
            wording(
                    "character escape '(.)'",
                    m -> "a backslash in a text is written \"\\\\\"; found \"\\" + m.group(1) + "\""),
            wording(
                    "character \\('([\\]}])'.*(?:valid value|field name)",
                    m -> "a comma stands before \"" + m.group(1) + "\", or a value is missing; take the comma out"),
            wording(
                    "character \\('(.)'.*start field name",
                    m -> "expected a key in double quotes, found \"" + m.group(1) + "\""),
            wording("character \\('(.)'.*colon", m -> "expected \":\" after the key, found \"" + m.group(1) + "\""),
            wording(
                    "character \\('(.)'.*comma to separate (\\w+)",
                    m -> "expected \",\" or \"" + (m.group(2).equals("Array") ? "]" : "}") + "\", found \"" + m.group(1)
                            + "\""),
            wording("character \\('(.)'", m -> "expected a value, found \"" + m.group(1) + "\""),
            wording("token '([^']*)'", m -> "\"" + m.group(1) + "\" is no JSON value; texts stand in double quotes"),
            wording("(?i)leading zero", m -> "a number has no leading zero; take it out"),
            wording("(?i)nesting depth", m -> "the value is nested too deeply"),
            wording(
                    "(?i)numeric value|number value",
                    m -> "this is no number of JSON; write plain digits, as 1000000000 or 0.5"));

    private JsonFault(int linesBefore) {
        this.linesBefore = linesBefore;
    }

    /**
     * What is wrong.
     *
     * @param said the parser's own message
     * @param linesBefore how many lines of the file stand before what it parsed
     */
    static String words(String said, int linesBefore) {
        for (Wording wording : new JsonFault(linesBefore).wordings) {
            Matcher matcher = wording.pattern().matcher(said);
            if (matcher.find()) {
                return "not well-formed JSON: " + wording.words().apply(matcher.toMatchResult());
            }
        }
        return "not well-formed JSON: " + Language.uncapital(said.replaceAll("\\R.*", ""));
    }

    private static Wording wording(String pattern, Function<MatchResult, String> words) {
        return new Wording(Pattern.compile(pattern), words);
    }

    private static String opening(String closing) {
        return closing.equals("]") ? "[" : "{";
    }

    private int line(String parsed) {
        return Integer.parseInt(parsed) + linesBefore;
    }
}
