import { rule } from './rule';

/** Names of variables that usually hold secrets. */
const SECRET_NAME =
  /(?:^|_)(?:PASS(?:WORD|WD|PHRASE)?|SECRET(?:S|_KEY_BASE)?|TOKEN|(?:API|ACCESS|PRIVATE|MASTER|ENCRYPTION|LICENSE)_?KEY|CREDENTIALS?|DSN)(?:_|$)/i;
/** Endings of names that refer to a secret, or describe it, without holding it. */
const REFERENCE_NAME = /_(?:FILE|PATH|DIR|NAME|URL|URI|HOST|TTL|TIMEOUT|LENGTH|ID)$/i;
/** A URL that contains a password. */
const URL_WITH_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s@]*:[^/?#\s@]+@/i;

/** Source: systemd.exec(5), Environment=: "environment variables are not suitable for passing secrets". */
export const secretInEnvironment = rule({
  code: 'secret/in-unit-file',
  reason: 'Any user of the host can read it with systemctl show, and it is in plaintext in the unit file, the plan and the state.',
  bad: () => ({ service: { Environment: { REDIS_URL: 'redis://:hunter2@127.0.0.1:6379/0' } } }),
  good: () => ({ service: { EnvironmentFile: '/etc/myapp/sidekiq.env', Environment: { REDIS_URL: 'redis://127.0.0.1:6379/0' } } }),
  find: ({ service }) =>
    Object.entries(recordOf(service.get('Environment')))
      .filter(([name, value]) => looksSecret(name, value))
      .map(([name, value]) => ({
        place: ['service', 'Environment', name],
        problem: isUrlWithPassword(value) ? 'the value is a URL with a password' : `the name ${name} is usually that of a secret`,
        remedy: 'Move it to a file that only root can read, and set EnvironmentFile: any user of the host can read Environment.',
      })),
});

function looksSecret(name: string, value: unknown): boolean {
  if (typeof value !== 'string' || value === '') return false;
  if (isUrlWithPassword(value)) return true;
  return SECRET_NAME.test(name) && !REFERENCE_NAME.test(name) && !value.startsWith('/') && !/^(?:0|1|true|false|yes|no|none)$/i.test(value);
}

function isUrlWithPassword(value: unknown): boolean {
  return typeof value === 'string' && URL_WITH_PASSWORD.test(value);
}

/** Returns an empty record for other values, which untyped callers may pass; the directive's kind reports them. */
function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
