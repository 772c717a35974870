package io.charter.rulebook.check;

import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.ValueType;
import io.charter.rulebook.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;

/** Gives the conclusion of a rule its meaning: the fact that it derives. */
final class Conclusions {

    private final Scope scope;

    /** @param scope what the conditions of the rule bind */
    Conclusions(Scope scope) {
        this.scope = scope;
    }

    /** The type of the fact that the rule derives, or null where it cannot derive such a fact. */
    FactType type(Syntax.Insert insert) {
        FactType type = scope.type(insert.type(), insert.at());
        if (type == null || type.kind() == FactType.Kind.DERIVED) {
            return type;
        }
        String is = switch (type.kind()) {
            case TODAY -> "is the date asked about";
            case PARENT -> "is what several types have in common";
            default -> "is stated by scenarios";
        };
        scope.problem(
                "language",
                "rules derive facts, and " + type.name() + " " + is
                        + "; declare a type of its own for what the rule derives",
                insert.at());
        return null;
    }

    /** The fact that the rule derives; null where a value of it has no meaning, or does not fit. */
    Rule.Derivation derivation(Syntax.Insert insert, FactType type) {
        Expressions expressions = Expressions.outside(scope);
        List<Expression> values = new ArrayList<>();
        insert.arguments().forEach(argument -> values.add(expressions.resolve(argument)));
        if (type == null || scope.types().isOpen(type)) {
            return null;
        }
        int given = values.size();
        if (given != type.fields().size()) {
            scope.problem(
                    "wrong_type",
                    type.name() + " has " + type.fields().size() + " fields ("
                            + String.join(
                                    ", ",
                                    type.fields().stream().map(Field::name).toList()) + "), " + given
                            + (given == 1 ? " value is given" : " values are given"),
                    insert.at());
            return null;
        }
        boolean fits = true;
        for (int i = 0; i < given; i++) {
            fits &= fits(expressions, values.get(i), type.fields().get(i));
        }
        return fits ? new Rule.Derivation(type, List.copyOf(values), insert.at()) : null;
    }

    private boolean fits(Expressions expressions, Expression value, Field field) {
        if (value == null || field.type() == null) {
            return false;
        }
        if (value instanceof Expression.Constant constant && constant.value() == null) {
            scope.problem(
                    "wrong_type",
                    field.name() + " has to hold " + Expressions.shown(field.type())
                            + "; a derived fact has no empty field",
                    value.at());
            return false;
        }
        if (field.type() == ValueType.AMOUNT
                && value instanceof Expression.Constant
                && value.type() != null
                && value.type().isNumber()) {
            scope.problem(
                    "language",
                    field.name()
                            + " is an amount, and a conclusion takes amounts from facts; bind one, and put its variable here",
                    value.at());
            return false;
        }
        if (value.type() != field.type()) {
            scope.problem(
                    "wrong_type",
                    field.name() + " is " + Expressions.shown(field.type()) + "; " + value + " is "
                            + Expressions.shown(value)
                            + (field.type() == ValueType.DATE && value instanceof Expression.Constant
                                    ? "; a date is written LocalDate.of( 2026, 1, 22 )"
                                    : ""),
                    value.at());
            return false;
        }
        expressions.checkValue(value, field);
        return true;
    }
}
