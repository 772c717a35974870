package io.charter.generate;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** States facts of input types, as the vocabulary asks: with every field that they need, and with what they refer to. */
final class Statements {

    private final Edition edition;
    private final Chance chance;
    private final Values values;
    private final Draft draft;

    Statements(Edition edition, Chance chance, Values values, Draft draft) {
        this.edition = edition;
        this.chance = chance;
        this.values = values;
        this.draft = draft;
    }

    /** A fact that is not yet in the draft, with values as wished where they may be. */
    Map<String, Object> anew(FactType type, Map<String, Object> wished) {
        Map<String, Object> fact = new LinkedHashMap<>();
        complete(type, fact, wished);
        return fact;
    }

    /** The fact that has the identity wished, and what else is wished as far as nothing has looked at it yet; or null. */
    Map<String, Object> amended(FactType type, Map<String, Object> wished) {
        Map<String, Object> fact = draft.same(type, wished);
        if (fact != null) {
            Map<String, Object> open = new LinkedHashMap<>(wished);
            open.keySet().removeIf(field -> type.identity().contains(field) || draft.isSettled(fact, field));
            complete(type, fact, open);
        }
        return fact;
    }

    private void complete(FactType type, Map<String, Object> fact, Map<String, Object> wished) {
        for (Field field : type.fields()) {
            boolean has = field.only() == null
                    || field.only().value().equals(fact.get(field.only().field()));
            boolean isWished = wished.containsKey(field.name()) && values.may(field, wished.get(field.name()));
            if (!has) {
                fact.remove(field.name());
            } else if (isWished) {
                draft.settle(fact, field.name());
                put(fact, field, settled(field, wished.get(field.name())));
            } else if (!fact.containsKey(field.name())) {
                put(fact, field, any(type, field));
            }
        }
    }

    private static void put(Map<String, Object> fact, Field field, Object value) {
        if (value == null) {
            fact.remove(field.name());
        } else {
            fact.put(field.name(), value);
        }
    }

    private Object settled(Field field, Object value) {
        return field.refers() == null || value == null
                ? value
                : referred(field.refers(), Map.of(field.refers().field(), value));
    }

    private Object any(FactType type, Field field) {
        if (field.refers() != null) {
            return referred(field.refers(), Map.of());
        }
        return !field.required() && field.defaultValue() == null && chance.oneIn(2) ? null : values.any(type, field);
    }

    /** The field of a fact that another refers to; there is one from now on. */
    private Object referred(Field.Reference reference, Map<String, Object> wished) {
        FactType type = edition.types().get(reference.type());
        List<Map<String, Object>> there = draft.of(type).stream()
                .filter(fact ->
                        wished.isEmpty() || wished.get(reference.field()).equals(fact.get(reference.field())))
                .toList();
        if (!there.isEmpty() && (!wished.isEmpty() || !chance.oneIn(8))) {
            return chance.pick(there).get(reference.field());
        }
        Map<String, Object> fact = anew(type, wished);
        draft.add(type, fact);
        return fact.get(reference.field());
    }
}
