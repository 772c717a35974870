package io.charter.rulebook;

import io.charter.rulebook.check.EditionReader;
import io.charter.text.CharterException;
import io.charter.text.Node;
import io.charter.text.NodeReader;
import io.charter.text.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files that an edition is made of. */
final class EditionFiles {

    private final RuleFolder.Place place;
    private final Path about;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> all = new TreeMap<>();

    EditionFiles(RuleFolder.Place place) {
        this.place = place;
        this.about = place.edition().resolve(RuleFolder.EDITION);
    }

    /** Its rule files, those that it includes among them. */
    List<Path> ruleFiles() {
        return RuleFolder.ruleFiles(
                place,
                includes().stream()
                        .filter(include -> includeFault(include) == null)
                        .map(include -> included(include.text()))
                        .toList());
    }

    /**
     * The texts of all of them.
     *
     * @throws CharterException when files are missing, or cannot be read; it names all of them
     */
    EditionReader.Texts texts() {
        Map<String, String> rules = new LinkedHashMap<>();
        Map<String, String> shortNames = new LinkedHashMap<>();
        for (Node include : includes()) {
            if (includeFault(include) != null) {
                problems.add(Problem.of("data", includeFault(include), include.at()));
            } else if (!Files.exists(included(include.text()))) {
                problems.add(Problem.of(
                        "missing_file",
                        "includes names " + include.text() + ", and there is no such file",
                        include.at()));
            }
        }
        for (Path file : ruleFiles()) {
            if (Files.exists(file) || file.equals(place.ruleSet().resolve(RuleFolder.VOCABULARY))) {
                rules.put(file.toString(), text(file));
                shortNames.put(file.toString(), shortName(file));
            }
        }
        Path questions = place.edition().resolve(RuleFolder.QUESTIONS);
        Path clauses = place.edition().resolve(RuleFolder.CLAUSES);
        Path names = place.ruleSet().resolve(RuleFolder.NAMES);
        EditionReader.Texts texts = new EditionReader.Texts(
                about.toString(),
                text(about),
                questions.toString(),
                text(questions),
                clauses.toString(),
                text(clauses),
                names.toString(),
                text(names),
                rules,
                shortNames,
                hash(all));
        if (!problems.isEmpty()) {
            throw new CharterException(problems);
        }
        return texts;
    }

    private List<Node> includes() {
        Node includes =
                NodeReader.yaml(about.toString(), RuleFolder.read(place, about)).get("includes");
        return includes == null ? List.of() : includes.is(Node.Kind.ARRAY) ? includes.items() : List.of(includes);
    }

    /** What is wrong with an entry of the includes, or null. */
    private String includeFault(Node include) {
        Path file = included(include.text());
        return file == null
                        || !include.text().endsWith(".drl")
                        || !file.startsWith(place.ruleSet().normalize())
                ? "includes lists rule files of this rule set, as paths from the folder of the edition that end in .drl; found "
                        + (include.is(Node.Kind.TEXT) ? include.text() : include.shown())
                : null;
    }

    /** The file of an entry of the includes; null where it is no path. */
    private Path included(String path) {
        try {
            return place.edition().resolve(path).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private String text(Path file) {
        try {
            String text = RuleFolder.read(place, file);
            all.put(shortName(file), text);
            return text;
        } catch (CharterException e) {
            problems.addAll(e.problems());
            return "";
        }
    }

    private String shortName(Path file) {
        return place.ruleSet()
                .normalize()
                .relativize(file.normalize())
                .toString()
                .replace('\\', '/');
    }

    /** A hash of files by name and content, whatever their line ends. */
    private static String hash(Map<String, String> files) {
        MessageDigest digest = RuleSets.sha256();
        files.forEach((name, text) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        });
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
