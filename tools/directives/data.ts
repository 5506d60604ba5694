/** Reads the tables of directives, `groups/<group>.txt`: what is known of each directive, a line each. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A line of a group's table. Its columns, parted by ` | `:
 * name · class and parser · first version that has it · kind of its values, or what became of it · description.
 */
export interface DirectiveData {
  /** Its name, without `=`. */
  readonly name: string;
  /** How its value is escaped: an EscapeClass. */
  readonly class: string;
  /** The function of systemd that reads its value, without `config_parse_`. */
  readonly parser: string;
  /** First version that has it; absent: older than systemd's own records. */
  readonly since?: number;
  /** What its values are, as a call or a name of `kinds.ts`; absent for what nobody should write any more. */
  readonly kind?: string;
  /** What it does, in one line; empty for what nobody should write any more. */
  readonly description: string;
  /** First version that takes no notice of it: 0 where all of ours do not. */
  readonly ignoredSince?: number;
  /** The directive that took its place; absent where there is none. */
  readonly replacement?: string;
  /** Whether it is an older name, or gone. */
  readonly legacy: boolean;
}

/** The lines of a group, in the order in which they are written into a unit. */
export function directivesOf(group: string): readonly DirectiveData[] {
  return readFileSync(path.join(__dirname, 'groups', `${group}.txt`), 'utf8')
    .trimEnd()
    .split('\n')
    .map(parse);
}

function parse(line: string): DirectiveData {
  const [name = '', reading = '', since = '', kind = '', ...description] = line
    .split(' | ')
    .map((column) => column.replace(/\|$/, '').trim());
  const [escapeClass = '', parser = ''] = reading.split(' ');
  const base = {
    name,
    class: escapeClass,
    parser,
    ...(since === '' ? {} : { since: Number(since) }),
    description: description.join(' | '),
  };
  const [word, ...rest] = kind.split(' ');
  if (word !== 'legacy' && word !== 'ignored') return { ...base, ...(kind === '' ? {} : { kind }), legacy: false };
  const version = word === 'legacy' ? undefined : /^\d+$/.test(rest[0] ?? '') ? Number(rest.shift()) : 0;
  return {
    ...base,
    legacy: true,
    ...(version === undefined ? {} : { ignoredSince: version }),
    ...(rest[0] === undefined ? {} : { replacement: rest[0] }),
  };
}
