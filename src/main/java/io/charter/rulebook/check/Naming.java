package io.charter.rulebook.check;

import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Which names fact types, fields and packages may have: the engine makes Java of them, and reads some words as its own. */
final class Naming {

    private static final Set<String> FIELDS = Set.of(
            "and",
            "or",
            "not",
            "in",
            "contains",
            "end",
            "rule",
            "when",
            "modify",
            "unit",
            "record",
            "hashCode",
            "_this");
    private static final Set<String> TYPES = Set.of(
            "rule",
            "when",
            "then",
            "end",
            "declare",
            "query",
            "function",
            "global",
            "unit",
            "modify",
            "and",
            "or",
            "not",
            "exists",
            "accumulate",
            "in",
            "contains",
            "from",
            "eval",
            "forall",
            "record",
            "var",
            "yield",
            "sealed",
            "permits",
            "BigDecimal",
            "LocalDate",
            "List",
            "D",
            "Global",
            "Query",
            "Rule");
    /** What any fact that a scenario states may carry besides its fields. */
    private static final Set<String> REMARKS = Set.of("source", "note", "assumed");

    private Naming() {}

    /** What is wrong with the name of a field, or null. */
    static String fieldFault(String name, boolean stated) {
        if (stated && REMARKS.contains(name)) {
            return "any fact may carry source, note and assumed, so none of them names a field; choose another name";
        }
        return SourceVersion.isKeyword(name) || FIELDS.contains(name)
                ? "\"" + name + "\" cannot name a field, it is a word of the engine's own; choose another"
                : null;
    }

    /** What is wrong with the name of a fact type, or null. */
    static String typeFault(String name) {
        return SourceVersion.isKeyword(name) || TYPES.contains(name) || isOfJava(name)
                ? "\"" + name + "\" cannot name a fact type, it is a word of the engine's own; choose another"
                : null;
    }

    /** What is wrong with the name of a rule, or null: the engine writes it into a comment and into a text of Java. */
    static String ruleFault(String name) {
        for (String sign : List.of("*/", "\"")) {
            if (name.contains(sign)) {
                return "the name of a rule is its norm in words; take " + sign + " out of it";
            }
        }
        return null;
    }

    /** What is wrong with the name of a package, or null. */
    static String packageFault(String name) {
        if (name.contains(".")) {
            return "the name of a package is one word; write " + name.replace('.', '_');
        }
        return !SourceVersion.isName(name)
                ? "\"" + name + "\" cannot name a package, it holds a word of the engine's own; choose another"
                : null;
    }

    private static boolean isOfJava(String name) {
        return isClass("java.lang." + name);
    }

    /** Whether there is such a class already; it is not initialised. */
    static boolean isClass(String name) {
        try {
            Class.forName(name, false, Naming.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
