package io.charter.cli;

import io.charter.Charter;
import io.charter.explain.Decision;
import io.charter.explain.DecisionDocument;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Question;
import io.charter.scenario.Overrides;
import io.charter.scenario.Scenario;
import io.charter.scenario.ScenarioFiles;
import io.charter.text.Language;
import io.charter.text.Markdown;
import io.charter.text.Near;
import io.charter.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code charter compare}: decides the same facts under several editions, and sets the answers side by side. */
@Command(
        name = "compare",
        description = "Decide the same facts under several editions, side by side, in Markdown.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesOption rules;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Scenario files, or folders of them.")
    private List<Path> paths;

    @Option(
            names = "--edition",
            paramLabel = "E",
            split = ",",
            description = "The editions to compare. Without it: all there are.")
    private List<String> editions = List.of();

    @Option(names = "--lang", paramLabel = "LANG", description = "The language of the sentences: en or fr.")
    private String language = "en";

    @Override
    public Integer call() {
        Charter charter = rules.charter();
        List<String> compared = editions.isEmpty() ? List.copyOf(charter.editions()) : editions;
        for (String edition : compared) {
            if (!charter.editions().contains(edition)) {
                throw Usage.error(spec, "unknown edition \"" + edition + "\"" + Near.hint(edition, charter.editions()));
            }
        }
        StringBuilder out = new StringBuilder();
        for (Path file : ScenarioFiles.files(paths)) {
            ScenarioFiles.read(file, item -> {
                List<DecisionDocument> documents = new ArrayList<>();
                for (String edition : compared) {
                    Scenario scenario = charter.read(item.node(), new Overrides(edition, null));
                    documents.add(charter.decide(scenario, language));
                }
                out.append(out.isEmpty() ? "" : "\n").append(table(documents, charter));
            });
        }
        System.out.print(out);
        return Exit.DONE;
    }

    private String table(List<DecisionDocument> documents, Charter charter) {
        DecisionDocument first = documents.get(0);
        Words words = new Words(language);
        StringBuilder out = new StringBuilder("## " + Markdown.escaped(TextDocuments.title(first)) + "\n\n"
                + words.say("asOf", Language.of(language).date(first.asOf())) + "\n\n");
        out.append("| ").append(words.say("question")).append(" | ").append(words.say("subject"));
        documents.forEach(d -> out.append(" | ").append(d.edition()));
        out.append(" |\n").append("| --- ".repeat(documents.size() + 2)).append("|\n");
        List<Map<String, Decision>> byKey =
                documents.stream().map(CompareCommand::byKey).toList();
        for (String key : keys(byKey, questions(charter))) {
            String[] parts = key.split(":", 2);
            out.append("| ").append(Markdown.escaped(parts[0])).append(" | ").append(Markdown.escaped(parts[1]));
            for (int i = 0; i < documents.size(); i++) {
                out.append(" | ")
                        .append(cell(
                                byKey.get(i).get(key),
                                charter.edition(documents.get(i).edition())));
            }
            out.append(" |\n");
        }
        return out.toString();
    }

    private static Map<String, Decision> byKey(DecisionDocument document) {
        Map<String, Decision> decisions = new LinkedHashMap<>();
        document.decisions().forEach(d -> decisions.put(d.key(), d));
        return decisions;
    }

    /** The questions of all editions, in the order of the one that asks the most. */
    private static List<String> questions(Charter charter) {
        List<String> questions = new ArrayList<>();
        charter.editions().stream()
                .map(charter::edition)
                .sorted((a, b) -> b.questions().size() - a.questions().size())
                .flatMap(e -> e.questions().values().stream().map(Question::name))
                .filter(q -> !questions.contains(q))
                .forEach(questions::add);
        return questions;
    }

    /** The question and subject of every decision of some edition, by question, then by subject. */
    private static List<String> keys(List<Map<String, Decision>> byKey, List<String> questions) {
        return byKey.stream()
                .flatMap(decisions -> decisions.values().stream())
                .sorted((a, b) -> {
                    int order = Integer.compare(questions.indexOf(a.question()), questions.indexOf(b.question()));
                    return order != 0 ? order : a.subject().compareTo(b.subject());
                })
                .map(Decision::key)
                .distinct()
                .toList();
    }

    private String cell(Decision decision, Edition edition) {
        if (decision == null) {
            return "–";
        }
        String outcome = edition.questions()
                .get(decision.question())
                .outcomes()
                .get(decision.outcome())
                .get(language);
        String clause = Objects.requireNonNullElse(decision.clause(), "–");
        return "**" + Markdown.escaped(outcome) + "** (" + Markdown.escaped(clause) + "). "
                + Markdown.escaped(decision.because());
    }
}
