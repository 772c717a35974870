package io.charter.rulebook.syntax;

import io.charter.text.Problem;
import java.util.List;
import java.util.Set;

/** The tokens of a file, read one after the other. */
final class Tokens {

    private static final Set<String> DECLARATIONS =
            Set.of("rule", "declare", "import", "package", "query", "function", "global");

    private final List<Token> tokens;
    private int at;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    boolean at(String sign) {
        return peek().is(sign);
    }

    /** The token before the current one, or null. */
    Token last() {
        return at == 0 ? null : tokens.get(at - 1);
    }

    /** Whether a word used as a keyword elsewhere names a field here. */
    boolean isFieldAhead() {
        return peek(1).is(":");
    }

    boolean take(String sign) {
        boolean there = at(sign);
        if (there) {
            next();
        }
        return there;
    }

    void expect(String sign) {
        if (!take(sign)) {
            throw unexpected("\"" + sign + "\"");
        }
    }

    Token word(String what) {
        if (peek().kind() != Token.Kind.WORD) {
            throw unexpected(what);
        }
        return next();
    }

    /** The text here, one that becomes a part of the rule. The engine writes such texts into programs. */
    String plainText() {
        if (peek().text().contains("\"")) {
            throw fault("language", "only messages of rules have quotes within; take \\\" out");
        }
        return next().text();
    }

    /** Goes past the bracket that closes one, behind a list or a single thing. */
    void close(Token open) {
        if (take(")")) {
            return;
        }
        if (Construct.advice(peek()) == null && (startsLine() || atEnd())) {
            throw fault(
                    "syntax",
                    "expected \")\" for the \"(\" at " + open.at().line() + ":"
                            + open.at().column() + ", found " + peek().shown());
        }
        throw unexpected("\",\" or \")\"");
    }

    /** The fault that the current token is not what had to stand there. */
    SyntaxFault unexpected(String expected) {
        return Construct.advice(peek()) != null
                ? fault("language", Construct.refusal(peek()))
                : fault("syntax", "expected " + expected + ", found " + peek().shown());
    }

    SyntaxFault fault(String code, String message) {
        return faultAt(peek(), code, message);
    }

    /** A fault at a token; where the token itself is one, that. */
    SyntaxFault faultAt(Token token, String code, String message) {
        return new SyntaxFault(token.problem() != null ? token.problem() : Problem.of(code, message, token.at()));
    }

    /** Goes on to the next declaration, or to the end. Stays where it is when one begins here. */
    void skipToDeclaration() {
        while (!atEnd() && !atDeclaration()) {
            next();
        }
    }

    /** Goes on to the next field, the end of the declaration, or the next one. */
    void skipToField() {
        while (!atEnd() && !atDeclaration() && !(startsLine() && (at("end") || isWord(peek()) && isFieldAhead()))) {
            next();
        }
    }

    /** Goes on to the next annotation, or to what may stand behind one on a line of its own. */
    void skipAnnotation() {
        while (!atEnd()
                && peek().kind() != Token.Kind.ANNOTATION
                && !atDeclaration()
                && !at("when")
                && !(startsLine() && (at("end") || isWord(peek()) && isFieldAhead()))) {
            next();
        }
    }

    /** Whether a line begins here with a word that only ever begins a declaration. */
    boolean atDeclaration() {
        return startsLine() && isWord(peek()) && DECLARATIONS.contains(peek().text()) && !isFieldAhead();
    }

    boolean startsLine() {
        return at == 0 || tokens.get(at - 1).at().line() < peek().at().line();
    }

    private static boolean isWord(Token token) {
        return token.kind() == Token.Kind.WORD;
    }
}
