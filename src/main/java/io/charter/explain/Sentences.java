package io.charter.explain;

import io.charter.engine.Premise;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Variable;
import io.charter.text.Language;
import io.charter.text.Message;
import io.charter.text.Name;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Says in a language what a rule's message says of one application of the rule. */
public final class Sentences {

    private final Edition edition;
    private final Language language;

    public Sentences(Edition edition, Language language) {
        this.edition = edition;
        this.language = language;
    }

    /** The rule's message with the values of this application; it begins with a capital letter. */
    public String sentence(Premise.Support support) {
        StringBuilder said = new StringBuilder();
        for (Message.Part part : support.rule().messages().get(language.code()).parts()) {
            if (part instanceof Message.Text text) {
                said.append(text.text());
            } else {
                said.append(placeholder((Message.Placeholder) part, support));
            }
        }
        return said.toString();
    }

    private String placeholder(Message.Placeholder placeholder, Premise.Support support) {
        Variable variable = support.rule().spoken(placeholder.variable()).orElseThrow();
        Object value = support.bindings().get(placeholder.variable());
        if (!placeholder.choices().isEmpty()) {
            return choose(placeholder.choices(), value, variable.origin());
        }
        Name name = name(variable.origin(), value);
        return name != null ? language.name(placeholder.form(), name) : value(value);
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

    /** A value of a field as a sentence writes it: a name where the field has names. */
    public String value(Field field, Object value) {
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
