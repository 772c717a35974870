package io.charter.rulebook.check;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.ValueType;
import io.charter.rulebook.model.Variable;
import io.charter.rulebook.syntax.Syntax;
import io.charter.rulebook.syntax.Syntax.RuleText;
import io.charter.text.Message;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns a rule as written into one whose types, fields and variables are looked up. */
final class Resolver {

    private static final Set<String> VALUES = Set.of("clause", "silent");

    private final Scope scope;
    private final RuleText text;
    private final List<Problem> problems;

    private Resolver(Scope scope, RuleText text, List<Problem> problems) {
        this.scope = scope;
        this.text = text;
        this.problems = problems;
    }

    /** The rule, or null where a part of it means nothing; then the problems say what. */
    static Rule resolve(RuleText text, Scope scope, List<String> languages, List<Problem> problems) {
        return new Resolver(scope, text, problems).rule(languages);
    }

    private Rule rule(List<String> languages) {
        Annotations annotations =
                new Annotations(text.annotations(), Set.of(), VALUES, new LinkedHashSet<>(languages), problems);
        Map<String, Message> messages = new LinkedHashMap<>();
        annotations
                .texts()
                .forEach((language, said) ->
                        messages.put(language, Message.parse(said, annotations.at(language, text.at()), problems)));
        int before = problems.size();
        List<Condition> when = new ArrayList<>();
        text.when().forEach(condition -> when.add(condition(condition)));
        if (text.when().stream().noneMatch(c -> c instanceof Syntax.Plain || c instanceof Syntax.Accumulate)) {
            scope.problem(
                    "language",
                    "rule \"" + text.name()
                            + "\" looks for no fact; begin its conditions with one, if only the date asked about",
                    text.at());
        }
        Rule.Derivation then = derivation(text.then());
        if (when.contains(null) || then == null || problems.size() > before) {
            return null;
        }
        return new Rule(
                text.name(),
                annotations.value("clause"),
                annotations.value("silent"),
                messages,
                List.copyOf(when),
                then,
                scope.variables(),
                text.at());
    }

    private Condition condition(Syntax.Condition condition) {
        if (condition instanceof Syntax.Plain plain) {
            Pattern pattern = pattern(plain.pattern(), scope);
            return pattern == null ? null : new Condition.Match(pattern);
        }
        if (condition instanceof Syntax.Not not) {
            Pattern pattern = pattern(not.pattern(), scope.inner());
            return pattern == null ? null : new Condition.Absent(pattern);
        }
        if (condition instanceof Syntax.Exists exists) {
            Pattern pattern = pattern(exists.pattern(), scope.inner());
            return pattern == null ? null : new Condition.Present(pattern);
        }
        return accumulation((Syntax.Accumulate) condition);
    }

    private Pattern pattern(Syntax.PatternText pattern, Scope where) {
        FactType type = where.type(pattern.type(), pattern.typeAt());
        if (type == null) {
            return null;
        }
        Variable variable = pattern.variable() == null
                ? null
                : where.bind(new Variable(pattern.variable(), null, null, pattern.at()));
        Expressions expressions = new Expressions(where, type);
        List<Constraint> constraints = new ArrayList<>();
        List<Pattern.Binding> bindings = new ArrayList<>();
        for (Syntax.Argument argument : pattern.arguments()) {
            if (argument instanceof Syntax.Bind bind) {
                bindings.add(binding(bind, expressions, where));
            } else {
                Constraint constraint = new Constraints(where, expressions).constraint(argument);
                constraints.add(constraint);
                new Constraints(where, expressions).checkNull(constraint, constraints);
            }
        }
        return constraints.contains(null) || bindings.contains(null)
                ? null
                : new Pattern(type, variable, List.copyOf(constraints), List.copyOf(bindings), pattern.at());
    }

    private Pattern.Binding binding(Syntax.Bind bind, Expressions expressions, Scope where) {
        if (!(bind.field() instanceof Syntax.Word word)) {
            where.problem(
                    "language",
                    "a variable is bound to a field; calculate where the value is used, or derive a fact that holds it",
                    bind.at());
            return null;
        }
        Field field = expressions.field(word.name(), word.at());
        if (field == null) {
            return null;
        }
        return new Pattern.Binding(where.bind(new Variable(bind.variable(), field.type(), field, bind.at())), field);
    }

