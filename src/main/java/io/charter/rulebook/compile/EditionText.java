package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.syntax.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The rule files of an edition, cut into what is compiled by itself: all declarations of facts, and every rule. */
final class EditionText {

    private final Edition edition;
    private final Map<String, List<Block>> files = new LinkedHashMap<>();

    EditionText(Edition edition) {
        this.edition = edition;
        edition.sources().forEach((name, text) -> files.put(name, Block.of(text)));
    }

    /** What the classes of facts are made of, and what all rules see of it: the same for the same declarations in the same order. */
    String declarations() {
        StringBuilder said = new StringBuilder(header());
        blocks().stream()
                .filter(Block::isDeclare)
                .forEach(b -> said.append(b.text()).append('\0'));
        return said.toString();
    }

    /** The rules in the order of the files. */
    List<Block> rules() {
        return blocks().stream().filter(Block::isRule).toList();
    }

    /** The package and all imports of the edition: Drools takes imports of one file for all files of a package. */
    String header() {
        Set<String> imports = new LinkedHashSet<>();
        blocks().stream()
                .filter(b -> b.keyword().equals("import"))
                .forEach(b -> imports.add(b.text().replaceAll("[\\s;]+", " ").strip()));
        return "package " + edition.packageName() + "\n" + String.join("\n", imports) + "\n";
    }

    /**
     * The files with some of their blocks alone. Each is where it was, so that what is said of it names the right line; files with
     * none are left out.
     */
    Map<String, String> only(Predicate<Block> kept) {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((name, blocks) -> {
            if (blocks.stream().anyMatch(kept)) {
                texts.put(
                        name,
                        only(edition.sources().get(name), blocks, b -> kept.test(b) || !b.isRule() && !b.isDeclare()));
            }
        });
        return texts;
    }

    private static String only(String text, List<Block> blocks, Predicate<Block> kept) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        for (Block block : blocks) {
            rest.append(blank(text.substring(at, block.from())));
            rest.append(kept.test(block) ? block.text() : blank(block.text()));
            at = block.to();
        }
        return rest.append(blank(text.substring(at))).toString();
    }

    private static String blank(String text) {
        return text.replaceAll("[^\n]", " ");
    }

    private List<Block> blocks() {
        List<Block> all = new ArrayList<>();
        files.values().forEach(all::addAll);
        return all;
    }
}
