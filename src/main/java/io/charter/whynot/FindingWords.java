package io.charter.whynot;

import io.charter.derivation.Premise;
import io.charter.explain.AskedWords;
import io.charter.explain.FactWords;
import io.charter.explain.ReasonTrees;
import io.charter.explain.Sentences;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.ValueType;
import io.charter.scenario.Fact;
import io.charter.text.Language;
import io.charter.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says findings in a language: what is needed, what is, by how much it misses, and what a condition looks for. */
public final class FindingWords {

    private static final int MOST_RULES = 2;

    private final Edition edition;
    private final ReasonTrees trees;
    private final Sentences sentences;
    private final FactWords facts;
    private final AskedWords asked;
    private final Shortfall shortfall;
    private final Language language;
    private final Words words;

    public FindingWords(ReasonTrees trees) {
        this.trees = trees;
        this.edition = trees.scenario().edition();
        this.language = trees.language();
        this.sentences = trees.sentences();
        this.facts = trees.factWords();
        this.asked = new AskedWords(language);
        this.shortfall = new Shortfall(language, sentences);
        this.words = new Words(language.code());
    }

    /** Why a finding fails, in one sentence without its full stop. */
    public String because(Finding finding) {
        return switch (finding.why()) {
            case HOLDS -> words.say("whynot.holds");
            case VALUE -> misses(finding.candidates().get(0).compared().get(0));
            case IN_THE_WAY -> words.say("whynot.inTheWay");
            case UNDERIVED -> words.say("whynot.underived");
            default -> absent(finding);
        };
    }

    private String absent(Finding finding) {
        if (finding.candidates().isEmpty()) {
            return words.say("whynot.missing");
        }
        Finding.Candidate nearest = finding.candidates().get(0);
        if (nearest.compared().isEmpty()) {
            return later(nearest) ? happens(nearest) : words.say("whynot.noOther");
        }
        Compared compared = nearest.compared().get(0);
        return words.say(
                "whynot.near",
                words.say("whynot.missing"),
                words.say("labelled", label(finding, compared), misses(compared)));
    }

    /** That there is no such fact, or no other, or not yet. */
    public String lacking(Finding finding) {
        boolean nearest = finding.candidates().isEmpty()
                || !finding.candidates().get(0).compared().isEmpty();
        return nearest ? words.say("whynot.missing") : absent(finding);
    }

    /** Whether a fact happens only after the date asked about. */
    public boolean later(Finding.Candidate candidate) {
        LocalDate day = event(candidate);
        return day != null && day.isAfter(trees.scenario().asOf());
    }

    /** That a fact happens only after the date asked about. */
    public String happens(Finding.Candidate candidate) {
        return words.say("whynot.later", language.date(event(candidate)));
    }

    private static LocalDate event(Finding.Candidate candidate) {
        return candidate.about().get(0) instanceof Premise.Given given
                ? given.fact().event()
                : null;
    }

    /** In what way a value misses what is asked of it: by how much, or what it is instead. */
    public String misses(Compared compared) {
        String by = shortfall.of(compared);
        return by != null ? by : shortfall.otherwise(compared);
    }

    /** What is needed of a value, what it is, and by how much it misses. */
    public String compared(Finding finding, Compared compared) {
        String needed = needed(compared);
        if (needed == null) {
            return misses(compared);
        }
        String by = finding.holds() ? null : shortfall.of(compared);
        return words.say("whynot.is", label(finding, compared), needed, is(compared))
                + (by == null ? "" : words.say("semicolon") + " " + by);
    }

    /** What is asked of a value, in words; null where it is compared with no value. */
    private String needed(Compared compared) {
        List<String> values = new ArrayList<>();
        compared.right().forEach(value -> values.add(shortfall.said(compared, value)));
        return asked(compared, values);
    }

    /** The same with values as they stand in JSON. */
    public String plainNeeded(Compared compared) {
        List<String> values = new ArrayList<>();
        compared.right().forEach(value -> values.add(value == null ? null : plain(value)));
        return asked(compared, values);
    }

    private String asked(Compared compared, List<String> values) {
        return ofTheFactItself(compared) ? null : asked.said(compared.operator(), compared.type(), values);
    }

