package io.charter.rulebook.check;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Names;
import io.charter.rulebook.model.Question;
import io.charter.rulebook.model.Variable;
import io.charter.text.Near;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the names in a rule can mean: the edition's types, questions and names, and the variables bound so far. */
final class Scope {

    private final Map<String, FactType> types;
    private final Map<String, Question> questions;
    private final Names names;
    private final List<Problem> problems;
    private final Map<String, Variable> variables;

    Scope(Map<String, FactType> types, Map<String, Question> questions, Names names, List<Problem> problems) {
        this(types, questions, names, problems, new LinkedHashMap<>());
    }

    private Scope(
            Map<String, FactType> types,
            Map<String, Question> questions,
            Names names,
            List<Problem> problems,
            Map<String, Variable> variables) {
        this.types = types;
        this.questions = questions;
        this.names = names;
        this.problems = problems;
        this.variables = variables;
    }

    /** A scope that sees this one's variables; those bound in it stay in it. */
    Scope inner() {
        return new Scope(types, questions, names, problems, new LinkedHashMap<>(variables));
    }

    Map<String, FactType> types() {
        return types;
    }

    Map<String, Question> questions() {
        return questions;
    }

    Names names() {
        return names;
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

    /** The variable; one that is not bound becomes a problem and null. */
    Variable variable(String name, Position at) {
        Variable variable = variables.get(name);
        if (variable == null) {
            problem(
                    "unknown_variable",
                    "variable " + name + " is not bound before this place" + Near.hint(name, variables.keySet()),
                    at);
        }
        return variable;
    }

    /** The fact type; an unknown one becomes a problem and null. */
    FactType type(String name, Position at) {
        FactType type = types.get(name);
        if (type == null) {
            problem("unknown_type", "unknown fact type " + name + Near.hint(name, types.keySet()), at);
        }
        return type;
    }

    void problem(String code, String message, Position at) {
        problems.add(Problem.of(code, message, at));
    }
}
