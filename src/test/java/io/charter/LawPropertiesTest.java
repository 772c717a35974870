package io.charter;

import static io.charter.testing.Generated.answers;
import static io.charter.testing.Generated.byKey;
import static io.charter.testing.Generated.decide;
import static io.charter.testing.Generated.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.charter.explain.Decision;
import io.charter.explain.DecisionDocument;
import io.charter.testing.Edits;
import io.charter.testing.Generated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What the law of the Board holds of every scenario: which way votes, gifts and vetoes can move a decision. Scenarios are made as
 * {@link PropertiesTest} says.
 */
class LawPropertiesTest {

    /** A kind of vote, where voters are named, and what is voted on. */
    private record Ballot(String vote, String on, String asked, Set<String> voters, Set<String> questions) {}

    private static final List<Ballot> BALLOTS = List.of(
            new Ballot("Vote", "proposal", "Proposal", Set.of("state"), Set.of("proposal", "amendment")),
            new Ballot(
                    "ExecutiveVote", "decision", "ExecutiveDecision", Set.of("person"), Set.of("executive_decision")));

    @Test
    void aVoteTurnedToYesRejectsNothing() {
        each((generated, random) -> {
            int cases = 0;
            for (Ballot ballot : BALLOTS) {
                for (int i = 0; i < votes(generated, ballot).size(); i++) {
                    Map<String, List<Map<String, Object>>> facts = Edits.facts(generated.data());
                    Object before = facts.get(ballot.vote()).get(i).put("choice", "yes");
                    if (!"yes".equals(before)) {
                        favoured(
                                generated,
                                facts,
                                ballot,
                                facts.get(ballot.vote()).get(i));
                        cases++;
                    }
                }
            }
            return cases;
        });
    }

    @Test
    void aYesByWhoHasNotVotedRejectsNothing() {
        each((generated, random) -> {
            int cases = 0;
            for (Ballot ballot : BALLOTS) {
                for (Map<String, Object> asked :
                        Edits.facts(generated.data()).getOrDefault(ballot.asked(), List.of())) {
                    Set<Object> voters = voters(generated, ballot);
                    votes(generated, ballot).stream()
                            .filter(vote -> vote.get(ballot.on()).equals(asked.get("id")))
                            .forEach(vote -> voters.remove(vote.get("by")));
                    List<Object> few = new ArrayList<>(new TreeSet<>(voters));
                    Collections.shuffle(few, random);
                    for (Object voter : few.subList(0, Math.min(2, few.size()))) {
                        Map<String, Object> yes =
                                new LinkedHashMap<>(Map.of(ballot.on(), asked.get("id"), "by", voter, "choice", "yes"));
                        Map<String, List<Map<String, Object>>> facts = Edits.facts(generated.data());
                        facts.computeIfAbsent(ballot.vote(), k -> new ArrayList<>())
                                .add(yes);
                        favoured(generated, facts, ballot, yes);
                        cases++;
                    }
                }
            }
            return cases;
        });
    }

    /** After a vote for it, what was not rejected is not, yes and no have moved the one way, and nothing else has moved. */
    private static void favoured(
            Generated generated,
            Map<String, List<Map<String, Object>>> facts,
            Ballot ballot,
            Map<String, Object> vote) {
        DecisionDocument after = decide(Edits.with(generated.data(), facts));
        for (Decision decision : generated.decided().decisions()) {
            Decision now = byKey(after).get(decision.key());
            if (!votedOn(decision, ballot, vote)) {
                assertThat(now.sameAnswer(decision))
                        .as("%s by %s", decision.key(), vote)
                        .isTrue();
                continue;
            }
            if (!decision.outcome().equals("rejected")) {
                assertThat(now.outcome()).as("%s by %s", decision.key(), vote).isNotEqualTo("rejected");
            }
            assertThat(tally(now, "yes") - tally(decision, "yes"))
                    .as("yes of %s by %s", decision.key(), vote)
                    .isBetween(0L, 1L);
            assertThat(tally(now, "no") - tally(decision, "no"))
                    .as("no of %s by %s", decision.key(), vote)
                    .isBetween(-1L, 0L);
        }
    }

    private static boolean votedOn(Decision decision, Ballot ballot, Map<String, Object> vote) {
        return ballot.questions().contains(decision.question())
                && decision.subject().equals(vote.get(ballot.on()));
    }

    private static long tally(Decision decision, String name) {
        return (Long) decision.details().getOrDefault(name, 0L);
    }

    private static List<Map<String, Object>> votes(Generated generated, Ballot ballot) {
        return Edits.facts(generated.data()).getOrDefault(ballot.vote(), List.of());
    }

    private static Set<Object> voters(Generated generated, Ballot ballot) {
        Set<Object> voters = new HashSet<>();
        Edits.facts(generated.data())
                .values()
                .forEach(list -> list.forEach(fact -> ballot.voters().stream()
                        .filter(fact::containsKey)
                        .forEach(name -> voters.add(fact.get(name)))));
        return voters;
    }

