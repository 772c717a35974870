package io.charter.rulebook;

import io.charter.text.CharterException;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of rule sets, or one rule set. A rule set is a folder with a {@code vocabulary.drl}; each folder in it that holds an
 * {@code edition.yaml} is an edition.
 */
final class RuleFolder {

    static final String VOCABULARY = "vocabulary.drl";
    static final String NAMES = "names.yaml";
    static final String EDITION = "edition.yaml";
    static final String QUESTIONS = "questions.yaml";
    static final String CLAUSES = "clauses.yaml";

    private RuleFolder() {}

    /** Where an edition stands. */
    record Place(Path ruleSet, Path edition) {}

    /** The editions below a folder, ordered by path. */
    static List<Place> editions(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw fault("no_rules", "there is no folder of rules here; name one with --rules", folder);
        }
        List<Place> places = new ArrayList<>();
        for (Path ruleSet : Files.exists(folder.resolve(VOCABULARY)) ? List.of(folder) : folders(folder)) {
            if (Files.exists(ruleSet.resolve(VOCABULARY))) {
                folders(ruleSet).stream()
                        .filter(f -> Files.exists(f.resolve(EDITION)))
                        .forEach(f -> places.add(new Place(ruleSet, f)));
            }
        }
        if (places.isEmpty()) {
            throw fault(
                    "no_rules",
                    "no rule set stands here: expected a folder with " + VOCABULARY + ", and in it a folder with "
                            + EDITION + " for each edition",
                    folder);
        }
        return places;
    }

    /** The rule files of an edition: the vocabulary, what the edition includes, and its own, ordered by name. */
    static List<Path> ruleFiles(Place place, List<String> includes) {
        List<Path> files = new ArrayList<>();
        files.add(place.ruleSet().resolve(VOCABULARY));
        includes.forEach(include -> files.add(place.edition().resolve(include).normalize()));
        files.addAll(list(place.edition()).stream()
                .filter(f -> f.getFileName().toString().endsWith(".drl"))
                .toList());
        return files;
    }

    /** The text of a file, which has to be UTF-8. */
    static String read(Path file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw fault("encoding", "the file is not UTF-8; save it as UTF-8", file);
        } catch (java.nio.file.NoSuchFileException e) {
            throw fault("missing_file", "there is no such file", file);
        } catch (IOException e) {
            throw fault("unreadable", "cannot be read: " + e.getMessage(), file);
        }
    }

    private static List<Path> folders(Path folder) {
        return list(folder).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw fault("unreadable", "cannot be read: " + e.getMessage(), folder);
        }
    }

    private static CharterException fault(String code, String message, Path at) {
        return new CharterException(Problem.of(code, message, Position.of(at.toString())));
    }
}
