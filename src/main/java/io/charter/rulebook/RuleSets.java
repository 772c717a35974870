package io.charter.rulebook;

import io.charter.rulebook.check.EditionReader;
import io.charter.rulebook.compile.RuleCache;
import io.charter.rulebook.model.Edition;
import io.charter.text.CharterException;
import io.charter.text.Near;
import io.charter.text.Node;
import io.charter.text.NodeReader;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The editions found in a folder of rules; each is read when it is asked for. */
public final class RuleSets {

    private final Path folder;
    private final List<RuleFolder.Place> found;
    private Map<String, RuleFolder.Place> places;

    private RuleSets(Path folder, List<RuleFolder.Place> found) {
        this.folder = folder;
        this.found = found;
    }

    /**
     * Looks into a folder of rules.
     *
     * @param folder a rule set, or a folder of rule sets
     * @throws CharterException when there is none
     */
    public static RuleSets in(Path folder) {
        return new RuleSets(folder, RuleFolder.editions(folder));
    }

    /**
     * Where each edition stands, by its id.
     *
     * @throws CharterException when an edition has no id, or two have the same
     */
    private synchronized Map<String, RuleFolder.Place> places() {
        if (places == null) {
            Map<String, RuleFolder.Place> byId = new LinkedHashMap<>();
            for (RuleFolder.Place place : found) {
                Path file = place.edition().resolve(RuleFolder.EDITION);
                Node about = NodeReader.yaml(file.toString(), RuleFolder.read(place, file));
                Node id = about.get("id");
                if (id == null || id.text().isBlank()) {
                    throw new CharterException(
                            Problem.of("data", "the edition has no id; add \"id: …\"", Position.of(file.toString())));
                }
                if (byId.putIfAbsent(id.text(), place) != null) {
                    throw new CharterException(Problem.of(
                            "duplicate",
                            "another edition has the id " + id.text() + "; give this one an id of its own",
                            id.at()));
                }
            }
            places = byId;
        }
        return places;
    }

    public Path folder() {
        return folder;
    }

    /** The ids of the editions. */
    public Set<String> ids() {
        return new LinkedHashSet<>(places().keySet());
    }

    /**
     * An edition that has no fault, from a cache if it is there: then nothing is parsed, not even which files belong to it, as the files
     * of all rule sets are what they were.
     *
     * @throws CharterException when there is no such edition, or when something is wrong with it
     */
    public Edition edition(String id, RuleCache cache) {
        return RuleFolder.state(folder, found)
                .map(state -> cache.edition(
                        state + "\0" + id,
                        () -> new EditionFiles(place(id)).texts().sources(),
                        () -> read(id).valid()))
                .orElseGet(() -> read(id).valid());
    }

    /**
     * Reads an edition and checks it.
     *
     * @throws CharterException when there is no such edition
     */
    public EditionReader.Result read(String id) {
        RuleFolder.Place place = place(id);
        EditionReader.Result result = EditionReader.read(new EditionFiles(place).texts());
        List<Problem> problems = new ArrayList<>(result.problems());
        problems.addAll(strays(place));
        return new EditionReader.Result(result.edition(), problems);
    }

    private RuleFolder.Place place(String id) {
        RuleFolder.Place place = places().get(id);
        if (place == null) {
            throw new CharterException(
                    "unknown_edition",
                    "unknown edition \"" + id + "\"; there are " + String.join(", ", places().keySet())
                            + Near.hint(id, places().keySet()));
        }
        return place;
    }

    private List<Problem> strays(RuleFolder.Place place) {
        List<Problem> problems = new ArrayList<>();
        Set<Path> read = new HashSet<>();
        places().values().stream()
                .filter(other -> other.ruleSet().equals(place.ruleSet()))
                .forEach(other -> read.addAll(new EditionFiles(other).ruleFiles()));
        for (Path file : RuleFolder.strays(place, read)) {
            problems.add(Problem.of(
                    "unread_file",
                    "nothing reads this file; rule files stand in the folder of the edition itself, and end in .drl",
                    Position.of(file.toString())));
        }
        return problems;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
