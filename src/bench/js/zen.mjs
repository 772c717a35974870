// GoRules ZEN over small-charter.jdm.mjs, one evaluation a scenario, without and with its trace in what is written.
import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import graph from './small-charter.jdm.mjs';

// Compiled once, and kept as long as anything is decided.
const content = new ZenDecisionContent(graph);

const answers = ({ states, proposals, quorum }) => [
  ...states.map((s) => ({ question: 'membership', subject: s.state, outcome: s.membership })),
  ...states.map((s) => ({ question: 'vote', subject: s.state, outcome: s.vote })),
  ...proposals.map((p) => ({ question: 'proposal', subject: p.id, outcome: p.outcome })),
  { question: 'quorum', subject: 'assembly', outcome: quorum },
];

/** Decides without explanations. */
export function zen() {
  const decision = new ZenEngine().createDecision(content);
  return async (scenario) => {
    const { result } = await decision.evaluate(JSON.parse(scenario));
    return JSON.stringify({ decisions: answers(result) });
  };
}

/** Decides with the trace of every node (the rows that matched, and the values of every input and output), which the engine gives as text. */
export function zenTrace() {
  const decision = new ZenEngine().createDecision(content);
  return async (scenario) => {
    const { result, trace } = await decision.evaluate(JSON.parse(scenario), { trace: 'string' });
    return `{"decisions":${JSON.stringify(answers(result))},"trace":${trace}}`;
  };
}

/** The same trace as the engine gives it by default, as objects, which are then written. */
export function zenTraceObjects() {
  const decision = new ZenEngine().createDecision(content);
  return async (scenario) => {
    const { result, trace } = await decision.evaluate(JSON.parse(scenario), { trace: true });
    return JSON.stringify({ decisions: answers(result), trace });
  };
}
