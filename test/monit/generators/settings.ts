import fc from 'fast-check';

import { SYSLOG_FACILITIES, type Setting } from '../../../lib/monit';
import { Duration, Size } from '../../../lib/values';
import { alert, mailFormat } from './alerts';
import { address, fingerprint, ssl, type Surroundings } from './connections';
import { account, permission } from './operands';
import { given, maybe, options, someText, whole } from './text';

/** Files of a host, and a directory for those that Monit writes. */
export interface Room extends Surroundings {
  /** A directory that exists. */
  readonly directory: string;
}

const seconds = (most: number) => whole(1, most).map((n) => Duration.seconds(n));
const milliseconds = whole(1, 600_000).map((n) => Duration.milliseconds(n));
const buffer = whole(1, 4_000_000).map((n) => Size.bytes(n));

const limits = options({
  programOutput: buffer,
  sendExpectBuffer: buffer,
  fileContentBuffer: buffer,
  httpContentBuffer: buffer,
  networkTimeout: milliseconds,
  programTimeout: milliseconds,
  stopTimeout: milliseconds,
  startTimeout: milliseconds,
  restartTimeout: milliseconds,
}).filter((all) => Object.keys(all).length > 0);

const readOnly = maybe(fc.boolean());
const allow = fc.oneof(
  fc.constantFrom({ host: 'localhost' }, { host: '127.0.0.1' }, { host: '10.0.0.0/8' }, { host: '192.0.2.0/255.255.255.0' }),
  fc.record({ user: someText, password: someText.filter((text) => Buffer.byteLength(text) <= 64), readOnly }).map(given),
  fc.record({ group: fc.constantFrom('root', 'daemon'), readOnly }).map(given),
);

const httpd = ({ directory, keyFile }: Room) =>
  fc
    .record({
      unixSocket: maybe(
        fc.oneof(
          fc.constant(`${directory}/socket`),
          fc.record({ path: fc.constant(`${directory}/s 2`), uid: account, gid: account, permission, readOnly }).map(given),
        ),
      ),
      tcp: maybe(
        fc
          .record({
            port: whole(1, 65_535),
            address: maybe(fc.constantFrom('localhost', '127.0.0.1', '*')),
            readOnly,
            ssl: keyFile === undefined ? fc.constant(undefined) : maybe(fc.constant({ pemFile: keyFile })),
          })
          .map(given),
      ),
      allow: maybe(
        fc.uniqueArray(allow, { minLength: 1, maxLength: 3, selector: (who) => JSON.stringify({ ...who, readOnly: '', password: '' }) }),
      ),
      signature: maybe(fc.boolean()),
    })
    .map(given)
    .map((all) => (all.unixSocket === undefined && all.tcp === undefined ? { ...all, unixSocket: `${directory}/socket` } : all))
    .map((all) => ({ statement: 'set httpd' as const, ...all }));

const server = (around: Surroundings) =>
  fc
    .record({
      host: address,
      port: maybe(whole(1, 65_535)),
      username: maybe(someText),
      password: maybe(someText),
      ssl: maybe(ssl(around)),
      fingerprint: maybe(fingerprint),
    })
    .map(given);

const collector = (around: Surroundings) =>
  fc
    .record({
      url: fc.constantFrom('http://u:p@m.example.com:8080/collector', 'https://m.example.com/collector'),
      timeout: maybe(seconds(100)),
      ssl: maybe(ssl(around)),
      registerCredentials: maybe(fc.boolean()),
    })
    .map(given);

/** Settings, each at most once. */
export const settingsOf = (room: Room): fc.Arbitrary<Setting[]> => {
  const { directory } = room;
  const each: readonly fc.Arbitrary<Setting>[] = [
    fc.record({ statement: fc.constant('set daemon' as const), interval: seconds(86_400), startDelay: maybe(seconds(600)) }).map(given),
    fc.constantFrom('set init' as const, 'set terminal batch' as const).map((statement) => ({ statement })),
    fc.oneof(
      fc.constant({ statement: 'set log' as const, path: `${directory}/monit.log` }),
      fc
        .constantFrom(true as const, ...SYSLOG_FACILITIES.filter((name) => name !== 'log_user'))
        .map((syslog) => ({ statement: 'set log' as const, syslog })),
    ),
    fc.constant({ statement: 'set pidfile' as const, path: `${directory}/a pid` }),
    fc.constant({ statement: 'set idfile' as const, path: `${directory}/id` }),
    fc.constant({ statement: 'set statefile' as const, path: `${directory}/state` }),
    fc
      .constantFrom('start' as const, 'nostart' as const, 'laststate' as const)
      .map((onReboot) => ({ statement: 'set onreboot' as const, onReboot })),
    limits.map((all) => ({ statement: 'set limits' as const, ...all })),
    fc
      .record({ directory: fc.constant(`${directory}/queue`), slots: maybe(whole(1, 1000)) })
      .map((queue) => ({ statement: 'set eventqueue' as const, ...given(queue) })),
    fc
      .record({
        servers: fc.array(server(room), { minLength: 1, maxLength: 3 }),
        timeout: maybe(whole(30, 90).map((n) => Duration.seconds(n))),
        hostname: maybe(address),
      })
      .map((all) => ({ statement: 'set mailserver' as const, ...given(all) })),
    mailFormat.map((format) => ({ statement: 'set mail-format' as const, format })),
    alert.map((who) => ({ statement: 'set alert' as const, ...who })),
    fc.array(collector(room), { minLength: 1, maxLength: 2 }).map((servers) => ({ statement: 'set mmonit' as const, servers })),
    ssl(room).map((how) => ({ statement: 'set ssl' as const, ssl: how === true ? { verify: true } : how })),
    httpd(room),
  ];
  return fc
    .tuple(...each.map((setting) => fc.option(setting, { freq: 3, nil: undefined })))
    .map((all) => all.filter((setting) => setting !== undefined));
};
