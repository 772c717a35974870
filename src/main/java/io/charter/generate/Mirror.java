package io.charter.generate;

import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What facts met before ask of one that is met after them, though the rule is written the other way about. */
final class Mirror {

    private Mirror() {}

    /** The pattern with what the facts met so far ask of the variables that it binds. */
    static Pattern of(Pattern pattern, Map<Pattern, Map<String, Object>> met, Constraint missed) {
        List<Constraint> constraints = new ArrayList<>(pattern.constraints());
        met.forEach((other, fact) -> other.constraints().stream()
                .filter(constraint -> constraint != missed)
                .forEach(constraint -> constraints.addAll(asked(pattern, constraint, fact))));
        return constraints.size() == pattern.constraints().size()
                ? pattern
                : new Pattern(pattern.type(), pattern.variable(), constraints, pattern.bindings(), pattern.at());
    }

    private static List<Constraint> asked(Pattern pattern, Constraint constraint, Map<String, Object> fact) {
        List<Constraint> asked = new ArrayList<>();
        if (constraint instanceof Constraint.Comparison comparison
                && comparison.left() instanceof Expression.FieldValue field
                && fact.get(field.field().name()) != null
                && turned(comparison.operator()) != null) {
            Map<String, Object> variables = new HashMap<>();
            Conclusion.settle(comparison.right(), fact.get(field.field().name()), variables);
            for (Pattern.Binding binding : pattern.bindings()) {
                if (variables.containsKey(binding.variable().name())) {
                    asked.add(new Constraint.Comparison(
                            new Expression.FieldValue(binding.field(), comparison.at()),
                            turned(comparison.operator()),
                            new Expression.Constant(
                                    variables.get(binding.variable().name()), field.type(), comparison.at()),
                            comparison.at()));
                }
            }
        }
        return asked;
    }

    private static String turned(String operator) {
        return switch (operator) {
            case "==", "!=" -> operator;
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> null;
        };
    }
}
