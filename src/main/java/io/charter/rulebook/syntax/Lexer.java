package io.charter.rulebook.syntax;

import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.List;

/** Cuts a rule file into tokens; comments and white space fall away. Characters outside the rule language become problems. */
final class Lexer {

    private static final List<String> SIGNS = List.of(
            "==", "!=", "<=", ">=", "&&", "||", "->", "(", ")", "{", "}", "[", "]", ",", ";", ":", ".", "=", "<", ">",
            "+", "-", "*", "/", "!", "%", "?", "|", "&");

    private final String file;
    private final String text;
    private final List<Problem> problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String file, String text, List<Problem> problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /** The tokens of a file, the last of them the end; what cannot be a token is added to the problems. */
    static List<Token> tokens(String file, String text, List<Problem> problems) {
        Lexer lexer = new Lexer(file, text, problems);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        if (text.startsWith("\uFEFF")) {
            at = 1;
            lineStart = 1;
        }
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                newLine();
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("//", at)) {
                at = endOf("\n");
            } else if (text.startsWith("/*", at)) {
                comment();
            } else if (c == '"') {
                quoted();
            } else if (c == '@' || c == '$' || isWordStart(c)) {
                word();
            } else if (isDigit(c)) {
                number();
            } else {
                sign();
            }
        }
        add(Token.Kind.END, "", here());
    }

    private void newLine() {
        at++;
        line++;
        lineStart = at;
    }

    private int endOf(String mark) {
        int end = text.indexOf(mark, at);
        return end < 0 ? text.length() : end;
    }

    private void comment() {
        Position start = here();
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            problem("syntax", "the comment that begins here has no end; close it with */", start);
            end = text.length() - 2;
        }
        while (at < end + 2) {
            if (text.charAt(at) == '\n') {
                newLine();
            } else {
                at++;
            }
        }
    }

    private void quoted() {
        Position start = here();
        StringBuilder said = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\n') {
                problem("syntax", "the text that begins here has no closing quote on its line", start);
                add(Token.Kind.TEXT, said.toString(), start);
                return;
            }
            if (c == '\\') {
                escape(said);
            } else {
                said.append(c);
                at++;
            }
        }
        at++;
        add(Token.Kind.TEXT, said.toString(), start);
    }

    private void escape(StringBuilder said) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        if (next == '"' || next == '\\') {
            said.append(next);
        } else {
            problem("language", "a text may escape only \\\" and \\\\; write the character itself", here());
        }
        at += next == '\n' ? 1 : 2;
    }

    private void word() {
        Position start = here();
        char first = text.charAt(at);
        int from = at++;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        String said = text.substring(from, at);
        if (first == '@') {
            add(Token.Kind.ANNOTATION, said.substring(1), start);
        } else {
            add(first == '$' ? Token.Kind.VARIABLE : Token.Kind.WORD, said, start);
        }
    }

    private void number() {
        Position start = here();
        int from = at;
        while (at < text.length()
                && (isDigit(text.charAt(at))
                        || text.charAt(at) == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            at++;
        }
        String digits = text.substring(from, at);
        int end = at;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        if (end > at) {
            problem(
                    "syntax",
                    "\"" + text.substring(from, end) + "\" is not a number; write plain digits, as 1000000000 or 0.5",
                    start);
            at = end;
        }
        add(Token.Kind.NUMBER, digits, start);
    }

    private void sign() {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                Position start = here();
                at += sign.length();
                add(Token.Kind.SIGN, sign, start);
                return;
            }
        }
        int code = text.codePointAt(at);
        problem(
                "syntax",
                "the character \"" + Character.toString(code) + "\" has no place in a rule file; "
                        + (code == '\'' ? "texts stand in double quotes" : "take it out"),
                here());
        at += Character.charCount(code);
    }

    private static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c) || c == '$';
    }

    private Position here() {
        return new Position(file, line, at - lineStart + 1);
    }

    private void add(Token.Kind kind, String said, Position where) {
        tokens.add(new Token(kind, said, where));
    }

    private void problem(String code, String message, Position where) {
        problems.add(Problem.of(code, message, where));
    }
}
