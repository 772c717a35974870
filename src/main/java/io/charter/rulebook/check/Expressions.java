package io.charter.rulebook.check;

import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Method;
import io.charter.rulebook.model.Question;
import io.charter.rulebook.model.ValueType;
import io.charter.rulebook.model.Variable;
import io.charter.rulebook.syntax.Syntax;
import io.charter.text.Near;
import io.charter.text.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gives the expressions of a rule their meaning and type. An expression without one is null, and its problem is noted. */
final class Expressions {

    private final Scope scope;
    private final FactType type;

    /** @param type the type of the pattern whose fields the expressions may name, or null outside of patterns */
    Expressions(Scope scope, FactType type) {
        this.scope = scope;
        this.type = type;
    }

    Expression resolve(Syntax.Expr expr) {
        if (expr instanceof Syntax.Word word) {
            Field field = field(word.name(), word.at());
            return field == null ? null : new Expression.FieldValue(field, word.at());
        }
        if (expr instanceof Syntax.Variable variable) {
            Variable bound = scope.variable(variable.name(), variable.at());
            return bound == null ? null : new Expression.Bound(bound, variable.at());
        }
        if (expr instanceof Syntax.This self) {
            return new Expression.Self(self.at());
        }
        if (expr instanceof Syntax.Literal literal) {
            return constant(literal);
        }
        if (expr instanceof Syntax.Call call) {
            return call(call);
        }
        return arithmetic((Syntax.Arithmetic) expr);
    }

    Field field(String name, Position at) {
        if (type == null) {
            scope.problem(
                    "unknown_field",
                    "\"" + name
                            + "\" means nothing here; a rule's values are its variables, texts in double quotes, and numbers",
                    at);
            return null;
        }
        Field field = type.field(name).orElse(null);
        if (field == null) {
            List<String> known = type.fields().stream().map(Field::name).toList();
            String hint = Near.hint(name, known);
            scope.problem(
                    "unknown_field",
                    type.name() + " has no field " + name
                            + (hint.isEmpty() ? "; it has " + String.join(", ", known) : hint),
                    at);
        }
        return field;
    }

    private Expression constant(Syntax.Literal literal) {
        Object value = literal.value();
        if (value instanceof BigDecimal number) {
            boolean whole = number.stripTrailingZeros().scale() <= 0
                    && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
            return whole
                    ? new Expression.Constant(number.longValue(), ValueType.COUNT, literal.at())
                    : new Expression.Constant(number, ValueType.AMOUNT, literal.at());
        }
        ValueType valueType =
                value instanceof String ? ValueType.TEXT : value instanceof Boolean ? ValueType.FLAG : null;
        return new Expression.Constant(value, valueType, literal.at());
    }

    private Expression call(Syntax.Call call) {
        boolean isStatic = call.target() instanceof Syntax.Word word
                && Character.isUpperCase(word.name().charAt(0));
        Expression target = isStatic ? null : resolve(call.target());
        if (!isStatic && target == null) {
            return null;
        }
        Method method;
        if (isStatic) {
            String owner = ((Syntax.Word) call.target()).name();
            method = Method.in(owner, call.method()).orElse(null);
            if (method == null) {
                scope.problem(
                        "language",
                        owner + "." + call.method()
                                + " is not part of the rule language; rules call LocalDate.of( year, month, day ), String.valueOf( number ) and List.of( texts )",
                        call.at());
            }
        } else {
            method = target.type() == null
                    ? null
                    : Method.on(target.type(), call.method()).orElse(null);
            if (method == null) {
                Collection<String> known = target.type() == null ? List.of() : Method.of(target.type());
                scope.problem(
                        "language",
                        call.method() + " cannot be called on " + target
                                + (known.isEmpty()
                                        ? ", which has no methods in the rule language"
                                        : "; there are " + String.join(", ", known)),
                        call.at());
            }
        }
        List<Expression> arguments = new ArrayList<>();
        for (Syntax.Expr argument : call.arguments()) {
            arguments.add(resolve(argument));
        }
        if (method == null || arguments.contains(null)) {
            return null;
        }
        List<ValueType> given = arguments.stream().map(Expression::type).toList();
        if (!method.takes(given)) {
            scope.problem("wrong_type", call.method() + " takes " + method.taken(), call.at());
            return null;
        }
        return date(new Expression.Call(method, target, arguments, call.at()));
    }

    /** A date written out has to be one. */
    private Expression date(Expression.Call call) {
        if (call.method() == Method.DATE_OF
                && call.arguments().stream().allMatch(Expression.Constant.class::isInstance)) {
            int[] parts = call.arguments().stream()
                    .mapToInt(a -> ((Long) ((Expression.Constant) a).value()).intValue())
                    .toArray();
            try {
                java.time.LocalDate.of(parts[0], parts[1], parts[2]);
            } catch (java.time.DateTimeException e) {
                scope.problem("wrong_type", call + " is no date of the calendar", call.at());
                return null;
            }
        }
        return call;
    }

    private Expression arithmetic(Syntax.Arithmetic arithmetic) {
        Expression left = resolve(arithmetic.left());
        Expression right = resolve(arithmetic.right());
        if (left == null || right == null) {
            return null;
        }
        if (left.type() != ValueType.COUNT || right.type() != ValueType.COUNT) {
            Expression wrong = left.type() != ValueType.COUNT ? left : right;
            scope.problem(
                    "wrong_type",
                    "\"" + arithmetic.operator() + "\" works on whole numbers; " + wrong + " is " + shown(wrong)
                            + (wrong.type() == ValueType.DATE
                                    ? " (dates move by plusDays, plusMonths, plusYears)"
                                    : ""),
                    arithmetic.at());
            return null;
        }
        return new Expression.Arithmetic(left, arithmetic.operator(), right, arithmetic.at());
    }

    /** How a message names what an expression is. */
    static String shown(Expression expression) {
        if (expression.type() != null) {
            return expression.type().shown();
        }
        return expression instanceof Expression.Constant ? "null" : "a fact";
    }

    /** A text written in the rule where the vocabulary says what may stand: it has to be one of those. */
    void checkValue(Expression value, Field field) {
        if (value instanceof Expression.Call call && call.method() == Method.LIST_OF) {
            call.arguments().forEach(item -> checkValue(item, field));
        }
        if (!(value instanceof Expression.Constant constant)
                || !(constant.value() instanceof String text)
                || field == null) {
            return;
        }
        Collection<String> known =
                !field.values().isEmpty() ? field.values() : scope.names().codes(field.named());
        if (field.question()) {
            known = scope.questions().values().stream().map(Question::name).toList();
        }
        if (!known.isEmpty() && !known.contains(text)) {
            String expected = known.size() <= 12 ? "; expected one of " + String.join(", ", known) : "";
            String hint = Near.hint(text, known);
            scope.problem(
                    "unknown_value",
                    "\"" + text + "\" is no value of " + field.name() + (hint.isEmpty() ? expected : hint),
                    value.at());
        }
    }
}
