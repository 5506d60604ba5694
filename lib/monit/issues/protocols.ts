import { show } from '../../values/issue';
import { PROTOCOLS, protocolRow, type Protocol, type ProtocolName, type ProtocolOption } from '../connections/protocol';
import { LARGEST_NUMBER } from '../units';
import { bareIssues } from './bare';
import { newerThanHostIssues, type Host } from './host';
import { comparisonIssues } from './limits';
import { at, error, nothingSaidIssues, wholeNumberIssues, wordIssues, type Issues } from './report';
import { fingerprintIssues } from './ssl';
import { literalIssues, pathIssues } from './text';

type Told = Extract<Protocol, { readonly name: 'http' | 'mysql' | 'sip' | 'websocket' }>;

/** Issues of a protocol and its options. */
export function* protocolIssues(property: string, protocol: ProtocolName | Protocol, host: Host): Issues {
  const { name, ...told } = typeof protocol === 'string' ? { name: protocol } : protocol;
  yield* wordIssues(property, name, Object.keys(PROTOCOLS));
  const row = protocolRow(name);
  if (row === undefined) return;
  const given = Object.entries(told).filter(([, value]) => value !== undefined);
  if (row.needsOption === true) yield* nothingSaidIssues(property, `an option of ${name}: Monit refuses it bare`, given.length > 0);
  if (row.optionsSince !== undefined && given.length > 0) {
    yield* newerThanHostIssues(property, `protocol ${name} ${given[0]![0]}`, row.optionsSince, host);
  }
  for (const [option, value] of given) {
    if (row.options.some((known) => known === option))
      yield* optionIssues(at(property, option), name, option as ProtocolOption, value, host);
    else yield foreignOption(at(property, option), name, row.options);
  }
  yield* credentialIssues(property, told as Partial<Told>);
}

function foreignOption(property: string, name: string, options: readonly string[]) {
  return error('ignored-option', property, {
    got: `an option that ${name} does not have`,
    expected: options.length === 0 ? `no options for ${name}` : `one of ${options.join(', ')}`,
    remedy: 'Remove it: it would not be written',
  });
}

function* credentialIssues(property: string, told: Partial<Told>): Issues {
  if (!('rsaKey' in told) || told.rsaKey === undefined || (told.username !== undefined && told.password !== undefined)) return;
  yield error('nothing-said', at(property, 'rsaKey'), {
    got: 'a checksum of the key without username and password',
    expected: 'all three',
    remedy: 'Give username and password: Monit refuses the key without them',
  });
}

const TEXTS = ['username', 'password', 'database', 'secret', 'hostHeader', 'host', 'origin', 'target'];
const LONGEST_FORWARD = 255;

function* optionIssues(property: string, name: ProtocolName, option: ProtocolOption, value: unknown, host: Host): Issues {
  if (TEXTS.includes(option)) return yield* textIssues(property, value);
  switch (option) {
    case 'request':
      return name === 'websocket' ? yield* pathIssues(property, String(value)) : yield* textIssues(property, value);
    case 'path':
      return yield* pathIssues(property, String(value));
    case 'method':
      return yield* wordIssues(property, value, ['get', 'head']);
    case 'checksum':
      return yield* httpChecksumIssues(property, String(value));
    case 'rsaKey':
      return yield* fingerprintIssues(property, value as { readonly checksum: string }, host);
    case 'headers':
      return yield* headerIssues(property, value as Readonly<Record<string, string>>);
    case 'version':
      return yield* wholeNumberIssues('number', property, value as number, [0, LARGEST_NUMBER], 'Give a version that there is');
    case 'maxForward':
      return yield* wholeNumberIssues(
        'number',
        property,
        value as number,
        [0, LONGEST_FORWARD],
        'Give at most 255: Monit makes 70 of more',
      );
    case 'status':
      return yield* comparisonIssues(property, value, 'count');
    default:
      return yield* comparisonIssues(property, value, 'wholePercent');
  }
}

function* textIssues(property: string, value: unknown): Issues {
  if (typeof value === 'string' && value !== '') return yield* literalIssues(property, value);
  yield error('empty-text', property, { got: show(value), expected: 'text', remedy: 'Say what it is' });
}

function* httpChecksumIssues(property: string, checksum: string): Issues {
  if (/^(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40})$/.test(checksum)) return;
  yield error('checksum', property, {
    got: show(checksum),
    expected: '32 or 40 hexadecimal digits',
    remedy: 'Give the MD5 or SHA-1 of the body, as md5sum or sha1sum write it',
  });
}

function* headerIssues(property: string, headers: Readonly<Record<string, string>>): Issues {
  for (const [name, value] of Object.entries(headers)) {
    yield* bareIssues(`${property} ${show(name)}`, 'headerName', name);
    yield* bareIssues(`${property} ${show(name)}`, 'headerValue', value);
  }
}
