package io.charter.reference;

import io.charter.reference.PlantedFault.Kind;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.ValueType;
import io.charter.text.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every fault of these kinds that can be planted in the rules of an edition, whether or not {@code check} lets it pass. */
final class PlantedFaults {

    /** A text, or what a pattern below looks for outside texts. */
    private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*\"|";

    private static final Pattern OPERATOR =
            Pattern.compile(TEXT + "(==|!=|<=|>=|<|>|\\bnot in\\b|\\bin\\b|\\bnot contains\\b|\\bcontains\\b)");
    private static final Pattern NUMBER = Pattern.compile(TEXT + "(?<![\\w$.])(\\d+)(?![\\w.])");
    private static final Pattern FUNCTION = Pattern.compile("\\b(count|sum|min|max)\\( *(\\$\\w+)? *\\)");

    private static final Map<String, List<String>> TURNED = Map.of(
            "<", List.of("<=", ">"),
            "<=", List.of("<", ">="),
            ">", List.of(">=", "<"),
            ">=", List.of(">", "<="),
            "==", List.of("!="),
            "!=", List.of("=="),
            "in", List.of("not in"),
            "not in", List.of("in"),
            "contains", List.of("not contains"),
            "not contains", List.of("contains"));

    private final Edition edition;
    private final Path folder;
    private final Random random;
    private final List<PlantedFault> faults = new ArrayList<>();
    private Rule rule;
    private Path file;
    private String text;
    private int[] lines;

    private PlantedFaults(Edition edition, Path folder, long seed) {
        this.edition = edition;
        this.folder = folder;
        this.random = new Random(seed);
    }

