package io.charter.rulebook.check;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.Variable;
import io.charter.rulebook.syntax.Syntax.RuleText;
import io.charter.text.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A rule as far as it has a meaning. What is known of it can be checked though something else of it is wrong.
 *
 * @param messages by language
 * @param scope the variables that it binds
 * @param derived the type of the fact that it derives; null where that is unknown
 * @param rule the rule, or null where a part of it has no meaning
 */
record ResolvedRule(
        RuleText text,
        Annotations annotations,
        Map<String, Message> messages,
        Scope scope,
        FactType derived,
        Rule rule) {

    /** What a placeholder of a message may name: a variable of the rule, or else a field of the fact that it derives. */
    Optional<Variable> spoken(String plainName) {
        return Rule.spoken(plainName, scope.variables(), derived);
    }

    /** Whether a placeholder that names nothing known may yet name something. */
    boolean maySpeakOf(String plainName) {
        return derived == null
                || scope.unknown().contains("$" + plainName)
                || scope.types().isOpen(derived)
                || derived.field(plainName).filter(f -> f.type() == null).isPresent();
    }

    /** What placeholders may name. */
    Set<String> speakable() {
        Set<String> names = new LinkedHashSet<>();
        scope.variables().forEach(v -> names.add(v.plainName()));
        List<Field> fields = derived == null ? List.of() : derived.fields();
        fields.forEach(f -> names.add(f.name()));
        return names;
    }

    /** Whether every fact type that the rule names is known. */
    boolean typesKnown(FactTypes types) {
        return derived != null
                && text.when().stream().allMatch(c -> types.get(c.pattern().type()) != null);
    }
}