    /** Alike or not: of no choice are there more. */
    @Test
    void whoVotesTwiceDoesNotCountTwice() {
        each((generated, random) -> {
            int cases = 0;
            for (Ballot ballot : BALLOTS) {
                for (Map<String, Object> vote : votes(generated, ballot)) {
                    Map<String, List<Map<String, Object>>> facts = Edits.facts(generated.data());
                    Map<String, Object> second = new LinkedHashMap<>(vote);
                    second.put("choice", List.of("yes", "no", "abstain").get(random.nextInt(3)));
                    facts.get(ballot.vote()).add(second);
                    Map<String, Decision> after = byKey(decide(Edits.with(generated.data(), facts)));
                    for (Decision decision : generated.decided().decisions()) {
                        for (String choice : List.of("yes", "no", "abstain")) {
                            if (votedOn(decision, ballot, vote)
                                    && decision.details().containsKey(choice)
                                    && after.get(decision.key()).details().containsKey(choice)) {
                                assertThat(tally(after.get(decision.key()), choice))
                                        .as("%s of %s by %s", choice, decision.key(), vote)
                                        .isLessThanOrEqualTo(tally(decision, choice));
                                cases++;
                            }
                        }
                    }
                }
            }
            return cases;
        });
    }

    @Test
    void whoGivesMoreKeepsAPermanentSeat() {
        each((generated, random) -> {
            Map<String, Object> given = moreGiven(generated.data(), random);
            List<Decision> permanent = decide(given).decisions().stream()
                    .filter(d -> d.question().equals("seat") && d.outcome().equals("permanent"))
                    .toList();
            Map<String, Decision> after = permanent.isEmpty() ? Map.of() : byKey(decide(moreGiven(given, random)));
            for (Decision seat : permanent) {
                Decision now = after.get(seat.key());
                if (now != null) {
                    assertThat(now.outcome()).as(seat.key()).isEqualTo("permanent");
                    assertThat((BigDecimal) now.details().get("contributed"))
                            .as(seat.key())
                            .isGreaterThanOrEqualTo((BigDecimal) seat.details().get("contributed"));
                }
            }
            return permanent.size();
        });
    }

    private static Map<String, Object> moreGiven(Map<String, Object> scenario, Random random) {
        Map<String, List<Map<String, Object>>> facts = Edits.facts(scenario);
        facts.getOrDefault("Contribution", List.of())
                .forEach(gift -> gift.computeIfPresent("amount", (k, amount) -> more(amount, random)));
        return Edits.with(scenario, facts);
    }

    private static Object more(Object amount, Random random) {
        BigDecimal given = new BigDecimal(amount.toString());
        return switch (random.nextInt(3)) {
            case 0 -> given;
            case 1 -> given.add(new BigDecimal("0.01"));
            default -> given.add(BigDecimal.valueOf(1_000_000_000));
        };
    }

    /** And moves no removal of that day or of an earlier one. */
    @Test
    void aVetoTakenBackVetoesNothing() {
        each((generated, random) -> {
            Map<String, String> days = new TreeMap<>();
            Edits.facts(generated.data())
                    .getOrDefault("Removal", List.of())
                    .forEach(removal -> days.put((String) removal.get("id"), (String) removal.get("on")));
            int cases = 0;
            for (Map<String, Object> veto : Edits.facts(generated.data()).getOrDefault("RemovalVeto", List.of())) {
                Map<String, Object> without = Edits.without(
                        generated.data(), (type, fact) -> type.equals("RemovalVeto") && fact.equals(veto));
                Map<String, String> after = answers(decide(without));
                for (Decision decision : generated.decided().decisions()) {
                    if (!decision.question().equals("removal")) {
                        continue;
                    }
                    String now = after.get(decision.key());
                    boolean itself = decision.subject().equals(veto.get("removal"));
                    boolean laterOne = days.get(decision.subject()).compareTo(days.get(veto.get("removal"))) > 0;
                    if (!itself && !laterOne || decision.outcome().equals("in_effect") && itself) {
                        assertThat(now)
                                .as("%s without %s", decision.key(), veto)
                                .isEqualTo(answers(generated.decided()).get(decision.key()));
                    } else if (itself && decision.outcome().equals("void")) {
                        assertThat(now).as(decision.key()).startsWith("void");
                    }
                    cases++;
                }
            }
            return cases;
        });
    }

    @Test
    void aStateOfWhichNoFactSpeaksHasNoDecision() {
        each((generated, random) -> {
            Set<String> states = generated.edition().names().codes(List.of("states"));
            Set<Object> spoken = new HashSet<>();
            generated
                    .scenario()
                    .known()
                    .forEach(fact -> spoken.add(fact.values().get("state")));
            int cases = 0;
            for (Decision decision : generated.decided().decisions()) {
                if (states.contains(decision.subject())) {
                    assertThat(spoken).as(decision.key()).contains(decision.subject());
                    cases++;
                }
            }
            return cases;
        });
    }
}
