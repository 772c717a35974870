package io.charter.rulebook.syntax;

import io.charter.text.Characters;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a rule file into tokens; comments and white space fall away. What is outside the rule language becomes a token that says so. */
final class Lexer {

    private static final List<String> SIGNS = List.of(
            "==", "!=", "<=", ">=", "&&", "||", "->", "(", ")", "{", "}", "[", "]", ",", ";", ":", ".", "=", "<", ">",
            "+", "-", "*", "/", "!", "%", "?", "|", "&");

    private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d+)?");
    /** The engine reads whole numbers as numbers of 32 bits. */
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);
    /** What classes of Java can hold, and more than any norm needs. */
    private static final int MOST_CHARACTERS = 1000;

    private static final int MOST_LETTERS = 100;
    private static final int MOST_DIGITS = 60;

    private final String file;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The tokens of a file, the last of them the end. */
    static List<Token> tokens(String file, String text) {
        Lexer lexer = new Lexer(file, text);
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
            } else if (c == ' ' || c == '\t' || text.startsWith("\r\n", at)) {
                at++;
            } else if (text.startsWith("//", at)) {
                comment(endOf("\n"));
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
            fault("syntax", "the comment that begins here has no end; close it with */", text.substring(at), start);
            end = text.length() - 2;
        }
        comment(end + 2);
    }

    /** Goes to the end of a comment. The engine hands comments of a conclusion on to Java, which undoes escapes in them. */
    private void comment(int end) {
        int unfit = Characters.firstUnfit(text, at, end);
        while (at < end) {
            if (at == unfit) {
                fault("language", Characters.fault(text, at), "", here());
            }
            if (text.charAt(at) == '\n') {
                newLine();
            } else {
                at++;
            }
        }
    }

    private void quoted() {
        Position start = here();
        at++;
        int from = at;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            boolean escape = text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n';
            at += escape ? 2 : 1;
        }
        String said = text.substring(from, Math.min(at, text.length()));
        int unfit = Characters.firstUnfit(text, from, from + said.length());
        if (at >= text.length() || text.charAt(at) == '\n') {
            fault("syntax", "the text that begins here has no closing quote on its line", said, start);
            return;
        }
        at++;
        if (unfit >= 0) {
            fault("language", Characters.fault(text, unfit), said, at(unfit));
        } else if (said.length() > MOST_CHARACTERS) {
            fault("language", "a text has at most " + MOST_CHARACTERS + " characters", said, start);
        } else {
            add(Token.Kind.TEXT, said.replace("\\\"", "\""), start);
        }
    }

    private void word() {
        Position start = here();
        char first = text.charAt(at);
        String construct = Construct.hyphenated(text, at);
        if (construct != null) {
            at += construct.length();
            add(Token.Kind.WORD, construct, start);
            return;
        }
        int from = at++;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        String said = text.substring(from, at);
        if (first == '@' && said.length() == 1) {
            fault("syntax", "\"@\" and its word stand together, as @clause", said, start);
        } else if (said.length() > MOST_LETTERS) {
            fault("language", "a word has at most " + MOST_LETTERS + " letters", said, start);
        } else if (first == '@') {
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
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        String said = text.substring(from, at);
        String wrong = numberFault(said);
        if (wrong == null) {
            add(Token.Kind.NUMBER, said, start);
        } else {
            fault("syntax", wrong, said, start);
        }
    }

    private static String numberFault(String said) {
        if (said.length() > MOST_DIGITS) {
            return "a number has at most " + MOST_DIGITS + " digits";
        }
        if (!PLAIN.matcher(said).matches()) {
            return "\"" + said + "\" is not a number; write plain digits, as 1000000000 or 0.5";
        }
        if (said.length() > 1 && said.charAt(0) == '0' && said.charAt(1) != '.') {
            return "\"" + said + "\" is not a number; write it without the leading zero, "
                    + new BigDecimal(said).toPlainString();
        }
        return said.indexOf('.') < 0 && new BigDecimal(said).compareTo(MOST) > 0
                ? said + " is too large; whole numbers in rules go up to " + MOST
                : null;
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
        if (Characters.fault(text, at) != null) {
            fault("language", Characters.fault(text, at), "", here());
            at += Character.charCount(text.codePointAt(at));
            return;
        }
        int code = text.codePointAt(at);
        String character = Character.toString(code);
        fault(
                "syntax",
                "the character \"" + character + "\" has no place in a rule file; " + adviceOn(character),
                character,
                here());
        at += character.length();
    }

    private static String adviceOn(String character) {
        return switch (character) {
            case "'" -> "texts stand in double quotes";
            case "\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB" -> "texts stand in straight double quotes";
            case "#" -> "a comment begins with //";
            default -> "take it out";
        };
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
        return at(at);
    }

    private Position at(int place) {
        return new Position(file, line, place - lineStart + 1);
    }

    private void add(Token.Kind kind, String said, Position where) {
        tokens.add(new Token(kind, said, where));
    }

    private void fault(String code, String message, String said, Position where) {
        tokens.add(new Token(Token.Kind.FAULT, said, where, Problem.of(code, message, where)));
    }
}
