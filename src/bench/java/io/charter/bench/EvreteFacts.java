package io.charter.bench;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The facts of the small charter as Evrete's rules see them: its conditions name the public fields. */
public final class EvreteFacts {

    private EvreteFacts() {}

    /** The date asked about. */
    public static final class Today {
        public LocalDate date;
        public LocalDate newYear;
    }

    /** Which cycle of the session it is, from 1. */
    public static final class Cycle {
        public final int number;

        Cycle(int number) {
            this.number = number;
        }
    }

    /** A participant, with what is decided of it: at first the outcome that holds without any rule. */
    public static final class Participant {
        public String state;
        public boolean founding;
        public String membership = "not_member";
        public String vote = "none";
    }

    /** A ratification, a withdrawal, a payment: what a state did on a day. */
    public static class Act {
        public String state;
        public LocalDate on;
    }

    public static final class Ratification extends Act {}

    public static final class Withdrawal extends Act {
        public boolean written;
    }

    public static final class Payment extends Act {
        public BigDecimal amount;
    }

    /** A proposal, with the votes counted and what becomes of it. */
    public static final class Proposal {
        public String id;
        public String kind;
        public LocalDate votedOn;
        public int yes;
        public int no;
        public String outcome;

        void counts(String choice) {
            yes += choice.equals("yes") ? 1 : 0;
            no += choice.equals("no") ? 1 : 0;
        }
    }

    public static final class Vote {
        public String proposal;
        public String by;
        public String choice;
    }

    /** A state that has entered, by its own day. */
    public static final class Entry {
        public final Participant participant;
        public final String state;
        public final LocalDate since;

        Entry(Participant participant, LocalDate since) {
            this.participant = participant;
            this.state = participant.state;
            this.since = since;
        }
    }

    /** An entry whose end is settled: a member on the day asked about, with the sum of its dues. */
    public static final class Member {
        public final Participant participant;
        public final String state;
        public final LocalDate dueFrom;
        public BigDecimal paid = BigDecimal.ZERO;

        Member(Entry entry) {
            this.participant = entry.participant;
            this.state = entry.state;
            this.dueFrom = entry.since.plusYears(1);
        }

        void pays(BigDecimal amount) {
            paid = paid.add(amount);
        }
    }

    /** All dues of a member are added up. */
    public static final class Dues {
        public final Participant participant;
        public final LocalDate from;
        public final BigDecimal paid;

        Dues(Member member) {
            this.participant = member.participant;
            this.from = member.dueFrom;
            this.paid = member.paid;
        }
    }

    /** A state that has a vote. */
    public static final class Voter {
        public final String state;

        Voter(Participant participant) {
            this.state = participant.state;
        }
    }

    /** The assembly, with the members and votes counted. */
    public static final class Assembly {
        public int members;
        public int votes;
        public String outcome;
    }

    /** All members and votes are counted. */
    public static final class Quorum {
        public final Assembly assembly;
        public final int members;
        public final int votes;

        Quorum(Assembly assembly) {
            this.assembly = assembly;
            this.members = assembly.members;
            this.votes = assembly.votes;
        }
    }

    /** All votes on a proposal are counted. */
    public static final class Tally {
        public final Proposal proposal;
        public final String kind;
        public final int yes;
        public final int no;

        Tally(Proposal proposal) {
            this.proposal = proposal;
            this.kind = proposal.kind;
            this.yes = proposal.yes;
            this.no = proposal.no;
        }
    }
}
