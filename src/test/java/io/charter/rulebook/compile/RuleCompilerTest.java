package io.charter.rulebook.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.charter.rulebook.model.Edition;
import io.charter.testing.PlainDrools;
import io.charter.testing.TestRules;
import io.charter.text.CharterException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.core.reteoo.ReteDumper;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.KieBase;

/** Compiling what has changed gives what compiling all gives, and what Drools makes of the files by itself. */
class RuleCompilerTest {

    static Set<String> editions() {
        return TestRules.charter().editions();
    }

    private static Edition smallest() {
        return editions().stream()
                .map(TestRules.charter()::edition)
                .min(java.util.Comparator.comparing(e -> e.rules().size()))
                .orElseThrow();
    }

    /** The edition with the text of its files changed, checked or not. */
    private static Edition with(Edition edition, Map<String, String> sources) {
        return new Edition(
                edition.id(),
                edition.titles(),
                edition.languages(),
                edition.packageName(),
                edition.types(),
                edition.rules(),
                edition.questions(),
                edition.clauses(),
                edition.names(),
                edition.hash(),
                sources);
    }

    private static KieBase base(Compilation compilation) {
        CompiledClasses compiled = compilation.compiled();
        ClassLoader loader = compiled.loader();
        // Not with WholeFacts, with which Drools has rules share more than in its plain use.
        return CompiledRules.withOwnLoader(() -> KieBaseBuilder.createKieBaseFromModel(
                RuleModel.of(compiled, loader, i -> true),
                RuleBaseFactory.newKnowledgeBaseConfiguration(null, loader)));
    }

    /** How many nodes of each kind the network has, at each depth. */
    private static Map<String, Integer> nodes(KieBase base) {
        StringWriter dumped = new StringWriter();
        ReteDumper dumper = new ReteDumper();
        dumper.setNodeInfoOnly(true);
        dumper.setWriter(new PrintWriter(dumped, true));
        dumper.dump(base);
        Map<String, Integer> counted = new LinkedHashMap<>();
        Pattern.compile("(?m)^( *)\\[ ?(\\w+)")
                .matcher(dumped.toString())
                .results()
                .map(MatchResult::group)
                .sorted()
                .forEach(node -> counted.merge(node, 1, Integer::sum));
        return counted;
    }

    @ParameterizedTest
    @MethodSource("editions")
    void theNetworkIsThatOfAllFilesCompiledTogether(String id) {
        Edition edition = TestRules.charter().edition(id);
        KieBase plain = PlainDrools.of(edition.sources().values().toArray(String[]::new))
                .session()
                .getKieBase();
        KieBase ours = base(RuleCompiler.compile(edition));
        assertThat(nodes(ours)).isEqualTo(nodes(plain));
        assertThat(ours.getKiePackage(edition.packageName()).getRules())
                .extracting(rule -> rule.getName())
                .containsExactlyInAnyOrderElementsOf(
                        edition.rules().stream().map(r -> r.name()).toList());
    }

    /** The text of the edition with another rule in the place of one of the middle. */
    private static Edition changed(Edition edition) {
        String name = edition.rules().get(edition.rules().size() / 2).name();
        Map<String, String> sources = new LinkedHashMap<>();
        edition.sources()
                .forEach((file, text) -> sources.put(
                        file,
                        text.replaceAll(
                                "(?ms)^(rule \"" + Pattern.quote(name) + "\".*?^when\\n)", "$1    // another text\n")));
        assertThat(sources).isNotEqualTo(edition.sources());
        return with(edition, sources);
    }

    @Test
    void onlyTheRuleThatChangedIsCompiled() {
        Edition edition = smallest();
        Compilation before = RuleCompiler.compile(edition);
        Edition changed = changed(edition);
        Compilation after = RuleCompiler.compile(changed, before);
        // What is taken over is the same array, not an equal one.
        List<String> made = after.classes().keySet().stream()
                .filter(name -> after.classes().get(name) != before.classes().get(name))
                .toList();
        List<CompiledRule> rules = new ArrayList<>(after.rules());
        rules.removeAll(before.rules());
        assertThat(rules).hasSize(1);
        List<String> expected = new ArrayList<>(rules.get(0).others());
        expected.add(rules.get(0).main());
        assertThat(expected).containsAll(made).hasSizeLessThan(30);
        assertThat(made).contains(rules.get(0).main());
        assertThat(nodes(base(after))).isEqualTo(nodes(base(before)));
    }

    @Test
    void rulesTakenOutOrMovedLeaveNothingBehind() {
        Edition edition = smallest();
        Compilation before = RuleCompiler.compile(edition);
        Map<String, String> fewer = new LinkedHashMap<>();
        edition.sources().forEach((file, text) -> {
            List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n")));
            int last = text.contains("\nrule ")
                    ? lines.lastIndexOf(lines.stream()
                            .filter(l -> l.startsWith("rule "))
                            .reduce((a, b) -> b)
                            .orElseThrow())
                    : lines.size();
            fewer.put(file, "\n// moved down\n" + String.join("\n", lines.subList(0, last)) + "\n");
        });
        Compilation after = RuleCompiler.compile(with(edition, fewer), before);
        assertThat(after.rules())
                .isSubsetOf(before.rules())
                .hasSizeLessThan(before.rules().size());
        assertThat(after.isWhole()).isTrue();
        assertThat(after.classes().size()).isLessThan(before.classes().size());
        Compilation again = RuleCompiler.compile(edition, after);
        assertThat(again.rules())
                .extracting(CompiledRule::key)
                .containsExactlyElementsOf(
                        before.rules().stream().map(CompiledRule::key).toList());
        assertThat(nodes(base(again))).isEqualTo(nodes(base(before)));
    }

    @Test
    void whatTheEngineRefusesNamesFileAndLine() {
        Edition edition = smallest();
        String file = edition.sources().entrySet().stream()
                .filter(e -> e.getValue().contains("\nrule "))
                .findFirst()
                .orElseThrow()
                .getKey();
        Map<String, String> sources = new LinkedHashMap<>(edition.sources());
        String text = sources.get(file);
        sources.put(file, text.replaceFirst("(?m)^when$", "when\n    Nowhere( it == 1 )"));
        assertThatThrownBy(() -> RuleCompiler.compile(with(edition, sources)))
                .isInstanceOf(CharterException.class)
                .hasMessageContaining("the engine refuses this")
                .hasMessageContaining(file);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A program may decide on the threads that all of Java's parallel streams share; they then wait for the rules, so these do not wait for them. */
    @Test
    void compilesWhileTheThreadsOfParallelStreamsWait() {
        CountDownLatch compiled = new CountDownLatch(1);
        try {
            for (int i = 0; i <= 2 * ForkJoinPool.getCommonPoolParallelism(); i++) {
                ForkJoinPool.commonPool().execute(() -> await(compiled));
            }
            assertTimeoutPreemptively(Duration.ofMinutes(2), () -> RuleCompiler.compile(smallest()));
        } finally {
            compiled.countDown();
        }
    }
}
