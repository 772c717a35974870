package io.charter.text;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in our words what the YAML reader found wrong, and where the mistake was made rather than where it was noticed. */
final class YamlFaults {

    private static final Pattern NO_SPACE = Pattern.compile("\\s*[\\w.-]+:[^\\s:].*");
    private static final Pattern COLON_IN_TEXT = Pattern.compile("\\s*[\\w.-]+:\\s+[^\"'{\\[].*:(\\s.*|$)");

    private YamlFaults() {}

    /**
     * The problem that a fault of the reader stands for.
     *
     * @param text the text of the file
     */
    static Problem problem(String file, String text, MarkedYAMLException fault) {
        String said = String.valueOf(fault.getProblem());
        Mark at = fault.getProblemMark();
        if (String.valueOf(fault.getContext()).contains("quoted scalar")) {
            return problem(file, fault.getContextMark(), "the text that begins here has no closing quote");
        }
        if (said.contains("TAB")) {
            return problem(file, at, "a tab stands here; indent by spaces");
        }
        if (said.startsWith("mapping values are not allowed") || said.startsWith("could not find expected ':'")) {
            return colon(file, text.split("\\R", -1), at);
        }
        if (said.startsWith("expected <block end>")) {
            return problem(file, at, "this line is indented otherwise than those before it; align it with them");
        }
        return problem(file, at, "not well-formed YAML: " + Language.uncapital(said));
    }

    /** A colon where none may be: in a text, behind a key without a space in the line before, or in a line too far in. */
    private static Problem colon(String file, String[] lines, Mark at) {
        String line = lines[Math.min(at.getLine(), lines.length - 1)];
        if (COLON_IN_TEXT.matcher(line).matches()) {
            return problem(file, at, "a text that holds \": \" stands in quotes");
        }
        for (int i = at.getLine(); i >= Math.max(0, at.getLine() - 1); i--) {
            if (i < lines.length && NO_SPACE.matcher(lines[i]).matches()) {
                int key = lines[i].length() - lines[i].stripLeading().length();
                return Problem.of(
                        "yaml",
                        "a space is missing behind the colon; write \"key: value\"",
                        new Position(file, i + 1, key + 1));
            }
        }
        int key = line.length() - line.stripLeading().length();
        return Problem.of(
                "yaml",
                "this line is indented otherwise than those before it; align it with them",
                new Position(file, at.getLine() + 1, key + 1));
    }

    private static Problem problem(String file, Mark at, String message) {
        return Problem.of("yaml", message, new Position(file, at.getLine() + 1, at.getColumn() + 1));
    }
}
