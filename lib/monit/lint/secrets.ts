import { show } from '../../values/issue';
import type { Place } from '../../values/place';
import { alert } from '../actions';
import type { Protocol } from '../protocols/table';
import type { SslOptions } from '../tls/table';
import type { Statement } from '../model';
import { placeOf } from '../model/places';
import { when } from '../when';
import { withRule } from './examples';
import { rules } from './parts';
import { rule, type LintRule, type LintSubject } from './rule';

interface Secret {
  readonly place: Place;
  readonly kind: 'password' | 'secret';
}

/** Source: Monit manual, "Monit HTTPD", "Setting a mail server": control files hold secrets in plaintext. */
const passwordInFile = rule({
  code: 'secret/in-control-file',
  severity: 'warning',
  reason: 'Anyone who can read the repository, the plan or the host’s backups can read a control file.',
  bad: () => ({ statements: [{ statement: 'set httpd', unixSocket: '/run/monit.sock', allow: [{ user: 'ops', password: 'monit' }] }] }),
  good: () => ({ statements: [{ statement: 'set httpd', unixSocket: '/run/monit.sock', allow: [{ passwordFile: '/etc/monit/users' }] }] }),
  *find(subject) {
    for (const { place, kind } of secrets(subject)) {
      yield {
        place,
        problem: `the control file contains a ${kind} in plaintext`,
        remedy: 'Use a Unix socket or a password file on the host instead, or check who can read the control file.',
      };
    }
  },
});

function* secrets(subject: LintSubject): Generator<Secret, void, undefined> {
  for (const statement of subject.statements) yield* ofSetting(statement, placeOf(statement, subject.context.origins));
  for (const { it, place } of rules(subject)) {
    if (it.test.test === 'url' && hasLogin(it.test.url)) yield { place: [...place, 'test', 'url'], kind: 'password' };
    if (!('protocol' in it.test) || typeof it.test.protocol !== 'object') continue;
    const protocol: Protocol & { readonly password?: string; readonly secret?: string } = it.test.protocol;
    if (protocol.password !== undefined) yield { place: [...place, 'test', 'protocol', 'password'], kind: 'password' };
    if (protocol.secret !== undefined) yield { place: [...place, 'test', 'protocol', 'secret'], kind: 'secret' };
  }
}

function* ofSetting(statement: Statement, place: Place): Generator<Secret, void, undefined> {
  if (statement.statement === 'set httpd') {
    for (const [index, client] of (statement.allow ?? []).entries()) {
      if ('user' in client) yield { place: [...place, 'allow', index], kind: 'password' };
    }
  }
  if (statement.statement !== 'set mailserver' && statement.statement !== 'set mmonit') return;
  for (const [index, server] of statement.servers.entries()) {
    const secret = 'url' in server ? hasLogin(server.url) : server.password !== undefined;
    if (secret) yield { place: [...place, 'servers', index], kind: 'password' };
  }
}

function hasLogin(url: string): boolean {
  return /^[a-z0-9]+:\/\/[^:@/ ]+:[^@: ]+@/.test(url);
}

/** Source: Monit manual, "Monit HTTPD": without an address Monit listens on all interfaces. */
const httpdOnAllInterfaces = rule({
  code: 'monit/httpd-on-all-interfaces',
  severity: 'warning',
  reason: 'Anyone who reaches that port and guesses the password can stop every service on the host.',
  bad: () => ({ statements: [{ statement: 'set httpd', tcp: { port: 2812, address: '*' } }] }),
  good: () => ({ statements: [{ statement: 'set httpd', tcp: { port: 2812 } }] }),
  *find({ statements, context }) {
    for (const statement of statements) {
      if (statement.statement !== 'set httpd' || statement.tcp === undefined) continue;
      const { address } = statement.tcp;
      if (address !== '*' && address !== '0.0.0.0' && address !== '::') continue;
      yield {
        place: [...placeOf(statement, context.origins), 'tcp', 'address'],
        problem: `${show(address)} listens on all interfaces`,
        remedy: 'Use "localhost" or a Unix socket: anyone who guesses the password can stop every service on the host.',
      };
    }
  },
});

/** Source: changes of Monit 6.1: certificates are verified by default. */
const tlsVerificationUnset = rule({
  code: 'monit/tls-verification-unset',
  severity: 'info',
  reason: 'By default, Monit up to 6.0 accepts any certificate and later versions verify it, so the same file means two things.',
  bad: () => withRule(when.failed.url('https://example.com/', { ssl: true }).do(alert())),
  good: () => withRule(when.failed.url('https://example.com/', { ssl: { verify: true } }).do(alert())),
  *find(subject) {
    for (const { place, ssl } of encrypted(subject)) {
      if (ssl !== true && ssl.verify !== undefined) continue;
      yield {
        place,
        problem: '`verify` is not set',
        remedy: 'Set `verify: true`, or `false`: by default, Monit up to 6.0 doesn’t verify certificates and later versions do.',
      };
    }
  },
});

function* encrypted(subject: LintSubject): Generator<{ readonly place: Place; readonly ssl: true | SslOptions }, void, undefined> {
  for (const statement of subject.statements) {
    if (statement.statement !== 'set mailserver' && statement.statement !== 'set mmonit') continue;
    for (const [index, { ssl }] of statement.servers.entries()) {
      if (ssl !== undefined) yield { place: [...placeOf(statement, subject.context.origins), 'servers', index, 'ssl'], ssl };
    }
  }
  for (const { it, place } of rules(subject)) {
    if ('ssl' in it.test && it.test.ssl !== undefined) yield { place: [...place, 'test', 'ssl'], ssl: it.test.ssl };
  }
}

/** Rules about passwords, TLS and the HTTP server. */
export const SECURITY_RULES: readonly LintRule[] = [passwordInFile, httpdOnAllInterfaces, tlsVerificationUnset];
