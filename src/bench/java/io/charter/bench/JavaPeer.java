package io.charter.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A floor, and the oracle of the others: the norms of the small charter written by hand in plain Java over the parsed JSON,
 * from their text and not from the rules.
 */
final class JavaPeer implements Peer {

    private static final BigDecimal DUES = new BigDecimal("250000");
    private final ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Override
    public String decide(String scenario) throws IOException {
        JsonNode root = mapper.readTree(scenario);
        return Answer.json(answers(date(root, "asOf"), root.get("facts")));
    }

    private static List<Answer> answers(LocalDate today, JsonNode facts) {
        List<Answer> memberships = new ArrayList<>(ScenarioMaker.DECISIONS);
        List<Answer> votes = new ArrayList<>();
        Set<String> voting = new HashSet<>();
        int members = 0;
        for (JsonNode participant : facts.get("Participant")) {
            String state = participant.get("state").textValue();
            LocalDate since = entry(participant, state, today, facts);
            String membership = membership(since, state, today, facts);
            String vote = membership.equals("member") ? vote(since, state, today, facts) : "none";
            memberships.add(new Answer("membership", state, membership));
            votes.add(new Answer("vote", state, vote));
            members += membership.equals("member") ? 1 : 0;
            if (vote.equals("held")) {
                voting.add(state);
            }
        }
        boolean quorum = 2 * voting.size() > members;
        memberships.addAll(votes);
        for (JsonNode proposal : facts.get("Proposal")) {
            memberships.add(new Answer(
                    "proposal", proposal.get("id").textValue(), proposal(proposal, today, quorum, voting, facts)));
        }
        memberships.add(new Answer("quorum", "assembly", quorum ? "reached" : "not_reached"));
        return memberships;
    }

    /** S1: from the ratification, or thirty days later; null without one. */
    private static LocalDate entry(JsonNode participant, String state, LocalDate today, JsonNode facts) {
        for (JsonNode ratification : facts.get("Ratification")) {
            LocalDate on = date(ratification, "on");
            if (isOf(state, ratification) && !on.isAfter(today)) {
                return participant.get("founding").booleanValue() ? on : on.plusDays(30);
            }
        }
        return null;
    }

    /** S1: until six months after a written notice. */
    private static String membership(LocalDate since, String state, LocalDate today, JsonNode facts) {
        if (since == null || since.isAfter(today)) {
            return "not_member";
        }
        for (JsonNode notice : facts.get("Withdrawal")) {
            LocalDate on = date(notice, "on");
            if (isOf(state, notice)
                    && notice.get("written").booleanValue()
                    && !on.isBefore(since)
                    && !on.plusMonths(6).isAfter(today)) {
                return "former";
            }
        }
        return "member";
    }

    /** S2: in the first year without dues, afterwards with those of the calendar year. */
    private static String vote(LocalDate since, String state, LocalDate today, JsonNode facts) {
        if (since.plusYears(1).isAfter(today)) {
            return "held";
        }
        BigDecimal paid = BigDecimal.ZERO;
        for (JsonNode payment : facts.get("Payment")) {
            LocalDate on = date(payment, "on");
            if (isOf(state, payment) && on.getYear() == today.getYear() && !on.isAfter(today)) {
                paid = paid.add(payment.get("amount").decimalValue());
            }
        }
        return paid.compareTo(DUES) >= 0 ? "held" : "suspended";
    }

    /** S3: more yes than no, or two thirds of both. */
    private static String proposal(
            JsonNode proposal, LocalDate today, boolean quorum, Set<String> voting, JsonNode facts) {
        if (date(proposal, "votedOn").isAfter(today)) {
            return "pending";
        }
        if (!quorum) {
            return "no_quorum";
        }
        int yes = 0;
        int no = 0;
        for (JsonNode vote : facts.get("Vote")) {
            if (vote.get("proposal").equals(proposal.get("id"))
                    && voting.contains(vote.get("by").textValue())) {
                String choice = vote.get("choice").textValue();
                yes += choice.equals("yes") ? 1 : 0;
                no += choice.equals("no") ? 1 : 0;
            }
        }
        boolean important = proposal.get("kind").textValue().equals("important");
        boolean adopted = important ? yes > 0 && 3 * yes >= 2 * (yes + no) : yes > no;
        return adopted ? "adopted" : "rejected";
    }

    private static boolean isOf(String state, JsonNode fact) {
        return fact.get("state").textValue().equals(state);
    }

    private static LocalDate date(JsonNode node, String field) {
        return LocalDate.parse(node.get(field).textValue());
    }
}
