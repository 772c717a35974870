package io.charter.explain;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Question;
import io.charter.scenario.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Of whom the questions of an edition are asked. Thread-safe; worth keeping for many scenarios. */
final class Subjects {

    private final Edition edition;
    private final List<String> questions;

    /** The place of each question among those of the edition. */
    private final Map<String, Integer> places = new HashMap<>();

    /** By question: the subject of one that is asked of every scenario, or null. */
    private final List<String> always = new ArrayList<>();

    private final Map<FactType, Asking> asking = new ConcurrentHashMap<>();

    Subjects(Edition edition) {
        this.edition = edition;
        this.questions = List.copyOf(edition.questions().keySet());
        for (Question question : edition.questions().values()) {
            places.put(question.name(), places.size());
            always.add(question.always());
        }
    }

    /** The questions in the order of the edition. */
    List<String> questions() {
        return questions;
    }

    private int place(String question) {
        return places.getOrDefault(question, -1);
    }

    /** The place of the question that a fact answers, or -1. */
    int answered(Premise.Derived fact) {
        FactType.Answer answer = fact.type().answers();
        if (answer == null) {
            return -1;
        }
        return answer.anyQuestion() ? place(fact.question()) : asking(fact.type()).answered;
    }

    /** Takes what is asked. */
    interface Asked {

        /** @param question its place among those of the edition */
        void of(int question, String subject);
    }

    /**
     * What is asked because of facts of a type.
     *
     * @param of the questions, each with the place of the field whose values are the subjects
     * @param which the place of the field that says which question is meant, or -1
     * @param answered the place of the question that facts of the type answer, or -1
     */
    private record Asking(List<Source> of, int which, int answered) {}

    private record Source(int question, int field) {}

    private static final Asking NOTHING = new Asking(List.of(), -1, -1);

    private Asking asking(FactType type) {
        Asking known = asking.get(type);
        if (known == null) {
            known = made(type);
            asking.put(type, known);
        }
        return known;
    }

    private Asking made(FactType type) {
        List<Source> of = new ArrayList<>();
        for (Question question : edition.questions().values()) {
            if (question.always() == null
                    && type.isA(edition.types().get(question.of().type()))) {
                of.add(new Source(
                        place(question.name()), type.place(question.of().field())));
            }
        }
        List<Field> fields = type.fields();
        int which = -1;
        for (int i = 0; i < fields.size() && which < 0; i++) {
            which = fields.get(i).question() ? i : -1;
        }
        FactType.Answer answer = type.answers();
        int answered = answer == null || answer.anyQuestion() ? -1 : place(answer.question());
        return of.isEmpty() && answered < 0 ? NOTHING : new Asking(of, which, answered);
    }

    /** Hands over whom each question is asked of in a scenario; the same may be handed over again. */
    void each(Derivations derivations, Asked to) {
        for (int i = 0; i < always.size(); i++) {
            if (always.get(i) != null) {
                to.of(i, always.get(i));
            }
        }
        // Facts of one type mostly follow each other.
        FactType type = null;
        Asking asks = NOTHING;
        for (Fact fact : derivations.scenario().known()) {
            if (fact.type() != type) {
                type = fact.type();
                asks = asking(type);
            }
            for (int i = 0; i < asks.of.size(); i++) {
                Source source = asks.of.get(i);
                to.of(source.question, String.valueOf(fact.value(source.field)));
            }
        }
        for (Premise.Derived fact : derivations.facts()) {
            if (fact.type() != type) {
                type = fact.type();
                asks = asking(type);
            }
            for (int i = 0; i < asks.of.size(); i++) {
                Source source = asks.of.get(i);
                if (asks.which < 0
                        || source.question == place((String) fact.values().get(asks.which))) {
                    to.of(source.question, String.valueOf(fact.values().get(source.field)));
                }
            }
        }
    }
}
