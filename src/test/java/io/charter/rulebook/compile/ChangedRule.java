package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.TypeMetaData;

/**
 * Compiles an edition in which one rule was changed, at the cost of that rule: Drools compiles it with the fact types that it
 * names, and it takes the place of the rule that it was in the compiled edition. Drools makes classes type by type and rule by rule
 * and names their parts by content, so the network that it builds from them is that of all rules compiled together.
 */
public final class ChangedRule {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^(?:rule \"(.*?)\"$|declare (\\w+)).*?^end$");

    private final CompiledClasses whole;
    private final ClassLoader loader;

    /** @param edition the edition before any change */
    public ChangedRule(Edition edition, RuleCache cache) {
        this.whole = cache.classes(edition);
        this.loader = whole.loader();
    }

    /**
     * The rules of the edition with one of them changed.
     *
     * @param changed the edition with the change in it
     * @param rule the rule as changed; its name is as before
     */
    public CompiledRules in(Edition changed, Rule rule) {
        return CompiledRules.withOwnLoader(() -> {
            CompiledClasses alone = RuleCompiler.compile(alone(changed, rule));
            Map<String, byte[]> own = new TreeMap<>(alone.classes());
            // The fact types are those of the edition; the same again, they would be others to Java.
            changed.types().keySet().forEach(type -> own.remove(changed.packageName() + "." + type));
            ClassLoader both = new Both(loader, own);
            Model one = CompiledRules.models(alone, both).get(0);
            Model all = CompiledRules.models(whole, loader).get(0);
            return CompiledRules.of(changed, List.of(new Changed(all, one.getRules())), both);
        });
    }

    /** Of the edition this rule and the fact types that it names. */
    private static Edition alone(Edition edition, Rule rule) {
        Set<String> kept = new HashSet<>();
        keep(rule.then().type(), kept);
        rule.when().forEach(condition -> keep(condition.pattern().type(), kept));
        Map<String, String> sources = new LinkedHashMap<>();
        edition.sources().forEach((file, text) -> {
            String rest = BLOCK.matcher(text)
                    .replaceAll(block -> rule.name().equals(block.group(1)) || kept.contains(block.group(2))
                            ? Matcher.quoteReplacement(block.group())
                            : "");
            if (rest.contains("\nend")) {
                sources.put(file, rest);
            }
        });
        return new Edition(
                edition.id(),
                edition.titles(),
                edition.languages(),
                edition.packageName(),
                edition.types(),
                List.of(rule),
                edition.questions(),
                edition.clauses(),
                edition.names(),
                edition.hash(),
                sources);
    }

    private static void keep(FactType type, Set<String> kept) {
        for (FactType each = type; each != null; each = each.parent()) {
            kept.add(each.name());
        }
    }

    /** Classes of its own before those of its parent. */
    private static final class Both extends ClassLoader {

        private final Map<String, byte[]> own;

        Both(ClassLoader parent, Map<String, byte[]> own) {
            super(parent);
            this.own = own;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] bytes = own.get(name);
            if (bytes == null) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
            }
        }
    }

    /** A model with some rules in the place of those of the same names. */
    private record Changed(Model all, List<org.drools.model.Rule> in) implements Model {

        @Override
        public List<org.drools.model.Rule> getRules() {
            List<org.drools.model.Rule> rules = new ArrayList<>();
            for (org.drools.model.Rule rule : all.getRules()) {
                rules.add(in.stream()
                        .filter(r -> r.getName().equals(rule.getName()))
                        .findFirst()
                        .orElse(rule));
            }
            return rules;
        }

        @Override
        public String getName() {
            return all.getName();
        }

        @Override
        public String getPackageName() {
            return all.getPackageName();
        }

        @Override
        public List<Global> getGlobals() {
            return all.getGlobals();
        }

        @Override
        public List<Query> getQueries() {
            return all.getQueries();
        }

        @Override
        public List<TypeMetaData> getTypeMetaDatas() {
            return all.getTypeMetaDatas();
        }

        @Override
        public List<EntryPoint> getEntryPoints() {
            return all.getEntryPoints();
        }
    }
}
