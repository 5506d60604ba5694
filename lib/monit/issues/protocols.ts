import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import { PROTOCOLS, protocolRow, type Protocol, type ProtocolName, type ProtocolOption } from '../connections/protocol';
import { LARGEST_NUMBER } from '../units';
import { bareIssues } from '../kinds/issues/bare';
import { newerThanHostIssues, type Host } from '../kinds/issues/host';
import { comparisonIssues } from './limits';
import { nothingSaidIssues, wholeNumberIssues, wordIssues, type Issues } from '../kinds/issues/report';
import { fingerprintIssues } from '../kinds/issues/ssl';
import { literalIssues, pathIssues } from '../kinds/issues/text';

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
    else if (option === 'headers') yield* headerIssues(place, value as Readonly<Record<string, string>>);
    else yield* optionIssues([...place, option], name, option as ProtocolOption, value, host);
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
  yield error('monit/nothing-said', [...place, 'rsaKey'], {
    got: 'a checksum of the key without username and password',
    expected: 'all three',
    remedy: 'Give username and password: Monit refuses the key without them.',
  });
}

const TEXTS = ['username', 'password', 'database', 'secret', 'hostHeader', 'host', 'origin', 'target'];
const LONGEST_FORWARD = 255;

function* optionIssues(place: Place, name: ProtocolName, option: ProtocolOption, value: unknown, host: Host): Issues {
  if (TEXTS.includes(option)) return yield* textIssues(place, value);
  switch (option) {
    case 'request':
      return name === 'websocket' ? yield* pathIssues(place, String(value)) : yield* textIssues(place, value);
    case 'path':
      return yield* pathIssues(place, String(value));
    case 'method':
      return yield* wordIssues(place, value, ['get', 'head']);
    case 'checksum':
      return yield* httpChecksumIssues(place, String(value));
    case 'rsaKey':
      return yield* fingerprintIssues(place, value as { readonly checksum: string }, host);
    case 'version':
      return yield* wholeNumberIssues('monit/number', place, value as number, [0, LARGEST_NUMBER], 'Give a version that there is.');
    case 'maxForward':
      return yield* wholeNumberIssues(
        'monit/number',
        place,
        value as number,
        [0, LONGEST_FORWARD],
        'Give at most 255: Monit makes 70 of more.',
      );
    case 'status':
      return yield* comparisonIssues(place, value, 'count');
    default:
      return yield* comparisonIssues(place, value, 'wholePercent');
  }
}

function* textIssues(place: Place, value: unknown): Issues {
  if (typeof value === 'string' && value !== '') return yield* literalIssues(place, value);
  yield error('monit/empty-text', place, { got: show(value), expected: 'text', remedy: 'Say what it is.' });
}

function* httpChecksumIssues(place: Place, checksum: string): Issues {
  if (/^(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40})$/.test(checksum)) return;
  yield error('monit/checksum', place, {
    got: show(checksum),
    expected: '32 or 40 hexadecimal digits',
    remedy: 'Give the MD5 or SHA-1 of the body, as md5sum or sha1sum write it.',
  });
}

/** The place is that of the protocol: a header's name may be any text, so it's in quotes. */
function* headerIssues(place: Place, headers: Readonly<Record<string, string>>): Issues {
  for (const [name, value] of Object.entries(headers)) {
    yield* bareIssues([...place, `headers ${show(name)}`], 'headerName', name);
    yield* bareIssues([...place, `headers ${show(name)}`], 'headerValue', value);
  }
}
