package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Rule;
import io.charter.text.CharterException;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.codegen.common.GeneratedFile;
import org.drools.compiler.builder.impl.KnowledgeBuilderConfigurationImpl;
import org.drools.model.codegen.execmodel.ModelBuilderImpl;
import org.drools.model.codegen.execmodel.PackageSources;
import org.drools.modelcompiler.util.StringUtil;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.CompositeKnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.KnowledgeBuilderResult;
import org.kie.internal.builder.ResultSeverity;
import org.kie.internal.io.ResourceFactory;
import org.kie.memorycompiler.StoreClassLoader;

/**
 * One run of Drools over some rule files: to Java (its executable model, a class a rule), and from Java to classes. Equal parts of
 * rules become classes of equal names, so that runs over parts of an edition fit together.
 */
final class DroolsBuild {

    private final Edition edition;
    private final String model;
    private final JavaSources sources = new JavaSources();
    private final Map<String, byte[]> compiled = new TreeMap<>();

    /**
     * Makes Java of rule files.
     *
     * @param edition whose files they are
     * @param parent knows the classes that the files name and do not declare
     * @param files texts by name
     * @throws CharterException when Drools refuses one; each message with the file and line it gives
     */
    DroolsBuild(Edition edition, ClassLoader parent, Map<String, String> files) {
        this.edition = edition;
        KnowledgeBuilderConfigurationImpl configuration = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
                        null, parent)
                .as(KnowledgeBuilderConfigurationImpl.KEY);
        ModelBuilderImpl<PackageSources> builder =
                new ModelBuilderImpl<>(PackageSources::dumpSources, configuration, release(), true);
        CompositeKnowledgeBuilder batch = builder.batch();
        files.forEach((name, text) -> batch.add(resource(name, text), ResourceType.DRL));
        batch.build();
        refuse(builder.getResults(ResultSeverity.ERROR));
        PackageSources made = builder.getPackageSources().iterator().next();
        this.model = made.getModelNames().iterator().next();
        List<GeneratedFile> generated = new ArrayList<>();
        made.collectGeneratedFiles(generated);
        generated.forEach(file -> sources.add(file.relativePath(), file.contents()));
        if (configuration.getClassLoader() instanceof StoreClassLoader store && store.getStore() != null) {
            store.getStore()
                    .forEach((path, bytes) ->
                            compiled.put(path.replaceFirst("\\.class$", "").replace('/', '.'), bytes));
        }
    }

    /** Drools names classes after it; it is always the same, so that equal parts of rules are equal classes. */
    private static ReleaseId release() {
        return KieServices.get().newReleaseId("charter", "rules", "1");
    }

    private static Resource resource(String name, String text) {
        Resource resource = ResourceFactory.newByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
        resource.setSourcePath(name);
        resource.setResourceType(ResourceType.DRL);
        return resource;
    }

    /** The class that lists the rules, and says what the fact types are. */
    String model() {
        return model;
    }

    /** The name of the class that makes a rule. */
    static String main(String model, String rule) {
        return model + "_rule_" + StringUtil.toId(rule);
    }

    /** The Java that was made. */
    JavaSources sources() {
        return sources;
    }

    /** The classes that Drools compiled on its way: those of the fact types that the files declare. */
    Map<String, byte[]> compiled() {
        return compiled;
    }

    /** The place of the rule that a class was made of; else the edition. */
    Position place(String className) {
        return edition.rules().stream()
                .filter(rule -> className.equals(main(model, rule.name())))
                .findFirst()
                .map(Rule::at)
                .orElse(Position.of(edition.id()));
    }

    private void refuse(Collection<? extends KnowledgeBuilderResult> errors) {
        List<Problem> problems = errors.stream().map(this::problem).distinct().toList();
        if (!problems.isEmpty()) {
            throw new CharterException(problems);
        }
    }

    private Problem problem(KnowledgeBuilderResult error) {
        String file = error.getResource() == null ? null : error.getResource().getSourcePath();
        int line = error.getLines() == null || error.getLines().length == 0 ? 0 : error.getLines()[0];
        return JavaSources.problem(
                error.getMessage(),
                new Position(
                        file != null && edition.sources().containsKey(file) ? file : edition.id(),
                        Math.max(line, 0),
                        0));
    }
}
