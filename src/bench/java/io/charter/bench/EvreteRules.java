package io.charter.bench;

import io.charter.bench.EvreteFacts.Assembly;
import io.charter.bench.EvreteFacts.Cycle;
import io.charter.bench.EvreteFacts.Dues;
import io.charter.bench.EvreteFacts.Entry;
import io.charter.bench.EvreteFacts.Member;
import io.charter.bench.EvreteFacts.Participant;
import io.charter.bench.EvreteFacts.Payment;
import io.charter.bench.EvreteFacts.Proposal;
import io.charter.bench.EvreteFacts.Quorum;
import io.charter.bench.EvreteFacts.Ratification;
import io.charter.bench.EvreteFacts.Tally;
import io.charter.bench.EvreteFacts.Today;
import io.charter.bench.EvreteFacts.Vote;
import io.charter.bench.EvreteFacts.Voter;
import io.charter.bench.EvreteFacts.Withdrawal;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.evrete.KnowledgeService;
import org.evrete.api.FactBuilder;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.builders.RuleSetBuilder;

/**
 * The norms of the small charter as rules of Evrete. It has no absence and no counting: a default is written first and its
 * exception over it, and what is counted is kept in fields of facts. What rules insert is seen in the next cycle, all of it;
 * within a cycle rules fire in the order in which they stand here. The entries of states are there in cycle 2, the members in 3,
 * their dues in 4, the states with a vote in 5; a fact that counts the cycles says when all of these have been counted.
 */
final class EvreteRules {

