import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sendProgram } from '../../lib/programs';
import { eventText } from './event-text';
import { runs } from '../support/runs';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'cdktf-sidekiq-test.'));
  // Replaces curl: records its arguments and input.
  const curl = [
    '#!/bin/sh',
    `printf '%s\\0' "$@" >"${directory}/arguments"`,
    `cat >"${directory}/stdin"`,
    `case " $* " in *" /dev/fd/3 "*) cat <&3 >"${directory}/config" ;; *) cp "${directory}/stdin" "${directory}/config" ;; esac`,
    '',
  ];
  writeFileSync(join(directory, 'curl'), curl.join('\n'), { mode: 0o755 });
  writeFileSync(join(directory, 'send'), sendProgram);
});
afterAll(() => rmSync(directory, { recursive: true }));
beforeEach(() => {
  for (const name of ['arguments', 'stdin', 'config', 'webhook', 'authorization', 'password'])
    rmSync(join(directory, name), { force: true });
});

const WEBHOOK = 'https://hooks.example.org/services/T0/B0/s3cr3t';
const EVENT = {
  MONIT_SERVICE: 'sidekiq',
  MONIT_HOST: 'worker-1',
  MONIT_EVENT: 'Resource limit matched',
  MONIT_DESCRIPTION: 'total mem amount of 900 MB matches resource limit [total mem amount > 800 MB]',
  MONIT_DATE: 'Tue, 03 Feb 2026 04:05:06',
  NOTIFY_TIME: '2026-02-03T04:05:06Z',
  NOTIFY_COUNT: '1',
};

interface Sent {
  readonly status: number | null;
  readonly stderr: string;
  readonly argv: readonly string[];
  /** Configuration that curl reads. */
  readonly config: string;
  readonly stdin: string;
}

function send(
  args: readonly string[],
  credentials: Readonly<Record<string, string>>,
  event: Readonly<Record<string, string>> = EVENT,
  shell = 'dash',
): Sent {
  for (const [name, text] of Object.entries(credentials)) writeFileSync(join(directory, name), text);
  const env = { PATH: `${directory}:/usr/bin:/bin`, CREDENTIALS_DIRECTORY: directory, ...event };
  const { status, stderr } = spawnSync(shell, [join(directory, 'send'), ...args], { env, encoding: 'utf8' });
  if (status !== 0) return { status, stderr, argv: [], config: '', stdin: '' };
  const kept = (name: string): string => readFileSync(join(directory, name), 'utf8');
  return { status, stderr, argv: kept('arguments').split('\0').slice(0, -1), config: kept('config'), stdin: kept('stdin') };
}

const body = ({ argv }: Sent): unknown => JSON.parse(argv.at(-1)!);

// test/security/hostile-json.test.ts tests the inside of JSON strings with thousands of texts.
describe('slack', () => {
  /** Form of a value in a message: control characters become blanks, Slack's own characters entities. */
  const shown = (value: string): string =>
    value
      .replace(/[\0-\x1f\x7f]/g, ' ')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;');

  it.each(['dash', 'bash'])('has host, service, event, description and time, for any text (%s)', (shell) => {
    const value = eventText.map((text) => text.replaceAll('\0', ''));
    fc.assert(
      fc.property(
        fc.record({ MONIT_SERVICE: value, MONIT_HOST: value, MONIT_EVENT: value, MONIT_DESCRIPTION: value, MONIT_DATE: value }),
        (event) => {
          const [service, host, what, why, when] = Object.values(event).map(shown) as [string, string, string, string, string];
          expect(body(send(['slack'], { webhook: WEBHOOK }, event, shell))).toEqual({
            text: `*${service}* on ${host}: ${what}\n${why}\n${when}`,
          });
        },
      ),
      { numRuns: runs(20) },
    );
  });

  it('has the number of events that it summarises', () => {
    const { text } = body(send(['slack'], { webhook: WEBHOOK }, { ...EVENT, NOTIFY_COUNT: '7' })) as { text: string };
    expect(text).toMatch(/04:05:06\n7 of these since the last message$/);
  });

  it('passes the webhook only on curl’s standard input', () => {
    const { config, argv } = send(['slack'], { webhook: `${WEBHOOK}\n` });
    expect(config).toBe(`url = "${WEBHOOK}"\n`);
    expect(argv.join(' ')).not.toContain('s3cr3t');
    expect(argv[0]).toBe('-q');
    expect(argv.join(' ')).toContain(' --config - ');
  });

  it('cuts a long text between two characters', () => {
    const { text } = body(send(['slack'], { webhook: WEBHOOK }, { ...EVENT, MONIT_DESCRIPTION: `x${'é'.repeat(3000)}` })) as {
      text: string;
    };
    expect(text.split('\n')[1]).toMatch(/^xé{999}\.\.\.$/);
  });

  it.each(['', 'hooks.example.org', 'file:///etc/passwd', 'https://', 'https://x/"\noutput = "/etc/x', 'https://x/"-o', 'https://x/\\'])(
    'refuses %j as a webhook',
    (webhook) => {
      const { status, stderr } = send(['slack'], { webhook });
      expect([status, stderr]).toEqual(
        webhook.includes('\n') ? [1, expect.stringContaining('one URL')] : [1, expect.stringContaining('does not hold one URL')],
      );
    },
  );
});

