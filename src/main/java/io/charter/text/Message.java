package io.charter.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a sentence with places for values: {@code {since}}, {@code {the state}}, {@code {votes|vote|votes}},
 * {@code {form|cash=in cash|pledge=by a promise}}.
 *
 * @param parts texts and placeholders in their order
 */
public record Message(@Later List<Part> parts, Position at) {

    /** The form of a placeholder that chooses by how many are spoken of: {@code {n by|vote|votes}}. */
    public static final String BY_NUMBER = "n";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:(\\p{L}+) )?(\\w+)((?:\\|[^{}|]*)*)}");

    private static final Pattern DOLLAR = Pattern.compile("\\{((?:\\p{L}+ )?)\\$(\\w+)");

    /** A piece of a message. */
    public sealed interface Part {}

    public record Text(String text) implements Part {}

    /**
     * A place for a value.
     *
     * @param form the form in which a name is wanted ("the", "de"), or null
     * @param variable the variable without its dollar sign
     * @param choices texts to choose from instead of the value; empty when the value itself is wanted
     */
    public record Placeholder(String form, String variable, List<String> choices) implements Part {}

    /** Reads a message; a brace that begins no placeholder is a problem. */
    public static Message parse(String text, Position at, List<Problem> problems) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            plain(text.substring(from, matcher.start()), at, parts, problems);
            String choices = matcher.group(3);
            parts.add(new Placeholder(
                    matcher.group(1),
                    matcher.group(2),
                    choices.isEmpty() ? List.of() : List.of(choices.substring(1).split("\\|", -1))));
            from = matcher.end();
        }
        plain(text.substring(from), at, parts, problems);
        return new Message(List.copyOf(parts), at);
    }

    private static void plain(String text, Position at, List<Part> parts, List<Problem> problems) {
        Matcher dollar = DOLLAR.matcher(text);
        if (dollar.find()) {
            problems.add(Problem.of(
                    "message",
                    "a placeholder names the variable without its dollar sign; write {" + dollar.group(1)
                            + dollar.group(2) + "}",
                    at));
        } else if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            problems.add(Problem.of(
                    "message", "the message has a brace that is not part of a placeholder such as {since}", at));
        }
        if (!text.isEmpty()) {
            parts.add(new Text(text));
        }
    }

    public List<Placeholder> placeholders() {
        return parts.stream()
                .filter(Placeholder.class::isInstance)
                .map(Placeholder.class::cast)
                .toList();
    }
}
