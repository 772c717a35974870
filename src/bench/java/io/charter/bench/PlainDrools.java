package io.charter.bench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;

/**
 * Plain use of Drools on the rule files of an edition: compiled by KieBuilder to the executable model; for each scenario a new
 * session, its facts inserted as Jackson makes them, all rules fired, and the facts that are answers read. No checks of what a
 * scenario says and no explanations. What is learned of the edition when it is opened (which types are answers, which field is
 * a day) stands in for the code that such a program would have for its one set of types.
 */
public final class PlainDrools {

    private record Given(ObjectReader reader, Method day) {}

    private record Deciding(String question, Method questionField, String outcome, Method subject) {}

    private static final class Day extends StdDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return LocalDate.parse(json.getText());
        }
    }

    private final KieBase base;
    private final ObjectMapper mapper = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .registerModule(new SimpleModule().addDeserializer(LocalDate.class, new Day()));
    private final Map<String, Given> given = new HashMap<>();
    private final Map<Class<?>, Deciding> deciding = new HashMap<>();
    private Class<?> today;
    private Method todayIs;

    /** Compiles the rule files of an edition. */
    public PlainDrools(Edition edition) {
        base = compiled(edition);
        try {
            for (FactType type : edition.types().values()) {
                learn(type, base.getFactType(edition.packageName(), type.name()).getFactClass());
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KieBase compiled(Edition edition) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("bench", edition.id(), "1");
        KieFileSystem system = services.newKieFileSystem();
        system.generateAndWritePomXML(release);
        edition.sources().forEach((path, text) -> system.write("src/main/resources/" + path.replace("..", "_"), text));
        KieBuilder builder = services.newKieBuilder(system).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(errors.toString());
        }
        return services.newKieContainer(release).getKieBase();
    }

    private void learn(FactType type, Class<?> factClass) throws ReflectiveOperationException {
        if (type.kind() == FactType.Kind.TODAY) {
            today = factClass;
            todayIs = factClass.getMethod("set" + capital(type.fields().get(0)), LocalDate.class);
        } else if (type.kind() == FactType.Kind.INPUT) {
            Method day = type.event().isEmpty()
                    ? null
                    : getter(factClass, type.event().get());
            given.put(type.name(), new Given(mapper.readerFor(factClass), day));
        } else if (type.answers() != null) {
            Method question = type.answers().anyQuestion()
                    ? getter(factClass, type.question().orElseThrow())
                    : null;
            Method subject = getter(factClass, type.subject().orElseThrow());
            deciding.put(
                    factClass,
                    new Deciding(
                            type.answers().question(), question, type.answers().outcome(), subject));
        }
    }

    private static Method getter(Class<?> factClass, Field field) throws ReflectiveOperationException {
        return factClass.getMethod("get" + capital(field));
    }

    private static String capital(Field field) {
        return Character.toUpperCase(field.name().charAt(0)) + field.name().substring(1);
    }

    /** What is decided of a scenario, given as JSON, in no order. */
    public List<Answer> decide(String scenario) throws IOException {
        KieSession session = base.newKieSession();
        try (JsonParser json = mapper.createParser(scenario)) {
            insert(session, json);
            session.fireAllRules();
            List<Answer> answers = new ArrayList<>();
            for (Object fact : session.getObjects()) {
                Deciding type = deciding.get(fact.getClass());
                if (type != null) {
                    String question =
                            type.questionField == null ? type.question : (String) type.questionField.invoke(fact);
                    answers.add(new Answer(question, (String) type.subject.invoke(fact), type.outcome));
                }
            }
            return answers;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            session.dispose();
        }
    }

    /** Inserts the date and the facts that have happened by it; a scenario says its date before its facts. */
    private void insert(KieSession session, JsonParser json) throws IOException, ReflectiveOperationException {
        LocalDate asOf = null;
        json.nextToken();
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            if (key.equals("asOf")) {
                asOf = LocalDate.parse(json.getText());
                Object fact = today.getConstructor().newInstance();
                todayIs.invoke(fact, asOf);
                session.insert(fact);
            } else if (key.equals("facts")) {
                for (String type = json.nextFieldName(); type != null; type = json.nextFieldName()) {
                    json.nextToken();
                    insert(session, json, given.get(type), asOf);
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private static void insert(KieSession session, JsonParser json, Given type, LocalDate asOf)
            throws IOException, ReflectiveOperationException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Object fact = type.reader.readValue(json);
            if (type.day == null || !((LocalDate) type.day.invoke(fact)).isAfter(asOf)) {
                session.insert(fact);
            }
        }
    }
}
