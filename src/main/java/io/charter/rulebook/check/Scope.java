package io.charter.rulebook.check;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Names;
import io.charter.rulebook.model.Question;
import io.charter.rulebook.model.Variable;
import io.charter.text.Near;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the names in a rule can mean: the edition's types, questions and names, and the variables bound so far. */
final class Scope {

    private final FactTypes types;
    private final Map<String, Question> questions;
    private final Names names;
    private final List<Problem> problems;
    private final Map<String, Variable> variables;
    private final Set<String> unknown;
    private final Map<String, FactType> facts;
    private final Map<String, String> hidden;

    /** Questions and names are null where they could not be read; then nothing is said of them. */
    Scope(FactTypes types, Map<String, Question> questions, Names names, List<Problem> problems) {
        this(
                types,
                questions,
                names,
                problems,
                new LinkedHashMap<>(),
                new HashSet<>(),
                new HashMap<>(),
                new HashMap<>());
    }

    private Scope(
            FactTypes types,
            Map<String, Question> questions,
            Names names,
            List<Problem> problems,
            Map<String, Variable> variables,
            Set<String> unknown,
            Map<String, FactType> facts,
            Map<String, String> hidden) {
        this.types = types;
        this.questions = questions;
        this.names = names;
        this.problems = problems;
        this.variables = variables;
        this.unknown = unknown;
        this.facts = facts;
        this.hidden = hidden;
    }

    /** A scope that sees this one's variables; those bound in it stay in it. */
    Scope inner() {
        return new Scope(
                types,
                questions,
                names,
                problems,
                new LinkedHashMap<>(variables),
                new HashSet<>(unknown),
                new HashMap<>(facts),
                hidden);
    }

    /** Remembers where the variables of an inner scope are bound, for those who look for them behind it. */
    void hide(Scope inner, String where) {
        inner.variables.keySet().stream()
                .filter(name -> !variables.containsKey(name))
                .forEach(name -> hidden.putIfAbsent(name, where));
        inner.unknown.stream().filter(name -> !variables.containsKey(name)).forEach(unknown::add);
    }

    FactTypes types() {
        return types;
    }

    Map<String, Question> questions() {
        return questions;
    }

    /** The codes that a field with lists of names may hold; empty where it has none, or where the names cannot be read. */
    Set<String> codes(Field field) {
        return names == null ? Set.of() : names.codes(field.named());
    }

    List<Variable> variables() {
        return List.copyOf(variables.values());
    }

    Variable bind(Variable variable) {
        Variable first = variables.putIfAbsent(variable.name(), variable);
        if (first != null) {
            problem(
                    "duplicate",
                    "variable " + variable.name() + " is bound twice, first on line "
                            + first.at().line() + "; rename one, or compare with ==",
                    variable.at());
        }
        return variable;
    }

    /** Binds a variable of which nothing is known but that it is there, because its own fault is noted already. */
    void bindUnknown(String name) {
        unknown.add(name);
    }

    /** Binds a variable to a whole fact. */
    Variable bindFact(Variable variable, FactType type) {
        facts.putIfAbsent(variable.name(), type);
        return bind(variable);
    }

    /** The type of the fact that a variable stands for, or null. */
    FactType factType(String variable) {
        return facts.get(variable);
    }

    /** The names of variables bound to something unknown. */
    Set<String> unknown() {
        return unknown;
    }

    /** The variable; null where it is bound to something unknown, or not at all, which is a problem. */
    Variable variable(String name, Position at) {
        Variable variable = variables.get(name);
        if (variable == null && !unknown.contains(name)) {
            String where = hidden.get(name);
            problem(
                    "unknown_variable",
                    "variable " + name + " is not bound before this place"
                            + (where != null
                                    ? "; it is bound only inside " + where
                                    : Near.hint(name, variables.keySet())),
                    at);
            unknown.add(name);
        }
        return variable;
    }

    /** The fact type; null where it is unknown, which is a problem unless a declaration could not be read. */
    FactType type(String name, Position at) {
        FactType type = types.get(name);
        if (type == null && types.whole()) {
            problem(
                    "unknown_type",
                    "unknown fact type " + name + Near.hint(name, types.known().keySet()),
                    at);
        }
        return type;
    }

    void problem(String code, String message, Position at) {
        problems.add(Problem.of(code, message, at));
    }
}
