package io.charter.reference;

import io.charter.Charter;
import io.charter.derivation.Derivations;
import io.charter.engine.Engine;
import io.charter.engine.Limits;
import io.charter.explain.Explaining;
import io.charter.explain.Explanations;
import io.charter.rulebook.RuleSets;
import io.charter.rulebook.check.EditionReader;
import io.charter.rulebook.compile.ChangedRule;
import io.charter.rulebook.compile.CompiledRules;
import io.charter.rulebook.compile.RuleCache;
import io.charter.rulebook.model.Edition;
import io.charter.scenario.Scenario;
import io.charter.testing.Scenarios;
import io.charter.testing.TestRules;
import io.charter.text.CharterException;
import io.charter.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plants faults in a copy of the rules, one at a time, and asks both engines. */
final class Planting {

    /** The evaluator tries more scenarios than both are asked about: those in which the fault tells come first. */
    private static final double TRIED = 2.5;

    private final Path folder;
    private final int compared;
    private final List<Edition> editions = new ArrayList<>();
    private final Map<String, ChangedRule> compiled = new LinkedHashMap<>();
    private final Map<String, PlantedScenarios> scenarios = new LinkedHashMap<>();

    /**
     * What became of a fault.
     *
     * @param refusal why {@code check} refuses it, or null
     * @param scenarios how many scenarios both engines were asked about
     * @param derivations in how many of those something else is derived than without the fault
     * @param decisions in how many something else is decided, gaps and conflicts among them
     * @param wrong in how many a wrong answer is given, with sentences, and without complaint
     * @param broke in how many both engines break off, as where a rule asks for a day that there is not
     * @param whole whether Drools compiled all rules together as well
     * @param differences in what the engines differ
     */
    record Outcome(
            PlantedFault fault,
            String refusal,
            int scenarios,
            int derivations,
            int decisions,
            int wrong,
            int broke,
            boolean whole,
            List<String> differences) {

        boolean accepted() {
            return refusal == null;
        }

        /** One line. */
        String shown() {
            return fault + ": "
                    + (accepted()
                            ? "of " + scenarios + " scenarios, another derivation in " + derivations
                                    + ", another decision in " + decisions + ", a wrong answer in " + wrong
                                    + ", broken off " + broke
                            : "refused: " + refusal)
                    + (whole ? ", compiled whole" : "") + (differences.isEmpty() ? "" : ", DIFFERENT: " + differences);
        }
    }

    /** What the evaluator makes of a scenario with the fault. */
    private record Try(Scenario scenario, PlantedScenarios.Known known, Derivations derived, String broke) {
        boolean derives() {
            return derived != null && !PlantedScenarios.facts(derived).equals(known.facts());
        }

        boolean decides() {
            return derived != null && !PlantedScenarios.decisions(derived).equals(known.decisions());
        }

        private int weight() {
            return decides() || derived == null ? 0 : derives() ? 1 : 2;
        }
    }

    /**
     * @param folder where the copy of the rules is made
     * @param generated how many scenarios are generated for each edition, besides those of the fixtures
     * @param compared about how many scenarios both engines are asked for each fault at most
     */
    Planting(Path rules, Path folder, RuleCache cache, int generated, int compared) {
        this.folder = folder;
        this.compared = compared;
        TestRules.copy(rules, folder);
        Charter charter = Charter.load(folder, cache);
        Collection<Map<String, Object>> known = Scenarios.all(charter).values();
        for (String id : charter.editions()) {
            Edition edition = charter.edition(id);
            editions.add(edition);
            compiled.put(id, new ChangedRule(edition));
            scenarios.put(id, new PlantedScenarios(charter, edition, known, generated));
        }
    }

    List<PlantedFault> faults(long seed) {
        return PlantedFaults.of(editions, folder, seed);
    }

    /**
     * Plants a fault, and takes it out again.
     *
     * @param whole whether Drools compiles all rules together as well, and has to agree again
     */
    Outcome plant(PlantedFault fault, boolean whole) {
        EditionReader.Result read = check(fault);
        if (!read.problems().isEmpty()) {
            return new Outcome(fault, read.problems().get(0).toString(), 0, 0, 0, 0, 0, false, List.of());
        }
        Edition edition = read.edition();
        Evaluator evaluator = new Evaluator(edition);
        List<Try> tries = scenarios.get(fault.edition()).around(fault.rule(), (int) (TRIED * compared)).stream()
                .map(known -> tried(known, edition, evaluator))
                .sorted(Comparator.comparing(Try::weight))
                .limit(compared)
                .toList();
        List<Engine> engines = new ArrayList<>();
        engines.add(new Engine(compiled.get(fault.edition()).in(edition), Limits.DEFAULT));
        if (whole) {
            engines.add(new Engine(CompiledRules.of(edition, RuleCache.none()), Limits.DEFAULT));
        }
        List<String> differences = new ArrayList<>();
        int wrong = 0;
        for (Try tried : tries) {
            engines.forEach(engine -> differences.addAll(differences(tried, engine)));
            wrong += tried.decides() && isAnswered(tried.derived()) ? 1 : 0;
        }
        return new Outcome(
                fault,
                null,
                tries.size(),
                (int) tries.stream().filter(Try::derives).count(),
                (int) tries.stream().filter(Try::decides).count(),
                wrong,
                (int) tries.stream().filter(t -> t.derived() == null).count(),
                whole,
                differences);
    }

    private synchronized EditionReader.Result check(PlantedFault fault) {
        Path file = folder.resolve(fault.file());
        try {
            String text = Files.readString(file);
            Files.writeString(file, fault.in(text));
            try {
                return RuleSets.in(folder).read(fault.edition());
            } finally {
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Try tried(PlantedScenarios.Known known, Edition edition, Evaluator evaluator) {
        Scenario was = known.scenario();
        Scenario scenario = new Scenario(was.id(), was.title(), edition, was.asOf(), was.facts(), was::document);
        try {
            return new Try(scenario, known, evaluator.run(scenario), null);
        } catch (CharterException | ArithmeticException | java.time.DateTimeException e) {
            return new Try(scenario, known, null, e.toString());
        }
    }

    private static List<String> differences(Try tried, Engine engine) {
        Derivations drools;
        try {
            drools = engine.run(tried.scenario());
        } catch (RuntimeException e) {
            return tried.broke() != null ? List.of() : List.of(tried.scenario().id() + ": Drools breaks off: " + e);
        }
        if (tried.broke() != null) {
            return List.of(tried.scenario().id() + ": the evaluator breaks off, Drools does not: " + tried.broke());
        }
        return Agreement.differences(drools, tried.derived()).stream()
                .map(problem -> tried.scenario().id() + ": " + problem)
                .toList();
    }

    private static boolean isAnswered(Derivations derived) {
        try {
            if (derived != null) {
                Edition edition = derived.scenario().edition();
                new Explanations(edition, Language.of(edition.languages().get(0))).of(derived, Explaining.NONE);
                return true;
            }
        } catch (CharterException e) {
            // The rules are at fault, and say so.
        }
        return false;
    }
}