    /**
     * All of them, shuffled, the kinds in turn.
     *
     * @param folder the folder of rules that the edition was read from
     */
    static List<PlantedFault> of(List<Edition> editions, Path folder, long seed) {
        Map<Kind, List<PlantedFault>> byKind = new EnumMap<>(Kind.class);
        for (Edition edition : editions) {
            PlantedFaults planting = new PlantedFaults(edition, folder, seed);
            edition.rules().forEach(planting::plant);
            planting.faults.forEach(fault ->
                    byKind.computeIfAbsent(fault.kind(), k -> new ArrayList<>()).add(fault));
        }
        byKind.values().forEach(list -> Collections.shuffle(list, new Random(seed)));
        List<PlantedFault> inTurn = new ArrayList<>();
        int most = byKind.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < most; i++) {
            for (List<PlantedFault> list : byKind.values()) {
                if (i < list.size()) {
                    inTurn.add(list.get(i));
                }
            }
        }
        return inTurn;
    }

    private void plant(Rule of) {
        rule = of;
        read(Path.of(rule.at().file()));
        int when = text.indexOf("\nwhen", offset(rule.at())) + "\nwhen".length();
        int then = text.indexOf("\nthen", when);
        int end = text.indexOf("\nend", then);
        for (RuleSpans.Span condition : RuleSpans.conditions(text, when, then)) {
            condition(condition);
            for (RuleSpans.Span constraint : RuleSpans.arguments(text, condition)) {
                constraint(constraint);
            }
        }
        numbers(when, end);
        for (Condition condition : rule.when()) {
            condition.pattern().constraints().forEach(this::values);
            if (condition instanceof Condition.Accumulation accumulation) {
                accumulation.constraints().forEach(this::values);
            }
        }
        for (int i = 0; i < rule.then().values().size(); i++) {
            value(rule.then().values().get(i), rule.then().type().fields().get(i));
        }
    }

    private void read(Path path) {
        if (path.equals(file)) {
            return;
        }
        try {
            file = path;
            text = Files.readString(path);
            lines = text.lines().mapToInt(line -> line.length() + 1).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int offset(Position at) {
        int offset = at.column() - 1;
        for (int i = 0; i < at.line() - 1; i++) {
            offset += lines[i];
        }
        return offset;
    }

    private void add(Kind kind, int from, String was, String becomes) {
        faults.add(new PlantedFault(edition.id(), rule, folder.relativize(file), kind, from, was, becomes));
    }

    private void condition(RuleSpans.Span condition) {
        String said = condition.of(text);
        add(Kind.CONDITION_DROPPED, condition.from(), said, "");
        String word = said.startsWith("not ") ? "not " : said.startsWith("exists ") ? "exists " : "";
        if (said.startsWith("accumulate(")) {
            functions(condition.from(), said);
            return;
        }
        for (String other : List.of("", "not ", "exists ")) {
            boolean named = word.isEmpty() && said.startsWith("$");
            if (!other.equals(word) && !named) {
                add(Kind.CONDITION_TURNED, condition.from(), said, other + said.substring(word.length()));
            }
        }
    }

    /** A function for another, of the variable that there is or, where nothing but a count was asked, of a field with a number. */
    private void functions(int from, String said) {
        Matcher matcher = FUNCTION.matcher(said);
        if (!matcher.find()) {
            return;
        }
        String function = matcher.group(1);
        if (!function.equals("count")) {
            for (String other : List.of("sum", "min", "max", "count")) {
                if (!other.equals(function)) {
                    String argument = other.equals("count") ? "" : " " + matcher.group(2) + " ";
                    add(Kind.FUNCTION_TURNED, from + matcher.start(), matcher.group(), other + "(" + argument + ")");
                }
            }
            return;
        }
        int open = said.indexOf('(', "accumulate(".length());
        String type = said.substring("accumulate(".length(), open).strip();
        edition.types().get(type).fields().stream()
                .filter(field -> field.type().isNumber() && !field.nullable())
                .findFirst()
                .ifPresent(field -> {
                    String head = said.substring(0, open + 1) + " $planted : " + field.name()
                            + (said.substring(open + 1).strip().startsWith(")") ? " " : ",");
                    for (String other : List.of("sum", "min", "max")) {
                        String rest = said.substring(open + 1, matcher.start()) + other + "( $planted )"
                                + said.substring(matcher.end());
                        add(Kind.FUNCTION_TURNED, from, said, head + rest);
                    }
                });
    }

    private void constraint(RuleSpans.Span constraint) {
        String said = constraint.of(text);
        if (said.matches("\\$\\w+ : \\w+")) {
            return;
        }
        RuleSpans.Span dropped = RuleSpans.withComma(text, constraint);
        add(Kind.CONSTRAINT_DROPPED, dropped.from(), dropped.of(text), "");
        for (MatchResult operator : outsideTexts(OPERATOR, constraint.from(), constraint.to())) {
            for (String other : TURNED.get(operator.group(1))) {
                add(Kind.COMPARISON_TURNED, operator.start(1), operator.group(1), other);
            }
        }
    }

    private void numbers(int from, int to) {
        for (MatchResult number : outsideTexts(NUMBER, from, to)) {
            boolean date = text.substring(text.lastIndexOf('\n', number.start()), number.start())
                    .matches("(?s).*(LocalDate\\.of|(plus|minus)(Days|Months|Years))\\([^)]*");
            for (int by : new int[] {1, -1}) {
                long moved = Long.parseLong(number.group(1)) + by;
                if (moved >= 0) {
                    add(
                            date ? Kind.DATE_MOVED : Kind.NUMBER_MOVED,
                            number.start(1),
                            number.group(1),
                            String.valueOf(moved));
                }
            }
        }
    }

    private List<MatchResult> outsideTexts(Pattern pattern, int from, int to) {
        return pattern.matcher(text)
                .region(from, to)
                .useTransparentBounds(true)
                .results()
                .filter(r -> r.group(1) != null)
                .toList();
    }

    private void values(Constraint constraint) {
        if (constraint instanceof Constraint.Comparison comparison) {
            value(comparison.left(), comparison.right().origin());
            value(comparison.right(), comparison.left().origin());
        } else if (constraint instanceof Constraint.Choice choice) {
            choice.choices().forEach(c -> value(c, choice.value().origin()));
        }
    }

    /** A text for another that the field may hold; a variable that stands for a date for the day before or after. */
    private void value(Expression expression, Field field) {
        if (expression instanceof Expression.Bound bound && bound.type() == ValueType.DATE) {
            String move = random.nextBoolean() ? ".plusDays( 1 )" : ".minusDays( 1 )";
            String name = bound.variable().name();
            add(Kind.DATE_MOVED, offset(bound.at()), name, name + move);
        }
        if (expression instanceof Expression.Constant constant
                && constant.value() instanceof String value
                && field != null) {
            Set<String> others = new LinkedHashSet<>(field.values());
            others.addAll(edition.names().codes(field.named()));
            others.remove(value);
            List<String> shuffled = new ArrayList<>(others);
            Collections.shuffle(shuffled, random);
            shuffled.stream()
                    .limit(2)
                    .forEach(other ->
                            add(Kind.TEXT_REPLACED, offset(constant.at()), "\"" + value + "\"", "\"" + other + "\""));
        }
    }
}
