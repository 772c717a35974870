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
    private final boolean inPattern;

    private Expressions(Scope scope, FactType type, boolean inPattern) {
        this.scope = scope;
        this.type = type;
        this.inPattern = inPattern;
    }

    /** The expressions of a pattern, which may name fields of its type; where the type is null, any field is unknown in silence. */
    static Expressions inPattern(Scope scope, FactType type) {
        return new Expressions(scope, type, true);
    }

    /** Expressions that may name no fields. */
    static Expressions outside(Scope scope) {
        return new Expressions(scope, null, false);
    }

    /** The type of the fact that an expression stands for, or null where it is a value. */
    FactType factType(Expression expression) {
        return expression instanceof Expression.Self
                ? type
                : expression instanceof Expression.Bound bound
                        ? scope.factType(bound.variable().name())
                        : null;
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

    /** The field; null where it, or its type, is unknown. */
    Field field(String name, Position at) {
        if (inPattern && type == null) {
            return null;
        }
        if (type == null) {
            scope.problem(
                    "unknown_field",
                    "\"" + name
                            + "\" means nothing here; a rule's values are its variables, texts in double quotes, and numbers",
                    at);
            return null;
        }
        Field field = type.field(name).orElse(null);
        if (field == null && !scope.types().isOpen(type)) {
            List<String> known = type.fields().stream().map(Field::name).toList();
            String hint = Near.hint(name, known);
            scope.problem(
                    "unknown_field",
                    type.name() + " has no field " + name
                            + (hint.isEmpty() ? "; it has " + String.join(", ", known) : hint),
                    at);
        }
        return field == null || field.type() == null ? null : field;
    }

    private Expression constant(Syntax.Literal literal) {
        Object value = literal.value();
        if (value instanceof BigDecimal number) {
            return number.scale() <= 0
                    ? new Expression.Constant(number.longValue(), ValueType.COUNT, literal.at())
                    : new Expression.Constant(number, ValueType.AMOUNT, literal.at());
        }
        ValueType valueType =
                value instanceof String ? ValueType.TEXT : value instanceof Boolean ? ValueType.FLAG : null;
        return new Expression.Constant(value, valueType, literal.at());
    }

    private Expression call(Syntax.Call call) {
        List<Expression> arguments = new ArrayList<>();
        for (Syntax.Expr argument : call.arguments()) {
            arguments.add(resolve(argument));
        }
        boolean isStatic = call.target() instanceof Syntax.Word word
                && Character.isUpperCase(word.name().charAt(0));
        Expression target = isStatic ? null : resolve(call.target());
        if (!isStatic && target == null) {
            return null;
        }
        Method method = isStatic ? staticMethod((Syntax.Word) call.target(), call) : method(target, call);
        if (method == null || arguments.contains(null)) {
            return null;
        }
        Expression.Call resolved = new Expression.Call(method, target, arguments, call.at());
        String fault = Calls.fault(resolved);
        if (fault != null) {
            scope.problem("wrong_type", fault, call.at());
            return null;
        }
        return resolved;
    }

    private Method staticMethod(Syntax.Word owner, Syntax.Call call) {
        Method method = Method.in(owner.name(), call.method()).orElse(null);
        if (method == null) {
            scope.problem(
                    "language",
                    owner.name() + "." + call.method()
                            + " is not part of the rule language; rules call LocalDate.of( year, month, day ), String.valueOf( number ) and List.of( texts )",
                    call.at());
        }
        return method;
    }

    private Method method(Expression target, Syntax.Call call) {
        List<String> known = target.type() == null ? List.of() : Method.of(target.type());
        if (!known.contains(call.method())) {
            String hint = Near.hint(call.method(), known);
            scope.problem(
                    "language",
                    call.method() + " cannot be called on " + target
                            + (known.isEmpty()
                                    ? ", which has no methods in the rule language"
                                    : hint.isEmpty() ? "; there are " + String.join(", ", known) : hint),
                    call.at());
            return null;
        }
        return Method.on(target.type(), call.method()).orElseThrow();
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
        if (arithmetic.operator().equals("%")
                && !(right instanceof Expression.Constant by && !Long.valueOf(0).equals(by.value()))) {
            scope.problem(
                    "wrong_type", "\"%\" takes a written number other than 0 on its right; found " + right, right.at());
            return null;
        }
        return new Expression.Arithmetic(left, arithmetic.operator(), right, arithmetic.at());
    }

    /** How a message on rules names what an expression is. */
    static String shown(Expression expression) {
        if (expression.type() != null) {
            return shown(expression.type());
        }
        return expression instanceof Expression.Constant ? "nothing" : "a fact";
    }

    /** How a message on rules names a type of values; dates are not written as in scenarios. */
    static String shown(ValueType type) {
        return type == ValueType.DATE ? "a date" : type.shown();
    }

    /** The end of a message on two values of which one is a date and the other written otherwise. */
    static String dateHint(Expression one, Expression other) {
        boolean oneWritten = one instanceof Expression.Constant && other.type() == ValueType.DATE;
        boolean otherWritten = other instanceof Expression.Constant && one.type() == ValueType.DATE;
        return oneWritten || otherWritten ? "; a date is written LocalDate.of( 2026, 1, 22 )" : "";
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
        Collection<String> known = !field.values().isEmpty() ? field.values() : scope.codes(field);
        if (field.question() && scope.questions() != null) {
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
