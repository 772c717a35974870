package io.charter.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.charter.Charter;
import io.charter.explain.DecisionData;
import io.charter.explain.DecisionDocument;
import io.charter.explain.DecisionSchema;
import io.charter.testing.Scenarios;
import io.charter.testing.TestRules;
import io.charter.text.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schemas that the program prints say of scenarios and decisions what the program itself says. */
class SchemaTest {

    private final Charter charter = TestRules.charter();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @TestFactory
    Stream<DynamicTest> theShippedSchemaIsCurrent() {
        return charter.editions().stream()
                .map(id -> DynamicTest.dynamicTest(
                        id,
                        () -> assertThat(Files.readString(shipped(id)))
                                .isEqualTo(JsonText.of(ScenarioSchema.of(charter.edition(id))))));
    }

    private static Path shipped(String edition) {
        return TestRules.FIXTURES.resolve("schemas").resolve(edition + ".schema.json");
    }

    @TestFactory
    Stream<DynamicTest> everyFixtureNamesItsSchemaAndFitsIt() {
        ObjectMapper mapper = new ObjectMapper();
        return TestRules.fixtureFiles().stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    JsonNode fixture = mapper.readTree(file.toFile());
                    Path named = file.getParent()
                            .resolve(fixture.path("$schema").asText())
                            .normalize();
                    assertThat(named).isEqualTo(shipped(fixture.path("edition").asText()));
                    assertThat(schema(Files.readString(named)).validate(fixture.toString(), InputFormat.JSON))
                            .isEmpty();
                }));
    }

    @Test
    void everyDecisionDocumentFitsItsSchema() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        charter.editions().forEach(id -> schemas.put(id, schema(JsonText.of(DecisionSchema.of(charter.edition(id))))));
        Scenarios.all(charter).forEach((name, data) -> {
            DecisionDocument document = charter.decide(Scenarios.read(charter, data));
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("scenario", document.scenario());
            written.put("edition", document.edition());
            written.put("asOf", document.asOf().toString());
            written.put("rules", document.rules());
            written.put(
                    "decisions",
                    document.decisions().stream().map(DecisionData::of).toList());
            assertThat(schemas.get(document.edition()).validate(JsonText.line(written), InputFormat.JSON))
                    .as(name)
                    .isEmpty();
        });
    }

    @Test
    void aGeneratedScenarioFitsAndOneWithAFaultDoesNot() throws IOException {
        for (String id : charter.editions()) {
            Schema schema = schema(Files.readString(shipped(id)));
            Map<String, Object> scenario = new io.charter.generate.Generator(charter.edition(id), 1).next("generated");
            assertThat(schema.validate(JsonText.line(scenario), InputFormat.JSON))
                    .isEmpty();
            scenario.put("asof", "2026-01-01");
            assertThat(schema.validate(JsonText.line(scenario), InputFormat.JSON))
                    .isNotEmpty();
        }
    }

    private Schema schema(String text) {
        return registry.getSchema(text, InputFormat.JSON);
    }
}
