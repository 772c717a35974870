package io.charter.rulebook.check;

import io.charter.rulebook.model.Clause;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Names;
import io.charter.rulebook.model.Question;
import io.charter.text.Language;
import io.charter.text.Name;
import io.charter.text.Node;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a rule set says in data rather than in rules: the edition itself, its questions, its clauses, and names. */
final class Catalogue {

    private static final Set<String> AGREEMENTS = Set.of("ms", "fs", "mp", "fp");

    private final List<String> languages;
    private final List<Problem> problems;
    private final Set<String> unsettled = new HashSet<>();

    Catalogue(List<String> languages, List<Problem> problems) {
        this.languages = languages;
        this.problems = problems;
    }

    /** The languages that an edition says it speaks, and those that it has a title in, which should be the same. */
    static List<String> languages(Node edition, List<Problem> problems) {
        Node given = edition.get("languages");
        List<String> all = Language.ALL.stream().map(Language::code).toList();
        List<String> codes = new ArrayList<>();
        for (Node code : given == null ? List.<Node>of() : given.items()) {
            if (all.contains(code.text())) {
                codes.add(code.text());
            } else {
                problems.add(Problem.of(
                        "data",
                        "unknown language \"" + code.text() + "\"; there are " + String.join(", ", all),
                        code.at()));
            }
        }
        if (given == null) {
            problems.add(Problem.of("data", "the edition names no language; add \"languages: [en]\"", edition.at()));
        } else if (!given.is(Node.Kind.ARRAY)) {
            problems.add(Problem.of("data", "languages has to be a list; write languages: [en, fr]", given.at()));
        } else if (given.items().isEmpty()) {
            problems.add(Problem.of("data", "the edition names no language; write languages: [en]", given.at()));
        }
        boolean listed = !codes.isEmpty() && codes.size() == given.items().size();
        for (String code : all) {
            if (edition.get(code) != null && !codes.contains(code)) {
                if (listed) {
                    problems.add(Problem.of(
                            "data",
                            "the edition has a title in \"" + code
                                    + "\", and its languages do not list it; list it, or take its texts out",
                            edition.keyAt(code)));
                }
                codes.add(code);
            }
        }
        return List.copyOf(codes);
    }

    Map<String, String> titles(Node edition) {
        Entries entry = new Entries(edition, withLanguages("id", "source", "languages", "includes"), problems);
        entry.text("source");
        return entry.texts(languages);
    }

    Map<String, Question> questions(Node file) {
        Map<String, Question> questions = new LinkedHashMap<>();
        file.members().forEach((name, entry) -> questions.put(name, question(name, entry, file.keyAt(name))));
        return questions;
    }

    private Question question(String name, Node node, Position at) {
        Entries entry = new Entries(node, withLanguages("always", "of", "outcomes"), problems);
        boolean one = entry.lacks("of") != entry.lacks("always");
        if (entry.get("of") != null && entry.get("always") != null) {
            entry.problem("question " + name + " has both \"of\" and \"always\"; keep one", node.at());
        } else if (entry.lacks("of") && entry.lacks("always")) {
            entry.problem(
                    "question " + name
                            + " does not say about whom it is asked; add \"of: Type.field\" or \"always: subject\"",
                    node.at());
        }
        String always = null;
        if (one && entry.get("always") != null) {
            always = entry.get("always").text().strip();
            if (always.isEmpty()) {
                entry.problem("\"always\" is empty; give it a subject", entry.at("always"));
                always = null;
            }
        }
        Map<String, Map<String, String>> outcomes = new LinkedHashMap<>();
        Map<String, Position> outcomesAt = new LinkedHashMap<>();
        Node listed = entry.get("outcomes");
        if (listed != null && !listed.is(Node.Kind.OBJECT)) {
            entry.problem(
                    "outcomes are entries of the form \"open: { en: … }\"; found " + Entries.found(listed),
                    listed.at());
        } else if (entry.lacks("outcomes") || listed != null && listed.members().isEmpty()) {
            entry.problem(
                    "question " + name + " has no outcomes; list them under \"outcomes\"",
                    listed == null ? node.at() : listed.at());
        } else if (listed != null) {
            listed.members().forEach((outcome, titles) -> {
                outcomes.put(outcome, new Entries(titles, withLanguages(), problems).texts(languages));
                outcomesAt.put(outcome, listed.keyAt(outcome));
            });
        }
        return new Question(
                name, always, reference(entry), entry.texts(languages), outcomes, at, entry.at("of"), outcomesAt);
    }

    private static Field.Reference reference(Entries entry) {
        if (entry.get("of") == null) {
            return null;
        }
        String[] parts = entry.get("of").text().split("\\.", -1);
        if (parts.length != 2) {
            entry.problem("\"of\" names a field of a fact type, written Type.field", entry.at("of"));
            return null;
        }
        return new Field.Reference(parts[0], parts[1]);
    }

    /** The ids of clauses of which it could not be read whether they are encoded. */
    Set<String> unsettled() {
        return unsettled;
    }

    Map<String, Clause> clauses(Node file) {
        Map<String, Clause> clauses = new LinkedHashMap<>();
        file.members().forEach((id, node) -> {
            Entries entry = new Entries(node, withLanguages("source", "verified", "reading", "not_encoded"), problems);
            if (entry.get("not_encoded") == null && !entry.lacks("not_encoded")) {
                unsettled.add(id);
            }
            clauses.put(
                    id,
                    new Clause(
                            id,
                            entry.texts(languages),
                            entry.text("source"),
                            verified(id, entry, node),
                            optionalTexts(entry.get("reading")),
                            optionalTexts(entry.get("not_encoded")),
                            file.keyAt(id)));
        });
        return clauses;
    }

    private static boolean verified(String id, Entries entry, Node node) {
        Node verified = entry.get("verified");
        if (entry.lacks("verified")) {
            entry.problem(
                    "clause " + id
                            + " does not say whether a source at hand confirms it; add \"verified: true\" or \"verified: false\"",
                    node.at());
        } else if (verified != null && !verified.is(Node.Kind.FLAG)) {
            entry.problem(
                    "\"verified\" is true or false, without quotes; found " + Entries.found(verified), verified.at());
        }
        return verified != null && verified.is(Node.Kind.FLAG) && verified.flag();
    }

    private Map<String, String> optionalTexts(Node texts) {
        return texts == null ? Map.of() : new Entries(texts, withLanguages(), problems).texts(languages);
    }

    Names names(Node file) {
        Map<String, Map<String, Map<String, Name>>> lists = new LinkedHashMap<>();
        file.members().forEach((list, members) -> {
            Map<String, Map<String, Name>> names = new LinkedHashMap<>();
            members.members().forEach((code, entry) -> names.put(code, name(entry)));
            lists.put(list, names);
        });
        return new Names(lists);
    }

    private Map<String, Name> name(Node node) {
        Entries entry = new Entries(node, withLanguages("agreement"), problems);
        Node agreement = entry.get("agreement");
        if (agreement != null && !AGREEMENTS.contains(agreement.text())) {
            entry.problem("agreement is one of ms, fs, mp, fp (gender and number)", agreement.at());
        }
        Map<String, Name> byLanguage = new LinkedHashMap<>();
        entry.texts(languages)
                .forEach((language, text) -> byLanguage.put(
                        language,
                        new Name(text, language.equals("en") || agreement == null ? null : agreement.text())));
        return byLanguage;
    }

    private Set<String> withLanguages(String... keys) {
        Set<String> all = new java.util.LinkedHashSet<>(List.of(keys));
        all.addAll(languages);
        return all;
    }
}
