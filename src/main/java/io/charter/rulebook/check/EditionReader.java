package io.charter.rulebook.check;

import io.charter.rulebook.model.Clause;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Names;
import io.charter.rulebook.model.Question;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.syntax.Parser;
import io.charter.rulebook.syntax.Syntax;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

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
            String hash) {

        /** The rule files by their names below the rule set, the vocabulary first. */
        public Map<String, String> sources() {
            Map<String, String> sources = new LinkedHashMap<>();
            rules.forEach((file, text) -> sources.put(shortNames.get(file), text));
            return sources;
        }
    }

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
        Node about = NodeReader.yaml(texts.editionFile(), texts.edition());
        List<String> languages = Catalogue.languages(about, problems);
        Catalogue catalogue = new Catalogue(languages, problems);
        Map<String, String> titles = catalogue.titles(about);
        Map<String, Question> questions =
                data(texts.questionsFile(), texts.questions(), "questions", catalogue::questions);
        Map<String, Clause> clauses = data(texts.clausesFile(), texts.clauses(), "clauses", catalogue::clauses);
        Names names = data(texts.namesFile(), texts.names(), "names", catalogue::names);

        List<SourceFile> files = new ArrayList<>();
        texts.rules().forEach((file, text) -> files.add(Parser.parse(file, text, problems)));
        String packageName = packageName(files);
        boolean whole = files.stream().allMatch(SourceFile::whole);
        FactTypes types = Vocabulary.types(
                files.stream().flatMap(f -> f.declares().stream()).toList(), whole, languages, problems);
        if (names != null) {
            checkNames(types.known(), names);
        }
        List<RuleText> written = files.stream().flatMap(f -> f.rules().stream()).toList();
        List<ResolvedRule> resolved = new ArrayList<>();
        for (RuleText text : written) {
            Scope scope = new Scope(types, questions, names, problems);
            resolved.add(Resolver.resolve(text, scope, languages, problems));
        }
        List<Rule> rules = resolved.stream()
                .map(ResolvedRule::rule)
                .filter(Objects::nonNull)
                .toList();
        new MessageChecks(languages, problems).messages(resolved);
        clauses(written, resolved, clauses, whole ? catalogue.unsettled() : null);
        whole(files.get(0).path(), types, questions, resolved);
        if (types.sound()) {
            int before = problems.size();
            new Cycles(types.known().values(), rules, problems).run();
            if (problems.size() == before) {
                new Magnitudes(types.known().values(), rules, problems).run();
            }
        }
        return new Edition(
                about.get("id") == null ? "" : about.get("id").text(),
                titles,
                languages,
                packageName,
                types.known(),
                rules,
                questions == null ? Map.of() : questions,
                clauses == null ? Map.of() : clauses,
                names == null ? new Names(Map.of()) : names,
                texts.hash(),
                texts.sources());
    }

    /** Clauses are null where they could not be read; so is what is unsettled of them where rules could not. */
    private void clauses(
            List<RuleText> written, List<ResolvedRule> resolved, Map<String, Clause> clauses, Set<String> unsettled) {
        ClauseChecks checks = new ClauseChecks(problems);
        checks.names(written);
        int before = problems.size();
        checks.clauses(resolved, clauses);
        boolean known = resolved.stream()
                .noneMatch(r ->
                        r.annotations().doubtful("clause") || r.annotations().doubtful("silent"));
        if (clauses != null && unsettled != null && known && problems.size() == before) {
            checks.encoded(
                    resolved,
                    clauses.values().stream()
                            .filter(c -> !unsettled.contains(c.id()))
                            .toList());
        }
    }

    /** What has to hold of all together is asked only as far as the parts are known, so that no consequence is listed. */
    private void whole(
            String vocabulary, FactTypes types, Map<String, Question> questions, List<ResolvedRule> resolved) {
        int before = problems.size();
        WholeChecks checks = new WholeChecks(types, questions, problems);
        checks.today(vocabulary);
        checks.decisions();
        checks.disregards();

        if (questions == null) {
            return;
        }
        boolean decided = problems.size() == before && types.sound();
        checks.subjects();
        UseChecks use = new UseChecks(types, questions, resolved, problems);
        use.subjects();
        if (types.whole() && resolved.stream().allMatch(r -> r.typesKnown(types))) {
            use.orphans();
            if (decided) {
                use.outcomes();
            }
        }
    }

    /** What a data file says; null where it cannot be read, or says nothing, which is a problem. */
    private <T> T data(String file, String text, String what, Function<Node, T> reader) {
        try {
            Node node = NodeReader.yaml(file, text);
            if (node.is(Node.Kind.OBJECT) && !node.members().isEmpty()) {
                return reader.apply(node);
            }
            problems.add(Problem.of(
                    "data",
                    node.is(Node.Kind.OBJECT)
                            ? "the file lists no " + what
                            : "expected entries of the form \"key: value\", found " + Entries.found(node),
                    node.at()));
        } catch (CharterException e) {
            problems.addAll(e.problems());
        }
        return null;
    }

    /** All files of an edition are one package, and import nothing but the types of fields. */
    private String packageName(List<SourceFile> files) {
        String name = files.get(0).packageName();
        if (name != null && Naming.packageFault(name) != null) {
            problems.add(Problem.of(
                    "package", Naming.packageFault(name), files.get(0).packageAt()));
        }
        for (SourceFile file : files) {
            if (name != null && file.packageName() != null && !name.equals(file.packageName())) {
                problems.add(Problem.of(
                        "package",
                        "the package is " + file.packageName() + "; that of the vocabulary is " + name
                                + ", and all files of an edition share it",
                        file.packageAt()));
            }
            for (Syntax.Declare declare : file.declares()) {
                if (Naming.isClass(name + "." + declare.name())) {
                    problems.add(Problem.of(
                            "package",
                            "the program has a class " + name + "." + declare.name()
                                    + " of its own; choose another name for the package",
                            files.get(0).packageAt()));
                }
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

    private static Collection<String> candidates(String[] parts, Names names) {
        return parts.length == 2 && names.lists().containsKey(parts[0])
                ? names.lists().get(parts[0]).keySet().stream()
                        .map(code -> parts[0] + "." + code)
                        .toList()
                : names.lists().keySet();
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
                                        + Near.hint(item, candidates(parts, names)),
                                field.at()));
                    }
                }
            }
        }
    }
}
