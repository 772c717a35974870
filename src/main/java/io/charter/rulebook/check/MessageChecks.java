package io.charter.rulebook.check;

import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Variable;
import io.charter.text.Language;
import io.charter.text.Message;
import io.charter.text.Near;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.List;

/** Every rule speaks every language, of nothing but what it binds, and in forms that fit. */
final class MessageChecks {

    private final List<String> languages;
    private final List<Problem> problems;

    MessageChecks(List<String> languages, List<Problem> problems) {
        this.languages = languages;
        this.problems = problems;
    }

    /** Checks the messages of rules, of which other parts may have no meaning. */
    void messages(List<ResolvedRule> rules) {
        for (ResolvedRule rule : rules) {
            for (String language : languages) {
                Message message = rule.messages().get(language);
                if (message != null) {
                    message.placeholders().forEach(p -> placeholder(rule, message, p, Language.of(language)));
                } else if (!rule.annotations().hasOrMeans(language)) {
                    problem(
                            "message",
                            "rule \"" + rule.text().name() + "\" has no message in \"" + language + "\"; add @"
                                    + language + "( \"…\" )",
                            rule.text().at());
                }
            }
        }
    }

    private void placeholder(ResolvedRule rule, Message message, Message.Placeholder placeholder, Language language) {
        Variable variable = rule.spoken(placeholder.variable()).orElse(null);
        if (variable == null && rule.maySpeakOf(placeholder.variable())) {
            return;
        }
        if (variable == null) {
            problem(
                    "message",
                    "the message speaks of {" + placeholder.variable() + "}, which the rule does not bind"
                            + Near.hint(placeholder.variable(), rule.speakable()),
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
            byValue(shown, placeholder.choices(), variable.origin(), message);
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
                            + "; true or false and counts choose between two texts, names between two (one, several) or four (ms, fs, mp, fp), a value between \"value=text\" for each",
                    message.at());
        }
    }

    private void byValue(String shown, List<String> choices, Field field, Message message) {
        List<String> given = choices.stream().map(c -> c.split("=", 2)[0]).toList();
        for (String value : given) {
            if (!field.values().contains(value)) {
                String hint = Near.hint(value, field.values());
                problem(
                        "message",
                        "\"" + value + "\" is no value of " + field.name()
                                + (hint.isEmpty() ? "; expected one of " + String.join(", ", field.values()) : hint),
                        message.at());
                return;
            }
        }
        if (!given.containsAll(field.values())) {
            problem(
                    "message",
                    shown + " has to give a text for each of " + String.join(", ", field.values()),
                    message.at());
        }
    }

    private void problem(String code, String message, Position at) {
        problems.add(Problem.of(code, message, at));
    }
}
