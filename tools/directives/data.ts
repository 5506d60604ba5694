/** Reads the tables of directives, `groups/<group>.txt`, which have one line for each directive. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A line of a group's table. Its columns, separated by ` | `:
 * name · escape class and parser · first version that has it · kind of its values, or its replacement · description.
 */
export interface DirectiveData {
  /** Name, without `=`. */
  readonly name: string;
  /** Escape class of its value, an EscapeClass. */
  readonly class: string;
  /** Function of systemd that parses its value, without `config_parse_`. */
  readonly parser: string;
  /** First version of systemd that has it; absent if it is older than systemd's own records. */
  readonly since?: number;
  /** Kind of its values, as a call or a name of `kinds.ts`; absent for a legacy directive. */
  readonly kind?: string;
  /** Description, which becomes the docstring; empty for a legacy directive. */
  readonly description: string;
  /** Default value, the last sentence of the description: `Default: false.` */
  readonly defaultValue?: string;
  /** First version of systemd that ignores it; 0 for every supported version. */
  readonly ignoredSince?: number;
  /** Unit types whose section has it but that ignore it. */
  readonly ignoredIn?: readonly string[];
  /** Directive that replaces it; absent if there is none. */
  readonly replacement?: string;
  /** Set for a directive that was renamed or removed. */
  readonly legacy: boolean;
}

/** Returns the lines of a group, in the order in which they are written into a unit. */
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
    ...described(description.join(' | ')),
  };
  const ignoredLater = /^(.+?) ignored (\d+)$/.exec(kind);
  if (ignoredLater !== null) return { ...base, kind: ignoredLater[1]!, ignoredSince: Number(ignoredLater[2]), legacy: false };
  const ignoredInTypes = /^(.+?) not ([a-z ]+)$/.exec(kind);
  if (ignoredInTypes !== null) return { ...base, kind: ignoredInTypes[1]!, ignoredIn: ignoredInTypes[2]!.split(' '), legacy: false };
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

function described(text: string): Pick<DirectiveData, 'description' | 'defaultValue'> {
  const [, description, defaultValue] = /^(.+\.) Default: (.+)\.$/.exec(text) ?? [];
  return description === undefined || defaultValue === undefined ? { description: text } : { description, defaultValue };
}
