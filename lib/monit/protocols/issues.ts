import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import { newerThanHostIssues, type Host } from '../kinds/issues/host';
import { nothingSaidIssues, wordIssues, type Issues } from '../kinds/issues/report';
import { optionRow, PROTOCOLS, protocolRow, type Protocol, type ProtocolName, type ProtocolOption } from './table';

type Told = Extract<Protocol, { readonly name: 'http' | 'mysql' | 'sip' | 'websocket' }>;

/** Issues of a protocol and its options. */
export function* protocolIssues(place: Place, protocol: ProtocolName | Protocol, host: Host): Issues {
  const { name, ...told } = typeof protocol === 'string' ? { name: protocol } : protocol;
  yield* wordIssues(place, name, Object.keys(PROTOCOLS));
  const row = protocolRow(name);
  if (row === undefined) return;
  const given = Object.entries(told).filter(([, value]) => value !== undefined);
  if (row.needsOption === true) yield* nothingSaidIssues(place, `an option of ${name}: Monit refuses it bare`, given.length > 0);
  if (row.optionsSince !== undefined && given.length > 0) {
    yield* newerThanHostIssues(place, `protocol ${name} ${given[0]![0]}`, row.optionsSince, host);
  }
  for (const [option, value] of given) {
    if (!row.options.some((known) => known === option)) yield foreignOption([...place, option], name, row.options);
    else {
      const { issues, joins } = optionRow(option as ProtocolOption);
      yield* issues(joins === true ? place : [...place, option], value, host, name);
    }
  }
  yield* credentialIssues(place, told as Partial<Told>);
}

function foreignOption(place: Place, name: string, options: readonly string[]) {
  return error('monit/ignored-option', place, {
    got: `an option that ${name} does not have`,
    expected: options.length === 0 ? `no options for ${name}` : `one of ${options.join(', ')}`,
    remedy: 'Remove it: it would not be written.',
  });
}

function* credentialIssues(place: Place, told: Partial<Told>): Issues {
  if (!('rsaKey' in told) || told.rsaKey === undefined || (told.username !== undefined && told.password !== undefined)) return;
  yield error('monit/empty-list', [...place, 'rsaKey'], {
    got: 'a checksum of the key without username and password',
    expected: 'all three',
    remedy: 'Give username and password: Monit refuses the key without them.',
  });
}