    private Condition accumulation(Syntax.Accumulate accumulate) {
        Scope inner = scope.inner();
        Pattern pattern = pattern(accumulate.pattern(), inner);
        Condition.Function function = function(accumulate);
        if (pattern == null || function == null) {
            return null;
        }
        Expression argument = null;
        if (accumulate.argument() != null) {
            argument = new Expressions(inner, null).resolve(accumulate.argument());
            if (argument == null) {
                return null;
            }
        }
        ValueType type = resultType(accumulate, function, argument);
        if (type == null) {
            return null;
        }
        Variable result = scope.bind(new Variable(
                accumulate.variable(), type, argument == null ? null : argument.origin(), accumulate.at()));
        List<Constraint> constraints = new ArrayList<>();
        for (Syntax.Argument constraint : accumulate.constraints()) {
            constraints.add(new Constraints(scope, new Expressions(scope, null)).constraint(constraint));
        }
        return constraints.contains(null)
                ? null
                : new Condition.Accumulation(
                        pattern, result, function, argument, List.copyOf(constraints), accumulate.at());
    }

    private Condition.Function function(Syntax.Accumulate accumulate) {
        try {
            Condition.Function function =
                    Condition.Function.valueOf(accumulate.function().toUpperCase(Locale.ROOT));
            if (function.name().toLowerCase(Locale.ROOT).equals(accumulate.function())) {
                return function;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the problem below: no such function
        }
        scope.problem(
                "language",
                "an accumulate has count, sum, min or max; \"" + accumulate.function()
                        + "\" is not part of the rule language",
                accumulate.at());
        return null;
    }

    private ValueType resultType(Syntax.Accumulate accumulate, Condition.Function function, Expression argument) {
        if (function == Condition.Function.COUNT) {
            if (argument != null) {
                scope.problem("language", "count takes nothing between its brackets", argument.at());
            }
            return ValueType.COUNT;
        }
        boolean fits = argument != null
                && argument.type() != null
                && (function == Condition.Function.SUM
                        ? argument.type().isNumber()
                        : argument.type().isOrdered());
        if (!fits) {
            scope.problem(
                    "wrong_type",
                    accumulate.function() + " takes a variable that holds "
                            + (function == Condition.Function.SUM
                                    ? "an amount or a whole number"
                                    : "an amount, a whole number or a date"),
                    accumulate.at());
            return null;
        }
        return argument.type();
    }

    private Rule.Derivation derivation(Syntax.Insert insert) {
        FactType type = scope.type(insert.type(), insert.at());
        if (type == null) {
            return null;
        }
        if (type.kind() != FactType.Kind.DERIVED) {
            scope.problem(
                    "language",
                    "rules derive facts, and " + type.name()
                            + " is stated by scenarios; declare a type of its own for what the rule derives",
                    insert.at());
            return null;
        }
        if (insert.arguments().size() != type.fields().size()) {
            scope.problem(
                    "wrong_type",
                    type.name() + " has " + type.fields().size() + " fields ("
                            + String.join(
                                    ", ",
                                    type.fields().stream().map(Field::name).toList()) + "), "
                            + insert.arguments().size() + " values are given",
                    insert.at());
            return null;
        }
        List<Expression> values = new ArrayList<>();
        Expressions expressions = new Expressions(scope, null);
        for (int i = 0; i < insert.arguments().size(); i++) {
            values.add(
                    value(expressions, insert.arguments().get(i), type.fields().get(i)));
        }
        return values.contains(null) ? null : new Rule.Derivation(type, List.copyOf(values), insert.at());
    }

    private Expression value(Expressions expressions, Syntax.Expr written, Field field) {
        Expression value = expressions.resolve(written);
        if (value == null) {
            return null;
        }
        if (value.type() != field.type()) {
            scope.problem(
                    "wrong_type",
                    field.name() + " is " + field.type().shown() + "; " + value + " is " + Expressions.shown(value),
                    value.at());
            return null;
        }
        expressions.checkValue(value, field);
        return value;
    }
}
