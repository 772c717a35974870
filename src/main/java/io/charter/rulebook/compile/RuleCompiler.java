package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import io.charter.text.CharterException;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Lets Drools compile the rules of an edition into classes (its executable model). */
final class RuleCompiler {

    private static final String GROUP = "charter";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private RuleCompiler() {}

    /**
     * Compiles the rules, one edition at a time: Drools writes the {@code equals} of every fact type with two statements that all
     * its compilations share (GeneratedEqualsMethod), and where threads compiled at once it broke off now and then.
     *
     * @throws CharterException when Drools refuses what our own check let pass; each message with the file and line it gives
     */
    static synchronized CompiledClasses compile(Edition edition) {
        KieServices services = KieServices.get();
        // Each compilation has a name of its own, so that Drools finds nothing of another in its repository.
        String artifact = "rules" + COUNT.incrementAndGet();
        ReleaseId release = services.newReleaseId(GROUP, artifact, "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        String folder = "src/main/resources/" + edition.packageName().replace('.', '/') + "/";
        edition.sources().forEach((name, text) -> files.write(folder + flat(name), text));
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new CharterException(
                    errors.stream().map(e -> problem(e, edition)).distinct().toList());
        }
        InternalKieModule module = (InternalKieModule) builder.getKieModule();
        Map<String, byte[]> classes = new TreeMap<>();
        for (String name : module.getFileNames()) {
            if (name.endsWith(".class")) {
                classes.put(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'), module.getBytes(name));
            }
        }
        String list = new String(
                module.getBytes("META-INF/kie/" + GROUP + "/" + artifact + "/drools-model"), StandardCharsets.UTF_8);
        List<String> models = new ArrayList<>(List.of(list.strip().split("\\R")));
        models.remove(0);
        services.getRepository().removeKieModule(release);
        return new CompiledClasses(models, classes);
    }

    /** A name without folders, another for each file. */
    private static String flat(String name) {
        return name.replace("_", "_1").replace("/", "_2");
    }

    private static Problem problem(Message message, Edition edition) {
        String file = message.getPath() == null ? "" : message.getPath().replaceAll(".*/", "");
        String path = edition.sources().keySet().stream()
                .filter(n -> flat(n).equals(file))
                .findFirst()
                .orElse(edition.id());
        return Problem.of(
                "engine",
                "the engine refuses this: " + message.getText().replaceAll("\\s+", " "),
                new Position(path, Math.max(message.getLine(), 0), 0));
    }
}
