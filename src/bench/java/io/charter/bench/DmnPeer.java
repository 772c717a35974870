package io.charter.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The DMN engine of Drools over {@code src/bench/dmn/small-charter.dmn}: one evaluation of the whole model a scenario. */
final class DmnPeer implements Peer {

    private final ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private final DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(List.of(ResourceFactory.newFileResource(
                    Path.of("src/bench/dmn/small-charter.dmn").toFile())))
            .getOrElseThrow(IllegalStateException::new);
    private final DMNModel model = runtime.getModels().get(0);

    @Override
    @SuppressWarnings("unchecked")
    public String decide(String scenario) throws IOException {
        Map<String, Object> root = mapper.readValue(scenario, Map.class);
        Map<String, List<Map<String, Object>>> facts = (Map<String, List<Map<String, Object>>>) root.get("facts");
        for (List<Map<String, Object>> list : facts.values()) {
            for (Map<String, Object> fact : list) {
                fact.computeIfPresent("on", (k, day) -> LocalDate.parse((String) day));
                fact.computeIfPresent("votedOn", (k, day) -> LocalDate.parse((String) day));
            }
        }
        DMNContext context = runtime.newContext();
        context.set("asOf", LocalDate.parse((String) root.get("asOf")));
        context.set("facts", facts);
        DMNResult result = runtime.evaluateAll(model, context);
        if (result.hasErrors()) {
            throw new IllegalStateException(result.getMessages().toString());
        }
        return Answer.json(answers(result));
    }

    private static List<Answer> answers(DMNResult result) {
        List<Answer> answers = new ArrayList<>(ScenarioMaker.DECISIONS);
        for (Map<String, Object> state : list(result, "states")) {
            answers.add(new Answer("membership", (String) state.get("state"), (String) state.get("membership")));
            answers.add(new Answer("vote", (String) state.get("state"), (String) state.get("vote")));
        }
        for (Map<String, Object> proposal : list(result, "proposals")) {
            answers.add(new Answer("proposal", (String) proposal.get("id"), (String) proposal.get("outcome")));
        }
        answers.add(new Answer("quorum", "assembly", (String)
                result.getDecisionResultByName("quorum").getResult()));
        return answers;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(DMNResult result, String decision) {
        return (List<Map<String, Object>>)
                result.getDecisionResultByName(decision).getResult();
    }
}
