package io.charter.explain;

import io.charter.rulebook.model.Field;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import io.charter.text.Language;
import io.charter.text.Node;
import io.charter.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in a language what a fact of a scenario states, in the words of the vocabulary. */
public final class FactWords {

    private final Scenario scenario;
    private final Sentences sentences;
    private final Language language;
    private final Words words;
    private final String semicolon;

    public FactWords(Scenario scenario, Language language) {
        this.scenario = scenario;
        this.sentences = new Sentences(scenario.edition(), language);
        this.language = language;
        this.words = new Words(language.code());
        this.semicolon = words.say("semicolon") + " ";
    }

    /** A fact that the scenario need not state: its kind and its values. */
    public String said(Fact fact) {
        return kind(fact.type().docs(), fact.type().name()) + " (" + line(values(fact)) + ")";
    }

    private List<SaidValue> values(Fact fact) {
        List<SaidValue> values = new ArrayList<>();
        for (Field field : fact.type().fields()) {
            Object value = fact.values().get(field.name());
            if (value != null) {
                values.add(new SaidValue(field.name(), label(field), value, sentences.value(field, value)));
            }
        }
        return values;
    }

    private String line(List<SaidValue> values) {
        return values.stream()
                .map(v -> words.say("labelled", v.label(), v.said()))
                .collect(Collectors.joining(semicolon));
    }

    /** The fact with its remarks. */
    public StatedFact of(Fact fact) {
        List<SaidValue> values = values(fact);
        return new StatedFact(
                fact.pointer(),
                fact.type().name(),
                kind(fact.type().docs(), fact.type().name()),
                fact.event(),
                values,
                line(values),
                remark(fact, "source"),
                fact.assumed(),
                remark(fact, "note"));
    }

    /** What the vocabulary calls a field: its documentation up to the first comma; its name where there is none. */
    public String label(Field field) {
        String said = field.docs().get(language.code());
        return said == null ? field.name() : said.split("[,;(]", 2)[0].strip();
    }

    /** What the vocabulary says of a type, without its full stop. */
    public String kind(Map<String, String> docs, String name) {
        return docs.getOrDefault(language.code(), name).replaceFirst("\\.$", "");
    }

    private String remark(Fact fact, String key) {
        Node list = scenario.document().get("facts").get(fact.type().name());
        Node said = list.items().get(fact.index()).get(key);
        return said == null ? null : said.text();
    }
}
