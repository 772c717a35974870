package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compiles editions in which a rule was changed as the cache does, at the cost of that rule; the classes that are as before are loaded
 * once for all of them.
 */
public final class ChangedRule {

    private final Compilation whole;
    private final ClassLoader loader;

    /** @param edition the edition before any change */
    public ChangedRule(Edition edition) {
        this.whole = CompiledRules.withOwnLoader(() -> RuleCompiler.compile(edition));
        this.loader = whole.compiled().loader();
    }

    /**
     * The rules of the edition with one of them changed.
     *
     * @param changed the edition with the change in it; its declarations are as before
     */
    public CompiledRules in(Edition changed) {
        return CompiledRules.withOwnLoader(() -> {
            CompiledClasses compiled = RuleCompiler.compile(changed, whole).compiled();
            Map<String, byte[]> own = new TreeMap<>(compiled.classes());
            own.entrySet()
                    .removeIf(each ->
                            Arrays.equals(each.getValue(), whole.classes().get(each.getKey())));
            ClassLoader both = new CompiledClasses.Loader(loader, own);
            return CompiledRules.of(changed, changed.rules(), RuleModel.of(compiled, both, i -> true), both);
        });
    }
}
