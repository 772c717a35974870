package io.charter.rulebook;

import io.charter.rulebook.check.EditionReader;
import io.charter.text.CharterException;
import io.charter.text.Near;
import io.charter.text.Node;
import io.charter.text.NodeReader;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The editions found in a folder of rules; each is read when it is asked for. */
public final class RuleSets {

    private final Path folder;
    private final Map<String, RuleFolder.Place> places = new LinkedHashMap<>();

    private RuleSets(Path folder) {
        this.folder = folder;
    }

    /**
     * Looks into a folder of rules.
     *
     * @param folder a rule set, or a folder of rule sets
     * @throws CharterException when there is none, or when two editions have one id
     */
    public static RuleSets in(Path folder) {
        RuleSets sets = new RuleSets(folder);
        for (RuleFolder.Place place : RuleFolder.editions(folder)) {
            Path file = place.edition().resolve(RuleFolder.EDITION);
            Node about = NodeReader.yaml(file.toString(), RuleFolder.read(file));
            Node id = about.get("id");
            if (id == null || id.text().isBlank()) {
                throw new CharterException(
                        Problem.of("data", "the edition has no id; add \"id: …\"", Position.of(file.toString())));
            }
            if (sets.places.putIfAbsent(id.text(), place) != null) {
                throw new CharterException(Problem.of(
                        "duplicate",
                        "another edition has the id " + id.text() + "; give this one an id of its own",
                        id.at()));
            }
        }
        return sets;
    }

    public Path folder() {
        return folder;
    }

    /** The ids of the editions. */
    public Set<String> ids() {
        return new LinkedHashSet<>(places.keySet());
    }

    /**
     * Reads an edition and checks it.
     *
     * @throws CharterException when there is no such edition
     */
    public EditionReader.Result read(String id) {
        RuleFolder.Place place = places.get(id);
        if (place == null) {
            throw new CharterException(
                    "unknown_edition",
                    "unknown edition \"" + id + "\"; there are " + String.join(", ", places.keySet())
                            + Near.hint(id, places.keySet()));
        }
        Path about = place.edition().resolve(RuleFolder.EDITION);
        String edition = RuleFolder.read(about);
        Map<String, String> rules = new LinkedHashMap<>();
        Map<String, String> shortNames = new LinkedHashMap<>();
        for (Path file : RuleFolder.ruleFiles(place, includes(about, edition))) {
            rules.put(file.toString(), RuleFolder.read(file));
            shortNames.put(file.toString(), shortName(place, file));
        }
        Path questions = place.edition().resolve(RuleFolder.QUESTIONS);
        Path clauses = place.edition().resolve(RuleFolder.CLAUSES);
        Path names = place.ruleSet().resolve(RuleFolder.NAMES);
        Map<String, String> all = new TreeMap<>();
        rules.forEach((file, text) -> all.put(shortNames.get(file), text));
        for (Path file : List.of(about, questions, clauses, names)) {
            all.put(shortName(place, file), RuleFolder.read(file));
        }
        return EditionReader.read(new EditionReader.Texts(
                about.toString(),
                edition,
                questions.toString(),
                all.get(shortName(place, questions)),
                clauses.toString(),
                all.get(shortName(place, clauses)),
                names.toString(),
                all.get(shortName(place, names)),
                rules,
                shortNames,
                hash(all)));
    }

    private static List<String> includes(Path file, String edition) {
        Node includes = NodeReader.yaml(file.toString(), edition).get("includes");
        return includes == null
                ? List.of()
                : includes.items().stream().map(Node::text).toList();
    }

    private static String shortName(RuleFolder.Place place, Path file) {
        return place.ruleSet()
                .normalize()
                .relativize(file.normalize())
                .toString()
                .replace('\\', '/');
    }

    /** A hash of files by name and content, whatever their line ends. */
    private static String hash(Map<String, String> files) {
        MessageDigest digest = sha256();
        files.forEach((name, text) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        });
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
