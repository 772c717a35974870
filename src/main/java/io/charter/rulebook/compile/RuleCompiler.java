package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.syntax.Block;
import io.charter.text.CharterException;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

/**
 * Lets Drools compile the rules of an edition into classes: first those of the facts, then those of the rules. A rule depends on its
 * own text and on the declarations of facts alone, so rules that were compiled before with the same declarations are not compiled
 * again. What is left is divided among the cores.
 */
final class RuleCompiler {

    /** Fewer rules than this are compiled sooner by one thread. */
    private static final int LEAST_TO_DIVIDE = 16;

    private RuleCompiler() {}

    /** Compiles all of it. */
    static Compilation compile(Edition edition) {
        return compile(edition, null);
    }

    /**
     * Compiles what has changed, one edition at a time: what Drools keeps for all its compilations (the statements of
     * GeneratedEqualsMethod, the accessors of classes by name) is not made for two of them.
     *
     * @param before an edition with the same declarations, whose rules are used again; or null
     * @throws CharterException when Drools refuses what our own check let pass; each message with the file and line it gives
     */
    static synchronized Compilation compile(Edition edition, Compilation before) {
        EditionText text = new EditionText(edition);
        Compilation facts = before != null ? before : FactCompiler.compile(edition, text);
        FactLoader loader = new FactLoader(facts.ofFacts());
        Map<String, CompiledRule> rules = new HashMap<>(facts.byKey());
        List<Block> missing = text.rules().stream()
                .filter(rule -> !rules.containsKey(key(rule)))
                .toList();
        Map<String, byte[]> added = new TreeMap<>();
        for (Map<String, byte[]> classes : inParallel(parts(missing).stream()
                .map(part -> (Callable<Map<String, byte[]>>) () -> compile(edition, text, part, facts.facts(), loader))
                .toList())) {
            added.putAll(classes);
        }
        for (Block rule : missing) {
            String main = DroolsBuild.main(facts.facts(), rule.name());
            rules.put(key(rule), new CompiledRule(key(rule), main, ClassReferences.needed(main, added)));
        }
        return facts.with(text.rules().stream().map(r -> rules.get(key(r))).toList(), added);
    }

    private static Map<String, byte[]> compile(
            Edition edition, EditionText text, List<Block> rules, String facts, FactLoader loader) {
        Set<String> names = rules.stream().map(Block::name).collect(Collectors.toSet());
        Map<String, String> files = new LinkedHashMap<>();
        files.put("imports", text.header());
        files.putAll(text.only(block -> block.isRule() && names.contains(block.name())));
        DroolsBuild build = new DroolsBuild(edition, loader, files);
        build.sources().leaveOut(facts);
        build.sources().leaveOut(FactCompiler.metadata(facts));
        return build.sources().compile(loader, build::place);
    }

    static String key(Block rule) {
        return Keys.hash(rule.text());
    }

    private static List<List<Block>> parts(List<Block> rules) {
        int cores = Runtime.getRuntime().availableProcessors();
        int count = Math.max(1, Math.min(cores, rules.size() / LEAST_TO_DIVIDE));
        List<List<Block>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(rules.subList(rules.size() * i / count, rules.size() * (i + 1) / count));
        }
        parts.removeIf(List::isEmpty);
        return parts;
    }

    /**
     * Threads for one compilation. Drools divides its work among the threads of the pool that it runs in; outside of any, those are
     * Java's common ones, on which a program may decide, and so wait for these rules.
     */
    private static ForkJoinPool threads(int count) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        ForkJoinPool.ForkJoinWorkerThreadFactory factory = pool -> {
            ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
            thread.setContextClassLoader(loader);
            return thread;
        };
        return new ForkJoinPool(count, factory, null, false);
    }

    /** Does all of the work, and throws what is wrong with any of it. */
    private static <T> List<T> inParallel(List<Callable<T>> work) {
        List<T> done = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Throwable failure = null;
        List<FutureTask<T>> tasks = work.stream().map(FutureTask::new).toList();
        ForkJoinPool threads = threads(Math.max(1, work.size()));
        try {
            tasks.forEach(threads::execute);
            for (FutureTask<T> each : tasks) {
                try {
                    done.add(each.get());
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof CharterException refused) {
                        problems.addAll(refused.problems());
                    } else {
                        failure = e.getCause();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the thread that compiles rules was interrupted", e);
        } finally {
            threads.shutdownNow();
        }
        if (failure != null) {
            throw new IllegalStateException("the rules could not be compiled", failure);
        }
        if (!problems.isEmpty()) {
            throw new CharterException(problems);
        }
        return done;
    }
}
