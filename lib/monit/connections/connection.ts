import type { Place } from '../../values/place';
import type { Host } from '../kinds/issues/host';
import type { Issues } from '../kinds/issues/report';
import type { Context } from '../kinds/parse/context';
import type { Option } from './option';
import { CONNECTIONS, optionsOf, type ConnectionName, type ConnectionTests } from './table';

type Values = Readonly<Record<string, unknown>>;

/** Issues of a connection test. */
export function* connectionIssues<C extends ConnectionName>(name: C, place: Place, test: ConnectionTests[C], host: Host): Issues {
  const values = test as unknown as Values;
  for (const [option, { issues, required }] of optionsOf(name)) {
    if (values[option] !== undefined || required === true) yield* issues([...place, option], values[option], host, place);
  }
  for (const { issues } of CONNECTIONS[name].combinations) yield* issues(place, values);
}

/** Renders `failed port …`, `succeeded url …` and so on. */
export function connectionText<C extends ConnectionName>(name: C, test: ConnectionTests[C]): string {
  const values = test as unknown as Values;
  return optionsOf(name)
    .map(([option, { render, required, implied }]) =>
      values[option] !== undefined || required === true ? render(values[option]) : (implied?.(values) ?? ''),
    )
    .filter((text) => text !== '')
    .join(' ');
}

/** A connection test with its name. */
type NamedTest = { [C in ConnectionName]: { readonly test: C } & ConnectionTests[C] }[ConnectionName];

/** Returns the connection test that the tokens after `if` are about; undefined if there is none. */
export function upcomingConnection({ cursor }: Context): ConnectionName | undefined {
  const names = Object.keys(CONNECTIONS) as ConnectionName[];
  return names.find((name) => {
    const [first, ...others] = leadersOf(name);
    const second = others.flatMap(({ tokens }) => tokens);
    return first!.tokens.some((word) => second.some((token) => cursor.comes(word, token)));
  });
}

/** Options that come before the others. */
function leadersOf(name: ConnectionName): readonly Option<unknown>[] {
  return optionsOf(name)
    .map(([, option]) => option)
    .filter(({ leads }) => leads === true);
}

/** Parses `failed port …`, `succeeded url …` and so on. */
export function parseConnection(context: Context, name: ConnectionName): NamedTest {
  const { cursor } = context;
  const values: Record<string, unknown> = {};
  const options = optionsOf(name);
  let word = cursor.next!;
  for (const [option, row] of options.filter(([, { leads }]) => leads === true)) {
    // Only the host may be absent.
    if (row.required !== true && row.implied === undefined && !row.tokens.includes(cursor.next?.kind ?? '')) continue;
    word = cursor.next ?? word;
    take(context, values, option, row);
  }
  parseOthers(context, values, options);
  for (const { report } of CONNECTIONS[name].combinations) report?.(context, word, values);
  return { test: name, ...values } as NamedTest;
}

/** Parses options whose order is free. */
function parseOthers(context: Context, values: Record<string, unknown>, options: ReturnType<typeof optionsOf>): void {
  const { cursor } = context;
  const byToken = new Map(
    options
      .filter(([, { leads }]) => leads !== true)
      .flatMap(([name, option]) => option.tokens.map((token) => [token, [name, option] as const] as const)),
  );
  for (let next = byToken.get(cursor.next?.kind ?? ''); next !== undefined; next = byToken.get(cursor.next?.kind ?? '')) {
    take(context, values, ...next);
  }
  cursor.accept(...byToken.keys());
}

/** Parses an option and adds its value. */
function take(context: Context, values: Record<string, unknown>, name: string, { joins, parse, parseOld }: Option<unknown>): void {
  const value = parse(context, values);
  if (value !== undefined) values[name] = joined(joins, values[name], value);
  const { ssl, certificate } = parseOld?.(context) ?? {};
  if (ssl !== undefined) values['ssl'] = ssl;
  if (certificate !== undefined) values['certificate'] = joined('record', values['certificate'], certificate);
}

function joined(joins: Option<unknown>['joins'], before: unknown, value: unknown): unknown {
  switch (joins) {
    case 'list':
      return [...((before ?? []) as readonly unknown[]), ...(value as readonly unknown[])];
    case 'record':
      return { ...(before as object | undefined), ...(value as object) };
    case undefined:
      return value;
  }
}
