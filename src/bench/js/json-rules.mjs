// The norms of the small charter as rules of json-rules-engine: one run for each state, one for the quorum, one for each proposal. A rule's
// conditions compare facts; facts that have to be worked out are functions. Dates are whole days, so that the operators compare them.
import jsonRulesEngine from 'json-rules-engine';

const { Engine } = jsonRulesEngine;
const DAY = 86400000;

const day = (text) => Date.parse(text) / DAY;

/** The day so many months later, the last of its month where that is too short. */
function plusMonths(days, months) {
  const date = new Date(days * DAY);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  last.setUTCDate(Math.min(date.getUTCDate(), last.getUTCDate()));
  return last.getTime() / DAY;
}

const is = (fact, operator, value) => ({ fact, operator, value });
const rule = (question, outcome, priority, conditions) => ({
  name: `${question} ${outcome}`,
  priority,
  conditions,
  event: { type: question, params: { outcome } },
});

// S1 and S2. What a state is, and whether it has a vote.
const states = new Engine([
  rule('membership', 'not_member', 2, {
    any: [is('since', 'equal', null), is('since', 'greaterThan', { fact: 'asOf' })],
  }),
  rule('membership', 'former', 2, { all: [is('ended', 'lessThanInclusive', { fact: 'asOf' })] }),
  rule('membership', 'member', 2, {
    all: [
      is('since', 'lessThanInclusive', { fact: 'asOf' }),
      { not: is('ended', 'lessThanInclusive', { fact: 'asOf' }) },
    ],
  }),
  rule('vote', 'none', 1, { all: [is('membership', 'notEqual', 'member')] }),
  rule('vote', 'held', 1, {
    all: [
      is('membership', 'equal', 'member'),
      { any: [is('duesFrom', 'greaterThan', { fact: 'asOf' }), is('paid', 'greaterThanInclusive', 250000)] },
    ],
  }),
  rule('vote', 'suspended', 1, {
    all: [
      is('membership', 'equal', 'member'),
      is('duesFrom', 'lessThanInclusive', { fact: 'asOf' }),
      is('paid', 'lessThan', 250000),
    ],
  }),
]);
states.on('membership', ({ outcome }, almanac) => almanac.addFact('membership', outcome));

states.addFact('since', async (params, almanac) => {
  const { state, founding } = await almanac.factValue('participant');
  const { Ratification } = await almanac.factValue('facts');
  const asOf = await almanac.factValue('asOf');
  const ratified = Ratification.find((r) => r.state === state && day(r.on) <= asOf);
  return ratified ? day(ratified.on) + (founding ? 0 : 30) : null;
});
states.addFact('ended', async (params, almanac) => {
  const { state } = await almanac.factValue('participant');
  const { Withdrawal } = await almanac.factValue('facts');
  const since = await almanac.factValue('since');
  const notice = Withdrawal.find((w) => w.state === state && w.written && since !== null && day(w.on) >= since);
  return notice ? plusMonths(day(notice.on), 6) : null;
});
states.addFact('duesFrom', async (params, almanac) => {
  const since = await almanac.factValue('since');
  return since === null ? null : plusMonths(since, 12);
});
states.addFact('paid', async (params, almanac) => {
  const { state } = await almanac.factValue('participant');
  const { Payment } = await almanac.factValue('facts');
  const asOf = await almanac.factValue('asOf');
  const newYear = Date.UTC(new Date(asOf * DAY).getUTCFullYear(), 0) / DAY;
  return Payment.filter((p) => p.state === state && day(p.on) >= newYear && day(p.on) <= asOf)
    .reduce((sum, p) => sum + p.amount, 0);
});

// S4. The quorum.
const quorums = new Engine([
  rule('quorum', 'reached', 1, { all: [is('twiceTheVotes', 'greaterThan', { fact: 'members' })] }),
  rule('quorum', 'not_reached', 1, { all: [is('twiceTheVotes', 'lessThanInclusive', { fact: 'members' })] }),
]);

// S3. What becomes of a proposal.
const open = is('votedOn', 'greaterThan', { fact: 'asOf' });
const quorum = is('quorum', 'equal', 'reached');
const majority = {
  any: [
    { all: [is('kind', 'equal', 'ordinary'), is('yes', 'greaterThan', { fact: 'no' })] },
    {
      all: [
        is('kind', 'equal', 'important'),
        is('yes', 'greaterThan', 0),
        is('yes', 'greaterThanInclusive', { fact: 'twiceTheNo' }),
      ],
    },
  ],
};
const proposals = new Engine([
  rule('proposal', 'pending', 1, { all: [open] }),
  rule('proposal', 'no_quorum', 1, { all: [{ not: open }, { not: quorum }] }),
  rule('proposal', 'adopted', 1, { all: [{ not: open }, quorum, majority] }),
  rule('proposal', 'rejected', 1, { all: [{ not: open }, quorum, { not: majority }] }),
]);

/** Every run that a scenario needs, with the subject that each is about. */
async function runs(scenario) {
  const { asOf: today, facts } = JSON.parse(scenario);
  const asOf = day(today);
  const all = [];
  const outcomes = { membership: [], vote: [] };
  for (const participant of facts.Participant) {
    const result = await states.run({ participant, facts, asOf });
    all.push([participant.state, result]);
    result.events.forEach((event) => outcomes[event.type].push([participant.state, event.params.outcome]));
  }
  const members = outcomes.membership.filter(([, outcome]) => outcome === 'member').length;
  const voters = outcomes.vote.filter(([, outcome]) => outcome === 'held').map(([state]) => state);
  const decided = await quorums.run({ members, twiceTheVotes: 2 * voters.length });
  all.push(['assembly', decided]);
  for (const { id, kind, votedOn } of facts.Proposal) {
    const votes = facts.Vote.filter((v) => v.proposal === id && voters.includes(v.by));
    const yes = votes.filter((v) => v.choice === 'yes').length;
    const no = votes.filter((v) => v.choice === 'no').length;
    const about = { kind, votedOn: day(votedOn), asOf, quorum: decided.events[0].params.outcome };
    all.push([id, await proposals.run({ ...about, yes, no, twiceTheNo: 2 * no })]);
  }
  return all;
}

const answers = (all) =>
  all.flatMap(([subject, { events }]) =>
    events.map((event) => ({ question: event.type, subject, outcome: event.params.outcome })),
  );

/** Decides without explanations. */
export function jsonRules() {
  return async (scenario) => JSON.stringify({ decisions: answers(await runs(scenario)) });
}

/** Decides, and writes each rule that held with its conditions and the values that they saw. */
export function jsonRulesResults() {
  return async (scenario) => {
    const all = await runs(scenario);
    const results = all.map(([subject, { results: held }]) => ({
      subject,
      results: held.map((result) => result.toJSON(false)),
    }));
    return JSON.stringify({ decisions: answers(all), results });
  };
}
