package io.charter.rulebook.compile;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;

/**
 * Rules for Drools, each from a class of its own. What the fact types say of themselves is left out: Drools needs none of it, and looks
 * at the types that rules ask for when they do.
 */
record RuleModel(String getName, List<Rule> getRules) implements Model {

    /**
     * The rules that classes hold.
     *
     * @param loader a loader that knows the classes
     * @param wanted which of them, by their places
     * @throws IllegalStateException when they are not as Drools makes them
     */
    static RuleModel of(CompiledClasses compiled, ClassLoader loader, IntPredicate wanted) {
        try {
            List<Rule> rules = new ArrayList<>();
            for (int i = 0; i < compiled.rules().size(); i++) {
                if (wanted.test(i)) {
                    String name = compiled.rules().get(i);
                    Method maker = loader.loadClass(name).getMethod(compiled.maker(name));
                    rules.add((Rule) maker.invoke(null));
                }
            }
            return new RuleModel(compiled.facts(), rules);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules are not whole", e);
        }
    }

    @Override
    public List<TypeMetaData> getTypeMetaDatas() {
        return List.of();
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