describe('webhook', () => {
  it('is one JSON object', () => {
    const description = 'a "b" \\ & <c>\té';
    expect(body(send(['webhook'], { webhook: WEBHOOK }, { ...EVENT, MONIT_DESCRIPTION: description, NOTIFY_COUNT: '3' }))).toEqual({
      host: 'worker-1',
      service: 'sidekiq',
      event: 'Resource limit matched',
      description: 'a "b" \\ & <c> é',
      time: '2026-02-03T04:05:06Z',
      count: 3,
    });
  });

  it('passes the header with the secret only on curl’s standard input', () => {
    const { config, argv } = send(['webhook'], { webhook: WEBHOOK, authorization: 'Bearer "t0k\\en"\n' });
    expect(config).toBe(`url = "${WEBHOOK}"\nheader = "Authorization: Bearer \\"t0k\\\\en\\""\n`);
    expect(argv.join(' ')).not.toContain('t0k');
  });

  it('refuses a secret that isn’t one line of text', () => {
    expect(send(['webhook'], { webhook: WEBHOOK, authorization: 'Bearer\tx\n' })).toMatchObject({
      status: 1,
      stderr: 'the authorization contains characters other than printable ASCII\n',
    });
  });
});

describe('mail', () => {
  const MAIL = ['mail', 'smtp://mail.example.com:587', 'required', '', 'monit@example.com', 'ops@example.com', 'boss@example.com'];

  it('is a message to all receivers', () => {
    const { argv, config, stdin } = send(MAIL, {}, { ...EVENT, MONIT_DESCRIPTION: `naïve\n.\n${'y'.repeat(100)}`, NOTIFY_COUNT: '2' });
    expect(config.trim()).toBe('');
    expect(argv.join(' ')).toContain(
      '--url smtp://mail.example.com:587 --mail-from monit@example.com --mail-rcpt ops@example.com --mail-rcpt boss@example.com --ssl-reqd',
    );
    const [head, encoded] = stdin.split('\r\n\r\n') as [string, string];
    expect(stdin.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(head.split('\r\n')).toEqual([
      'From: monit@example.com',
      'To: ops@example.com, boss@example.com',
      'Subject: sidekiq on worker-1: Resource limit matched',
      expect.stringMatching(/^Date: \w{3}, \d\d \w{3} \d{4} [\d:]{8} [+-]\d{4}$/),
      expect.stringMatching(/^Message-ID: <[0-9a-f-]{36}@example\.com>$/),
      'Auto-Submitted: auto-generated',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=UTF-8',
      'Content-Transfer-Encoding: base64',
    ]);
    expect(Buffer.from(encoded, 'base64').toString('utf8')).toBe(
      `sidekiq on worker-1: Resource limit matched\r\n\r\nnaïve . ${'y'.repeat(100)}\r\n\r\nTue, 03 Feb 2026 04:05:06\r\n2 of these since the last message\n`,
    );
  });

  it('has an ASCII header on one line, for any service name', () => {
    const { stdin } = send(MAIL, {}, { ...EVENT, MONIT_SERVICE: 'a\r\nBcc: x@example.com\nnaïve ✓' });
    expect(stdin).toMatch(/^Subject: a {2}Bcc: x@example\.com na.ve \S+ on worker-1: Resource limit matched\r$/m);
    expect(stdin.split('\r\n\r\n')[0]).toMatch(/^[ -~\r\n]+$/);
  });

  it('logs in with a password that isn’t in curl’s arguments', () => {
    const [, , , , ...who] = MAIL;
    const { argv, config } = send(['mail', 'smtps://mail.example.com:465', 'none', 'ops', ...who], { password: 'p"\\w d\n' });
    expect(config).toBe('user = "ops:p\\"\\\\w d"\n');
    expect(argv).not.toContain('--ssl-reqd');
    expect(argv.join(' ')).not.toContain('w d');
  });
});

it.each([[], ['slack', 'x'], ['mail', 'smtp://x'], ['other']])('refuses other arguments: %j', (...args) => {
  expect(send(args, { webhook: WEBHOOK })).toMatchObject({ status: 2, stderr: expect.stringContaining('usage: ') });
});
