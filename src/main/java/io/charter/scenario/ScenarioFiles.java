package io.charter.scenario;

import io.charter.rulebook.model.Edition;
import io.charter.text.CharterException;
import io.charter.text.Node;
import io.charter.text.NodeReader;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Finds scenarios in files, folders and standard input, and hands them over one after the other. */
public final class ScenarioFiles {

    /** How a source holds its scenarios, and so how decisions are written by default. */
    public enum Shape {
        ONE,
        ARRAY,
        LINES
    }

    /**
     * A scenario to be read.
     *
     * @param shape how its source holds it
     * @param line the line of the file on which it begins
     * @param text its text when it is one line of JSON Lines, to be parsed when it is its turn; else null
     * @param document what was parsed already, or null
     * @param fault why there is neither, or null
     */
    public record Item(Shape shape, String file, int line, String text, Node document, CharterException fault) {

        /** The document; a text that is not well formed throws. */
        public Node node() {
            if (fault != null) {
                throw fault;
            }
            return document != null ? document : NodeReader.json(file, line - 1, text);
        }

        /**
         * Reads the scenario.
         *
         * @param editions finds an edition by its id
         * @throws CharterException with everything that is wrong with it, each with its place and pointer
         */
        public Scenario scenario(Overrides overrides, Function<String, Edition> editions) {
            return text == null
                    ? ScenarioReader.read(node(), overrides, editions)
                    : ScenarioReader.read(file, line - 1, text, overrides, editions);
        }

        /** The id of the scenario, as far as it can be told; else null. */
        public String id() {
            try {
                return ScenarioReader.idOf(node());
            } catch (CharterException e) {
                return null;
            }
        }
    }

    private ScenarioFiles() {}

    /**
     * The files that paths stand for: themselves, or for a folder every scenario file below it, ordered by path.
     *
     * @throws CharterException for a path where nothing is
     */
    public static List<Path> files(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> below = Files.walk(path)) {
                    below.filter(Files::isRegularFile)
                            .filter(ScenarioFiles::isScenarioFile)
                            .sorted()
                            .forEach(files::add);
                } catch (IOException e) {
                    throw unreadable(path.toString(), e);
                }
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw new CharterException(
                        Problem.of("missing_file", "there is no such file or folder", Position.of(path.toString())));
            }
        }
        return files;
    }

    /** By their ending: {@code .json} and {@code .jsonl}, plain or {@code .gz}; a JSON Schema is no scenario. */
    private static boolean isScenarioFile(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.gz$", "");
        return name.endsWith(".jsonl") || name.endsWith(".json") && !name.endsWith(".schema.json");
    }

    /** Hands over the scenarios of a file. Whatever cannot be read becomes an item with its fault. */
    public static void read(Path file, Consumer<Item> to) {
        String name = file.toString();
        try (InputStream in = open(file)) {
            if (isLines(name)) {
                lines(name, new LineReader(in), to);
            } else {
                document(name, in, to);
            }
        } catch (IOException e) {
            to.accept(fault(name, unreadable(name, e)));
        }
    }

    /**
     * Hands over the scenarios of standard input: JSON Lines when its first line is a whole JSON object and more follows, else
     * one JSON document.
     */
    public static void readStandardInput(InputStream in, Consumer<Item> to) {
        String name = "-";
        try {
            LineReader lines = new LineReader(gunzip(new BufferedInputStream(in)));
            byte[] first = lines.next();
            if (first == null) {
                to.accept(fault(
                        name,
                        new CharterException(
                                Problem.of("empty", "standard input holds no scenario", Position.of(name)))));
            } else if (lines.hasMore() && isWhole(first)) {
                to.accept(line(name, 1, first));
                lines(name, lines, to);
            } else {
                InputStream begin = new ByteArrayInputStream(
                        (new String(first, StandardCharsets.ISO_8859_1) + "\n").getBytes(StandardCharsets.ISO_8859_1));
                document(name, new SequenceInputStream(begin, lines.rest()), to);
            }
        } catch (IOException e) {
            to.accept(fault(name, unreadable(name, e)));
        }
    }

    private static boolean isWhole(byte[] line) {
        try {
            return NodeReader.json("-", 0, LineReader.text(line)).is(Node.Kind.OBJECT);
        } catch (CharterException | CharacterCodingException e) {
            return false;
        }
    }

    private static void lines(String name, LineReader lines, Consumer<Item> to) throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            Item item = line(name, lines.number(), line);
            if (item != null) {
                to.accept(item);
            }
        }
    }

    /** The scenario of a line, or null for a blank one. */
    private static Item line(String name, int number, byte[] line) {
        try {
            String text = LineReader.text(line);
            return text.isBlank() ? null : new Item(Shape.LINES, name, number, text, null, null);
        } catch (CharacterCodingException e) {
            String message = "this line is not UTF-8; save the file as UTF-8";
            CharterException fault =
                    new CharterException(Problem.of("encoding", message, new Position(name, number, 1)));
            return new Item(Shape.LINES, name, number, null, null, fault);
        }
    }

    private static void document(String name, InputStream in, Consumer<Item> to) throws IOException {
        try (NodeReader nodes = NodeReader.json(name, reader(in))) {
            if (!nodes.openArray()) {
                Node node = nodes.opened();
                if (node == null) {
                    throw new CharterException(Problem.of("empty", "the file holds no scenario", Position.of(name)));
                }
                nodes.expectEnd();
                to.accept(new Item(Shape.ONE, name, node.at().line(), null, node, null));
                return;
            }
            for (Node node = nodes.nextItem(); node != null; node = nodes.nextItem()) {
                to.accept(new Item(Shape.ARRAY, name, node.at().line(), null, node, null));
            }
            nodes.expectEnd();
        } catch (CharterException e) {
            to.accept(fault(name, e));
        }
    }

    private static Item fault(String name, CharterException fault) {
        Position at = fault.problems().get(0).at();
        return new Item(Shape.ONE, name, at == null ? 0 : at.line(), null, null, fault);
    }

    private static boolean isLines(String name) {
        return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
    }

    private static InputStream open(Path file) throws IOException {
        return gunzip(new BufferedInputStream(Files.newInputStream(file)));
    }

    /** Unpacks gzip where the bytes say that it is. */
    private static InputStream gunzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() | in.read() << 8;
        in.reset();
        // Not buffered again: what was unpacked before something is found to be damaged is handed over.
        return magic == GZIPInputStream.GZIP_MAGIC ? new GZIPInputStream(in) : in;
    }

    /** Characters of UTF-8; a byte order mark is passed over, other encodings are refused. */
    private static Reader reader(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static CharterException unreadable(String name, IOException e) {
        String why = e instanceof CharacterCodingException
                ? "the file is not UTF-8; save it as UTF-8"
                : "cannot be read: " + e.getMessage();
        return new CharterException(Problem.of("unreadable", why, Position.of(name)));
    }
}
