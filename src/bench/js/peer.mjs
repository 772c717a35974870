// One peer in a process of its own; what it is asked on standard input is described at PeerProcess.java.
//   node peer.mjs NAME SCENARIOS.jsonl [once]
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const peers = {
  zen: async () => (await import('./zen.mjs')).zen(),
  'zen-trace': async () => (await import('./zen.mjs')).zenTrace(),
  'zen-trace-objects': async () => (await import('./zen.mjs')).zenTraceObjects(),
  'json-rules': async () => (await import('./json-rules.mjs')).jsonRules(),
  'json-rules-results': async () => (await import('./json-rules.mjs')).jsonRulesResults(),
};

const [name, file, once] = process.argv.slice(2);
const decide = await peers[name]();
const scenarios = readFileSync(file, 'utf8').trimEnd().split('\n');
let next = 0;
let written = 0;

async function answers(to) {
  const all = [];
  for (const scenario of scenarios) all.push((await decide(scenario)) + '\n');
  writeFileSync(to, all.join(''));
  return 'done';
}

async function run(millis) {
  const before = process.cpuUsage();
  const begin = process.hrtime.bigint();
  const end = begin + BigInt(millis) * 1000000n;
  let count = 0;
  let now = begin;
  while (now < end) {
    written += (await decide(scenarios[next])).length;
    next = (next + 1) % scenarios.length;
    count++;
    now = process.hrtime.bigint();
  }
  const worked = process.cpuUsage(before);
  return `${count} ${now - begin} ${1000 * (worked.user + worked.system)} ${written}`;
}

if (once) {
  console.log(await decide(scenarios[0]));
  process.exit(0);
}
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [word, argument] = line.split(' ');
  console.log(await { answers, run }[word](argument));
}
process.exit(0);
