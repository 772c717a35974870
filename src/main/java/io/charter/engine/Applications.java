package io.charter.engine;

import io.charter.derivation.Premise;
import io.charter.derivation.VariableValues;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.Variable;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.base.rule.Declaration;
import org.drools.core.reteoo.TerminalNode;
import org.drools.core.rule.consequence.InternalMatch;

/** Tells which rule a match of Drools applies, and what its variables stand for. Knows each rule once it has been asked; thread-safe. */
final class Applications {

    private final Map<String, Rule> byName = new HashMap<>();
    private final Map<org.kie.api.definition.rule.Rule, Reading> readings = new ConcurrentHashMap<>();

    Applications(Edition edition) {
        edition.rules().forEach(rule -> byName.put(rule.name(), rule));
    }

    /**
     * How the matches of one rule are read.
     *
     * @param names its variables that stand for values, then the fields of what it derives that no variable is named like
     * @param declarations the variables, as Drools has them
     * @param fields the places of those fields among all of the type
     */
    record Reading(Rule rule, String[] names, Declaration[] declarations, int[] fields) {

        /** What the variables stand for in a match, and the fields in the fact that it derives; read when asked for. */
        VariableValues values(InternalMatch match, Premise.Derived derived) {
            return new VariableValues(names, () -> read(match, derived));
        }

        private Object[] read(InternalMatch match, Premise.Derived derived) {
            Object[] values = new Object[names.length];
            for (int i = 0; i < declarations.length; i++) {
                values[i] = declarations[i].getValue(match.getTuple());
            }
            for (int i = 0; i < fields.length; i++) {
                values[declarations.length + i] = derived.values().get(fields[i]);
            }
            return values;
        }
    }

    Reading of(InternalMatch match) {
        Agenda.Item rule = (Agenda.Item) match.getRuleAgendaItem();
        if (rule.reading() == null) {
            rule.read(readings.computeIfAbsent(match.getRule(), k -> reading(match.getTerminalNode())));
        }
        return rule.reading();
    }

    private Reading reading(TerminalNode end) {
        Rule rule = byName.get(end.getRule().getName());
        Map<String, Declaration> declared = end.getSubRule().getOuterDeclarations();
        Set<String> names = new LinkedHashSet<>();
        List<Variable> variables =
                rule.variables().stream().filter(v -> v.type() != null).toList();
        variables.forEach(v -> names.add(v.plainName()));
        List<Field> fields = rule.then().type().fields();
        int[] places = fields.stream()
                .filter(field -> names.add(field.name()))
                .mapToInt(field -> rule.then().type().place(field.name()))
                .toArray();
        return new Reading(
                rule,
                names.toArray(String[]::new),
                variables.stream().map(v -> declared.get(v.name())).toArray(Declaration[]::new),
                places);
    }
}
