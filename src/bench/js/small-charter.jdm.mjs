// The norms of the small charter as a decision graph of GoRules ZEN (JDM): expressions gather what concerns each state and each
// proposal, and decision tables in loop mode decide each of them. The input is the scenario as it stands.

let count = 0;
const id = () => 'n' + ++count;

/** A node that gives the values of expressions, and nothing else; later ones see earlier ones under `$`. */
const expressions = (name, values) => ({
  id: id(),
  name,
  type: 'expressionNode',
  content: {
    passThrough: false,
    expressions: Object.entries(values).map(([key, value]) => ({ id: id(), key, value })),
  },
});

/** A decision table over each item of a list: columns, and rows whose last cell is the outcome. */
const table = (name, list, columns, output, rows) => {
  const inputs = columns.map((field) => ({ id: id(), name: field, field }));
  const out = { id: id(), name: output, field: output };
  return {
    id: id(),
    name,
    type: 'decisionTableNode',
    content: {
      hitPolicy: 'first',
      passThrough: true,
      executionMode: 'loop',
      inputField: list,
      outputPath: list,
      inputs,
      outputs: [out],
      rules: rows.map((row) => ({
        _id: id(),
        ...Object.fromEntries(inputs.map((input, i) => [input.id, row[i]])),
        [out.id]: row[columns.length],
      })),
    },
  };
};

const nodes = [
  { id: id(), name: 'scenario', type: 'inputNode', content: {} },

  expressions('each state', {
    asOf: 'asOf',
    votes: 'facts.Vote',
    proposals: 'facts.Proposal',
    states: `map(facts.Participant as p, {
      state: p.state,
      founding: p.founding,
      asOf: asOf,
      ratified: filter(facts.Ratification as r, r.state == p.state and d(r.on) <= d(asOf))[0].on,
      notice: filter(facts.Withdrawal as w, w.state == p.state and w.written and d(w.on) <= d(asOf))[0].on,
      paid: sum(map(filter(facts.Payment as y,
        y.state == p.state and d(y.on) <= d(asOf) and d(y.on).year() == d(asOf).year()) as y, y.amount))
    })`,
  }),

  // S1. Membership begins with the ratification, or thirty days later.
  table('entry', 'states', ['ratified', 'founding'], 'since', [
    ['null', '', 'null'],
    ['', 'true', 'ratified'],
    ['', '', "d(ratified).add(30, 'day').format('%Y-%m-%d')"],
  ]),

  // S1. It ends six months after a written notice of a member.
  table('membership', 'states', ['since', 'notice'], 'membership', [
    ['null', '', "'not_member'"],
    ['d($) > d(asOf)', '', "'not_member'"],
    ['', "$ != null and d($) >= d(since) and d($).add(6, 'month') <= d(asOf)", "'former'"],
    ['', '', "'member'"],
  ]),

  // S2. A member has a vote in its first year, and afterwards with its dues paid. (Twelve months: a year from 29 February fails.)
  table('vote', 'states', ['membership', 'since', 'paid'], 'vote', [
    ["!= 'member'", '', '', "'none'"],
    ['', "d($).add(12, 'month') > d(asOf)", '', "'held'"],
    ['', '', '>= 250000', "'held'"],
    ['', '', '', "'suspended'"],
  ]),

  // S4, and the votes that count.
  expressions('votes', {
    states: 'states',
    quorum: `2 * count(states as s, s.vote == 'held') > count(states as s, s.membership == 'member')
      ? 'reached' : 'not_reached'`,
    voters: "map(filter(states as s, s.vote == 'held') as s, s.state)",
    ballots: 'filter(votes as b, b.by in $.voters)',
    proposals: `map(proposals as p, {
      id: p.id,
      kind: p.kind,
      pending: d(p.votedOn) > d(asOf),
      quorum: $.quorum,
      yes: count($.ballots as b, b.proposal == p.id and b.choice == 'yes'),
      no: count($.ballots as b, b.proposal == p.id and b.choice == 'no')
    })`,
  }),

  // S3. An ordinary proposal needs more yes than no, an important one two thirds.
  table('proposal', 'proposals', ['pending', 'quorum', 'kind', 'yes'], 'outcome', [
    ['true', '', '', '', "'pending'"],
    ['', "'not_reached'", '', '', "'no_quorum'"],
    ['', '', "'ordinary'", '> no', "'adopted'"],
    ['', '', "'important'", '$ > 0 and $ >= 2 * no', "'adopted'"],
    ['', '', '', '', "'rejected'"],
  ]),

  { id: id(), name: 'decided', type: 'outputNode', content: {} },
];

export default {
  nodes: nodes.map((node, i) => ({ ...node, position: { x: 250 * i, y: 0 } })),
  edges: nodes.slice(1).map((node, i) => ({ id: id(), type: 'edge', sourceId: nodes[i].id, targetId: node.id })),
};
