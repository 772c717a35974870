package io.charter.rulebook.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A compiled edition as a file: its classes, then which of them are the rules, which is enough to run it, and last, for the next
 * compilation, which classes belong to which rule. A file that was cut off lacks the end, and counts as damaged.
 */
final class CompiledFile {

    private static final String MODELS = "models";
    private static final String RULES = "rules";

    private CompiledFile() {}

    /** What is needed to run it; none where the file is damaged. */
    static Optional<CompiledClasses> read(byte[] file) {
        Map<String, byte[]> classes = new TreeMap<>();
        List<String> models = lines(file, classes, MODELS);
        if (models.isEmpty()) {
            return Optional.empty();
        }
        CompiledClasses compiled = new CompiledClasses(models.get(0), models.subList(1, models.size()), classes);
        return Optional.of(compiled).filter(CompiledClasses::isWhole);
    }

    /** All of it; none where the file is damaged. */
    static Optional<Compilation> readAll(byte[] file) {
        Map<String, byte[]> classes = new TreeMap<>();
        List<String> said = lines(file, classes, RULES);
        byte[] models = classes.remove(MODELS);
        if (models == null || said.isEmpty()) {
            return Optional.empty();
        }
        List<CompiledRule> rules = new ArrayList<>();
        for (String line : said.subList(1, said.size())) {
            List<String> words = List.of(line.split(" "));
            if (words.size() < 2) {
                return Optional.empty();
            }
            rules.add(new CompiledRule(words.get(0), words.get(1), words.subList(2, words.size())));
        }
        Compilation compilation = new Compilation(said.get(0), rules, classes);
        return Optional.of(compilation).filter(Compilation::isWhole);
    }

    /** The lines of an entry, and all entries before it; none where it is not there. */
    private static List<String> lines(byte[] file, Map<String, byte[]> before, String last) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                if (entry.getName().equals(last)) {
                    return List.of(new String(bytes, StandardCharsets.UTF_8).split("\n"));
                }
                before.put(entry.getName(), bytes);
            }
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
        return List.of();
    }

    static byte[] of(Compilation compilation) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> entry : compilation.classes().entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
            List<String> models = new ArrayList<>(List.of(compilation.facts()));
            List<String> rules = new ArrayList<>(List.of(compilation.facts()));
            for (CompiledRule rule : compilation.rules()) {
                models.add(rule.main());
                rules.add((rule.key() + " " + rule.main() + " " + String.join(" ", rule.others())).strip());
            }
            put(zip, MODELS, text(models));
            put(zip, RULES, text(rules));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes can be written", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] text(List<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
