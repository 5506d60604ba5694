import fc from 'fast-check';

import { alert, ControlFile, controlFileIssues, renderControlFile, when, type SslOptions } from '../../../lib/monit';
import { OPTIONS, optionRow, type SslOption } from '../../../lib/monit/tls/table';
import { runs } from '../../support/runs';
import { tlsValues } from '../generators/connections';
import { brief, issuesOf, withRule } from '../issues/sample';

const NAMES = Object.keys(OPTIONS) as SslOption[];
const VALUES = tlsValues({ program: '/bin/true', perCore: false, keyFile: '/etc/monit/key.pem' });
const TEST = 'x.rules[0].test';

const errorsOfPort = (options: Parameters<typeof when.failed.port>[1]): string[] =>
  brief(issuesOf(withRule(when.failed.port(443, options).do(alert()))).filter(({ severity }) => severity === 'error'));

describe('an option of TLS', () => {
  it.each(NAMES)('is accepted, rendered and parsed: %s', (name) => {
    fc.assert(
      fc.property(VALUES[optionRow(name).kind]!, (value) => {
        const statement = { statement: 'set ssl', ssl: { [name]: value } } as const;
        const parsed = ControlFile.parse(renderControlFile({ statements: [statement] }));
        expect(controlFileIssues({ statements: [statement] })).toEqual([]);
        expect(parsed.issues).toEqual([]);
        expect(parsed.statements).toEqual([statement]);
      }),
      { numRuns: runs(20) },
    );
  });

  it.each(NAMES)('is ignored in a connection if it is for a server: %s', (name) => {
    const [value] = fc.sample(VALUES[optionRow(name).kind]!, 1);
    const ignored = optionRow(name).serverOnly === true ? [`monit/ignored-option at ${TEST}.ssl.${name}`] : [];
    expect(errorsOfPort({ ssl: { [name]: value } })).toEqual(ignored);
  });

  it('is set, or TLS has its defaults', () => {
    expect(errorsOfPort({ ssl: true })).toEqual([]);
    for (const ssl of [{}, { verify: undefined }, 'tlsv12']) {
      expect(errorsOfPort({ ssl: ssl as SslOptions })).toEqual([`monit/empty-list at ${TEST}.ssl`]);
    }
    expect(errorsOfPort({ ssl: { versions: [] } })).toEqual([`monit/empty-list at ${TEST}.ssl.versions`]);
  });
});

describe('a requirement on a certificate', () => {
  it.each([
    [{}, ['monit/empty-list at x.rules[0].test.certificate']],
    [{ validDays: 0 }, ['monit/invalid-number at x.rules[0].test.certificate.validDays']],
    [{ fingerprint: { checksum: 'abc' } }, ['monit/invalid-checksum at x.rules[0].test.certificate.fingerprint.checksum']],
    [
      { fingerprint: { checksum: 'a'.repeat(40), hash: 'md5' as const } },
      ['monit/invalid-checksum at x.rules[0].test.certificate.fingerprint.checksum'],
    ],
    [{ validDays: 30, fingerprint: { checksum: 'a'.repeat(64) } }, []],
  ])('%j', (certificate, codes) => {
    expect(errorsOfPort({ certificate })).toEqual(codes);
  });
});
