package io.charter.rulebook.syntax;

import io.charter.rulebook.syntax.Syntax.Argument;
import io.charter.rulebook.syntax.Syntax.Arithmetic;
import io.charter.rulebook.syntax.Syntax.Call;
import io.charter.rulebook.syntax.Syntax.Compare;
import io.charter.rulebook.syntax.Syntax.Condition;
import io.charter.rulebook.syntax.Syntax.Expr;
import io.charter.rulebook.syntax.Syntax.In;
import io.charter.rulebook.syntax.Syntax.Literal;
import io.charter.rulebook.syntax.Syntax.PatternText;
import io.charter.text.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the conditions of a rule and the expressions in them. */
final class ConditionParser {

    private static final Set<String> OPERATORS = Set.of("==", "!=", "<", "<=", ">", ">=", "contains");

    private final Tokens tokens;

    ConditionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Condition condition() {
        if (tokens.atEnd() || tokens.at("end") || tokens.at("rule")) {
            throw tokens.unexpected("a condition or \"then\"");
        }
        if (tokens.at("accumulate")) {
            return accumulate();
        }
        if (tokens.take("not")) {
            return new Syntax.Not(single("not"));
        }
        if (tokens.take("exists")) {
            return new Syntax.Exists(single("exists"));
        }
        if (tokens.at("(")) {
            throw tokens.fault(
                    "language",
                    "conditions are not grouped; write each on a line of its own, and one rule for each alternative");
        }
        PatternText pattern = pattern();
        if (tokens.at("or") || tokens.at("and") || tokens.at("from") || tokens.at("over")) {
            throw tokens.unexpected("a condition or \"then\"");
        }
        return new Syntax.Plain(pattern);
    }

    private PatternText single(String word) {
        if (tokens.at("(")) {
            throw tokens.fault(
                    "language",
                    "\"" + word + "\" takes one pattern, without brackets around it; derive a fact for more");
        }
        return pattern();
    }

    private Condition accumulate() {
        Position at = tokens.next().at();
        tokens.expect("(");
        if (tokens.at("(") || tokens.at("not") || tokens.at("exists")) {
            throw tokens.fault("language", "accumulate goes over one pattern; derive a fact for more");
        }
        PatternText source = pattern();
        if (!tokens.take(";") && !tokens.take(",")) {
            throw tokens.unexpected("\";\"");
        }
        String variable = variable();
        tokens.expect(":");
        Token function = tokens.word("count, sum, min or max");
        tokens.expect("(");
        Expr argument = tokens.at(")") ? null : expression();
        tokens.expect(")");
        if (tokens.at(",")) {
            throw tokens.fault("language", "an accumulate has one function; write a second accumulate");
        }
        List<Argument> constraints = new ArrayList<>();
        if (tokens.take(";")) {
            do {
                constraints.add(argument());
            } while (tokens.take(","));
        }
        tokens.expect(")");
        return new Syntax.Accumulate(source, variable, function.text(), argument, List.copyOf(constraints), at);
    }

    private String variable() {
        if (tokens.peek().kind() != Token.Kind.VARIABLE) {
            throw tokens.unexpected("a variable such as $count");
        }
        return tokens.next().text();
    }

    private PatternText pattern() {
        Position at = tokens.peek().at();
        String variable = null;
        if (tokens.peek().kind() == Token.Kind.VARIABLE) {
            variable = variable();
            tokens.expect(":");
        }
        Token type = tokens.peek();
        if (Construct.advice(type) != null && !tokens.peek(1).is("(")
                || type.is("eval")
                || type.is("forall")
                || type.is("acc")
                || type.is("groupby")) {
            throw tokens.unexpected("a fact type");
        }
        tokens.word("a fact type");
        tokens.expect("(");
        List<Argument> arguments = new ArrayList<>();
        if (!tokens.take(")")) {
            do {
                arguments.add(argument());
            } while (tokens.take(","));
            tokens.expect(")");
        }
        return new PatternText(variable, type.text(), List.copyOf(arguments), at, type.at());
    }

    private Argument argument() {
        Position at = tokens.peek().at();
        if (tokens.peek().kind() == Token.Kind.VARIABLE && tokens.peek(1).is(":")) {
            String variable = variable();
            tokens.next();
            Expr field = expression();
            if (OPERATORS.contains(tokens.peek().text()) || tokens.at("in") || tokens.at("not")) {
                throw tokens.fault(
                        "language",
                        "a variable is bound, or a field compared, not both at once; write \"" + variable
                                + " : field, field " + tokens.peek().text() + " …\"");
            }
            return new Syntax.Bind(variable, field, at);
        }
        Expr left = expression();
        boolean negated =
                tokens.at("not") && (tokens.peek(1).is("in") || tokens.peek(1).is("contains"));
        if (negated) {
            tokens.next();
        }
        if (tokens.take("in")) {
            return new In(left, negated, arguments(), at);
        }
        Token operator = tokens.peek();
        if (!OPERATORS.contains(operator.text()) || operator.kind() == Token.Kind.TEXT) {
            throw tokens.unexpected("a comparison (== != < <= > >= in contains)");
        }
        tokens.next();
        Expr right = expression();
        if (tokens.at("||") || tokens.at("&&")) {
            throw tokens.unexpected("\",\" or \")\"");
        }
        return new Compare(left, negated ? "not contains" : operator.text(), right, at);
    }

    /** {@code ( a, b )}. */
    List<Expr> arguments() {
        tokens.expect("(");
        List<Expr> found = new ArrayList<>();
        if (!tokens.take(")")) {
            do {
                found.add(expression());
            } while (tokens.take(","));
            tokens.expect(")");
        }
        return List.copyOf(found);
    }

    private Expr expression() {
        Expr left = product();
        while (tokens.at("+") || tokens.at("-")) {
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
            Token operator = tokens.next();
            left = new Arithmetic(left, operator.text(), chain(), operator.at());
        }
        return left;
    }

    private Expr chain() {
        Expr value = primary();
        while (tokens.take(".")) {
            Token method = tokens.word("a method");
            if (!tokens.at("(")) {
                throw tokens.faultAt(
                        method,
                        "language",
                        "a fact has fields, and a value has methods: write " + method.text()
                                + "( … ), or bind the field to a variable");
            }
            value = new Call(value, method.text(), arguments(), method.at());
        }
        return value;
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
                return new Literal(tokens.next().text(), token.at());
            case NUMBER:
                return new Literal(new BigDecimal(tokens.next().text()), token.at());
            case WORD:
                return word();
            default:
                break;
        }
        if (tokens.take("-") && tokens.peek().kind() == Token.Kind.NUMBER) {
            return new Literal(new BigDecimal(tokens.next().text()).negate(), token.at());
        }
        if (token.is("(")) {
            throw tokens.fault(
                    "language",
                    "constraints and calculations have no brackets; derive a fact for a longer calculation");
        }
        throw tokens.unexpected("a field, a variable or a value");
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
