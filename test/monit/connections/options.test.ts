import fc from 'fast-check';

import { alert, ControlFile, controlFileIssues, renderControlFile, when, type Check, type Rule } from '../../../lib/monit';
import { CONNECTIONS, optionsOf, type ConnectionName } from '../../../lib/monit/connections/table';
import { testRow, type Test } from '../../../lib/monit/test-table';
import { Duration } from '../../../lib/values';
import { runs } from '../../support/runs';
import { valueOf } from '../generators/connections';
import { brief, issuesOf, withRule } from '../issues/sample';

const NAMES = Object.keys(CONNECTIONS) as ConnectionName[];
const AROUND = { program: '/bin/true', perCore: false, keyFile: '/etc/monit/key.pem' };
const REQUIRED: { readonly [C in ConnectionName]: object } = {
  port: { port: 80 },
  url: { url: 'http://localhost/' },
  unixSocket: { path: '/run/x.sock' },
  ping: {},
};

/** A check with one rule about the connection. */
function checkWith(name: ConnectionName, values: object): Check {
  // The type can't follow the name.
  const rules = [{ test: { test: name, ...REQUIRED[name], ...values } as Test, action: { action: 'alert' } } as Rule];
  const finder = testRow(name).checks.includes('host')
    ? { statement: 'check host', address: 'localhost' }
    : { statement: 'check process', pidfile: '/run/x.pid', mode: 'passive' };
  return { ...finder, name: 'x', rules } as Check;
}

const errorsOf = (check: Check): string[] => brief(issuesOf(check).filter(({ severity }) => severity === 'error'));

describe.each(NAMES)('an option of a %s test', (name) => {
  it.each(optionsOf(name))('is accepted, rendered and parsed: %s', (option, row) => {
    fc.assert(
      fc.property(valueOf(row.kind, AROUND), (value) => {
        const file = { statements: [checkWith(name, { [option]: value })] };
        // Content needs a protocol.
        if (name !== 'port' || option !== 'content') {
          expect(controlFileIssues(file).filter(({ severity }) => severity === 'error')).toEqual([]);
        }
        const text = renderControlFile(file);
        const parsed = ControlFile.parse(text);
        expect(parsed.issues.filter(({ refused }) => refused)).toEqual([]);
        expect(parsed.statements).toMatchObject([{ rules: [{ test: { test: name, [option]: expect.anything() } }] }]);
        expect(renderControlFile(parsed)).toBe(text);
      }),
      { numRuns: runs(20) },
    );
  });

  it('begins with a token of its own', () => {
    const tokens = optionsOf(name).flatMap(([, row]) => row.tokens);
    expect(tokens).toEqual([...new Set(tokens)]);
  });
});

describe('a connection test', () => {
  const refusals = (condition: string): string[] =>
    ControlFile.parse(`check process x with pidfile /run/x.pid\n  if ${condition} then alert\n`).issues.map(({ problem }) => problem);

  it('has no protocol over TCP that needs UDP', () => {
    const test = when.failed.port(1812, { type: 'tcp', protocol: 'radius' }).do(alert());
    expect(errorsOf(withRule(test))).toEqual(['monit/ignored-option at x.rules[0].test.type']);
    expect(refusals('failed port 1812 protocol radius secret "x"')[0]).toContain('radius runs over UDP only');
  });

  it('has a protocol or a conversation, but not both', () => {
    const test = when.failed.unixSocket('/run/x.sock', { protocol: 'redis', conversation: [{ send: 'PING' }] }).do(alert());
    expect(errorsOf(withRule(test))).toEqual(['monit/two-conversations at x.rules[0].test.conversation']);
    expect(refusals('failed unixsocket /run/x.sock protocol redis send "PING"')[0]).toContain('"send" is next to protocol redis');
  });

  it('does not match the body of a response to HEAD, not even over a Unix socket', () => {
    const protocol = { name: 'http', method: 'head', checksum: 'a'.repeat(32) } as const;
    for (const condition of [when.failed.port(80, { protocol }), when.failed.unixSocket('/run/x.sock', { protocol })]) {
      expect(errorsOf(withRule(condition.do(alert())))).toEqual(['monit/ignored-option at x.rules[0].test.protocol.method']);
    }
  });

  it('does not check the key of a MySQL server over TLS', () => {
    const protocol = { name: 'mysql', username: 'u', password: 'p', rsaKey: { checksum: 'a'.repeat(32) } } as const;
    const test = when.failed.port(3306, { protocol, certificate: { validDays: 3 } }).do(alert());
    expect(errorsOf(withRule(test))).toContain('monit/ignored-option at x.rules[0].test.protocol.rsaKey');
  });

  it('matches a pattern with HTTP responses only', () => {
    const content = { operator: '=', pattern: 'ok' } as const;
    const codes = (protocol?: 'http' | 'redis') =>
      errorsOf(withRule(when.failed.port(80, { content, ...(protocol === undefined ? {} : { protocol }) }).do(alert())));
    expect(codes('http')).toEqual([]);
    for (const protocol of ['redis', undefined] as const) {
      expect(codes(protocol)).toEqual(['monit/ignored-option at x.rules[0].test.content']);
    }
  });

  it('takes its options in any order, and the last of two', () => {
    const [check] = ControlFile.parse(`check process x with pidfile /run/x.pid
  if failed host "h" port 80 retry 3 with timeout 5 seconds type tcpssl tlsv12 retry 4 certificate valid > 3 days then alert
`).statements;
    expect(check).toMatchObject({
      rules: [
        {
          test: {
            host: 'h',
            port: 80,
            retry: 4,
            timeout: Duration.seconds(5),
            type: 'tcp',
            ssl: { versions: ['tlsv12'] },
            certificate: { validDays: 3 },
          },
        },
      ],
    });
  });
});
