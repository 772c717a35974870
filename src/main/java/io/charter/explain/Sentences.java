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
import java.util.Collections;
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

    /** The rule's message with the values of this application. */
    public String sentence(Premise.Support support) {
        return sentence(List.of(support));
    }

    /**
     * The message of a rule for several applications of it at once: where they differ in a value, each is said, "a, b and c",
     * and what depends on a name's number is in the plural.
     *
     * @param supports applications of one rule, at least one
     */
    public String sentence(List<Premise.Support> supports) {
        Rule rule = supports.get(0).rule();
        StringBuilder said = new StringBuilder();
        for (Message.Part part : rule.messages().get(language.code()).parts()) {
            if (part instanceof Message.Text text) {
                said.append(text.text());
            } else {
                Message.Placeholder placeholder = (Message.Placeholder) part;
                List<Object> values = values(supports, placeholder.variable());
                said.append(placeholder(
                        placeholder, values, rule.spoken(placeholder.variable()).orElseThrow()));
            }
        }
        return said.toString();
    }

    /** What a variable stands for in each application, each once. */
    private static List<Object> values(List<Premise.Support> supports, String variable) {
        if (supports.size() == 1) {
            return Collections.singletonList(supports.get(0).bindings().get(variable));
        }
        return supports.stream().map(s -> s.bindings().get(variable)).distinct().toList();
    }

    private String placeholder(Message.Placeholder placeholder, List<Object> values, Variable variable) {
        Field origin = variable.origin();
        if (placeholder.choices().isEmpty()) {
            List<String> said = new ArrayList<>();
            for (Object value : values) {
                Name name = name(origin, value);
                String form = said.isEmpty() || placeholder.form() == null
                        ? placeholder.form()
                        : Language.uncapital(placeholder.form());
                said.add(name != null ? language.name(form, name) : value(value));
            }
            return language.list(said);
        }
        if (Message.BY_NUMBER.equals(placeholder.form())) {
            return placeholder.choices().get(values.size() > 1 ? 1 : 0);
        }
        boolean several = values.size() > 1 && name(origin, values.get(0)) != null;
        return several
                ? placeholder.choices().get(placeholder.choices().size() / 2)
                : language.list(values.stream()
                        .map(v -> choose(placeholder.choices(), v, origin))
                        .distinct()
                        .toList());
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
