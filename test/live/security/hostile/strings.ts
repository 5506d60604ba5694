import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { campaign } from '../../../support/campaign';

/** File that a command in a hostile text would create, here or on a host. */
export const CANARY = '/tmp/cdktf-sidekiq-canary';

/** Texts with a meaning in some language on the way: shell, systemd, Monit, sudo, Terraform, JSON, a terminal, our own document. */
const PIECES = [
  ...[`$(touch ${CANARY})`, `\`touch ${CANARY}\``, `;touch ${CANARY};`, `|touch ${CANARY}`, `&&touch ${CANARY}&`, `\n!touch ${CANARY}\n`],
  ...[
    `'; touch ${CANARY}; '`,
    `"; touch ${CANARY}; "`,
    `\nExecStartPre=/bin/touch ${CANARY}\n`,
    `\n  if does not exist then exec "/bin/touch ${CANARY}"`,
  ],
  ...[
    '${file("/etc/passwd")}',
    '%{ for x in [1, 2] }y%{ endfor }',
    '${',
    '%{',
    '$${',
    '%%{',
    '}',
    '~}',
    '$',
    '%',
    '$$',
    '%%',
    '%n',
    '%i',
    '${HOME}',
    '$HOME',
  ],
  ...[
    '\nCDKTF_SIDEKIQ_UPLOAD\n',
    'CDKTF_SIDEKIQ_UPLOAD',
    '\nEOF\n',
    '\nend\n',
    '\nfile 0644 root root plain x /etc/x\n',
    'cdktf-sidekiq 1',
  ],
  ...[
    '"',
    "'",
    '`',
    '\\',
    '\\\\',
    '\\"',
    '\\x41',
    '\\n',
    '\\0x41',
    ' ',
    '  ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\\\n',
    '\0',
    '\u0001',
    '\u001b[31m',
    '\u001b]0;x\u0007',
    '\u007f',
  ],
  ...[
    '-',
    '--',
    '-rf',
    '--help',
    '=',
    ':',
    ';',
    '#',
    '!',
    '@',
    '+',
    '~',
    '*',
    '?',
    '[a-z]',
    '{a,b}',
    '(',
    ')',
    '<',
    '>',
    '|',
    '&',
    ',',
    '.',
    '..',
    '/',
    '../',
    '//',
  ],
  ...[
    'é',
    'e\u0301',
    '日本',
    '😀',
    '\ufeff',
    '\u2028',
    '\u0085',
    '\ufdd0',
    '\ud800',
    '\u202e',
    'a',
    'Z',
    '0',
    '077',
    'root',
    'true',
    'per core',
    'for 2 cycles',
  ],
];

/** Arbitrarily hostile text; occasionally a long one. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 40,
    arbitrary: fc
      .array(
        fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
          { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      .map((pieces) => pieces.join('')),
  },
  { weight: 20, arbitrary: fc.constantFrom(...PIECES) },
  // Without characters that are refused nearly everywhere, so that more of them are accepted.
  {
    weight: 60,
    arbitrary: fc
      .array(fc.constantFrom(...PIECES.filter((piece) => !/[\p{Cc}\ufdd0\u0301]|\p{Surrogate}/u.test(piece))), {
        minLength: 1,
        maxLength: 5,
      })
      .map((pieces) => pieces.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom(...PIECES).map((piece) => piece.repeat(Math.ceil(5000 / piece.length))) },
);

/** True for the whole campaign. */
export const all = campaign() === 'all';

/** A new seed for each run of the whole campaign; otherwise always the same one. */
export const seed = all ? Math.trunc(Math.random() * 2 ** 31) : 20_240_611;

/** Harmless counterpart of a hostile text. */
export const MARK = 'markq7x';

/** Returns texts for a value, different for each: complete ones, and ones that replace a part of a valid value. */
export function textsFor({ name, harmless }: { readonly name: string; readonly harmless: string }, count: number): readonly string[] {
  const shift = createHash('sha256').update(name).digest().readUInt32BE() >>> 1;
  return fc
    .sample(hostile, { numRuns: count, seed: (seed + shift) % 2 ** 31 })
    .map((text, index) => (index % 3 === 0 ? text : harmless.replace(new RegExp(MARK, 'i'), () => text)));
}
