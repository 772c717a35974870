package io.charter.rulebook.compile;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;

/** Rules for Drools, each from a class of its own, with the fact types of the edition. */
record RuleModel(Model facts, List<Rule> rules) implements Model {

    /**
     * The rules that classes hold.
     *
     * @param loader a loader that knows the classes
     * @throws IllegalStateException when they are not as Drools makes them
     */
    static RuleModel of(CompiledClasses compiled, ClassLoader loader) {
        try {
            Model facts =
                    (Model) loader.loadClass(compiled.facts()).getConstructor().newInstance();
            List<Rule> rules = new ArrayList<>();
            for (String name : compiled.rules()) {
                Method maker = loader.loadClass(name).getMethod(compiled.maker(name));
                rules.add((Rule) maker.invoke(null));
            }
            return new RuleModel(facts, rules);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules are not whole", e);
        }
    }

    @Override
    public String getName() {
        return facts.getName();
    }

    @Override
    public List<Rule> getRules() {
        return rules;
    }

    @Override
    public List<TypeMetaData> getTypeMetaDatas() {
        return facts.getTypeMetaDatas();
    }

    @Override
    public List<Global> getGlobals() {
        return List.of();
    }

    @Override
    public List<Query> getQueries() {
        return List.of();
    }

    @Override
    public List<EntryPoint> getEntryPoints() {
        return List.of();
    }
}
