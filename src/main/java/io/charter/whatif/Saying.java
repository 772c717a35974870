package io.charter.whatif;

import io.charter.explain.FactWords;
import io.charter.explain.Sentences;
import io.charter.rulebook.model.Field;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import io.charter.text.Language;
import io.charter.text.Words;
import java.util.List;

/** Says in a language what is to be changed. */
public final class Saying {

    private final FactWords facts;
    private final Sentences sentences;
    private final Words words;
    private final Language language;

    public Saying(Scenario scenario, Language language) {
        this.facts = new FactWords(scenario, language);
        this.sentences = new Sentences(scenario.edition(), language);
        this.words = new Words(language.code());
        this.language = language;
    }

    /** All changes of a way, in one sentence. */
    public String of(Remedy way) {
        List<String> each = way.changes().stream().map(this::of).toList();
        return Language.capital(String.join(words.say("semicolon") + " ", each)) + ".";
    }

    private String of(Change change) {
        if (change instanceof Change.Replaced replaced) {
            Field field = replaced.field();
            Object now = replaced.fact().values().get(field.name());
            String to = sentences.value(field, replaced.value());
            String of = facts.of(replaced.fact()).says();
            return now == null
                    ? words.say("how.set", facts.label(field), to, of)
                    : words.say("how.replace", facts.label(field), sentences.value(field, now), to, of);
        }
        if (change instanceof Change.Removed removed) {
            return words.say("how.remove", facts.of(removed.fact()).says());
        }
        Change.Added added = (Change.Added) change;
        return words.say("how.add", facts.said(new Fact(added.type(), 0, added.values(), null)));
    }
}
