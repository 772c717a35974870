package io.charter.reference;

import java.util.ArrayList;
import java.util.List;

/** Where the parts of a rule stand in its text; for rules that {@code check} finds no fault with and that hold no comment. */
final class RuleSpans {

    private RuleSpans() {}

    record Span(int from, int to) {
        String of(String text) {
            return text.substring(from, to);
        }
    }

    /** The conditions between two places: each up to the bracket that closes it. */
    static List<Span> conditions(String text, int from, int to) {
        List<Span> conditions = new ArrayList<>();
        int start = afterBlanks(text, from);
        while (start < to) {
            int end = closing(text, text.indexOf('(', start)) + 1;
            conditions.add(new Span(start, end));
            start = afterBlanks(text, end);
        }
        return conditions;
    }

    /** What stands between the brackets of a condition, and for an accumulate between those of its pattern, and after it. */
    static List<Span> arguments(String text, Span condition) {
        int open = text.indexOf('(', condition.from());
        List<Span> arguments = new ArrayList<>();
        if (!text.startsWith("accumulate", condition.from())) {
            split(text, open + 1, condition.to() - 1, arguments);
            return arguments;
        }
        int inner = text.indexOf('(', open + 1);
        int close = closing(text, inner);
        split(text, inner + 1, close, arguments);
        int function = text.indexOf(';', close);
        int after = text.indexOf(';', function + 1);
        if (after > 0 && after < condition.to()) {
            split(text, after + 1, condition.to() - 1, arguments);
        }
        return arguments;
    }

    /** An argument with the comma (or semicolon) that has to go when it goes. */
    static Span withComma(String text, Span argument) {
        int before = argument.from() - 1;
        while (Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        int after = afterBlanks(text, argument.to());
        if (text.charAt(after) == ',') {
            return new Span(argument.from(), afterBlanks(text, after + 1));
        }
        return text.charAt(before) == '(' ? argument : new Span(before, argument.to());
    }

    private static void split(String text, int from, int to, List<Span> arguments) {
        int start = afterBlanks(text, from);
        for (int i = start; i <= to && start < to; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfText(text, i);
            } else if (c == '(') {
                i = closing(text, i);
            } else if (c == ',' || i == to) {
                int end = i;
                while (Character.isWhitespace(text.charAt(end - 1))) {
                    end--;
                }
                arguments.add(new Span(start, end));
                start = afterBlanks(text, i + 1);
            }
        }
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfText(text, i);
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("no closing bracket after " + open);
    }

    private static int endOfText(String text, int quote) {
        int end = quote + 1;
        while (text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return end;
    }

    private static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
