package io.charter.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.type.FactField;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;

/** What Drools does by itself: rule files built to the executable model by its public interface, and one scenario decided. */
public final class PlainBuild {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package (\\S+)");
    private static final Pattern DAY = Pattern.compile("(?m)^declare (\\w+)\\s+@today");

    private PlainBuild() {}

    /** Builds rule files and decides: SCENARIO.json FILE.drl… Prints how many facts there are in the end. */
    public static void main(String[] arguments) throws Exception {
        List<String> texts = new ArrayList<>();
        for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
            texts.add(Files.readString(Path.of(file)));
        }
        KieBase base = build(texts);
        String in = found(PACKAGE, texts);
        KieSession session = base.newKieSession();
        JsonNode scenario = new ObjectMapper().readTree(Path.of(arguments[0]).toFile());
        FactType day = base.getFactType(in, found(DAY, texts));
        Object asked = day.newInstance();
        day.set(
                asked,
                day.getFields().get(0).getName(),
                LocalDate.parse(scenario.get("asOf").asText()));
        session.insert(asked);
        for (Iterator<Map.Entry<String, JsonNode>> types = scenario.get("facts").fields(); types.hasNext(); ) {
            Map.Entry<String, JsonNode> each = types.next();
            for (JsonNode values : each.getValue()) {
                session.insert(fact(base.getFactType(in, each.getKey()), values));
            }
        }
        session.fireAllRules();
        System.out.println(session.getFactCount());
    }

    private static KieBase build(List<String> texts) throws IOException {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("plain", "rules", "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        for (int i = 0; i < texts.size(); i++) {
            files.write("src/main/resources/rules" + i + ".drl", texts.get(i));
        }
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IOException(errors.toString());
        }
        return services.newKieContainer(release).getKieBase();
    }

    private static Object fact(FactType type, JsonNode values) throws ReflectiveOperationException {
        Object fact = type.newInstance();
        for (FactField field : type.getFields()) {
            JsonNode value = values.get(field.getName());
            if (value != null && !value.isNull()) {
                type.set(fact, field.getName(), value(field.getType(), value));
            }
        }
        return fact;
    }

    private static Object value(Class<?> type, JsonNode value) {
        if (type == LocalDate.class) {
            return LocalDate.parse(value.asText());
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(value.asText());
        }
        if (type == List.class) {
            List<String> all = new ArrayList<>();
            value.forEach(each -> all.add(each.asText()));
            return all;
        }
        return type == boolean.class
                ? (Object) value.asBoolean()
                : type == long.class ? value.asLong() : value.asText();
    }

    private static String found(Pattern pattern, List<String> texts) {
        for (String text : texts) {
            Matcher found = pattern.matcher(text);
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new IllegalArgumentException("no " + pattern);
    }
}
