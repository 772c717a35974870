package io.charter.rulebook.check;

import io.charter.rulebook.model.Clause;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Names;
import io.charter.rulebook.model.Question;
import io.charter.text.Language;
import io.charter.text.Name;
import io.charter.text.Node;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a rule set says in data rather than in rules: the edition itself, its questions, its clauses, and names. */
final class Catalogue {

    private static final Set<String> AGREEMENTS = Set.of("ms", "fs", "mp", "fp");

    private final List<String> languages;
    private final Entries entries;

    Catalogue(List<String> languages, List<Problem> problems) {
        this.languages = languages;
        this.entries = new Entries(problems);
    }

    /** The languages that an edition says it speaks. */
    static List<String> languages(Node edition, List<Problem> problems) {
        Node given = edition.get("languages");
        List<String> codes = new ArrayList<>();
        for (Node code : given == null ? List.<Node>of() : given.items()) {
            if (Language.of(code.text()) == null) {
                problems.add(Problem.of(
                        "data",
                        "unknown language \"" + code.text() + "\"; there are "
                                + String.join(
                                        ", ",
                                        Language.ALL.stream()
                                                .map(Language::code)
                                                .toList()),
                        code.at()));
            } else {
                codes.add(code.text());
            }
        }
        if (codes.isEmpty()) {
            problems.add(Problem.of("data", "the edition names no language; add \"languages: [en]\"", edition.at()));
            return List.of("en");
        }
        return List.copyOf(codes);
    }

    Map<String, String> titles(Node edition) {
        Set<String> keys = withLanguages("id", "source", "languages", "includes");
        entries.allow(edition, keys);
        entries.text(edition, "source");
        return entries.texts(edition, languages);
    }

    Map<String, Question> questions(Node file) {
        Map<String, Question> questions = new LinkedHashMap<>();
        file.members().forEach((name, entry) -> {
            entries.allow(entry, withLanguages("always", "of", "outcomes"));
            Field.Reference of = reference(entry.get("of"));
            Node always = entry.get("always");
            if ((always == null) == (entry.get("of") == null)) {
                entries.problem(
                        "data",
                        "question " + name
                                + " says about whom it is asked: either \"of: Type.field\" or \"always: subject\"",
                        entry);
            }
            Map<String, Map<String, String>> outcomes = new LinkedHashMap<>();
            Node listed = entry.get("outcomes");
            if (listed == null || listed.members().isEmpty()) {
                entries.problem("data", "question " + name + " has no outcomes; list them under \"outcomes\"", entry);
            } else {
                listed.members().forEach((outcome, titles) -> {
                    entries.allow(titles, withLanguages());
                    outcomes.put(outcome, entries.texts(titles, languages));
                });
            }
            questions.put(
                    name,
                    new Question(
                            name,
                            always == null ? null : always.text(),
                            of,
                            entries.texts(entry, languages),
                            outcomes,
                            file.keyAt(name)));
        });
        return questions;
    }

    private Field.Reference reference(Node of) {
        if (of == null) {
            return null;
        }
        String[] parts = of.text().split("\\.");
        if (parts.length != 2) {
            entries.problem("data", "\"of\" names a field of a fact type, written Type.field", of);
            return null;
        }
        return new Field.Reference(parts[0], parts[1]);
    }

    Map<String, Clause> clauses(Node file) {
        Map<String, Clause> clauses = new LinkedHashMap<>();
        file.members().forEach((id, entry) -> {
            entries.allow(entry, withLanguages("source", "verified", "reading", "not_encoded"));
            Node verified = entry.get("verified");
            if (verified == null || !verified.is(Node.Kind.FLAG)) {
                entries.problem(
                        "data",
                        "clause " + id
                                + " says whether a source at hand confirms it: \"verified: true\" or \"verified: false\"",
                        verified == null ? entry : verified);
            }
            clauses.put(
                    id,
                    new Clause(
                            id,
                            entries.texts(entry, languages),
                            entries.text(entry, "source"),
                            verified != null && verified.is(Node.Kind.FLAG) && verified.flag(),
                            optionalTexts(entry.get("reading")),
                            optionalTexts(entry.get("not_encoded")),
                            file.keyAt(id)));
        });
        return clauses;
    }

    private Map<String, String> optionalTexts(Node texts) {
        if (texts == null) {
            return Map.of();
        }
        entries.allow(texts, withLanguages());
        return entries.texts(texts, languages);
    }

    Names names(Node file) {
        Map<String, Map<String, Map<String, Name>>> lists = new LinkedHashMap<>();
        file.members().forEach((list, members) -> {
            Map<String, Map<String, Name>> names = new LinkedHashMap<>();
            members.members().forEach((code, entry) -> {
                entries.allow(entry, withLanguages("agreement"));
                Node agreement = entry.get("agreement");
                if (agreement != null && !AGREEMENTS.contains(agreement.text())) {
                    entries.problem("data", "agreement is one of ms, fs, mp, fp (gender and number)", agreement);
                }
                Map<String, Name> byLanguage = new LinkedHashMap<>();
                entries.texts(entry, languages)
                        .forEach((language, text) -> byLanguage.put(
                                language,
                                new Name(text, language.equals("en") || agreement == null ? null : agreement.text())));
                names.put(code, byLanguage);
            });
            lists.put(list, names);
        });
        return new Names(lists);
    }

    private Set<String> withLanguages(String... keys) {
        Set<String> all = new java.util.LinkedHashSet<>(List.of(keys));
        all.addAll(languages);
        return all;
    }
}
