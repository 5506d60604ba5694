import { rule } from './rule';

/** Names of variables that usually hold secrets. */
const SECRET_NAME =
  /(?:^|_)(?:PASS(?:WORD|WD|PHRASE)?|SECRET(?:S|_KEY_BASE)?|TOKEN|(?:API|ACCESS|PRIVATE|MASTER|ENCRYPTION|LICENSE)_?KEY|CREDENTIALS?|DSN)(?:_|$)/i;
/** Such names that refer to where a secret is, rather than to the secret itself. */
const PLACE_NAME = /_(?:FILE|PATH|DIR|NAME|URL|URI|HOST|TTL|TIMEOUT|LENGTH|ID)$/i;
/** A URL that contains a password. */
const URL_WITH_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s@]*:[^/?#\s@]+@/i;

/** Source: systemd.exec(5), Environment=: "environment variables are not suitable for passing secrets". */
export const secretInEnvironment = rule({
  code: 'secret/in-unit-file',
  reason: 'Every user of the host can read it with systemctl show, and it is in the unit file, the state and the plan.',
  bad: () => ({ service: { Environment: { REDIS_URL: 'redis://:hunter2@127.0.0.1:6379/0' } } }),
  good: () => ({ service: { EnvironmentFile: '/etc/myapp/sidekiq.env', Environment: { REDIS_URL: 'redis://127.0.0.1:6379/0' } } }),
  find: ({ service }) =>
    Object.entries(recordOf(service.get('Environment')))
      .filter(([name, value]) => looksSecret(name, value))
      .map(([name]) => ({
        place: ['service', 'Environment', name],
        got: 'a value that looks like a secret',
        expected: 'a file for EnvironmentFile that only root can read',
        remedy: 'Move it to an EnvironmentFile: every user of the host can read Environment with systemctl show.',
      })),
});

function looksSecret(name: string, value: unknown): boolean {
  if (typeof value !== 'string' || value === '') return false;
  if (URL_WITH_PASSWORD.test(value)) return true;
  return SECRET_NAME.test(name) && !PLACE_NAME.test(name) && !value.startsWith('/') && !/^(?:0|1|true|false|yes|no|none)$/i.test(value);
}

/** JavaScript programs may pass anything; the directive's kind reports it. */
function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
