package io.charter.rulebook.model;

import io.charter.text.CharterException;
import io.charter.text.Language;
import io.charter.text.Near;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One edition of a charter: its vocabulary, rules, questions, clauses and names, looked up and checked.
 *
 * @param titles what it is, by language
 * @param languages the codes of the languages that it speaks, the first of them its default
 * @param hash a hash of every file that it is made of, {@code sha256:…}
 * @param sources the texts of its rule files by their path below the rule set, for the engine to compile
 */
public record Edition(
        String id,
        Map<String, String> titles,
        List<String> languages,
        String packageName,
        Map<String, FactType> types,
        List<Rule> rules,
        Map<String, Question> questions,
        Map<String, Clause> clauses,
        Names names,
        String hash,
        Map<String, String> sources) {

    /**
     * A language that the edition speaks.
     *
     * @throws CharterException where it does not speak it ({@code unknown_language})
     */
    public Language language(String code) {
        if (!languages.contains(code)) {
            throw new CharterException(
                    "unknown_language",
                    "edition " + id + " does not speak \"" + code + "\"; it speaks " + String.join(", ", languages)
                            + Near.hint(code, languages));
        }
        return Language.of(code);
    }

    public Optional<FactType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The types of facts that scenarios may state, in the order of the vocabulary. */
    public List<FactType> inputTypes() {
        return types.values().stream()
                .filter(t -> t.kind() == FactType.Kind.INPUT)
                .toList();
    }

    public Rule rule(String name) {
        return rules.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    }
}
