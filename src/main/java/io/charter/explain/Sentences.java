package io.charter.explain;

import io.charter.derivation.Premise;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.Variable;
import io.charter.text.Language;
import io.charter.text.Message;
import io.charter.text.Name;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Says in a language what a rule's message says of one application of the rule. Thread-safe; worth keeping for many scenarios. */
public final class Sentences {

    /** How many characters most sentences do not pass. */
    private static final int LONG = 250;

    private final Edition edition;
    private final Language language;
    private final Map<Rule, Piece[]> pieces = new ConcurrentHashMap<>();
    private final Map<Written, Map<String, String>> written = new ConcurrentHashMap<>();

    public Sentences(Edition edition, Language language) {
        this.edition = edition;
        this.language = language;
    }

    /**
     * A piece of a rule's message.
     *
     * @param text what it says, or null
     * @param placeholder what stands for a value where there is no text
     * @param variable the one that the placeholder names
     * @param names how the names that its values stand for are written, as far as they came up; null where they stand for none
     */
    private record Piece(String text, Message.Placeholder placeholder, Variable variable, Map<String, String> names) {}

    private Piece piece(Message.Part part, Rule rule) {
        if (part instanceof Message.Text text) {
            return new Piece(text.text(), null, null, null);
        }
        Message.Placeholder placeholder = (Message.Placeholder) part;
        Variable variable = rule.spoken(placeholder.variable()).orElseThrow();
        boolean named = placeholder.choices().isEmpty()
                && variable.origin() != null
                && !variable.origin().question()
                && !variable.origin().named().isEmpty();
        return new Piece(
                null,
                placeholder,
                variable,
                named
                        ? written.computeIfAbsent(
                                new Written(variable.origin().named(), placeholder.form()),
                                k -> new ConcurrentHashMap<>())
                        : null);
    }

    /** Names of some lists in one form. Java makes code for what it writes out itself, at each start. */
    private record Written(List<String> named, String form) {

        @Override
        public boolean equals(Object object) {
            return object instanceof Written other && named.equals(other.named) && Objects.equals(form, other.form);
        }

        @Override
        public int hashCode() {
            return 31 * named.hashCode() + Objects.hashCode(form);
        }
    }

    private Piece[] pieces(Rule rule) {
        Piece[] known = pieces.get(rule);
        return known != null
                ? known
                : pieces.computeIfAbsent(
                        rule,
                        k -> rule.messages().get(language.code()).parts().stream()
                                .map(part -> piece(part, rule))
                                .toArray(Piece[]::new));
    }

    /** The rule's message with the values of this application. */
    public String sentence(Premise.Support support) {
        return sentence(support, new StringBuilder(LONG));
    }

    /** The same, put together in a place that is used again. */
    String sentence(Premise.Support support, StringBuilder said) {
        said.setLength(0);
        for (Piece piece : pieces(support.rule())) {
            if (piece.text() != null) {
                said.append(piece.text());
            } else {
                Message.Placeholder placeholder = piece.placeholder();
                Object value = support.bindings().get(placeholder.variable());
                said.append(
                        piece.names() != null && value instanceof String code
                                ? named(piece, placeholder.form(), code)
                                : placeholder(placeholder, value, piece.variable()));
            }
        }
        return said.toString();
    }

    /**
     * The message of a rule for several applications of it at once: where they differ in a value, each is said, "a, b and c",
     * and what depends on a name's number is in the plural.
     *
     * @param supports applications of one rule, at least one
     */
    public String sentence(List<Premise.Support> supports) {
        if (supports.size() == 1) {
            return sentence(supports.get(0));
        }
        StringBuilder said = new StringBuilder();
        for (Piece piece : pieces(supports.get(0).rule())) {
            if (piece.text() != null) {
                said.append(piece.text());
            } else {
                Message.Placeholder placeholder = piece.placeholder();
                List<Object> values = supports.stream()
                        .map(s -> s.bindings().get(placeholder.variable()))
                        .distinct()
                        .toList();
                said.append(
                        values.size() == 1
                                ? placeholder(placeholder, values.get(0), piece.variable())
                                : placeholder(placeholder, values, piece.variable()));
            }
        }
        return said.toString();
    }

