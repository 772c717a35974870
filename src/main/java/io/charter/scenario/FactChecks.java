package io.charter.scenario;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.text.Near;
import io.charter.text.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to hold between the facts of a scenario. */
final class FactChecks {

    /** Up to so many facts of a type, each is compared with each sooner than looked up. */
    private static final int FEW = 16;

    private final Node document;
    private final Faults faults;

    FactChecks(Node document, Faults faults) {
        this.document = document;
        this.faults = faults;
    }

    /** Whether all of it holds; where it does not, {@link #check} says what is wrong. */
    static boolean hold(List<Fact> facts) {
        int begin = 0;
        // The facts of one type stand together.
        for (int end = 1; end <= facts.size(); end++) {
            if (end == facts.size() || facts.get(end).type() != facts.get(begin).type()) {
                if (!areDistinct(facts.subList(begin, end)) || !refer(facts.subList(begin, end), facts)) {
                    return false;
                }
                begin = end;
            }
        }
        return true;
    }

    /** Whether no two facts of one type share what identifies them. */
    private static boolean areDistinct(List<Fact> facts) {
        List<String> identity = facts.get(0).type().identity();
        if (identity.isEmpty()) {
            return true;
        }
        if (facts.size() > FEW) {
            Set<Object> seen = new HashSet<>();
            return facts.stream().map(FactChecks::identity).allMatch(i -> i == null || seen.add(i));
        }
        int[] places = new int[identity.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = facts.get(0).type().place(identity.get(i));
        }
        for (int i = 1; i < facts.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (isSame(facts.get(j), facts.get(i), places)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isSame(Fact one, Fact other, int[] places) {
        for (int place : places) {
            if (one.value(place) == null || !one.value(place).equals(other.value(place))) {
                return false;
            }
        }
        return true;
    }

    /** Whether every reference of facts of one type points to one of all. */
    private static boolean refer(List<Fact> facts, List<Fact> all) {
        List<Field> fields = facts.get(0).type().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).refers() != null
                    && !refer(facts, i, all, fields.get(i).refers())) {
                return false;
            }
        }
        return true;
    }

    private static boolean refer(List<Fact> facts, int place, List<Fact> all, Field.Reference to) {
        int first = 0;
        while (first < all.size() && !all.get(first).type().name().equals(to.type())) {
            first++;
        }
        int last = first;
        while (last < all.size() && all.get(last).type() == all.get(first).type()) {
            last++;
        }
        Set<String> known = last - first > FEW ? targets(all, to) : null;
        int target = first == last ? -1 : all.get(first).type().place(to.field());
        for (int i = 0; i < facts.size(); i++) {
            String value = (String) facts.get(i).value(place);
            if (value != null && !(known == null ? isAmong(all, first, last, target, value) : known.contains(value))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAmong(List<Fact> all, int first, int last, int place, String value) {
        for (int i = first; i < last; i++) {
            if (value.equals(String.valueOf(all.get(i).value(place)))) {
                return true;
            }
        }
        return false;
    }

    void check(List<Fact> facts) {
        identities(facts);
        references(facts);
    }

    /** No two facts of a type share what identifies them; the facts of one type stand together. */
    private void identities(List<Fact> facts) {
        Map<Object, Fact> seen = new HashMap<>();
        FactType type = null;
        for (Fact fact : facts) {
            if (fact.type() != type) {
                type = fact.type();
                seen.clear();
            }
            Object identity = identity(fact);
            Fact first = identity == null ? null : seen.putIfAbsent(identity, fact);
            if (first != null) {
                faults.add(
                        "duplicate_fact",
                        "another " + type.name() + " with the same " + listed(type.identity())
                                + " stands already on line " + node(first).at().line() + "; no two may share these",
                        node(fact).at(),
                        fact.pointer());
            }
        }
    }

    /** The values that identify a fact; null where there are none, or one is missing. */
    private static Object identity(Fact fact) {
        List<String> fields = fact.type().identity();
        if (fields.size() == 1) {
            return fact.value(fields.get(0));
        }
        List<Object> identity = new ArrayList<>(fields.size());
        for (String field : fields) {
            Object value = fact.value(field);
            if (value == null) {
                return null;
            }
            identity.add(value);
        }
        return fields.isEmpty() ? null : identity;
    }

    /** Names in quotes, the last behind "and". */
    private static String listed(List<String> names) {
        List<String> quoted = names.stream().map(n -> "\"" + n + "\"").toList();
        int last = quoted.size() - 1;
        return last == 0 ? quoted.get(0) : String.join(", ", quoted.subList(0, last)) + " and " + quoted.get(last);
    }

    /** Every reference points to a fact of the scenario. */
    private void references(List<Fact> facts) {
        if (faults.hasUnknownTypes()) {
            return;
        }
        Map<Field.Reference, Set<String>> there = new HashMap<>();
        for (Fact fact : facts) {
            List<Field> fields = fact.type().fields();
            for (int i = 0; i < fields.size(); i++) {
                Field field = fields.get(i);
                if (field.refers() == null || fact.row().get(i) == null) {
                    continue;
                }
                String value = (String) fact.row().get(i);
                Set<String> known = there.get(field.refers());
                if (known == null) {
                    known = targets(facts, field.refers());
                    there.put(field.refers(), known);
                }
                if (!known.contains(value)
                        && !faults.below("/facts/" + field.refers().type())) {
                    faults.add(
                            "dangling_reference",
                            "\"" + field.name() + "\" names no "
                                    + field.refers().type() + " of this scenario: there is no \"" + value + "\""
                                    + Near.hint(value, known),
                            node(fact).get(field.name()).at(),
                            fact.pointer() + "/" + field.name());
                }
            }
        }
    }

    private static Set<String> targets(List<Fact> facts, Field.Reference target) {
        Set<String> values = new LinkedHashSet<>();
        for (Fact fact : facts) {
            if (fact.type().name().equals(target.type())) {
                values.add(String.valueOf(fact.value(target.field())));
            }
        }
        return values;
    }

    private Node node(Fact fact) {
        return document.get("facts").get(fact.type().name()).items().get(fact.index());
    }
}
