package io.charter.rulebook.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * A declaration of a rule file as it is written: from its first word to its last, whatever is between them. What stands outside of all
 * blocks is white space and comments.
 *
 * @param keyword what it begins with: {@code package}, {@code import}, {@code declare} or {@code rule}
 * @param name the name of a rule; else empty
 * @param from where it begins in the text of the file
 * @param to where it is over
 * @param text what it says
 */
public record Block(String keyword, String name, int from, int to, String text) {

    /**
     * The blocks of a file in order.
     *
     * @param text the text of a file in which the parser finds no fault
     */
    public static List<Block> of(String text) {
        int[] lines = lines(text);
        Tokens tokens = new Tokens(Lexer.tokens("", text));
        List<Block> blocks = new ArrayList<>();
        while (!tokens.atEnd()) {
            Token first = tokens.next();
            String name =
                    tokens.peek().kind() == Token.Kind.TEXT ? tokens.peek().text() : "";
            tokens.skipToDeclaration();
            int from = start(first, lines);
            int to = end(tokens.last(), text, lines);
            blocks.add(new Block(first.text(), first.is("rule") ? name : "", from, to, text.substring(from, to)));
        }
        return blocks;
    }

    public boolean isRule() {
        return keyword.equals("rule");
    }

    public boolean isDeclare() {
        return keyword.equals("declare");
    }

    private static int start(Token token, int[] lines) {
        return lines[token.at().line() - 1] + token.at().column() - 1;
    }

    /** A block ends with a word or a sign, which stand in the text as the token says them. */
    private static int end(Token last, String text, int[] lines) {
        return Math.min(start(last, lines) + last.text().length(), text.length());
    }

    /** Where each line begins; the mark at the beginning of a file is no part of its first line. */
    private static int[] lines(String text) {
        List<Integer> lines = new ArrayList<>(List.of(text.startsWith("\uFEFF") ? 1 : 0));
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            lines.add(at + 1);
        }
        return lines.stream().mapToInt(Integer::intValue).toArray();
    }
}
