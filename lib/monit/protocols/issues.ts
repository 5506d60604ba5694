import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import { newerThanHostIssues, type Host } from '../kinds/issues/host';
import { emptyIssues, wordIssues, type Issues } from '../kinds/issues/report';
import { optionRow, PROTOCOLS, protocolRow, type Protocol, type ProtocolName, type ProtocolOption } from './table';

type Options = Extract<Protocol, { readonly name: 'http' | 'mysql' | 'sip' | 'websocket' }>;

/** Issues of a protocol and its options. */
export function* protocolIssues(place: Place, protocol: ProtocolName | Protocol, host: Host): Issues {
  const { name, ...options } = typeof protocol === 'string' ? { name: protocol } : protocol;
  yield* wordIssues(place, name, Object.keys(PROTOCOLS));
  const row = protocolRow(name);
  if (row === undefined) return;
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  if (row.needsOption === true) {
    yield* emptyIssues(place, given.length > 0, {
      problem: `${name} has no options, and Monit rejects it without any`,
      remedy: `Set at least one of ${row.options.join(', ')}.`,
    });
  }
  if (row.optionsSince !== undefined && given.length > 0) {
    yield* newerThanHostIssues(place, `protocol ${name} ${given[0]![0]}`, row.optionsSince, host);
  }
  for (const [option, value] of given) {
    if (!row.options.some((known) => known === option)) yield foreignOption(place, option, name, row.options);
    else {
      const { issues, joins } = optionRow(option as ProtocolOption);
      yield* issues(joins === true ? place : [...place, option], value, host, name);
    }
  }
  yield* credentialIssues(place, options as Partial<Options>);
}

function foreignOption(place: Place, option: string, name: string, options: readonly string[]) {
  return error('monit/ignored-option', [...place, option], {
    problem: `"${option}" is not an option of ${name}, and is not written to the file`,
    remedy: options.length === 0 ? `Remove it: ${name} has no options.` : `Remove it, or use one of ${options.join(', ')}.`,
  });
}

function* credentialIssues(place: Place, options: Partial<Options>): Issues {
  if (!('rsaKey' in options) || options.rsaKey === undefined) return;
  yield* emptyIssues([...place, 'rsaKey'], options.username !== undefined && options.password !== undefined, {
    problem: 'rsaKey is set without username and password',
    remedy: 'Set username and password too: Monit rejects the key without them.',
  });
}
