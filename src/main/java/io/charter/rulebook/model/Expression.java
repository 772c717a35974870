package io.charter.rulebook.model;

import io.charter.text.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A value in a rule: looked up, typed, and placed. */
public sealed interface Expression {

    /** The type of the value; null for the fact itself and for null. */
    ValueType type();

    Position at();

    /** The field whose vocabulary says what the value may be, or null. */
    default Field origin() {
        return null;
    }

    /** The variables in it. */
    default Stream<Bound> variables() {
        return parts().stream().flatMap(Expression::variables);
    }

    /** The expressions that it is calculated from. */
    default List<Expression> parts() {
        return List.of();
    }

    /** A field of the fact that the pattern matches. */
    record FieldValue(Field field, Position at) implements Expression {
        @Override
        public ValueType type() {
            return field.type();
        }

        @Override
        public Field origin() {
            return field;
        }

        @Override
        public String toString() {
            return field.name();
        }
    }

    /** A variable bound before. */
    record Bound(Variable variable, Position at) implements Expression {
        @Override
        public ValueType type() {
            return variable.type();
        }

        @Override
        public Field origin() {
            return variable.origin();
        }

        @Override
        public Stream<Bound> variables() {
            return Stream.of(this);
        }

        @Override
        public String toString() {
            return variable.name();
        }
    }

    /** {@code this}. */
    record Self(Position at) implements Expression {
        @Override
        public ValueType type() {
            return null;
        }

        @Override
        public String toString() {
            return "this";
        }
    }

    /** A String, BigDecimal, Long, Boolean or null written in the rule. */
    record Constant(Object value, ValueType type, Position at) implements Expression {
        @Override
        public String toString() {
            if (value instanceof BigDecimal number) {
                return number.toPlainString();
            }
            return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
        }
    }

    /** A method of the short list; static ones have no target. */
    record Call(Method method, Expression target, List<Expression> arguments, Position at) implements Expression {
        @Override
        public ValueType type() {
            return method.result();
        }

        @Override
        public List<Expression> parts() {
            List<Expression> parts = new ArrayList<>(arguments);
            if (target != null) {
                parts.add(target);
            }
            return parts;
        }

        @Override
        public String toString() {
            return (target == null ? method.owner() : target.toString()) + "." + method.method() + "("
                    + arguments.stream().map(Object::toString).collect(Collectors.joining(", ")) + ")";
        }
    }

    /** {@code + - *} and the remainder {@code %} on whole numbers. */
    record Arithmetic(Expression left, String operator, Expression right, Position at) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.COUNT;
        }

        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }

        @Override
        public String toString() {
            return left + " " + operator + " " + right;
        }
    }
}
