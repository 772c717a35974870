package io.charter.rulebook.check;

import io.charter.rulebook.model.Clause;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.Variable;
import io.charter.rulebook.syntax.Syntax.RuleText;
import io.charter.text.Language;
import io.charter.text.Message;
import io.charter.text.Near;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What ties rules to the text that they encode, and to the sentences that they speak. */
final class ClauseChecks {

    private final List<String> languages;
    private final List<Problem> problems;

    ClauseChecks(List<String> languages, List<Problem> problems) {
        this.languages = languages;
        this.problems = problems;
    }

    void names(List<RuleText> rules) {
        Map<String, Position> first = new HashMap<>();
        for (RuleText rule : rules) {
            Position before = first.putIfAbsent(rule.name(), rule.at());
            if (before != null) {
                problem(
                        "duplicate",
                        "two rules are named \"" + rule.name() + "\", the first at " + before + "; rename one",
                        rule.at());
            }
        }
    }

    /** Every rule has a clause that exists, or says what the text leaves open; every clause has a rule, or a reason why not. */
    void clauses(List<Rule> rules, Map<String, Clause> clauses, boolean complete) {
        for (Rule rule : rules) {
            if (rule.clause() == null && rule.silence() == null) {
                problem(
                        "clause",
                        "rule \"" + rule.name()
                                + "\" names no clause; add @clause( \"…\" ), or @silent( \"what the text leaves open\" )",
                        rule.at());
            } else if (rule.clause() != null && rule.silence() != null) {
                problem("clause", "rule \"" + rule.name() + "\" has both a clause and @silent; keep one", rule.at());
            } else if (rule.clause() != null && !clauses.containsKey(rule.clause())) {
                problem(
                        "clause",
                        "rule \"" + rule.name() + "\" names clause \"" + rule.clause()
                                + "\", which clauses.yaml does not have" + Near.hint(rule.clause(), clauses.keySet()),
                        rule.at());
            }
        }
        if (!complete) {
            return;
        }
        for (Clause clause : clauses.values()) {
            boolean encoded = rules.stream().anyMatch(r -> clause.id().equals(r.clause()));
            if (encoded && !clause.notEncoded().isEmpty()) {
                problem(
                        "clause",
                        "clause " + clause.id()
                                + " says why no rule encodes it, but a rule does; take \"not_encoded\" out",
                        clause.at());
            } else if (!encoded && clause.notEncoded().isEmpty()) {
                problem(
                        "clause",
                        "no rule encodes clause " + clause.id()
                                + "; add one, or say under \"not_encoded\" why there is none",
                        clause.at());
            }
        }
    }

    /** Every rule speaks every language, of nothing but what it binds. */
    void messages(List<Rule> rules) {
        for (Rule rule : rules) {
            for (String language : languages) {
                Message message = rule.messages().get(language);
                if (message == null) {
                    problem(
                            "message",
                            "rule \"" + rule.name() + "\" has no message in \"" + language + "\"; add @" + language
                                    + "( \"…\" )",
                            rule.at());
                } else {
                    message.placeholders().forEach(p -> placeholder(rule, message, p, Language.of(language)));
                }
            }
        }
    }

    private void placeholder(Rule rule, Message message, Message.Placeholder placeholder, Language language) {
        Variable variable = rule.spoken(placeholder.variable()).orElse(null);
        if (variable == null) {
            List<String> known =
                    rule.variables().stream().map(Variable::plainName).toList();
            problem(
                    "message",
                    "the message speaks of {" + placeholder.variable() + "}, which the rule does not bind"
                            + Near.hint(placeholder.variable(), known),
                    message.at());
            return;
        }
        if (Message.BY_NUMBER.equals(placeholder.form())) {
            if (placeholder.choices().size() != 2) {
                problem(
                        "message",
                        "{n " + placeholder.variable() + "|…} chooses between two texts, for one and for several",
                        message.at());
            }
            return;
        }
        boolean named = variable.origin() != null
                && (!variable.origin().named().isEmpty() || variable.origin().question());
        if (placeholder.form() != null && !language.forms().contains(placeholder.form())) {
            problem(
                    "message",
                    "\"" + placeholder.form() + "\" in {" + placeholder.form() + " " + placeholder.variable()
                            + "} is no form of a name; there are "
                            + String.join(
                                    ", ", language.forms().stream().sorted().toList()),
                    message.at());
        } else if (placeholder.form() != null && !named) {
            problem(
                    "message",
                    "{" + placeholder.form() + " " + placeholder.variable() + "} asks for a name, but "
                            + variable.name() + " comes from no list of names",
                    message.at());
        }
        choices(placeholder, variable, named, message);
        if (variable.type() == null) {
            problem(
                    "message",
                    "{" + placeholder.variable() + "} stands for a whole fact; bind the field to speak of",
                    message.at());
        }
    }

    private void choices(Message.Placeholder placeholder, Variable variable, boolean named, Message message) {
        if (placeholder.choices().isEmpty() || variable.type() == null) {
            return;
        }
        String shown = "{" + placeholder.variable() + "|…}";
        boolean byValue = placeholder.choices().get(0).contains("=")
                && variable.origin() != null
                && !variable.origin().values().isEmpty();
        if (byValue) {
            List<String> given =
                    placeholder.choices().stream().map(c -> c.split("=", 2)[0]).toList();
            if (!given.equals(variable.origin().values())
                    && !given.containsAll(variable.origin().values())) {
                problem(
                        "message",
                        shown + " has to give a text for each of "
                                + String.join(", ", variable.origin().values()),
                        message.at());
            }
            return;
        }
        int count = placeholder.choices().size();
        boolean fits = switch (variable.type()) {
            case FLAG -> count == 2;
            case COUNT -> count == 2;
            case TEXT -> named && (count == 2 || count == 4);
            default -> false;
        };
        if (!fits) {
            problem(
                    "message",
                    shown + " cannot choose by " + variable.name()
                            + "; true or false, counts and names choose between two texts, a value between \"value=text\" for each",
                    message.at());
        }
    }

    private void problem(String code, String message, Position at) {
        problems.add(Problem.of(code, message, at));
    }
}
