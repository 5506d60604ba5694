import { BLANKS, NOTHING, sticky, WORD, type Pattern } from './patterns';

/** State of the lexer: `plain`, or within text that has its own tokens. */
export type State = 'plain' | 'name' | 'depends' | 'group' | 'command' | 'every' | 'headers' | 'url' | 'address' | 'include';

const row = (kind: string, source: string): Pattern => ({ kind, regex: sticky(source) });
const QUOTED_NAME = String.raw`"[^\0-\x1f"\n]+"|'[^\0-\x1f"\n]+'`;
const CRON_FIELD = '[0-9,*-]+';

/** Patterns of each of these states. `(end)` leaves the state and gives back its last character. */
export const STATE_PATTERNS: Readonly<Record<Exclude<State, 'plain'>, readonly Pattern[]>> = {
  name: [row('(nothing)', BLANKS), row('(nothing)', '\n'), row('raw', `${WORD}+`), row('quoted', QUOTED_NAME), row('(unbalanced)', `["']`)],
  depends: [
    row('(nothing)', NOTHING),
    row('(nothing)', `(?:${NOTHING})?\\n(?:${NOTHING})?`),
    row('raw', `${WORD}+`),
    row('quoted', QUOTED_NAME),
    row('(end)', '[ \r\n\t]+[^,]'),
  ],
  group: [row('raw', `${WORD}+`), row('quoted', `"${WORD}+"|'${WORD}+'`), row('(unbalanced)', `["']`)],
  command: [
    row('(nothing)', BLANKS),
    row('(nothing)', '\n'),
    row('(close)', '"'),
    row('quoted', "'[^']*'"),
    row('(unbalanced)', "'"),
    row('raw', String.raw`[^ \t\n"]+`),
  ],
  every: [
    row('(nothing)', BLANKS),
    row('NUMBER', '[0-9]+'),
    row('TIMESPEC', `['"](?:${BLANKS})?${Array(5).fill(CRON_FIELD).join(BLANKS)}(?:${BLANKS})?['"]`),
    row('(unbalanced)', '[^\n]'),
  ],
  headers: [
    row('(nothing)', NOTHING),
    row('(nothing)', '\\['),
    row('(nothing)', '\n'),
    row('name', String.raw`([^\t\r\n,\[\]:]+)(?=:)`),
    row('value', String.raw`:(?:${BLANKS})?"[^"]+"|:(?:${BLANKS})?'[^']+'|:[^\r\n\],:]+`),
    row('(close)', '\\]'),
    row('(unbalanced)', '[^\n]'),
  ],
  url: [
    row('(url end)', `${BLANKS}|\n`),
    row('login', String.raw`[^:@ ]+(?=:[^@: ]+@)`),
    row('password', String.raw`:[^@ ]+@`),
    row('part', String.raw`[a-zA-Z0-9\-]+(?:\.[a-zA-Z0-9\-]+)*`),
    row('part', String.raw`\[[0-9a-zA-Z.:%]+\]`),
    row('part', ':[0-9]+'),
    row('part', String.raw`/[^?#\r\n ]*`),
    row('part', String.raw`\?[^#\r\n ]*`),
    row('part', String.raw`#[^\r\n ]*`),
    row('(unbalanced)', '[^\n]'),
  ],
  address: [
    row('(address end)', '[}\n]'),
    row('address', String.raw`[^\0-\x21<>{}\[\]]+`),
    row('name', String.raw`[^\0-\x1f@<>{}\[\]]+`),
    row('(nothing)', String.raw`[<>:\[\]]`),
    row('(unbalanced)', '[^\n]'),
  ],
  include: [
    row('(nothing)', '[ \t]+'),
    row('quoted', String.raw`"[^"\r\n]+"|'[^'\r\n]+'`),
    row('raw', String.raw`[^ \t\r\n"']+`),
    row('(unbalanced)', '[^\n]|\n'),
  ],
};
