package io.charter.rulebook;

import io.charter.text.CharterException;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;

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

    private static final Set<String> SLIPS = Set.of("dlr", "rdl", "dr", "dl", "dsl");

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
    static List<Path> ruleFiles(Place place, List<Path> includes) {
        List<Path> files = new ArrayList<>();
        files.add(place.ruleSet().resolve(VOCABULARY));
        files.addAll(includes);
        files.addAll(list(place.edition()).stream()
                .filter(f -> f.getFileName().toString().endsWith(".drl"))
                .toList());
        return files;
    }

    /**
     * Rule files that no edition reads: those in folders of the edition, or beside the vocabulary, that nobody includes, and
     * those whose ending is a slip for {@code .drl}.
     *
     * @param read the rule files that the editions of the rule set read
     */
    static List<Path> strays(Place place, Set<Path> read) {
        Set<Path> known = read.stream().map(Path::normalize).collect(Collectors.toSet());
        try (Stream<Path> below = Files.walk(place.edition());
                Stream<Path> beside = Files.list(place.ruleSet())) {
            return Stream.concat(below, beside)
                    .filter(Files::isRegularFile)
                    .filter(f -> isRuleFile(f.getFileName().toString()) && !known.contains(f.normalize()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw fault("unreadable", "cannot be read: " + e.getMessage(), place.edition());
        }
    }

    private static boolean isRuleFile(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") && (ending.startsWith("drl") || SLIPS.contains(ending));
    }

    /**
     * What all files of rule sets are made of, as a text that changes when any of them does: the folder as it is named, and for each file
     * its name, its length and two checksums. None where one cannot be read, or a link leads to a folder.
     */
    static Optional<String> state(Path folder, List<Place> places) {
        StringBuilder state = new StringBuilder(folder.toString());
        try {
            for (Path ruleSet : places.stream().map(Place::ruleSet).distinct().toList()) {
                state(ruleSet.toFile(), "", state);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(state.toString());
    }

    /** Every short call comes here, so it goes the shortest way, which is that of {@link File}. */
    private static void state(File folder, String path, StringBuilder state) throws IOException {
        String[] names = folder.list();
        if (names == null) {
            throw new IOException(folder + " cannot be read");
        }
        Arrays.sort(names);
        for (String name : names) {
            File file = new File(folder, name);
            if (file.isFile()) {
                byte[] bytes = bytes(file);
                Checksum one = new CRC32();
                Checksum other = new Adler32();
                one.update(bytes, 0, bytes.length);
                other.update(bytes, 0, bytes.length);
                state.append('\0').append(path).append(name);
                state.append('\0').append(bytes.length);
                state.append('\0').append(one.getValue());
                state.append('\0').append(other.getValue());
            } else if (!leadsNowhere(file)) {
                state(file, path + name + '/', state);
            }
        }
    }

    /**
     * Whether something that is no file is a link to nothing.
     *
     * @throws IOException when it is a link to a folder, which may lead anywhere, or has a name that Java cannot say
     */
    private static boolean leadsNowhere(File file) throws IOException {
        boolean link;
        try {
            link = Files.isSymbolicLink(file.toPath());
        } catch (InvalidPathException e) {
            throw new IOException(e);
        }
        if (link == file.isDirectory()) {
            throw new IOException(file + " is no file, and no folder");
        }
        return link;
    }

    private static byte[] bytes(File file) throws IOException {
        try (InputStream in = new FileInputStream(file)) {
            return in.readAllBytes();
        }
    }

    /** The text of a file of the rule set, which has to be UTF-8. No link leads out of the rule set. */
    static String read(Place place, Path file) {
        try {
            if (!file.toRealPath().startsWith(place.ruleSet().toRealPath())) {
                throw fault("outside", "this file stands outside the rule set; copy it into it", file);
            }
            if (!Files.isRegularFile(file)) {
                throw fault("unreadable", "this is no file", file);
            }
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
