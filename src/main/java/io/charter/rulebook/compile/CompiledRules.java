package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.Stratum;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.drools.base.base.SalienceInteger;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.accessor.Salience;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.drools.model.Consequence;
import org.drools.model.Model;
import org.drools.modelcompiler.KiePackagesBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;

/** The rules of an edition, ready for sessions; shared by threads. */
public final class CompiledRules {

    private final Edition edition;
    private final KieBase base;
    private final List<Stratum> strata;
    private final Map<String, Consequence> conclusions;
    private final ClassLoader loader;
    private final Map<String, FactClass> byType = new ConcurrentHashMap<>();

    /** By the numbers of their forms; each is put in when it is first needed, by any thread. */
    private final FactClass[] byNumber;

    private CompiledRules(
            Edition edition,
            KieBase base,
            List<Stratum> strata,
            Map<String, Consequence> conclusions,
            ClassLoader loader) {
        this.edition = edition;
        this.base = base;
        this.strata = strata;
        this.conclusions = conclusions;
        this.loader = loader;
        this.byNumber = new FactClass[edition.types().size()];
    }

    /** Compiles the rules of an edition, or takes them from the cache. */
    public static CompiledRules of(Edition edition, RuleCache cache) {
        return of(edition, cache, UnaryOperator.identity());
    }

    /** The same, with some of the rules only: of the others nothing is loaded. They are not made ready for many scenarios ({@link DirectFields}), which takes its time. */
    public static CompiledRules some(Edition edition, RuleCache cache, Predicate<Rule> wanted) {
        return of(edition, cache, wanted, false, UnaryOperator.identity());
    }

    /**
     * As {@link #of(Edition, RuleCache)}, with something changed.
     *
     * @param change gives the rules, made ready for many scenarios, the form in which it is to build its network from them
     */
    public static CompiledRules of(Edition edition, RuleCache cache, UnaryOperator<Model> change) {
        return of(edition, cache, rule -> true, true, change);
    }

    private static CompiledRules of(
            Edition edition, RuleCache cache, Predicate<Rule> wanted, boolean direct, UnaryOperator<Model> change) {
        DroolsStart.await();
        return withOwnLoader(() -> {
            CompiledClasses compiled = cache.classes(edition, !direct);
            ClassLoader loader = compiled.loader();
            RuleModel model = RuleModel.of(
                    compiled, loader, i -> wanted.test(edition.rules().get(i)));
            List<Rule> rules = edition.rules().stream().filter(wanted).toList();
            if (!model.getRules().stream()
                    .map(org.drools.model.Rule::getName)
                    .toList()
                    .equals(rules.stream().map(Rule::name).toList())) {
                throw new IllegalStateException("the compiled rules of " + edition.id() + " are others than its rules");
            }
            Model fast = direct ? new DirectFields(edition).of(model) : model;
            return of(edition, rules, change.apply(fast), loader);
        });
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

    /** The rules of a model that is loaded. */
    static CompiledRules of(Edition edition, List<Rule> rules, Model model, ClassLoader loader) {
        KieBase base = base(model, loader);
        List<Stratum> strata = Stratum.of(edition, rules);
        order(base, strata);
        Map<String, Consequence> conclusions = new HashMap<>();
        model.getRules().forEach(rule -> conclusions.put(rule.getName(), rule.getDefaultConsequence()));
        return new CompiledRules(edition, base, strata, conclusions, loader);
    }

    /** Builds the network of a model. It is one package, and added as one: to add several, Drools has Java make code for their order. */
    static KieBase base(Model model, ClassLoader loader) {
        KieBaseConfiguration configuration = RuleBaseFactory.newKnowledgeBaseConfiguration(null, loader);
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase(model.getName(), configuration);
        new KiePackagesBuilder(configuration, new WholeFacts(), List.of(model))
                .build()
                .getKiePackages()
                .forEach(base::addPackage);
        return base;
    }

    /**
     * Gives each rule a priority, so that it applies when all that it rests on stands: then nothing is derived to be withdrawn again. What
     * stands in the end does not depend on it; in the order of Drools' own choice, many facts come and go.
     */
    private static void order(KieBase base, List<Stratum> strata) {
        Map<String, Salience> priorities = new HashMap<>();
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

    /** The order in which its rules apply. */
    public List<Stratum> strata() {
        return strata;
    }

    public KieBase base() {
        return base;
    }

    /** What a rule does when it applies, as Drools compiled it. */
    public Consequence conclusion(Rule rule) {
        return conclusions.get(rule.name());
    }

    /** The class of a fact type; each is looked up when it is first needed. */
    public FactClass of(FactType type) {
        FactClass known = byType.get(type.name());
        return known != null
                ? known
                : byType.computeIfAbsent(type.name(), name -> new FactClass(type, prototype(edition, loader, name)));
    }

    /** A fact of a type, with whatever values. */
    private static FactRow prototype(Edition edition, ClassLoader loader, String type) {
        try {
            return (FactRow) loader.loadClass(edition.packageName() + "." + type)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules of " + edition.id() + " are not whole", e);
        }
    }

    /** The class of a fact, or null for an object that is no fact (a number that was counted). */
    public FactClass of(Object object) {
        if (!(object instanceof FactRow fact)) {
            return null;
        }
        FactClass known = byNumber[fact.number()];
        if (known == null) {
            known = of(edition.type(object.getClass().getSimpleName()).orElseThrow());
            byNumber[fact.number()] = known;
        }
        return known;
    }
}
