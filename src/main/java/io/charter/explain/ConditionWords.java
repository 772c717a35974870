package io.charter.explain;

import io.charter.derivation.Premise;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.Variable;
import io.charter.text.Language;
import io.charter.text.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says which fact a condition looked for in one application of a rule: with the values in the place of the variables. */
final class ConditionWords {

    private final Edition edition;
    private final Sentences sentences;
    private final FactWords facts;
    private final AskedWords asked;
    private final Words words;

    ConditionWords(Edition edition, Sentences sentences, FactWords facts, Language language) {
        this.edition = edition;
        this.sentences = sentences;
        this.facts = facts;
        this.asked = new AskedWords(language);
        this.words = new Words(language.code());
    }

    /** What an application relied on there not being. */
    Reason.Absence absence(Condition.Absent absent, Premise.Support support) {
        Pattern pattern = absent.pattern();
        Map<String, Object> bindings = support.bindings();
        String asked = pattern.constraints().stream()
                .map(c -> written(c, pattern, bindings))
                .collect(Collectors.joining(", "));
        return new Reason.Absence(
                "not " + pattern.type().name() + (asked.isEmpty() ? "()" : "( " + asked + " )"),
                said(pattern, bindings),
                Places.of(edition, pattern.at()));
    }

    private String said(Pattern pattern, Map<String, Object> bindings) {
        String inWords = pattern.type().kind() == FactType.Kind.DERIVED ? null : inWords(pattern, bindings);
        boolean other = pattern.constraints().stream()
                .anyMatch(c -> c instanceof Constraint.Comparison one && one.left() instanceof Expression.Self);
        return inWords == null
                ? words.say("noDerived")
                : words.say("labelled", words.say(other ? "noOtherFact" : "noFact"), inWords);
    }

    /** The pattern in the words of the vocabulary, or null where a constraint is none of one field and one value. */
    private String inWords(Pattern pattern, Map<String, Object> bindings) {
        List<String> said = new ArrayList<>();
        for (Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Constraint.Choice choice
                    && choice.value() instanceof Expression.FieldValue left) {
                List<String> choices = choice.choices().stream()
                        .map(c -> sentences.value(left.field(), value(c, pattern, bindings)))
                        .toList();
                said.add(labelled(
                        left.field(),
                        asked.said(
                                choice.negated() ? "not in" : "in", left.field().type(), choices)));
            } else if (constraint instanceof Constraint.Comparison comparison
                    && comparison.left() instanceof Expression.FieldValue left) {
                said.add(labelled(left.field(), compared(left.field(), comparison, pattern, bindings)));
            } else if (!(constraint instanceof Constraint.Comparison other
                    && other.left() instanceof Expression.Self)) {
                return null;
            }
        }
        String kind = facts.kind(pattern.type().docs(), pattern.type().name());
        return said.isEmpty() ? kind : kind + " (" + String.join(words.say("semicolon") + " ", said) + ")";
    }

    private String labelled(Field field, String value) {
        return words.say("labelled", facts.label(field), value);
    }

    private String compared(
            Field field, Constraint.Comparison comparison, Pattern pattern, Map<String, Object> bindings) {
        if (comparison.right() instanceof Expression.Constant constant && constant.value() == null) {
            return asked.said(comparison.operator(), field.type(), Collections.singletonList(null));
        }
        Object value = value(comparison.right(), pattern, bindings);
        String said = value == null ? written(comparison.right(), pattern, bindings) : sentences.value(field, value);
        return asked.said(comparison.operator(), field.type(), List.of(said));
    }

    /** The value of a constant or a variable of the rule; null where it has to be computed or is bound in the pattern itself. */
    private static Object value(Expression expression, Pattern pattern, Map<String, Object> bindings) {
        if (expression instanceof Expression.Constant constant) {
            return constant.value();
        }
        return expression instanceof Expression.Bound bound && !bindsItself(pattern, bound.variable())
                ? bindings.get(bound.variable().plainName())
                : null;
    }

    private static boolean bindsItself(Pattern pattern, Variable variable) {
        return pattern.bindings().stream().anyMatch(b -> b.variable().name().equals(variable.name()));
    }

    private static String written(Constraint constraint, Pattern pattern, Map<String, Object> bindings) {
        if (constraint instanceof Constraint.Choice choice) {
            return written(choice.value(), pattern, bindings)
                    + (choice.negated() ? " not in ( " : " in ( ")
                    + choice.choices().stream()
                            .map(c -> written(c, pattern, bindings))
                            .collect(Collectors.joining(", "))
                    + " )";
        }
        Constraint.Comparison comparison = (Constraint.Comparison) constraint;
        return written(comparison.left(), pattern, bindings) + " " + comparison.operator() + " "
                + written(comparison.right(), pattern, bindings);
    }

    private static String written(Expression expression, Pattern pattern, Map<String, Object> bindings) {
        Object value = value(expression, pattern, bindings);
        if (value != null) {
            return written(value);
        }
        if (expression instanceof Expression.Call call) {
            String target = call.target() == null ? call.method().owner() : written(call.target(), pattern, bindings);
            return target + "." + call.method().method() + "("
                    + call.arguments().stream()
                            .map(a -> written(a, pattern, bindings))
                            .collect(Collectors.joining(", "))
                    + ")";
        }
        return expression instanceof Expression.Arithmetic sum
                ? written(sum.left(), pattern, bindings) + " " + sum.operator() + " "
                        + written(sum.right(), pattern, bindings)
                : expression.toString();
    }

    private static String written(Object value) {
        if (value instanceof BigDecimal amount) {
            return amount.stripTrailingZeros().toPlainString();
        }
        return value instanceof LocalDate || value instanceof Number || value instanceof Boolean
                ? value.toString()
                : "\"" + String.valueOf(value).replace("\"", "\\\"") + "\"";
    }
}