    private String named(Piece piece, String form, String code) {
        String known = piece.names().get(code);
        if (known != null) {
            return known;
        }
        Name name = name(piece.variable().origin(), code);
        if (name == null) {
            return value(code);
        }
        String said = language.name(form, name);
        piece.names().put(code, said);
        return said;
    }

    private String placeholder(Message.Placeholder placeholder, Object value, Variable variable) {
        if (placeholder.choices().isEmpty()) {
            return said(placeholder.form(), value, variable.origin());
        }
        return Message.BY_NUMBER.equals(placeholder.form())
                ? placeholder.choices().get(0)
                : choose(placeholder.choices(), value, variable.origin());
    }

    /** @param values several, each once */
    private String placeholder(Message.Placeholder placeholder, List<Object> values, Variable variable) {
        Field origin = variable.origin();
        if (placeholder.choices().isEmpty()) {
            List<String> said = new ArrayList<>();
            for (Object value : values) {
                String form = said.isEmpty() || placeholder.form() == null
                        ? placeholder.form()
                        : Language.uncapital(placeholder.form());
                said.add(said(form, value, origin));
            }
            return language.list(said);
        }
        if (Message.BY_NUMBER.equals(placeholder.form())) {
            return placeholder.choices().get(1);
        }
        return name(origin, values.get(0)) != null
                ? placeholder.choices().get(placeholder.choices().size() / 2)
                : language.list(values.stream()
                        .map(v -> choose(placeholder.choices(), v, origin))
                        .distinct()
                        .toList());
    }

    /** @param form the form in which a name is wanted, or null */
    private String said(String form, Object value, Field origin) {
        Name name = name(origin, value);
        return name != null ? language.name(form, name) : value(value);
    }

    /** A value as a sentence writes it, without regard to what it names. */
    public String value(Object value) {
        if (value instanceof LocalDate date) {
            return language.date(date);
        }
        if (value instanceof BigDecimal amount) {
            return language.number(amount);
        }
        if (value instanceof Number count) {
            return language.number(BigDecimal.valueOf(count.longValue()));
        }
        if (value instanceof Boolean flag) {
            return flag ? language.yes() : language.no();
        }
        return value instanceof List<?> list
                ? list.stream().map(this::value).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    /** A value of a field as a sentence writes it: a name, or a list of them, where the field has names. */
    public String value(Field field, Object value) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return language.list(list.stream().map(item -> value(field, item)).toList());
        }
        Name name = name(field, value);
        return name != null ? language.name(null, name) : value(value);
    }

    private Name name(Field origin, Object value) {
        if (origin == null || !(value instanceof String code)) {
            return null;
        }
        if (origin.question()) {
            return Name.plain(edition.questions().get(code).titles().get(language.code()));
        }
        return origin.named().isEmpty() ? null : edition.names().name(origin.named(), code, language.code());
    }

    private String choose(List<String> choices, Object value, Field origin) {
        if (value instanceof Boolean flag) {
            return choices.get(flag ? 0 : 1);
        }
        if (value instanceof Number count) {
            return choices.get(language.plural(count.longValue()) ? 1 : 0);
        }
        Name name = name(origin, value);
        if (name != null && !choices.get(0).contains("=")) {
            boolean four = choices.size() == 4;
            return choices.get((name.plural() ? four ? 2 : 1 : 0) + (four && name.feminine() ? 1 : 0));
        }
        String given = value + "=";
        return choices.stream()
                .filter(c -> c.startsWith(given))
                .findFirst()
                .map(c -> c.substring(given.length()))
                .orElse(String.valueOf(value));
    }
}
