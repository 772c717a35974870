package io.charter.rulebook.syntax;

import io.charter.rulebook.syntax.Syntax.Arithmetic;
import io.charter.rulebook.syntax.Syntax.Call;
import io.charter.rulebook.syntax.Syntax.Expr;
import io.charter.rulebook.syntax.Syntax.Literal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads the expressions in conditions and conclusions. */
final class ExpressionParser {

    /** The engine reads calculations by recursion. */
    private static final int MOST_STEPS = 20;

    private final Tokens tokens;
    private int open;
    private int steps;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** {@code ( a, b )}. */
    List<Expr> arguments() {
        Token open = tokens.peek();
        tokens.expect("(");
        List<Expr> found = new ArrayList<>();
        if (!tokens.take(")")) {
            do {
                found.add(expression());
            } while (tokens.take(","));
            tokens.close(open);
        }
        return List.copyOf(found);
    }

    Expr expression() {
        steps = open == 0 ? 0 : steps;
        open++;
        try {
            return sum();
        } finally {
            open--;
        }
    }

    private void step() {
        if (++steps > MOST_STEPS) {
            throw tokens.fault(
                    "language", "a calculation has at most " + MOST_STEPS + " steps; derive a fact for a part of it");
        }
    }

    private Expr sum() {
        Expr left = product();
        while (tokens.at("+") || tokens.at("-")) {
            step();
            Token operator = tokens.next();
            left = new Arithmetic(left, operator.text(), product(), operator.at());
        }
        return left;
    }

    private Expr product() {
        Expr left = chain();
        while (tokens.at("*") || tokens.at("/") || tokens.at("%")) {
            if (tokens.at("/")) {
                throw tokens.fault(
                        "language", "rules do not divide: multiply the other side, as 3 * $some >= 2 * $all");
            }
            step();
            Token operator = tokens.next();
            left = new Arithmetic(left, operator.text(), chain(), operator.at());
        }
        return left;
    }

    private Expr chain() {
        Expr value = primary();
        while (tokens.take(".")) {
            step();
            Token method = tokens.word("a method");
            if (value instanceof Syntax.Word word
                    && (tokens.at(".")
                            || !tokens.at("(")
                                    && Character.isUpperCase(word.name().charAt(0)))) {
                throw tokens.faultAt(method, "language", Construct.ONLY_DECLARED);
            }
            if (!tokens.at("(")) {
                throw tokens.faultAt(method, "language", noField(value, method.text()));
            }
            value = new Call(value, method.text(), arguments(), method.at());
        }
        return value;
    }

    private static String noField(Expr owner, String field) {
        return owner instanceof Syntax.Variable variable
                ? "bind the field where the fact is matched, Type( $" + field + " : " + field + " ), and write $"
                        + field + " instead of " + variable.name() + "." + field
                : "values have no fields; bind what is wanted where its fact is matched, Type( $" + field + " : "
                        + field + " )";
    }

    private Expr primary() {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.WORD && tokens.peek(1).is("(")) {
            throw tokens.fault(
                    "language", "rules call no functions; \"" + token.text() + "\" is not part of the rule language");
        }
        switch (token.kind()) {
            case VARIABLE:
                return new Syntax.Variable(tokens.next().text(), token.at());
            case TEXT:
                return new Literal(tokens.plainText(), token.at());
            case NUMBER:
                return new Literal(new BigDecimal(tokens.next().text()), token.at());
            case WORD:
                return word();
            default:
                break;
        }
        if (token.is("-")) {
            return negative();
        }
        if (token.is("!") && tokens.peek(1).kind() == Token.Kind.WORD) {
            throw tokens.fault(
                    "language", "a constraint compares; write " + tokens.peek(1).text() + " == false");
        }
        if (token.is("(")) {
            throw tokens.fault(
                    "language",
                    "constraints and calculations have no brackets; derive a fact for a longer calculation");
        }
        throw tokens.unexpected("a field, a variable or a value");
    }

    private Expr negative() {
        boolean second = tokens.last() != null && tokens.last().is("-");
        Token minus = tokens.next();
        Token of = tokens.peek();
        if (second) {
            throw tokens.faultAt(minus, "language", "a minus stands behind another; write \"+\" instead of both");
        }
        if (of.kind() != Token.Kind.NUMBER) {
            throw tokens.faultAt(
                    minus,
                    "language",
                    "a minus stands only before a number"
                            + (of.kind() == Token.Kind.VARIABLE ? "; write 0 - " + of.text() : ""));
        }
        return new Literal(new BigDecimal(tokens.next().text()).negate(), minus.at());
    }

    private Expr word() {
        Token token = tokens.next();
        return switch (token.text()) {
            case "true", "false" -> new Literal(Boolean.valueOf(token.text()), token.at());
            case "null" -> new Literal(null, token.at());
            case "this" -> new Syntax.This(token.at());
            case "new" ->
                throw tokens.faultAt(token, "language", "\"new\" stands only in insertLogical( new Type( … ) );");
            default -> new Syntax.Word(token.text(), token.at());
        };
    }
}
