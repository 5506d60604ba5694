import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import { emptyIssues, type Issues } from '../kinds/issues/report';
import type { Context } from '../kinds/parse/context';
import { KEYWORD_OF } from '../lexer/keywords';
import { optionRow, OPTIONS, type SslOption, type SslOptions } from './table';

const NAMES = Object.keys(OPTIONS) as SslOption[];

/** Options by the kinds of their tokens. */
const BY_TOKEN = new Map(NAMES.map((name) => [KEYWORD_OF.get(optionRow(name).word)!, name] as const));

/** Place of TLS options: Monit accepts all of them everywhere, and uses those of a server in `set httpd` only. */
export type SslSide = 'client' | 'server' | 'default';

/** Issues of TLS options. */
export function* sslIssues(place: Place, ssl: true | SslOptions, side: SslSide): Issues {
  if (ssl === true) return;
  const given = NAMES.filter((name) => ssl[name] !== undefined);
  yield* emptyIssues(place, given.length > 0, {
    problem: 'no option of TLS is set',
    remedy: side === 'default' ? 'Set an option, or remove the statement.' : 'Set an option, or use `ssl: true` for Monit’s defaults.',
  });
  for (const name of given) {
    const { issues, serverOnly } = optionRow(name);
    yield* issues([...place, name], ssl[name]);
    if (serverOnly === true && side === 'client') yield ignoredOption([...place, name], ssl[name]);
  }
}

function ignoredOption(place: Place, path: unknown) {
  return error('monit/ignored-option', place, {
    problem: `${show(path)} is for a server, and Monit uses it in "set httpd" only`,
    remedy: 'Remove it, or use clientPemFile: Monit ignores it here.',
  });
}

/** Renders `using ssl` with its options, or nothing. */
export function sslText(ssl: true | SslOptions | undefined): string[] {
  if (ssl === undefined) return [];
  return [ssl === true ? 'using ssl' : `using ssl with options ${sslOptionsText(ssl)}`];
}

/** Renders `{verify: enable, …}`. */
export function sslOptionsText(ssl: SslOptions): string {
  const options = NAMES.flatMap((name) => {
    const { word, render } = optionRow(name);
    return ssl[name] === undefined ? [] : [`${word}: ${render(ssl[name])}`];
  });
  return `{${options.join(', ')}}`;
}

/** Parses `using ssl`, optionally with options, from its first token. */
export function parseSsl(context: Context): true | SslOptions {
  const { cursor } = context;
  cursor.as('using ssl', 'SSLTOKEN');
  if (!cursor.comes('{')) {
    cursor.accept('{');
    return true;
  }
  cursor.insert('with options');
  return parseSslOptions(context);
}

/** Parses `{verify: enable, …}`. */
export function parseSslOptions(context: Context): SslOptions {
  const { cursor } = context;
  const found: Partial<Record<SslOption, unknown>> = {};
  cursor.expect('{');
  let first = true;
  while (cursor.accept('}') === undefined) {
    if (!first) cursor.join(',');
    first = false;
    const name = BY_TOKEN.get(cursor.expect(...BY_TOKEN.keys()).kind)!;
    cursor.expect(':');
    found[name] = optionRow(name).parse(context);
  }
  return found as SslOptions;
}
