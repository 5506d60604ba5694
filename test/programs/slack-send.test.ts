import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { slackSendProgram } from '../../lib/programs';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'cdktf-sidekiq-test.'));
  // Stands in for curl: keeps what it was given.
  writeFileSync(join(directory, 'curl'), `#!/bin/sh\ncat >"${directory}/config"\nprintf '%s\\0' "$@" >"${directory}/arguments"\n`, {
    mode: 0o755,
  });
  writeFileSync(join(directory, 'send'), slackSendProgram);
});
afterAll(() => rmSync(directory, { recursive: true }));

function send(
  shell: string,
  webhook: string,
  event: Readonly<Record<string, string>>,
): { status: number | null; config: string; text: string; argv: string[] } {
  writeFileSync(join(directory, 'webhook'), webhook);
  rmSync(join(directory, 'arguments'), { force: true });
  const env = { PATH: `${directory}:/usr/bin:/bin`, CREDENTIALS_DIRECTORY: directory, ...event };
  const { status } = spawnSync(shell, [join(directory, 'send')], { env });
  if (status !== 0) return { status, config: '', text: '', argv: [] };
  const argv = readFileSync(join(directory, 'arguments'), 'utf8').split('\0').slice(0, -1);
  const { text } = JSON.parse(argv.at(-1)!) as { text: string };
  return { status, config: readFileSync(join(directory, 'config'), 'utf8'), text, argv };
}

const WEBHOOK = 'https://hooks.example.org/services/T0/B0/s3cr3t';
/** What a message makes of a value: control characters become blanks, Slack's own characters entities. */
const shown = (value: string): string =>
  value
    .replace(/[\0-\x1f\x7f]/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

it.each(['dash', 'bash'])('is right JSON for any text (%s)', (shell) => {
  const value = fc.string({
    unit: fc.oneof(
      fc.constantFrom('"', '\\', '\n', '\t', '&', '<', '>', '%', '$', '`', "'", '\x01', '\x7f', 'é', '✓', '😀'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 12,
  });
  fc.assert(
    fc.property(
      fc.record({ MONIT_SERVICE: value, MONIT_HOST: value, MONIT_EVENT: value, MONIT_DESCRIPTION: value, MONIT_DATE: value }),
      (event) => {
        const clean = Object.fromEntries(Object.entries(event).map(([key, text]) => [key, text.replaceAll('\0', '')])) as typeof event;
        const [service, host, what, why, when] = Object.values(clean).map(shown) as [string, string, string, string, string];
        expect(send(shell, WEBHOOK, clean).text).toBe(`*${service}* on ${host}: ${what}\n${why}\n${when}`);
      },
    ),
    { numRuns: 25 },
  );
});

it('gives curl the webhook on its standard input, and nowhere else', () => {
  const { config, argv } = send('dash', `${WEBHOOK}\n`, {});
  expect(config).toBe(`url = "${WEBHOOK}"\n`);
  expect(argv.join(' ')).not.toContain('s3cr3t');
  expect(argv.slice(0, 3)).toEqual(['-q', '--config', '-']);
});

it('cuts a long text between two characters', () => {
  const { text } = send('dash', WEBHOOK, { MONIT_DESCRIPTION: `x${'é'.repeat(3000)}` });
  expect(text).toMatch(/^\*\* on : \nxé{900,999}\n$/);
});

it.each(['', 'hooks.example.org', 'file:///etc/passwd', 'https://x/"\noutput = "/etc/x', 'https://x/" -o y', 'https://x/\\'])(
  'refuses %j for a webhook',
  (webhook) => {
    expect(send('dash', webhook, {}).status).toBe(1);
  },
);
