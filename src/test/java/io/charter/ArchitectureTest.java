package io.charter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.charter.rulebook.model.FactType;
import io.charter.testing.TestRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The one idea and the layers, stated once. */
@AnalyzeClasses(packages = "io.charter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule LAYERS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("text")
            .definedBy("io.charter.text")
            .layer("rulebook")
            .definedBy("io.charter.rulebook..")
            .layer("scenario")
            .definedBy("io.charter.scenario")
            .layer("generate")
            .definedBy("io.charter.generate")
            .layer("derivation")
            .definedBy("io.charter.derivation")
            .layer("engine")
            .definedBy("io.charter.engine")
            .layer("reference")
            .definedBy("io.charter.reference")
            .layer("explain")
            .definedBy("io.charter.explain")
            .layer("whynot")
            .definedBy("io.charter.whynot")
            .layer("report")
            .definedBy("io.charter.report")
            .layer("whatif")
            .definedBy("io.charter.whatif")
            .layer("api")
            .definedBy("io.charter")
            .layer("quality")
            .definedBy("io.charter.quality")
            .layer("cli")
            .definedBy("io.charter.cli")
            .whereLayer("rulebook")
            .mayOnlyAccessLayers("text")
            .whereLayer("scenario")
            .mayOnlyAccessLayers("rulebook", "text")
            .whereLayer("generate")
            .mayOnlyAccessLayers("scenario", "rulebook", "text")
            .whereLayer("derivation")
            .mayOnlyAccessLayers("scenario", "rulebook", "text")
            .whereLayer("engine")
            .mayOnlyAccessLayers("derivation", "scenario", "rulebook", "text")
            .whereLayer("reference")
            .mayOnlyAccessLayers("derivation", "scenario", "rulebook", "text")
            .whereLayer("explain")
            .mayOnlyAccessLayers("derivation", "scenario", "rulebook", "text")
            .whereLayer("whynot")
            .mayOnlyAccessLayers("explain", "reference", "derivation", "scenario", "rulebook", "text")
            .whereLayer("report")
            .mayOnlyAccessLayers("whynot", "explain", "scenario", "rulebook", "text")
            .whereLayer("whatif")
            .mayOnlyAccessLayers("whynot", "explain", "reference", "derivation", "scenario", "rulebook", "text")
            .whereLayer("api")
            .mayOnlyAccessLayers(
                    "whatif", "whynot", "explain", "reference", "engine", "derivation", "scenario", "rulebook", "text")
            .whereLayer("quality")
            .mayOnlyAccessLayers("api", "explain", "derivation", "scenario", "rulebook", "text")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule ENGINE_ALONE_KNOWS_DROOLS = noClasses()
            .that()
            .resideOutsideOfPackages("io.charter.rulebook.compile", "io.charter.engine")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule COMMAND_LINE_LIBRARIES_STAY_THERE = noClasses()
            .that()
            .resideOutsideOfPackage("io.charter.cli")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..");

    /** No text in Java names a fact type of scenarios, a question, a clause or a name of the law. */
    @Test
    void noJavaFileNamesTheLaw() throws IOException {
        Set<String> law = new TreeSet<>();
        for (String id : TestRules.charter().editions()) {
            var edition = TestRules.charter().edition(id);
            edition.inputTypes().stream().map(FactType::name).forEach(law::add);
            law.addAll(edition.clauses().keySet().stream()
                    .filter(c -> c.matches(".*[A-Z(.].*"))
                    .toList());
            law.addAll(edition.questions().keySet().stream()
                    .filter(q -> q.contains("_"))
                    .toList());
            edition.names().lists().values().forEach(list -> law.addAll(list.keySet()));
            edition.names()
                    .lists()
                    .values()
                    .forEach(list -> list.values().forEach(n -> n.values().forEach(name -> law.add(name.text()))));
            law.add(id);
        }
        Pattern words = Pattern.compile("(?<![\\w\"])(?:"
                + String.join("|", law.stream().map(Pattern::quote).toList()) + ")(?![\\w])");
        for (Path file : TestRules.files(Path.of("src/main"), ".java")) {
            assertThat(words.matcher(Files.readString(file))
                            .results()
                            .map(m -> m.group())
                            .toList())
                    .as(file.toString())
                    .isEmpty();
        }
    }
}
