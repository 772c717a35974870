package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Stratum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.drools.base.base.SalienceInteger;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.accessor.Salience;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/** The rules of an edition, ready for sessions; shared by threads. */
public final class CompiledRules {

    private final Edition edition;
    private final KieBase base;
    private final Map<String, FactClass> byType;
    private final Map<Class<?>, FactClass> byClass;

    private CompiledRules(
            Edition edition, KieBase base, Map<String, FactClass> byType, Map<Class<?>, FactClass> byClass) {
        this.edition = edition;
        this.base = base;
        this.byType = byType;
        this.byClass = byClass;
    }

    /** Compiles the rules of an edition, or takes them from the cache. */
    public static CompiledRules of(Edition edition, RuleCache cache) {
        return of(edition, cache, UnaryOperator.identity());
    }

    /**
     * As {@link #of(Edition, RuleCache)}, with something changed.
     *
     * @param change gives the rules, as Drools compiled them, the form in which it is to build its network from them
     */
    public static CompiledRules of(Edition edition, RuleCache cache, UnaryOperator<Model> change) {
        return withOwnLoader(() -> compiled(edition, cache, change));
    }

    /**
     * Does something with Drools. It looks for its services by the loader of the thread, which need not know it where the
     * library is embedded; so for that time the thread has the loader of this program.
     */
    public static <T> T withOwnLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(CompiledRules.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static CompiledRules compiled(Edition edition, RuleCache cache, UnaryOperator<Model> change) {
        CompiledClasses compiled = cache.classes(edition);
        ClassLoader loader = compiled.loader();
        return of(edition, models(compiled, loader).stream().map(change).toList(), loader);
    }

    static List<Model> models(CompiledClasses compiled, ClassLoader loader) {
        try {
            List<Model> models = new ArrayList<>();
            for (String name : compiled.models()) {
                models.add((Model) loader.loadClass(name).getConstructor().newInstance());
            }
            return models;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules are not whole", e);
        }
    }

    /** The rules of models that are loaded. */
    static CompiledRules of(Edition edition, List<Model> models, ClassLoader loader) {
        try {
            KieBase base = KieBaseBuilder.createKieBaseFromModel(
                    models, RuleBaseFactory.newKnowledgeBaseConfiguration(null, loader));
            order(base, edition);
            Map<String, FactClass> byType = new HashMap<>();
            Map<Class<?>, FactClass> byClass = new HashMap<>();
            for (FactType type : edition.types().values()) {
                Class<?> javaClass = loader.loadClass(edition.packageName() + "." + type.name());
                FactClass factClass = new FactClass(type, javaClass);
                byType.put(type.name(), factClass);
                byClass.put(javaClass, factClass);
            }
            return new CompiledRules(edition, base, byType, byClass);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules of " + edition.id() + " are not whole", e);
        }
    }

    /**
     * Gives each rule a priority, so that it applies when all that it rests on stands: then nothing is derived to be withdrawn again. What
     * stands in the end does not depend on it; in the order of Drools' own choice, three times as many facts came and went.
     */
    private static void order(KieBase base, Edition edition) {
        Map<String, Salience> priorities = new HashMap<>();
        List<Stratum> strata = Stratum.of(edition);
        for (int i = 0; i < strata.size(); i++) {
            Salience priority = new SalienceInteger(-i);
            strata.get(i).rules().forEach(rule -> priorities.put(rule.name(), priority));
        }
        base.getKiePackages()
                .forEach(rules -> rules.getRules()
                        .forEach(rule -> ((RuleImpl) rule).setSalience(priorities.get(rule.getName()))));
    }

    public Edition edition() {
        return edition;
    }

    public KieBase base() {
        return base;
    }

    public FactClass of(FactType type) {
        return byType.get(type.name());
    }

    /** The class of a fact, or null for an object that is no fact (a number that was counted). */
    public FactClass of(Object fact) {
        return byClass.get(fact.getClass());
    }
}
