import { wordIssues } from '../kinds/issues/report';
import type { Context } from '../kinds/parse/context';
import { text } from '../kinds/parse/values';
import { protocolName, protocolRow } from '../protocols/table';
import type { Certificate } from '../tls/certificate';
import { parseVersions } from '../tls/versions';
import type { EncryptionValues, Option } from './option';

const TYPES = ['tcp', 'udp'] as const;

/** Transport protocol. A protocol that runs over UDP only implies `type udp`. */
export const type: Option<'tcp' | 'udp'> = {
  kind: { words: TYPES },
  tokens: ['TYPE'],
  issues: (place, value) => wordIssues(place, value, TYPES),
  render: (value) => `type ${value}`,
  implied({ protocol }) {
    const name = protocolName(protocol);
    return name !== undefined && protocolRow(name)?.udp === true ? 'type udp' : '';
  },
  parse({ cursor }) {
    cursor.expect('TYPE');
    return cursor.expect('TCP', 'UDP', 'TCPSSL').kind === 'UDP' ? 'udp' : 'tcp';
  },
  parseOld: (context) => (context.cursor.previous?.kind === 'TCPSSL' ? oldEncryption(context) : {}),
};

/** Parses what may follow `type tcpssl`, the syntax before `ssl` existed. */
function oldEncryption(context: Context): EncryptionValues {
  const { cursor } = context;
  let certificate: Certificate | undefined;
  let versions = parseVersions(context);
  while (cursor.accept('CERTMD5') !== undefined) {
    certificate = { fingerprint: { checksum: text(context, 'STRING') } };
    versions = [...versions, ...parseVersions(context)];
  }
  return { ssl: versions.length === 0 ? true : { versions }, ...(certificate === undefined ? {} : { certificate }) };
}
