package io.charter.rulebook.check;

import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.ValueType;
import io.charter.rulebook.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gives constraints their meaning, and refuses comparisons that engines answer in silence or differently from each other. */
final class Constraints {

    private static final Set<String> EQUALITY = Set.of("==", "!=");

    private final Scope scope;
    private final Expressions expressions;

    Constraints(Scope scope, Expressions expressions) {
        this.scope = scope;
        this.expressions = expressions;
    }

    /** The constraint, or null where it means nothing; then the problems say why. */
    Constraint constraint(Syntax.Argument argument) {
        if (argument instanceof Syntax.Compare compare) {
            return comparison(compare);
        }
        if (argument instanceof Syntax.In in) {
            return choice(in);
        }
        scope.problem("language", "an accumulate binds one variable; write a second accumulate", argument.at());
        return null;
    }

    private Constraint comparison(Syntax.Compare compare) {
        Expression left = expressions.resolve(compare.left());
        Expression right = expressions.resolve(compare.right());
        if (left == null || right == null) {
            return null;
        }
        String operator = compare.operator();
        String fault = operator.endsWith("contains") ? containsFault(left, right) : fault(left, operator, right);
        if (fault != null) {
            scope.problem("wrong_type", fault, left.at());
            return null;
        }
        expressions.checkValue(right, left.origin());
        expressions.checkValue(left, right.origin());
        return new Constraint.Comparison(left, operator, right, compare.at());
    }

    private static String containsFault(Expression left, Expression right) {
        if (left.type() != ValueType.LIST) {
            return "\"contains\" looks into a list; " + left + " is " + Expressions.shown(left);
        }
        ValueType each = left.origin() == null ? null : left.origin().each();
        return each == right.type()
                ? null
                : left + " holds items that are each " + (each == null ? "unknown" : each.shown()) + "; " + right
                        + " is " + Expressions.shown(right);
    }

    private static String fault(Expression left, String operator, Expression right) {
        boolean isNull = isNull(left) || isNull(right);
        if (isNull || left.type() == null || right.type() == null) {
            boolean facts = left.type() == null && right.type() == null || isNull;
            return EQUALITY.contains(operator) && facts
                    ? null
                    : "only == and != compare with " + (isNull ? "null" : "a fact");
        }
        if (left.type() != right.type()
                && !(left.type().isNumber() && right.type().isNumber())) {
            return left + " is " + Expressions.shown(left) + ", and cannot be compared with " + right + ", which is "
                    + Expressions.shown(right)
                    + (left.type() == ValueType.DATE || right.type() == ValueType.DATE
                            ? "; a date is written LocalDate.of( 2026, 1, 22 )"
                            : "");
        }
        if (left.type() == ValueType.LIST) {
            return "lists are not compared; use contains, or size()";
        }
        return EQUALITY.contains(operator) || left.type().isOrdered()
                ? null
                : "\"" + operator + "\" compares dates and numbers; " + left + " is " + Expressions.shown(left);
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof Expression.Constant constant && constant.value() == null;
    }

    private Constraint choice(Syntax.In in) {
        Expression value = expressions.resolve(in.left());
        List<Expression> choices = new ArrayList<>();
        for (Syntax.Expr choice : in.values()) {
            choices.add(expressions.resolve(choice));
        }
        if (value == null || choices.contains(null)) {
            return null;
        }
        if (choices.isEmpty()) {
            scope.problem("wrong_type", "\"in\" needs at least one value to choose from", in.at());
            return null;
        }
        for (Expression choice : choices) {
            if (!(choice instanceof Expression.Constant) || choice.type() != value.type()) {
                scope.problem(
                        "wrong_type",
                        "\"in\" lists written values of the same type; " + choice + " is " + Expressions.shown(choice)
                                + ", " + value + " is " + Expressions.shown(value),
                        choice.at());
                return null;
            }
            expressions.checkValue(choice, value.origin());
        }
        return new Constraint.Choice(value, in.negated(), List.copyOf(choices), in.at());
    }

    /**
     * A field that may hold nothing is asked about only behind a constraint that makes sure of it: {@code field != null}, or the
     * kind of fact that has the field. The engine would throw, or answer in silence.
     */
    void checkNull(Constraint constraint, List<Constraint> before) {
        if (!(constraint instanceof Constraint.Comparison comparison)) {
            return;
        }
        if (isNull(comparison.left()) || isNull(comparison.right())) {
            return;
        }
        for (Expression side : List.of(comparison.left(), comparison.right())) {
            Expression asked = side instanceof Expression.Call call && call.target() != null ? call.target() : side;
            if (asked instanceof Expression.FieldValue value
                    && value.field().nullable()
                    && before.stream().noneMatch(c -> guards(c, value.field()))) {
                Field field = value.field();
                String guard = field.only() != null && !field.optional()
                        ? field.only().field() + " == \"" + field.only().value() + "\""
                        : field.name() + " != null";
                scope.problem(
                        "null",
                        field.name() + " may hold nothing; write \"" + guard + "\" before this constraint",
                        asked.at());
            }
        }
    }

    private static boolean guards(Constraint constraint, Field field) {
        if (!(constraint instanceof Constraint.Comparison guard)
                || !(guard.left() instanceof Expression.FieldValue left)
                || !(guard.right() instanceof Expression.Constant right)) {
            return false;
        }
        if (guard.operator().equals("!=")
                && right.value() == null
                && left.field().name().equals(field.name())) {
            return true;
        }
        return !field.optional()
                && field.only() != null
                && guard.operator().equals("==")
                && left.field().name().equals(field.only().field())
                && field.only().value().equals(right.value());
    }
}
