package io.charter.rulebook.check;

import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.ValueType;
import io.charter.rulebook.syntax.Syntax;
import io.charter.text.Position;
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
        if (each == ValueType.COUNT && !(right instanceof Expression.Bound)) {
            // The engine holds whole numbers of another Java type in lists than those written in a rule, and never
            // finds one.
            return "a list of whole numbers is searched for a variable; derive a fact that holds " + right
                    + ", and bind it";
        }
        return each == null || each == right.type()
                ? null
                : left + " holds items that are each " + Expressions.shown(each) + "; " + right + " is "
                        + Expressions.shown(right);
    }

    private String fault(Expression left, String operator, Expression right) {
        if (isNull(left) || isNull(right)) {
            return EQUALITY.contains(operator) ? null : "only == and != compare with null";
        }
        if (left.type() == null || right.type() == null) {
            return factFault(left, operator, right);
        }
        if (left.type() != right.type()
                && !(left.type().isNumber() && right.type().isNumber())) {
            return left + " is " + Expressions.shown(left) + ", and cannot be compared with " + right + ", which is "
                    + Expressions.shown(right) + Expressions.dateHint(left, right);
        }
        if (left.type() == ValueType.LIST) {
            return "lists are not compared; use contains, or size()";
        }
        return EQUALITY.contains(operator) || left.type().isOrdered()
                ? null
                : "\"" + operator + "\" compares dates and numbers; " + left + " is " + Expressions.shown(left);
    }

    private String factFault(Expression left, String operator, Expression right) {
        if (left.type() != null || right.type() != null) {
            Expression value = left.type() != null ? left : right;
            Expression fact = left.type() != null ? right : left;
            return value + " is " + Expressions.shown(value) + ", and " + fact
                    + " a whole fact; bind the field of the fact, and compare with that";
        }
        if (!EQUALITY.contains(operator)) {
            return "only == and != compare with a fact";
        }
        FactType one = expressions.factType(left);
        FactType other = expressions.factType(right);
        return one == null || other == null || one.isA(other) || other.isA(one)
                ? null
                : other.name() + " and " + one.name()
                        + " are types of their own, and a fact of one is never one of the other; compare fields";
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
            String fault = choiceFault(value, choice);
            if (fault != null) {
                scope.problem("wrong_type", fault, choice.at());
                return null;
            }
            expressions.checkValue(choice, value.origin());
        }
        return new Constraint.Choice(value, in.negated(), List.copyOf(choices), in.at());
    }

    private static String choiceFault(Expression value, Expression choice) {
        if (!(choice instanceof Expression.Constant)) {
            return "\"in\" lists texts and numbers as written; compare with " + choice + " by ==";
        }
        return choice.type() == value.type() || choice.type() == ValueType.COUNT && value.type() == ValueType.AMOUNT
                ? null
                : "\"in\" lists written values of the same type; " + choice + " is " + Expressions.shown(choice) + ", "
                        + value + " is " + Expressions.shown(value);
    }

    /**
     * A field that may hold nothing is asked about, or bound, only behind a constraint that makes sure of it: {@code field != null},
     * or the kind of fact that has the field. The engine would throw, or answer in silence.
     *
     * @param before the constraints before it in its pattern
     */
    void checkNull(Constraint constraint, List<Constraint> before) {
        if (constraint instanceof Constraint.Choice choice) {
            checkNull(choice.value(), before);
        }
        if (constraint instanceof Constraint.Comparison comparison
                && !isNull(comparison.left())
                && !isNull(comparison.right())) {
            checkNull(comparison.left(), before);
            checkNull(comparison.right(), before);
        }
    }

    private void checkNull(Expression expression, List<Constraint> before) {
        if (expression instanceof Expression.FieldValue value) {
            checkNull(value.field(), value.at(), before);
        } else if (expression instanceof Expression.Call call) {
            if (call.target() != null) {
                checkNull(call.target(), before);
            }
            call.arguments().forEach(argument -> checkNull(argument, before));
        } else if (expression instanceof Expression.Arithmetic arithmetic) {
            checkNull(arithmetic.left(), before);
            checkNull(arithmetic.right(), before);
        }
    }

    /** As for a constraint, for a field that is bound to a variable. */
    void checkNull(Field field, Position at, List<Constraint> before) {
        if (!field.nullable() || before.stream().anyMatch(c -> guards(c, field))) {
            return;
        }
        String guard = field.only() != null && !field.optional()
                ? field.only().field() + " == \"" + field.only().value() + "\""
                : field.name() + " != null";
        scope.problem("null", field.name() + " may hold nothing; write \"" + guard + "\" before this constraint", at);
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
