package io.charter.rulebook.model;

import io.charter.text.Position;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a pattern asks of a fact, or an accumulate of its result. */
public sealed interface Constraint {

    Position at();

    /** The variables in it. */
    Stream<Expression.Bound> variables();

    /** {@code left operator right}; the operator is one of == != < <= > >= contains, not contains. */
    record Comparison(Expression left, String operator, Expression right, Position at) implements Constraint {
        @Override
        public Stream<Expression.Bound> variables() {
            return Stream.of(left, right).flatMap(Expression::variables);
        }

        @Override
        public String toString() {
            return left + " " + operator + " " + right;
        }
    }

    /** {@code value in ( choices )}, or not in. */
    record Choice(Expression value, boolean negated, List<Expression> choices, Position at) implements Constraint {
        @Override
        public Stream<Expression.Bound> variables() {
            return Stream.concat(Stream.of(value), choices.stream()).flatMap(Expression::variables);
        }

        @Override
        public String toString() {
            return value + (negated ? " not in ( " : " in ( ")
                    + choices.stream().map(Object::toString).collect(Collectors.joining(", ")) + " )";
        }
    }
}
