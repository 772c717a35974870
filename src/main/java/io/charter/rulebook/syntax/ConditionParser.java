package io.charter.rulebook.syntax;

import io.charter.rulebook.syntax.Syntax.Argument;
import io.charter.rulebook.syntax.Syntax.Compare;
import io.charter.rulebook.syntax.Syntax.Condition;
import io.charter.rulebook.syntax.Syntax.Expr;
import io.charter.rulebook.syntax.Syntax.In;
import io.charter.rulebook.syntax.Syntax.PatternText;
import io.charter.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the conditions of a rule. */
final class ConditionParser {

    private static final Set<String> OPERATORS = Set.of("==", "!=", "<", "<=", ">", ">=", "contains");

    private static final String ONE_PATTERN = "accumulate goes over one pattern; derive a fact for more";

    private final Tokens tokens;
    private final ExpressionParser expressions;

    ConditionParser(Tokens tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
    }

    Condition condition() {
        Token first = tokens.peek();
        if (tokens.at("insertLogical")) {
            throw tokens.unexpected("\"then\"");
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
        if (first.is("(")) {
            throw tokens.fault(
                    "language",
                    "conditions are not grouped; write each on a line of its own, and one rule for each alternative");
        }
        if (first.kind() != Token.Kind.VARIABLE && first.kind() != Token.Kind.WORD
                || tokens.at("end")
                || tokens.atDeclaration()) {
            throw tokens.unexpected("a condition or \"then\"");
        }
        PatternText pattern = pattern();
        if (Construct.advice(tokens.peek()) != null) {
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
        if (tokens.at("not") || tokens.at("exists") || tokens.at("accumulate")) {
            throw tokens.fault("language", "\"" + word + "\" takes one pattern; derive a fact for more");
        }
        return pattern();
    }

    private Condition accumulate() {
        Position at = tokens.next().at();
        Token open = tokens.peek();
        tokens.expect("(");
        if (tokens.at("(") || tokens.at("not") || tokens.at("exists")) {
            throw tokens.fault("language", ONE_PATTERN);
        }
        PatternText source = pattern();
        if (tokens.at("and") || tokens.at("or")) {
            throw tokens.fault("language", ONE_PATTERN);
        }
        boolean comma = tokens.take(",");
        if (!comma && !tokens.take(";")) {
            throw tokens.unexpected("\";\"");
        }
        if (comma
                && tokens.peek().kind() == Token.Kind.WORD
                && Construct.advice(tokens.peek()) == null
                && tokens.peek(1).is("(")) {
            throw tokens.fault("language", ONE_PATTERN);
        }
        String variable = variable();
        tokens.expect(":");
        Token function = tokens.word("count, sum, min or max");
        Expr argument = argumentOf(function, source.type());
        if (tokens.at(",")) {
            throw tokens.fault("language", "an accumulate has one function; write a second accumulate");
        }
        List<Argument> constraints = new ArrayList<>();
        if (tokens.take(";")) {
            do {
                constraints.add(argument());
            } while (tokens.take(","));
        }
        tokens.close(open);
        return new Syntax.Accumulate(
                source, variable, function.text(), argument, List.copyOf(constraints), at, function.at());
    }

    private Expr argumentOf(Token function, String type) {
        Token open = tokens.peek();
        tokens.expect("(");
        Token field = tokens.peek();
        if (field.kind() == Token.Kind.WORD && tokens.peek(1).is(")")) {
            String name = field.text();
            throw tokens.fault(
                    "language",
                    function.text() + " takes a variable: write " + type + "( $" + name + " : " + name + " ), then "
                            + function.text() + "( $" + name + " )");
        }
        Expr argument = tokens.at(")") ? null : expressions.expression();
        tokens.close(open);
        return argument;
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
        if (Construct.advice(type) != null) {
            throw tokens.unexpected("a fact type");
        }
        tokens.word("a fact type");
        if (tokens.at(".")) {
            throw tokens.faultAt(type, "language", Construct.ONLY_DECLARED);
        }
        Token open = tokens.peek();
        tokens.expect("(");
        List<Argument> arguments = new ArrayList<>();
        if (!tokens.take(")")) {
            do {
                arguments.add(argument());
            } while (tokens.take(","));
            tokens.close(open);
        }
        return new PatternText(variable, type.text(), List.copyOf(arguments), at, type.at());
    }

    private Argument argument() {
        if (tokens.peek().kind() == Token.Kind.VARIABLE && tokens.peek(1).is(":")) {
            return binding();
        }
        refuseGroupedDigits();
        Position at = tokens.peek().at();
        Expr left = expressions.expression();
        boolean negated = tokens.at("not");
        if (negated) {
            tokens.next();
            if (!tokens.at("in") && !tokens.at("contains")) {
                throw tokens.unexpected("\"in\" or \"contains\"");
            }
        }
        if (tokens.take("in")) {
            return new In(left, negated, expressions.arguments(), at);
        }
        Token operator = operator(left);
        Expr right = expressions.expression();
        if (OPERATORS.contains(tokens.peek().text()) && tokens.peek().kind() != Token.Kind.TEXT) {
            throw tokens.fault("language", "a constraint compares two values; write two, separated by a comma");
        }
        return new Compare(left, negated ? "not contains" : operator.text(), right, at);
    }

    private Argument binding() {
        Position at = tokens.peek().at();
        String variable = variable();
        tokens.next();
        if (tokens.at("=")) {
            throw tokens.fault("syntax", "a variable is bound by \":\" alone; take \"=\" out");
        }
        Expr field = expressions.expression();
        if (OPERATORS.contains(tokens.peek().text()) || tokens.at("in") || tokens.at("not")) {
            String name = field instanceof Syntax.Word word ? word.name() : "field";
            throw tokens.fault(
                    "language",
                    "a variable is bound, or a field compared, not both at once; write \"" + variable + " : " + name
                            + ", " + name + " " + tokens.peek().text() + " …\"");
        }
        return new Syntax.Bind(variable, field, at);
    }

    private Token operator(Expr left) {
        Token operator = tokens.peek();
        if (operator.is("=")) {
            boolean backwards = tokens.peek(1).is("<") || tokens.peek(1).is(">");
            String sign = backwards ? tokens.peek(1).text() : "=";
            throw tokens.fault(
                    "syntax", "a comparison is written \"" + sign + "=\", not \"=" + (backwards ? sign : "") + "\"");
        }
        if (left instanceof Syntax.Word word && (operator.is(",") || operator.is(")"))) {
            throw tokens.fault(
                    "language",
                    "a constraint compares; write \"" + word.name() + " == …\", or \"" + word.name()
                            + " == true\" where it is true or false");
        }
        if (!OPERATORS.contains(operator.text()) || operator.kind() == Token.Kind.TEXT) {
            throw tokens.unexpected("a comparison (== != < <= > >= in contains)");
        }
        return tokens.next();
    }

    /** {@code 1,000}: a number, a comma and digits without a blank between them. */
    private void refuseGroupedDigits() {
        Token digits = tokens.peek();
        Token before = tokens.last();
        if (before != null
                && before.is(",")
                && !digits.text().isEmpty()
                && Character.isDigit(digits.text().charAt(0))
                && digits.kind() != Token.Kind.TEXT
                && digits.at().line() == before.at().line()
                && digits.at().column() == before.at().column() + 1) {
            throw tokens.faultAt(
                    before, "syntax", "\",\" parts constraints; write the number without it, in plain digits");
        }
    }
}
