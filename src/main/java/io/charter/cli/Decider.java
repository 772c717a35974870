package io.charter.cli;

import io.charter.Charter;
import io.charter.Deciding;
import io.charter.engine.Profile.Part;
import io.charter.engine.Profiler;
import io.charter.explain.DecisionDocument;
import io.charter.explain.Explaining;
import io.charter.rulebook.model.Edition;
import io.charter.scenario.Overrides;
import io.charter.scenario.Scenario;
import io.charter.scenario.ScenarioFiles;
import io.charter.text.CharterException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Decides some scenarios at a time: all are read, then decided, those of one edition after the other, then written. What a stage needs
 * stays in the caches of the processor that way, which is why it takes less time than one scenario after the other. Thread-safe.
 */
final class Decider {

    private final Charter charter;
    private final Overrides overrides;
    private final String language;
    private final Deciding by;
    private final Explaining explaining;
    private final Profiler profiler;
    private final BiFunction<DecisionDocument, Edition, DecisionDocument> wanted;

    /**
     * @param language the language of the sentences; null for the first of the edition
     * @param profiler measures where the time goes; null for none
     * @param wanted leaves in a document what is asked for
     */
    Decider(
            Charter charter,
            Overrides overrides,
            String language,
            Deciding by,
            Explaining explaining,
            Profiler profiler,
            BiFunction<DecisionDocument, Edition, DecisionDocument> wanted) {
        this.charter = charter;
        this.overrides = overrides;
        this.language = language;
        this.by = by;
        this.explaining = explaining;
        this.profiler = profiler;
        this.wanted = wanted;
    }

    /**
     * What became of a scenario.
     *
     * @param text its text in the output
     * @param failure its failure if it is one, else null
     * @param end what ends the run here, instead of both; else null
     */
    record Outcome(String text, Failure failure, RuntimeException end) {}

    /** A scenario on its way. */
    private static final class Work {

        private final ScenarioFiles.Item item;
        private Scenario scenario;
        private DecisionDocument document;
        private Outcome outcome;

        Work(ScenarioFiles.Item item) {
            this.item = item;
        }
    }

    /** Decides scenarios; what became of them comes in their order. */
    List<Outcome> decide(List<ScenarioFiles.Item> items, DocumentWriter writer) {
        return decide(items, writer, work -> charter.decide(work.scenario, language(work.scenario), by, explaining));
    }

    /** The same for a scenario that is the only one. */
    List<Outcome> decideOnly(List<ScenarioFiles.Item> items, DocumentWriter writer) {
        return profiler != null || by != Deciding.DROOLS
                ? decide(items, writer)
                : decide(items, writer, work -> charter.decideOnly(work.scenario, language(work.scenario), explaining));
    }

    private List<Outcome> decide(
            List<ScenarioFiles.Item> items, DocumentWriter writer, Function<Work, DecisionDocument> decided) {
        List<Work> all = items.stream().map(Work::new).toList();
        each(all, writer, work -> {
            work.scenario = during(Part.READING, () -> work.item.scenario(overrides, charter::edition));
        });
        Map<String, List<Work>> editions = all.stream()
                .filter(work -> work.outcome == null)
                .collect(Collectors.groupingBy(
                        work -> work.scenario.edition().id(), LinkedHashMap::new, Collectors.toList()));
        editions.values().forEach(some -> each(some, writer, work -> work.document = decided.apply(work)));
        each(all, writer, work -> work.outcome = during(Part.WRITING, () -> written(work, writer)));
        return all.stream().map(work -> work.outcome).toList();
    }

    /** Takes a step with each that has not come to its end. */
    private void each(List<Work> all, DocumentWriter writer, Consumer<Work> step) {
        for (Work work : all) {
            if (work.outcome == null) {
                try {
                    step.accept(work);
                } catch (RuntimeException e) {
                    work.outcome = e instanceof CharterException fault && isAboutScenario(fault)
                            ? failed(work, fault, writer)
                            : new Outcome(null, null, e);
                }
            }
        }
    }

    private Outcome written(Work work, DocumentWriter writer) {
        Edition edition = work.scenario.edition();
        DecisionDocument document = wanted.apply(work.document, edition);
        return new Outcome(writer.document(document, edition, language(work.scenario)), null, null);
    }

    private static Outcome failed(Work work, CharterException fault, DocumentWriter writer) {
        Failure failure = new Failure(work.item.id(), work.item.file(), work.item.line(), fault.problems());
        return new Outcome(writer.failure(failure), failure, null);
    }

    /** Faults of the rule files or of the command line end the run; a scenario's own do not. */
    private static boolean isAboutScenario(CharterException e) {
        return !e.isAboutRules() && !e.problems().get(0).code().equals("unknown_language");
    }

    private String language(Scenario scenario) {
        return language == null ? scenario.edition().languages().get(0) : language;
    }

    private <T> T during(Part part, Supplier<T> work) {
        return profiler == null ? work.get() : profiler.during(part, work);
    }
}
