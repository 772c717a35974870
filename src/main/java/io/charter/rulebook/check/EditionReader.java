package io.charter.rulebook.check;

import io.charter.rulebook.model.Clause;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Names;
import io.charter.rulebook.model.Question;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.syntax.Parser;
import io.charter.rulebook.syntax.Syntax.Declare;
import io.charter.rulebook.syntax.Syntax.Import;
import io.charter.rulebook.syntax.Syntax.RuleText;
import io.charter.rulebook.syntax.Syntax.SourceFile;
import io.charter.text.CharterException;
import io.charter.text.Near;
import io.charter.text.Node;
import io.charter.text.NodeReader;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads and checks the files of one edition, and finds every fault in them at once. */
public final class EditionReader {

    private static final Set<String> IMPORTS = Set.of("java.math.BigDecimal", "java.time.LocalDate", "java.util.List");

    private final List<Problem> problems = new ArrayList<>();

    /**
     * What an edition is made of, as texts.
     *
     * @param rules the rule files by the name that messages use, the vocabulary first
     * @param shortNames the names of the same files below the rule set
     */
    public record Texts(
            String editionFile,
            String edition,
            String questionsFile,
            String questions,
            String clausesFile,
            String clauses,
            String namesFile,
            String names,
            Map<String, String> rules,
            Map<String, String> shortNames,
            String hash) {}

    /** An edition as far as it could be read, and everything wrong with it. */
    public record Result(Edition edition, List<Problem> problems) {

        /** The edition, when nothing is wrong with it. */
        public Edition valid() {
            if (!problems.isEmpty()) {
                throw new CharterException(problems);
            }
            return edition;
        }
    }

    private EditionReader() {}

    public static Result read(Texts texts) {
        EditionReader reader = new EditionReader();
        Edition edition = reader.edition(texts);
        Comparator<Position> byPlace = Comparator.comparing(Position::file)
                .thenComparingInt(Position::line)
                .thenComparingInt(Position::column);
        List<Problem> inOrder = new ArrayList<>(new LinkedHashSet<>(reader.problems));
        inOrder.sort(Comparator.comparing(Problem::at, Comparator.nullsFirst(byPlace)));
        return new Result(edition, inOrder);
    }

    private Edition edition(Texts texts) {
        Node about = yaml(texts.editionFile(), texts.edition());
        List<String> languages = Catalogue.languages(about, problems);
        Catalogue catalogue = new Catalogue(languages, problems);
        Map<String, String> titles = catalogue.titles(about);
        Map<String, Question> questions = catalogue.questions(yaml(texts.questionsFile(), texts.questions()));
        Map<String, Clause> clauses = catalogue.clauses(yaml(texts.clausesFile(), texts.clauses()));
        Names names = catalogue.names(yaml(texts.namesFile(), texts.names()));

        List<SourceFile> files = new ArrayList<>();
        texts.rules().forEach((file, text) -> files.add(Parser.parse(file, text, problems)));
        boolean complete = problems.isEmpty();
        String packageName = packageName(files);
        List<Declare> declares =
                files.stream().flatMap(f -> f.declares().stream()).toList();
        Map<String, FactType> types = Vocabulary.types(declares, languages, problems);
        checkNames(types, names);
        List<RuleText> written = files.stream().flatMap(f -> f.rules().stream()).toList();
        List<Rule> rules = rules(written, types, questions, names, languages, complete);

        ClauseChecks clauseChecks = new ClauseChecks(languages, problems);
        clauseChecks.names(written);
        boolean whole = complete && rules.size() == written.size();
        clauseChecks.clauses(rules, clauses, whole);
        clauseChecks.messages(rules);
        if (whole) {
            new WholeChecks(types, questions, rules, problems).run();
            new Cycles(types.values(), rules, problems).run();
        }
        Map<String, String> sources = new LinkedHashMap<>();
        texts.rules().forEach((file, text) -> sources.put(texts.shortNames().get(file), text));
        return new Edition(
                about.get("id") == null ? "" : about.get("id").text(),
                titles,
                languages,
                packageName,
                types,
                rules,
                questions,
                clauses,
                names,
                texts.hash(),
                sources);
    }

    private Node yaml(String file, String text) {
        try {
            Node node = NodeReader.yaml(file, text);
            if (node.is(Node.Kind.OBJECT)) {
                return node;
            }
            problems.add(Problem.of(
                    "data",
                    "expected entries of the form \"key: value\", found "
                            + node.kind().shown(),
                    node.at()));
        } catch (CharterException e) {
            problems.addAll(e.problems());
        }
        return Node.empty(Position.of(file));
    }

    /** All files of an edition are one package, and import nothing but the types of fields. */
    private String packageName(List<SourceFile> files) {
        String name = files.get(0).packageName();
        for (SourceFile file : files) {
            if (name != null && file.packageName() != null && !name.equals(file.packageName())) {
                problems.add(Problem.of(
                        "package",
                        "the package is " + file.packageName() + "; that of the vocabulary is " + name
                                + ", and all files of an edition share it",
                        Position.of(file.path())));
            }
            for (Import imported : file.imports()) {
                if (!IMPORTS.contains(imported.name())) {
                    problems.add(Problem.of(
                            "language",
                            "rules import "
                                    + String.join(
                                            ", ", IMPORTS.stream().sorted().toList()) + ", and nothing else; "
                                    + imported.name() + " is not part of the rule language",
                            imported.at()));
                }
            }
        }
        return name;
    }

    private void checkNames(Map<String, FactType> types, Names names) {
        for (FactType type : types.values()) {
            for (Field field : type.fields()) {
                for (String item : field.named()) {
                    String[] parts = item.split("\\.");
                    boolean known = names.lists().containsKey(parts[0])
                            && (parts.length == 1 || names.lists().get(parts[0]).containsKey(parts[1]));
                    if (!known) {
                        problems.add(Problem.of(
                                "unknown_names",
                                "@named: names.yaml has no \"" + item + "\""
                                        + Near.hint(item, names.lists().keySet()),
                                field.at()));
                    }
                }
            }
        }
    }

    private List<Rule> rules(
            List<RuleText> written,
            Map<String, FactType> types,
            Map<String, Question> questions,
            Names names,
            List<String> languages,
            boolean complete) {
        List<Rule> rules = new ArrayList<>();
        for (RuleText text : written) {
            List<Problem> found = new ArrayList<>();
            Rule rule = Resolver.resolve(text, new Scope(types, questions, names, found), languages, found);
            // Where a declaration could not be read, a type that seems unknown is a consequence, not a fault of its
            // own.
            found.stream()
                    .filter(p -> complete || !p.code().equals("unknown_type"))
                    .forEach(problems::add);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }
}
