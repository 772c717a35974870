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
import java.util.HashSet;
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
    private final Set<Variable> results = new HashSet<>();

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
        Conclusions conclusions = new Conclusions(scope);
        FactType derived = conclusions.type(text.then());
        Rule.Derivation then = conclusions.derivation(text.then(), derived);
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
            checkChoice(pattern, function);
            results.add(result);
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

    /**
     * A least or greatest is sought among facts that stay: those compared with the result of an accumulate change with it while
     * rules fire, and Drools then keeps the least of those before.
     */
    private void checkChoice(Pattern pattern, Condition.Function function) {
        if (pattern == null || function == Condition.Function.COUNT || function == Condition.Function.SUM) {
            return;
        }
        pattern.constraints().stream()
                .flatMap(Constraint::variables)
                .filter(value -> results.contains(value.variable()))
                .findFirst()
                .ifPresent(value -> scope.problem(
                        "language",
                        function.name().toLowerCase(Locale.ROOT) + " does not look among facts compared with " + value
                                + ", which an accumulate gives: the engine may keep a fact that no longer fits; derive a fact that holds "
                                + value + " by a rule of its own, and match that fact here",
                        value.at()));
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
        boolean inPattern =
                argument instanceof Expression.Bound bound && !scope.variables().contains(bound.variable());
        boolean fits = inPattern
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
                            + (argument == null
                                    ? ""
                                    : "; " + argument + " is "
                                            + (inPattern ? Expressions.shown(argument) : "not bound there")),
                    accumulate.functionAt());
            return null;
        }
        return argument.type();
    }
}
