package io.charter.rulebook.model;

import io.charter.text.Later;
import io.charter.text.Message;
import io.charter.text.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule: a norm in words, the clause that it encodes, its conditions, and the fact that it derives.
 *
 * @param clause the clause, or null for a rule that says that the text is silent
 * @param silence what the text leaves open, or null
 * @param messages what the rule says of one application of itself, by language
 */
public record Rule(
        String name,
        String clause,
        String silence,
        @Later Map<String, Message> messages,
        List<Condition> when,
        Derivation then,
        @Later List<Variable> variables,
        Position at) {

    /** By the place alone, which tells it apart from all others: all that it is made of would take long. */
    @Override
    public int hashCode() {
        return at.hashCode();
    }

    /** The derived fact: its type, and the value of each of its fields in order. */
    public record Derivation(FactType type, @Later List<Expression> values, Position at) {}

    /** What a placeholder of a message may name: a variable of the rule, or else a field of the fact that it derives. */
    public Optional<Variable> spoken(String plainName) {
        for (Variable variable : variables) {
            if (variable.plainName().equals(plainName)) {
                return Optional.of(variable);
            }
        }
        return spoken(plainName, variables, then.type());
    }

    /** The same, of a rule that may not be whole: the type of the fact that it derives may be null. */
    public static Optional<Variable> spoken(String plainName, List<Variable> variables, FactType derived) {
        return variables.stream()
                .filter(v -> v.plainName().equals(plainName))
                .findFirst()
                .or(() -> Optional.ofNullable(derived)
                        .flatMap(type -> type.field(plainName))
                        .filter(field -> field.type() != null)
                        .map(field -> new Variable("$" + plainName, field.type(), field, field.at())));
    }
}
