package io.charter.scenario;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.text.Near;
import io.charter.text.Node;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What has to hold between the facts of a scenario. */
final class FactChecks {

    /** Up to so many facts of a type, each is compared with each sooner than looked up. */
    private static final int FEW = 16;

    private final Supplier<Node> document;
    private final Faults faults;

    FactChecks(Supplier<Node> document, Faults faults) {
        this.document = document;
        this.faults = faults;
    }

    void check(List<Fact> all) {
        int begin = 0;
        // The facts of one type stand together.
        for (int end = 1; end <= all.size(); end++) {
            if (end == all.size() || all.get(end).type() != all.get(begin).type()) {
                identities(all, begin, end);
                if (!faults.hasUnknownTypes()) {
                    references(all, begin, end);
                }
                begin = end;
            }
        }
    }

    /** No two facts of a type share what identifies them. */
    private void identities(List<Fact> all, int begin, int end) {
        FactType type = all.get(begin).type();
        if (type.identity().isEmpty()) {
            return;
        }
        int[] places = new int[type.identity().size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = type.place(type.identity().get(i));
        }
        Map<Object, Fact> seen = end - begin > FEW ? new HashMap<>() : null;
        for (int i = begin; i < end; i++) {
            Fact fact = all.get(i);
            Fact first = seen == null ? first(all, begin, i, places) : first(seen, fact, places);
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

    /** The first of a few facts that has the values of the one at the end; null where there is none. */
    private static Fact first(List<Fact> all, int begin, int end, int[] places) {
        for (int i = begin; i < end; i++) {
            if (isSame(all.get(i), all.get(end), places)) {
                return all.get(i);
            }
        }
        return null;
    }

    private static boolean isSame(Fact one, Fact other, int[] places) {
        for (int place : places) {
            if (one.value(place) == null || !one.value(place).equals(other.value(place))) {
                return false;
            }
        }
        return true;
    }

    /** The same of those that were seen, to which the fact is added. */
    private static Fact first(Map<Object, Fact> seen, Fact fact, int[] places) {
        Object identity = identity(fact, places);
        return identity == null ? null : seen.putIfAbsent(identity, fact);
    }

    /** The values of the fields that identify a fact; null where one is missing. */
    private static Object identity(Fact fact, int[] places) {
        if (places.length == 1) {
            return fact.value(places[0]);
        }
        Object[] identity = new Object[places.length];
        for (int i = 0; i < places.length; i++) {
            identity[i] = fact.value(places[i]);
            if (identity[i] == null) {
                return null;
            }
        }
        return Arrays.asList(identity);
    }

    /** Names in quotes, the last behind "and". */
    private static String listed(List<String> names) {
        List<String> quoted = names.stream().map(n -> "\"" + n + "\"").toList();
        int last = quoted.size() - 1;
        return last == 0 ? quoted.get(0) : String.join(", ", quoted.subList(0, last)) + " and " + quoted.get(last);
    }

    /** Every reference points to a fact of the scenario. */
    private void references(List<Fact> all, int begin, int end) {
        List<Field> fields = all.get(begin).type().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).refers() != null) {
                references(all, begin, end, i, fields.get(i));
            }
        }
    }

    private void references(List<Fact> all, int begin, int end, int place, Field field) {
        int first = 0;
        while (first < all.size()
                && !all.get(first).type().name().equals(field.refers().type())) {
            first++;
        }
        int last = first;
        while (last < all.size() && all.get(last).type() == all.get(first).type()) {
            last++;
        }
        Set<String> known = last - first > FEW ? targets(all, field.refers()) : null;
        int target =
                first == last ? -1 : all.get(first).type().place(field.refers().field());
        for (int i = begin; i < end; i++) {
            String value = (String) all.get(i).value(place);
            boolean found =
                    value == null || (known == null ? isAmong(all, first, last, target, value) : known.contains(value));
            if (!found) {
                dangling(all.get(i), field, value, targets(all, field.refers()));
            }
        }
    }

    private static boolean isAmong(List<Fact> all, int first, int last, int place, String value) {
        for (int i = first; i < last; i++) {
            if (value.equals(String.valueOf(all.get(i).value(place)))) {
                return true;
            }
        }
        return false;
    }

    private void dangling(Fact fact, Field field, String value, Set<String> known) {
        if (!faults.below("/facts/" + field.refers().type())) {
            faults.add(
                    "dangling_reference",
                    "\"" + field.name() + "\" names no " + field.refers().type() + " of this scenario: there is no \""
                            + value + "\"" + Near.hint(value, known),
                    node(fact).get(field.name()).at(),
                    fact.pointer() + "/" + field.name());
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
        return document.get().get("facts").get(fact.type().name()).items().get(fact.index());
    }
}
