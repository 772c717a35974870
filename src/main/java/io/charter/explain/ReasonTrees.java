package io.charter.explain;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Question;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import io.charter.text.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The trees of reasons of what is decided of one scenario, in one language. */
public final class ReasonTrees {

    private final Derivations derivations;
    private final Edition edition;
    private final Language language;
    private final Explainer explainer;
    private final Sentences sentences;
    private final FactWords words;
    private final Map<String, Premise.Derived> answers = new LinkedHashMap<>();
    private final Map<String, Fact> facts;

    private ReasonTrees(Derivations derivations, Language language) {
        this.derivations = derivations;
        this.edition = derivations.scenario().edition();
        this.language = language;
        this.sentences = new Sentences(edition, language);
        this.explainer = new Explainer(derivations, sentences, new Subjects(edition));
        this.words = new FactWords(derivations.scenario(), language);
        this.facts =
                derivations.scenario().facts().stream().collect(Collectors.toMap(Fact::pointer, Function.identity()));
        explainer.answers().forEach(answer -> answers.put(key(answer), answer));
    }

    /**
     * The trees of what the rules derived from a scenario.
     *
     * @throws io.charter.text.CharterException when the rules leave a question without an answer, or give it two
     */
    public static ReasonTrees of(Derivations derivations, Language language) {
        return new ReasonTrees(derivations, language);
    }

    /** These trees, then the same in each other language that the edition speaks. */
    public List<ReasonTrees> inEveryLanguage() {
        List<ReasonTrees> all = new ArrayList<>(List.of(this));
        edition.languages().stream()
                .filter(code -> !code.equals(language.code()))
                .forEach(code -> all.add(new ReasonTrees(derivations, Language.of(code))));
        return all;
    }

    public Scenario scenario() {
        return derivations.scenario();
    }

    public Language language() {
        return language;
    }

    /** The keys of all decisions, {@code question:subject}, in their order. */
    public Set<String> keys() {
        return answers.keySet();
    }

    /** The tree of a decision down to the facts of the scenario, through the decisions that it relies on. */
    public ReasonTree whole(String key) {
        return tree(answers.get(key), growth(true));
    }

    /** The tree of a decision down to the facts of the scenario and to other decisions, which it only names. */
    public ReasonTree own(String key) {
        return tree(answers.get(key), growth(false));
    }

    /**
     * The tree of a decision down to other decisions, then the trees of those, each once: all of {@link #whole} in parts. The
     * numbers run on, and what one part tells the later ones only refer to.
     */
    public List<ReasonTree> parts(String key) {
        TreeGrowth growth = growth(false);
        List<ReasonTree> parts = new ArrayList<>(List.of(tree(answers.get(key), growth)));
        Set<String> told = new HashSet<>(Set.of(key));
        for (String next = untold(growth, told); next != null; next = untold(growth, told)) {
            parts.add(tree(answers.get(next), growth));
            told.add(next);
        }
        return parts;
    }

    private static String untold(TreeGrowth growth, Set<String> told) {
        return growth.named().stream()
                .map(ReasonTrees::key)
                .filter(k -> !told.contains(k))
                .findFirst()
                .orElse(null);
    }

    private TreeGrowth growth(boolean whole) {
        return new TreeGrowth(derivations.scenario(), explainer.reasons(), sentences, words, language, whole);
    }

    private ReasonTree tree(Premise.Derived answer, TreeGrowth growth) {
        Decision decision = explainer.decision(answer);
        Reason.Step root = growth.from(answer);
        Question question = edition.questions().get(answer.question());
        String subject = subject(question, answer.subject());
        return new ReasonTree(
                decision,
                question.titles().get(language.code()),
                subject,
                answer.subject().equals(subject) ? subject : subject == null ? null : Language.capital(subject),
                question.outcomes().get(decision.outcome()).get(language.code()),
                root,
                decision.disregards().stream()
                        .map(d -> new ReasonTree.Disregarded(words.of(facts.get(d.fact())), d.because()))
                        .toList(),
                edition.clauses().values().stream()
                        .filter(c -> growth.clauses().contains(c.id()))
                        .toList(),
                growth.facts().stream().map(words::of).toList());
    }

    /** All facts of the scenario in words, in the order in which decisions cite facts. */
    public List<StatedFact> stated() {
        List<Fact> all = new ArrayList<>(derivations.scenario().facts());
        all.sort(null);
        return all.stream().map(words::of).toList();
    }

    /** What the rules derived. */
    public Derivations derivations() {
        return derivations;
    }

    /** The decision with this key as a derived fact. */
    public Premise.Derived answer(String key) {
        return answers.get(key);
    }

    /** What the rule that explains a derived fact says of it. */
    public String says(Premise.Derived fact) {
        return sentences.sentence(explainer.reasons().of(fact));
    }

    /** Says facts of the scenario. */
    public FactWords factWords() {
        return words;
    }

    /** Says values. */
    public Sentences sentences() {
        return sentences;
    }

    private String subject(Question question, String subject) {
        if (question.always() != null) {
            return null;
        }
        Field field = edition.type(question.of().type())
                .flatMap((FactType t) -> t.field(question.of().field()))
                .orElseThrow();
        return sentences.value(field, subject);
    }

    static String key(Premise.Derived answer) {
        return answer.question() + ":" + answer.subject();
    }
}
