package io.charter.rulebook.syntax;

import io.charter.text.Problem;
import java.util.List;

/** The tokens of a file, read one after the other. */
final class Tokens {

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

    /** The fault that the current token is not what had to stand there. */
    SyntaxFault unexpected(String expected) {
        String advice = Construct.advice(peek());
        if (advice != null) {
            return fault("language", peek().shown() + " is not part of the rule language; " + advice);
        }
        return fault("syntax", "expected " + expected + ", found " + peek().shown());
    }

    SyntaxFault fault(String code, String message) {
        return faultAt(peek(), code, message);
    }

    SyntaxFault faultAt(Token token, String code, String message) {
        return new SyntaxFault(Problem.of(code, message, token.at()));
    }

    /** Goes on to the next {@code rule} or {@code declare} that begins a line, or to the end. */
    void skipToDeclaration() {
        do {
            if (atEnd()) {
                return;
            }
            next();
        } while (!atEnd() && !(startsLine() && (at("rule") || at("declare")) && !isFieldAhead()));
    }

    private boolean startsLine() {
        return at == 0 || tokens.get(at - 1).at().line() < peek().at().line();
    }
}
