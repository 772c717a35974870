package io.charter.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.charter.bench.EvreteFacts.Act;
import io.charter.bench.EvreteFacts.Assembly;
import io.charter.bench.EvreteFacts.Cycle;
import io.charter.bench.EvreteFacts.Participant;
import io.charter.bench.EvreteFacts.Payment;
import io.charter.bench.EvreteFacts.Proposal;
import io.charter.bench.EvreteFacts.Ratification;
import io.charter.bench.EvreteFacts.Today;
import io.charter.bench.EvreteFacts.Vote;
import io.charter.bench.EvreteFacts.Withdrawal;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.evrete.api.ActivationMode;
import org.evrete.api.Knowledge;
import org.evrete.api.StatefulSession;

/** Evrete over the rules of {@link EvreteRules}: one new session a scenario, its facts filled from the parsed JSON by hand. */
final class EvretePeer implements Peer {

    private final ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private final Knowledge rules = EvreteRules.knowledge(new CallerRuns());

    @Override
    public String decide(String scenario) throws IOException {
        JsonNode root = mapper.readTree(scenario);
        JsonNode facts = root.get("facts");
        Today today = new Today();
        today.date = date(root, "asOf");
        today.newYear = today.date.withDayOfYear(1);
        Assembly assembly = new Assembly();
        StatefulSession session = rules.newStatefulSession(ActivationMode.CONTINUOUS);
        session.insert(today, assembly, new Cycle(1));
        List<Participant> participants = new ArrayList<>();
        for (JsonNode node : facts.get("Participant")) {
            Participant participant = new Participant();
            participant.state = text(node, "state");
            participant.founding = node.get("founding").booleanValue();
            participants.add(participant);
        }
        List<Proposal> proposals = new ArrayList<>();
        for (JsonNode node : facts.get("Proposal")) {
            Proposal proposal = new Proposal();
            proposal.id = text(node, "id");
            proposal.kind = text(node, "kind");
            proposal.votedOn = date(node, "votedOn");
            proposals.add(proposal);
        }
        session.insert(participants);
        session.insert(proposals);
        insertActs(session, today, facts);
        session.fire();
        session.close();
        return Answer.json(answers(participants, proposals, assembly));
    }

    private static void insertActs(StatefulSession session, Today today, JsonNode facts) {
        for (JsonNode node : facts.get("Ratification")) {
            insert(session, today, node, new Ratification());
        }
        for (JsonNode node : facts.get("Withdrawal")) {
            Withdrawal withdrawal = new Withdrawal();
            withdrawal.written = node.get("written").booleanValue();
            insert(session, today, node, withdrawal);
        }
        for (JsonNode node : facts.get("Payment")) {
            Payment payment = new Payment();
            payment.amount = node.get("amount").decimalValue();
            insert(session, today, node, payment);
        }
        for (JsonNode node : facts.get("Vote")) {
            Vote vote = new Vote();
            vote.proposal = text(node, "proposal");
            vote.by = text(node, "by");
            vote.choice = text(node, "choice");
            session.insert(vote);
        }
    }

    /** What happened after the date asked about does not exist yet. */
    private static void insert(StatefulSession session, Today today, JsonNode node, Act act) {
        act.state = text(node, "state");
        act.on = date(node, "on");
        if (!act.on.isAfter(today.date)) {
            session.insert(act);
        }
    }

    private static List<Answer> answers(List<Participant> participants, List<Proposal> proposals, Assembly assembly) {
        List<Answer> answers = new ArrayList<>(ScenarioMaker.DECISIONS);
        participants.forEach(p -> answers.add(new Answer("membership", p.state, p.membership)));
        participants.forEach(p -> answers.add(new Answer("vote", p.state, p.vote)));
        proposals.forEach(p -> answers.add(new Answer("proposal", p.id, p.outcome)));
        answers.add(new Answer("quorum", "assembly", assembly.outcome));
        return answers;
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).textValue();
    }

    private static LocalDate date(JsonNode node, String field) {
        return LocalDate.parse(text(node, field));
    }
}
