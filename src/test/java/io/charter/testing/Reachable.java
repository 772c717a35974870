package io.charter.testing;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Rule;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The types of facts on which the decisions of a question can rest: what the patterns of rules look for, and theirs in turn. */
public final class Reachable {

    private static final Map<List<String>, Set<String>> FOUND = new ConcurrentHashMap<>();

    private final Edition edition;
    private final String question;
    private final Set<FactType> reached = new HashSet<>();

    private Reachable(Edition edition, String question) {
        this.edition = edition;
        this.question = question;
    }

    /** The types that scenarios state. */
    public static Set<String> from(Edition edition, String question) {
        return FOUND.computeIfAbsent(List.of(edition.hash(), question), k -> names(edition, question));
    }

    private static Set<String> names(Edition edition, String question) {
        Reachable reachable = new Reachable(edition, question);
        for (FactType type : edition.types().values()) {
            boolean answers = type.answers() != null
                    && (type.answers().anyQuestion()
                            || type.answers().question().equals(question));
            boolean disregards =
                    type.disregards() != null && type.disregards().question().equals(question);
            if (answers || disregards) {
                reachable.reach(type);
            }
        }
        Set<String> names = new HashSet<>();
        reachable.reached.forEach(type -> names.add(type.name()));
        return names;
    }

    private void reach(FactType type) {
        of(edition.types().values(), type).forEach(each -> {
            if (reached.add(each)) {
                edition.rules().stream()
                        .filter(rule -> rule.then().type().equals(each) && !aboutAnother(rule))
                        .flatMap(rule -> rule.when().stream())
                        .forEach(condition -> reach(condition.pattern().type()));
            }
        });
    }

    private static Set<FactType> of(Collection<FactType> types, FactType parent) {
        Set<FactType> found = new HashSet<>();
        types.stream().filter(type -> type.isA(parent)).forEach(found::add);
        return found;
    }

    /** Whether a rule derives a fact that says of itself that it is about another question. */
    private boolean aboutAnother(Rule rule) {
        FactType type = rule.then().type();
        return type.question()
                .map(field -> rule.then().values().get(type.fields().indexOf(field)))
                .filter(Expression.Constant.class::isInstance)
                .map(value -> !question.equals(((Expression.Constant) value).value()))
                .orElse(false);
    }
}