    private static final int ALL_VOTES_KNOWN = 5;
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("$today", Today.class),
            Map.entry("$cycle", Cycle.class),
            Map.entry("$participant", Participant.class),
            Map.entry("$ratification", Ratification.class),
            Map.entry("$withdrawal", Withdrawal.class),
            Map.entry("$payment", Payment.class),
            Map.entry("$proposal", Proposal.class),
            Map.entry("$vote", Vote.class),
            Map.entry("$assembly", Assembly.class),
            Map.entry("$entry", Entry.class),
            Map.entry("$member", Member.class),
            Map.entry("$dues", Dues.class),
            Map.entry("$voter", Voter.class),
            Map.entry("$quorum", Quorum.class),
            Map.entry("$tally", Tally.class));

    private final RuleSetBuilder<Knowledge> rules;
    private int rank;

    private EvreteRules(KnowledgeService service) {
        rules = service.newKnowledge().builder();
    }

    /** The rules, compiled; the executor is the one in which the engine does its work. */
    static Knowledge knowledge(ExecutorService executor) {
        EvreteRules made = new EvreteRules(
                KnowledgeService.builder().withExecutor(executor).build());
        made.membership();
        made.votes();
        made.quorum();
        made.proposals();
        return made.rules.build();
    }

    private void membership() {
        rule("a state that took part in the conference is a member from its ratification")
                .of("$participant, $ratification")
                .where("$ratification.state.equals($participant.state)", "$participant.founding")
                .then(c -> c.insert(new Entry(c.get("$participant"), c.<Ratification>get("$ratification").on)));
        rule("any other state is a member from the thirtieth day after its ratification")
                .of("$participant, $ratification")
                .where("$ratification.state.equals($participant.state)", "!$participant.founding")
                .then(c -> c.insert(new Entry(
                        c.get("$participant"),
                        c.<Ratification>get("$ratification").on.plusDays(30))));
        rule("a state that has entered is a member")
                .of("$today, $entry")
                .where("!$entry.since.isAfter($today.date)")
                .then(c -> c.<Entry>get("$entry").participant.membership = "member");
        rule("a written notice of a member ends its membership six months later")
                .of("$today, $entry, $withdrawal")
                .where(
                        "$withdrawal.state.equals($entry.state)",
                        "$withdrawal.written",
                        "!$withdrawal.on.isBefore($entry.since)",
                        "!$withdrawal.on.plusMonths(6).isAfter($today.date)")
                .then(c -> c.<Entry>get("$entry").participant.membership = "former");
        rule("memberships are settled").of("$entry").where().then(c -> {
            Entry entry = c.get("$entry");
            if (entry.participant.membership.equals("member")) {
                c.insert(new Member(entry));
            }
        });
    }

    private void votes() {
        rule("what a member has paid in the calendar year adds up")
                .of("$today, $member, $payment")
                .where("$payment.state.equals($member.state)", "!$payment.on.isBefore($today.newYear)")
                .then(c -> c.<Member>get("$member").pays(c.<Payment>get("$payment").amount));
        rule("dues are settled").of("$member").where().then(c -> c.insert(new Dues(c.get("$member"))));
        String enough = "$dues.paid.compareTo(new java.math.BigDecimal(250000)) >= 0";
        rule("a member has a vote in its first year whatever it has paid")
                .of("$today, $dues")
                .where("$dues.from.isAfter($today.date)")
                .then(EvreteRules::hasVote);
        rule("a member that has paid 250,000 crowns has a vote")
                .of("$today, $dues")
                .where("!$dues.from.isAfter($today.date)", enough)
                .then(EvreteRules::hasVote);
        rule("a member that has paid less has its vote suspended")
                .of("$today, $dues")
                .where("!$dues.from.isAfter($today.date)", "!(" + enough + ")")
                .then(c -> c.<Dues>get("$dues").participant.vote = "suspended");
    }

    private static void hasVote(RhsContext context) {
        Participant participant = context.<Dues>get("$dues").participant;
        participant.vote = "held";
        context.insert(new Voter(participant));
    }

    private void quorum() {
        rule("members are counted").of("$assembly, $member").where().then(c -> c.<Assembly>get("$assembly").members++);
        rule("votes are counted").of("$assembly, $voter").where().then(c -> c.<Assembly>get("$assembly").votes++);
        rule("a cycle follows another")
                .of("$cycle")
                .where("$cycle.number < " + ALL_VOTES_KNOWN)
                .then(c -> c.insert(new Cycle(c.<Cycle>get("$cycle").number + 1)));
        rule("the count is settled")
                .of("$cycle, $assembly")
                .where("$cycle.number == " + ALL_VOTES_KNOWN)
                .then(c -> c.insert(new Quorum(c.get("$assembly"))));
        rule("the assembly has a quorum when more than half of the members have a vote")
                .of("$quorum")
                .where("2 * $quorum.votes > $quorum.members")
                .then(c -> c.<Quorum>get("$quorum").assembly.outcome = "reached");
        rule("the assembly has no quorum when half of the members or fewer have a vote")
                .of("$quorum")
                .where("2 * $quorum.votes <= $quorum.members")
                .then(c -> c.<Quorum>get("$quorum").assembly.outcome = "not_reached");
    }

    private void proposals() {
        rule("a proposal is pending until the day of its vote")
                .of("$today, $proposal")
                .where("$proposal.votedOn.isAfter($today.date)")
                .then(c -> c.<Proposal>get("$proposal").outcome = "pending");
        rule("the vote of a state that has a vote counts")
                .of("$proposal, $vote, $voter")
                .where("$vote.proposal.equals($proposal.id)", "$voter.state.equals($vote.by)")
                .then(c -> c.<Proposal>get("$proposal").counts(c.<Vote>get("$vote").choice));
        rule("the votes are settled")
                .of("$today, $cycle, $proposal")
                .where("$cycle.number == " + ALL_VOTES_KNOWN, "!$proposal.votedOn.isAfter($today.date)")
                .then(c -> c.insert(new Tally(c.get("$proposal"))));
        rule("nothing is adopted or rejected without a quorum")
                .of("$quorum, $tally")
                .where("2 * $quorum.votes <= $quorum.members")
                .then(c -> c.<Tally>get("$tally").proposal.outcome = "no_quorum");
        String reached = "2 * $quorum.votes > $quorum.members";
        rule("a proposal is rejected")
                .of("$quorum, $tally")
                .where(reached)
                .then(c -> c.<Tally>get("$tally").proposal.outcome = "rejected");
        rule("an ordinary proposal is adopted by more yes than no")
                .of("$quorum, $tally")
                .where(reached, "$tally.kind.equals(\"ordinary\")", "$tally.yes > $tally.no")
                .then(EvreteRules::adopt);
        rule("an important proposal is adopted by two thirds")
                .of("$quorum, $tally")
                .where(reached, "$tally.kind.equals(\"important\")", "$tally.yes > 0", "$tally.yes >= 2 * $tally.no")
                .then(EvreteRules::adopt);
    }

    private static void adopt(RhsContext context) {
        context.<Tally>get("$tally").proposal.outcome = "adopted";
    }

    private Draft rule(String name) {
        return new Draft(name);
    }

    /** A rule in the making: the facts that it is about, its conditions, and what it does. */
    private final class Draft {

        private final String name;
        private FactBuilder[] facts;
        private String[] conditions;

        Draft(String name) {
            this.name = name;
        }

        Draft of(String variables) {
            facts = Arrays.stream(variables.split(", "))
                    .map(v -> FactBuilder.fact(v, TYPES.get(v)))
                    .toArray(FactBuilder[]::new);
            return this;
        }

        Draft where(String... all) {
            conditions = all;
            return this;
        }

        void then(Consumer<RhsContext> action) {
            rules.newRule(name)
                    .salience(-rank++)
                    .forEach(facts)
                    .where(conditions)
                    .execute(action);
        }
    }
}
