package io.charter.cli;

import io.charter.rulebook.RuleSets;
import io.charter.rulebook.check.EditionReader;
import io.charter.rulebook.compile.CompiledRules;
import io.charter.rulebook.compile.RuleCache;
import io.charter.text.CharterException;
import io.charter.text.Problem;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code charter check}: finds what is wrong with rules. */
@Command(name = "check", description = "Check rules, and list all their faults.", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private RulesOption rules;

    @Parameters(paramLabel = "RULES", arity = "0..1", description = "A rule set, or a folder of rule sets; as --rules.")
    private Path folder;

    @Override
    public Integer call() {
        RuleSets ruleSets = RuleSets.in(folder == null ? rules.folder() : folder);
        Set<Problem> problems = new LinkedHashSet<>();
        int count = 0;
        for (String id : ruleSets.ids()) {
            try {
                EditionReader.Result result = ruleSets.read(id);
                problems.addAll(result.problems());
                count += result.edition().rules().size();
                if (result.problems().isEmpty()) {
                    CompiledRules.of(result.edition(), RuleCache.ofUser());
                }
            } catch (CharterException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            problems.forEach(problem -> System.err.println(problem));
            System.err.println(problems.size() + (problems.size() == 1 ? " fault" : " faults"));
            return Exit.SHORT;
        }
        System.out.println("no fault: " + count + " rules in " + String.join(", ", ruleSets.ids()));
        return Exit.DONE;
    }
}
