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
import io.charter.text.Near;
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

    /** The rule as far as it has a meaning; the problems say where it has none. */
    static ResolvedRule resolve(RuleText text, Scope scope, List<String> languages, List<Problem> problems) {
        return new Resolver(scope, text, problems).rule(languages);
    }

    private ResolvedRule rule(List<String> languages) {
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
        if (text.then() == null) {
            return new ResolvedRule(text, annotations, messages, scope, null, null);
        }
        if (text.when().stream().noneMatch(c -> c instanceof Syntax.Plain || c instanceof Syntax.Accumulate)) {
            scope.problem(
                    "language",
                    "rule \"" + text.name()
                            + "\" looks for no fact; begin its conditions with one, if only the date asked about",
                    text.at());
        }
        FactType derived = derived(text.then());
        Rule.Derivation then = derivation(text.then(), derived);
        Rule rule = when.contains(null) || then == null || problems.size() > before
                ? null
                : new Rule(
                        text.name(),
                        annotations.value("clause"),
                        annotations.value("silent"),
                        messages,
                        List.copyOf(when),
                        then,
                        scope.variables(),
                        text.at());
        return new ResolvedRule(text, annotations, messages, scope, derived, rule);
    }

    private Condition condition(Syntax.Condition condition) {
        if (condition instanceof Syntax.Plain plain) {
            Pattern pattern = pattern(plain.pattern(), scope);
            return pattern == null ? null : new Condition.Match(pattern);
        }
        Scope inner = scope.inner();
        if (condition instanceof Syntax.Not not) {
            Pattern pattern = pattern(not.pattern(), inner);
            scope.hide(inner, "the \"not\" on line " + not.pattern().at().line());
            return pattern == null ? null : new Condition.Absent(pattern);
        }
        if (condition instanceof Syntax.Exists exists) {
            Pattern pattern = pattern(exists.pattern(), inner);
            scope.hide(inner, "the \"exists\" on line " + exists.pattern().at().line());
            return pattern == null ? null : new Condition.Present(pattern);
        }
        return accumulation((Syntax.Accumulate) condition, inner);
    }

    private Pattern pattern(Syntax.PatternText pattern, Scope where) {
        FactType type = where.type(pattern.type(), pattern.typeAt());
        Variable variable = null;
        if (pattern.variable() != null && type == null) {
            where.bindUnknown(pattern.variable());
        } else if (pattern.variable() != null) {
            variable = where.bindFact(new Variable(pattern.variable(), null, null, pattern.at()), type);
        }
        Expressions expressions = Expressions.inPattern(where, type);
        Constraints reader = new Constraints(where, expressions);
        List<Constraint> constraints = new ArrayList<>();
        List<Pattern.Binding> bindings = new ArrayList<>();
        for (Syntax.Argument argument : pattern.arguments()) {
            if (argument instanceof Syntax.Bind bind) {
                bindings.add(binding(bind, expressions, where));
                if (bindings.get(bindings.size() - 1) != null) {
                    reader.checkNull(
                            bindings.get(bindings.size() - 1).field(),
                            bind.field().at(),
                            constraints);
                }
            } else {
                Constraint constraint = reader.constraint(argument);
                reader.checkNull(constraint, constraints);
                constraints.add(constraint);
            }
        }
        return type == null || constraints.contains(null) || bindings.contains(null)
                ? null
                : new Pattern(type, variable, List.copyOf(constraints), List.copyOf(bindings), pattern.at());
    }

    private static Pattern.Binding binding(Syntax.Bind bind, Expressions expressions, Scope where) {
        if (!(bind.field() instanceof Syntax.Word word)) {
            where.problem(
                    "language",
                    "a variable is bound to a field; calculate where the value is used, or derive a fact that holds it",
                    bind.at());
            where.bindUnknown(bind.variable());
            return null;
        }
        Field field = expressions.field(word.name(), word.at());
        if (field == null) {
            where.bindUnknown(bind.variable());
            return null;
        }
        return new Pattern.Binding(where.bind(new Variable(bind.variable(), field.type(), field, bind.at())), field);
    }

    private Condition accumulation(Syntax.Accumulate accumulate, Scope inner) {
        Pattern pattern = pattern(accumulate.pattern(), inner);
        scope.hide(inner, "the accumulate on line " + accumulate.at().line());
        Condition.Function function = function(accumulate);
        Expression argument = accumulate.argument() == null
                ? null
                : Expressions.outside(inner).resolve(accumulate.argument());
        ValueType type = function == null || accumulate.argument() != null && argument == null
                ? null
                : resultType(accumulate, function, argument);
        Variable result = null;
        if (type == null) {
            scope.bindUnknown(accumulate.variable());
        } else {
            result = scope.bind(new Variable(
                    accumulate.variable(), type, argument == null ? null : argument.origin(), accumulate.at()));
        }
        List<Constraint> constraints = new ArrayList<>();
        for (Syntax.Argument constraint : accumulate.constraints()) {
            constraints.add(new Constraints(scope, Expressions.outside(scope)).constraint(constraint));
        }
        return pattern == null || result == null || constraints.contains(null)
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
                        + "\" is not part of the rule language"
                        + Near.hint(accumulate.function(), List.of("count", "sum", "min", "max")),
                accumulate.functionAt());
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
            String holds = function == Condition.Function.SUM
                    ? "an amount or a whole number"
                    : "an amount, a whole number or a date";
            scope.problem(
                    "wrong_type",
                    accumulate.function() + " takes a variable bound in the pattern that holds " + holds
                            + (argument == null ? "" : "; " + argument + " is " + Expressions.shown(argument)),
                    accumulate.functionAt());
            return null;
        }
        return argument.type();
    }

    /** The type of the fact that the rule derives, or null where it cannot derive such a fact. */
    private FactType derived(Syntax.Insert insert) {
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

    private Rule.Derivation derivation(Syntax.Insert insert, FactType type) {
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
