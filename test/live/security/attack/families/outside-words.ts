import type { Outcome } from '../../../../hosts/run';
import * as hand from '../../../../installer/by-hand';
import { deployNext, ENDS } from '../deployments';
import { PRINTS_NAMES, PRINTS_RAW } from '../mutants';
import { mutated, type Mutant } from '../pauses';
import { ATTACK, SHARED } from '../scene';
import { inTurn, unlessEnded, type Attempt } from '../attempts';
import { family } from '../suite';

/** Texts that control a terminal, or that look like our lines, in printf(1)'s notation. */
const WORDS: readonly (readonly [what: string, text: string])[] = [
  ['ESC', '\\033]0;owned\\007\\033[2J\\033[31m'],
  ['C1', '\\302\\2332J\\302\\2350;owned\\302\\234'],
  ['C1 as single bytes', '\\2332J\\235'],
  ['a carriage return', 'root\\rdeployed'],
  ['backspaces', 'failed\\b\\b\\b\\b\\b\\bdone'],
  ['bidi controls', '\\342\\200\\256deyolped\\342\\201\\246x\\342\\201\\251'],
  ['line separators', 'x\\342\\200\\250deployed\\342\\200\\251'],
  ['nothing visible', '\\342\\200\\213\\357\\273\\277\\342\\201\\240'],
  ['no UTF-8', '\\377\\376\\300\\200\\355\\240\\200'],
  ['another line', 'x\\ndeployed\\n'],
];

/** Lines that only we print: no untrusted text may look like one. */
const FORGED = /^(deployed|nothing to do|uninstalled)$/m;

/** Judges the output: the last line is one of ours, with a limited length, and no other line looks like it. */
function judged(outcome: Outcome, expected: RegExp): Attempt {
  const last = hand.lastLine(outcome);
  const others = outcome.stdout.trimEnd().split('\n').slice(0, -1).join('\n');
  const effects = [
    ...unlessEnded(outcome, expected),
    ...(FORGED.test(others) ? ['a line was forged'] : []),
    ...(last.length > 1000 ? [`the last line has ${last.length} characters`] : []),
  ];
  return { outcomes: [outcome], effects };
}

/** The target of a link in place of the directory. */
const linkTarget = inTurn(WORDS, async (scene, [, text], mutant: Mutant = {}) => {
  await scene.asDeploy(`mv ${SHARED} ${SHARED}.away && ln -s "$(printf '/etc/%bx' '${text}')" ${SHARED}`);
  return judged(await deployNext(scene, {}, mutated(mutant)), /^refused, nothing changed: ./);
});

/** Names beside the deployed files. */
const names = inTurn(WORDS, async (scene, [, text], mutant: Mutant = {}, number) => {
  await scene.asDeploy(
    `cd ${SHARED} && for prefix in '' .cdktf-sidekiq- - '$(id)' '*'; do name=$(printf '%s%b' "$prefix" '${text}x'); : >"./$name"; mkdir -p "./$name.d" && ln -sf /etc/victim "./$name.d/link"; done`,
  );
  return judged(await deployNext(scene, { failing: number % 2 === 1 }, mutated(mutant)), ENDS);
});

/** Output of a service before it fails: a deployment reports its last lines as the cause. */
const journal = inTurn(WORDS, async (scene, [, text], mutant: Mutant = {}) => {
  await scene.host.mustExec(
    `printf '%s\\n' '#!/bin/sh' "printf '%b\\\\n' '${text.replaceAll('\\', '\\\\')}' >&2" 'exit 1' >${ATTACK}/speak; chmod 0755 ${ATTACK}/speak`,
  );
  const outcome = await deployNext(scene, { more: [`ExecStartPre=${ATTACK}/speak`] }, mutated(mutant));
  return judged(outcome, /^failed, rolled back: attacked\.service /);
});

/** A file edited by the application's user, as an operator's diff and probe show it. */
const operator = inTurn(WORDS, async (scene, [, text], mutant: Mutant = {}) => {
  const deployed = await deployNext(scene, {}, mutated(mutant));
  await scene.asDeploy(`printf '%b' '${text}' >${SHARED}/app.env`);
  const asked: Outcome[] = [];
  for (const question of ['diff', 'list', 'show 1', 'probe']) {
    asked.push(await scene.host.exec(`set -- ${question}; exec sh /var/lib/cdktf-sidekiq/owners/${hand.OWNER}/installer "$@"`));
  }
  return { outcomes: asked, effects: unlessEnded(deployed, 'deployed') };
});

/** Untrusted text on an operator’s terminal. */
export const OUTSIDE_WORDS_ATTACKS = family<Mutant>('Words from outside', [
  {
    attack: 'puts control characters into the target of a link',
    window: 'the refusal of a directory',
    tries: { sample: 1, small: 6, all: WORDS.length * 2 },
    elsewhere: WORDS.length,
    mutant: { name: 'prints what is there', change: PRINTS_RAW },
    run: linkTarget,
  },
  {
    attack: 'puts control characters and newlines into names',
    window: 'a deployment, and one that fails',
    tries: { sample: 1, small: 4, all: WORDS.length * 2 },
    elsewhere: WORDS.length,
    mutant: { name: 'prints names', change: PRINTS_NAMES },
    run: names,
  },
  {
    attack: 'writes control characters into the journal',
    window: 'the cause of a failure',
    tries: { sample: 1, small: 6, all: WORDS.length * 2 },
    elsewhere: WORDS.length,
    mutant: { name: 'prints what is there', change: PRINTS_RAW },
    run: journal,
  },
  {
    attack: 'writes control characters into a file',
    window: 'diff, list, show and probe',
    tries: { sample: 0, small: 3, all: WORDS.length },
    elsewhere: WORDS.length,
    mutant: { name: 'prints what is there', change: PRINTS_RAW },
    run: operator,
  },
]);
