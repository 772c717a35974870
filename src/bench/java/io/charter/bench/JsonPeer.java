package io.charter.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A floor: the scenario parsed by Jackson and a document with as many answers written, all of them the same. Nothing is decided. */
final class JsonPeer implements Peer {

    private static final String OUTCOME = "none";
    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public String decide(String scenario) throws IOException {
        JsonNode facts = mapper.readTree(scenario).get("facts");
        List<Answer> answers = new ArrayList<>(ScenarioMaker.DECISIONS);
        for (JsonNode participant : facts.get("Participant")) {
            String state = participant.get("state").textValue();
            answers.add(new Answer("membership", state, OUTCOME));
            answers.add(new Answer("vote", state, OUTCOME));
        }
        for (JsonNode proposal : facts.get("Proposal")) {
            answers.add(new Answer("proposal", proposal.get("id").textValue(), OUTCOME));
        }
        answers.add(new Answer("quorum", "assembly", OUTCOME));
        return Answer.json(answers);
    }
}