    /** What a value is, in words. */
    private String is(Compared compared) {
        if (compared.left() == null) {
            return words.say("whynot.nothing");
        }
        String said = shortfall.said(compared, compared.left());
        return compared.left() instanceof LocalDate ? words.say("onDay", said) : said;
    }

    /** The same as it stands in JSON, or null where there is no value. */
    public String plainIs(Compared compared) {
        return compared.left() == null || ofTheFactItself(compared) ? null : plain(compared.left());
    }

    private static boolean ofTheFactItself(Compared compared) {
        return compared.type() == null;
    }

    private static String plain(Object value) {
        return value instanceof List<?> list
                ? String.join(", ", list.stream().map(FindingWords::plain).toList())
                : Demand.plain(value);
    }

    /** What the value is that a finding compares. */
    private String label(Finding finding, Compared compared) {
        if (finding.condition() instanceof Condition.Accumulation accumulation
                && compared.what().equals(accumulation.result().name())) {
            return counted(finding, accumulation);
        }
        return compared.origin() == null
                ? words.say("quoted", compared.what().replace("$", ""))
                : label(compared.origin());
    }

    private String counted(Finding finding, Condition.Accumulation accumulation) {
        String function = accumulation.function().name().toLowerCase(Locale.ROOT);
        boolean dates = accumulation.result().type() == ValueType.DATE;
        FactType type = accumulation.pattern().type();
        String of = type.kind() == FactType.Kind.DERIVED
                ? rulesFor(type)
                : words.say("quoted", facts.kind(type.docs(), type.name()));
        return words.say("whynot." + function + (dates ? ".day" : ""), of + demands(finding));
    }

    /** The fact that a condition looks for, as far as it is known. */
    public String wanted(Finding finding) {
        FactType type = finding.condition().pattern().type();
        return facts.kind(type.docs(), type.name()) + demands(finding);
    }

    /** What a condition asks of single fields, in brackets, or nothing. */
    private String demands(Finding finding) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (Demand demand : finding.demands()) {
            List<String> values = new ArrayList<>();
            demand.values().forEach(v -> values.add(v == null ? null : sentences.value(demand.field(), v)));
            said.computeIfAbsent(label(demand.field()), k -> new ArrayList<>())
                    .add(asked.said(demand.operator(), demand.field().type(), values));
        }
        return said.isEmpty()
                ? ""
                : " ("
                        + said.entrySet().stream()
                                .map(e -> words.say("labelled", e.getKey(), language.list(e.getValue())))
                                .collect(Collectors.joining(words.say("semicolon") + " "))
                        + ")";
    }

    private String label(Field field) {
        return field.docs().containsKey(language.code()) ? facts.label(field) : words.say("quoted", field.name());
    }

    /** What holds, in short: each fact that a condition holds by, or that there is none. */
    public List<String> holding(Finding finding) {
        Pattern pattern = finding.condition().pattern();
        if (finding.condition() instanceof Condition.Absent) {
            return List.of(
                    pattern.type().kind() == FactType.Kind.DERIVED
                            ? words.say("whynot.notDerived", rulesFor(pattern.type()))
                            : words.say("labelled", words.say("whynot.none.such"), wanted(finding)));
        }
        Finding.Candidate by = finding.candidates().get(0);
        if (finding.condition() instanceof Condition.Accumulation accumulation) {
            return by.compared().stream().map(c -> compared(finding, c)).toList();
        }
        return by.about().stream().map(this::said).toList();
    }

    /** The rules that would derive a fact, by their names, which are norms in words. */
    private String rulesFor(FactType type) {
        List<String> names = edition.rules().stream()
                .filter(rule -> rule.then().type().isA(type))
                .map(rule -> words.say("quoted", rule.name()))
                .toList();
        return names.size() <= MOST_RULES
                ? language.list(names)
                : String.join(", ", names.subList(0, MOST_RULES)) + " "
                        + words.count("whynot.more", names.size() - MOST_RULES);
    }

    public String said(Fact fact) {
        return facts.of(fact).says();
    }

    /** A fact in words: what is stated, or what the rule that derives it says. */
    public String said(Premise premise) {
        if (premise instanceof Premise.Given given) {
            return said(given.fact());
        }
        return premise instanceof Premise.Derived derived
                ? trees.says(derived)
                : words.say("asked", language.date(trees.scenario().asOf()));
    }
}
