import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guardProgram, slackNotifyProgram, slackSendProgram } from '../../lib/programs';
import { describeLive } from '../hosts/describe-live';
import { TestHost } from '../hosts/host';
import type { Outcome } from '../hosts/run';
import { unitText } from '../installer/by-hand';

const GUARD = '/usr/local/lib/cdktf-sidekiq/guard';
const NOTIFY = '/usr/local/lib/cdktf-sidekiq/slack-notify';
const SEND = '/usr/local/lib/cdktf-sidekiq/slack-send';
const WEBHOOK = '/etc/myapp/slack-webhook';

// Debian 12 as the everyday host; 13 puts Monit into a sandbox.
describe.each(['bookworm', 'trixie'] as const)('on %s', (suite) => {
  describeLive('the programs that Monit runs', { needs: ['hosts'] }, () => {
    let host: TestHost;
    beforeAll(async () => {
      host = await TestHost.boot({ suite });
      await host.writeFile(GUARD, guardProgram, '0755');
      await host.writeFile(NOTIFY, slackNotifyProgram, '0755');
      await host.writeFile(SEND, slackSendProgram, '0755');
    }, 300_000);
    afterAll(() => host?.destroy());

    /** Runs a command as Monit would run it: with what its service may do, and no more. */
    async function asMonit(command: string, environment: readonly string[] = []): Promise<Outcome> {
      const sandbox = (await host.mustExec('systemctl cat monit.service 2>/dev/null'))
        .split('\n')
        .filter((line) =>
          /^(CapabilityBoundingSet|NoNewPrivileges|Protect\w+|PrivateTmp|ReadWritePaths|RestrictAddressFamilies|MemoryDenyWriteExecute|LockPersonality|Restrict\w+|StateDirectory|LogsDirectory)=/.test(
            line,
          ),
        )
        .flatMap((line) => ['-p', line]);
      return host.exec([
        'systemd-run',
        '--pipe',
        '--wait',
        '--quiet',
        '--collect',
        ...sandbox,
        ...environment.map((pair) => `--setenv=${pair}`),
        '--',
        'sh',
        '-c',
        command,
      ]);
    }

    describe('guard', () => {
      const property = async (name: string): Promise<string> =>
        (await host.mustExec(['systemctl', 'show', '-P', name, 'one.service'])).trim();
      async function service(more: readonly string[] = []): Promise<void> {
        await host.writeFile('/etc/systemd/system/one.service', unitText('guarded', more));
        await host.mustExec('rm -rf /run/cdktf-sidekiq; systemctl daemon-reload; systemctl reset-failed; systemctl restart one.service');
      }

      it('restarts a running service, once in its cooldown', async () => {
        await service();
        const first = await property('InvocationID');
        expect(await asMonit(`${GUARD} restart one.service 4`)).toMatchObject({ code: 0, stdout: 'one.service: restarted for Monit\n' });
        const second = await property('InvocationID');
        expect(second).not.toBe(first);
        expect(await asMonit(`${GUARD} restart one.service 4`)).toMatchObject({
          code: 1,
          stderr: expect.stringMatching(
            /^one\.service: Monit asks for a restart, but not acted upon: the last time was \d s ago, and once in 4 s is the limit/,
          ),
        });
        expect(await property('InvocationID')).toBe(second);
        await new Promise((resolve) => setTimeout(resolve, 4100));
        expect((await asMonit(`${GUARD} restart one.service 4`)).code).toBe(0);
        expect(await host.journal()).toContain('one.service: restarted for Monit');
      }, 30_000);

      it.each(['restart', 'revive'])('does not %s what an operator stopped', async (verb) => {
        await service();
        await host.mustExec(['systemctl', 'stop', 'one.service']);
        expect((await asMonit(`${GUARD} ${verb} one.service`)).code).toBe(0);
        expect(await property('ActiveState')).toBe('inactive');
        expect(await asMonit(`${GUARD} check one.service`)).toMatchObject({ code: 0, stdout: 'one.service: inactive\n' });
      });

      it('does not revive a stop that overran its time, nor one that ended in an error', async () => {
        await service([
          'TimeoutStopSec=1',
          'ExecStart=',
          `ExecStart=/bin/sh -c 'trap "" TERM; systemd-notify --ready; while :; do sleep 1; done'`,
        ]);
        await host.mustExec(['systemctl', 'stop', 'one.service']);
        expect([await property('ActiveState'), await property('Result')]).toEqual(['failed', 'timeout']);
        await asMonit(`${GUARD} revive one.service`);
        expect(await property('ActiveState')).toBe('failed');
        await service(['ExecStart=', `ExecStart=/bin/sh -c 'trap "exit 7" TERM; systemd-notify --ready; while :; do sleep 0.1; done'`]);
        await host.mustExec(['systemctl', 'stop', 'one.service']);
        expect([await property('ActiveState'), await property('Result')]).toEqual(['failed', 'exit-code']);
        await asMonit(`${GUARD} revive one.service`);
        expect(await property('ActiveState')).toBe('failed');
        expect((await asMonit(`${GUARD} check one.service`)).code).toBe(0);
      }, 30_000);

      it('revives what systemd gave up on, and tells of it', async () => {
        await service();
        await host.mustExec('systemctl kill --signal=KILL one.service; until systemctl is-failed one.service; do sleep 0.1; done');
        expect(await asMonit(`${GUARD} check one.service`)).toMatchObject({
          code: 1,
          stdout: 'one.service: systemd gave up on it (signal after 0 restarts)\n',
        });
        expect((await asMonit(`${GUARD} revive one.service`)).code).toBe(0);
        expect(await property('ActiveState')).toBe('active');
        expect(await asMonit(`${GUARD} check one.service`)).toMatchObject({ code: 0, stdout: 'one.service: active\n' });
      }, 30_000);

      it('revives what the watchdog has killed', async () => {
        // The unit leaves `active` before the process ends, as it does when it is told to stop.
        await service(['WatchdogSec=1', 'TimeoutAbortSec=5']);
        await host.mustExec('until systemctl is-failed one.service; do sleep 0.1; done');
        expect(await property('Result')).toBe('watchdog');
        expect((await asMonit(`${GUARD} check one.service`)).code).toBe(1);
        expect((await asMonit(`${GUARD} revive one.service`)).code).toBe(0);
        expect(await property('ActiveState')).toBe('active');
      }, 30_000);

      it('revives after a start limit', async () => {
        await service(['Restart=always', 'RestartSec=0', 'ExecStartPre=/bin/sh -c "! test -e /run/broken"']);
        await host.mustExec(
          'touch /run/broken; systemctl kill --signal=KILL one.service; until systemctl is-failed one.service; do sleep 0.1; done; rm /run/broken',
        );
        expect((await asMonit(`${GUARD} revive one.service`)).code).toBe(0);
        expect(await property('ActiveState')).toBe('active');
      }, 30_000);

      it('tells a crash once', async () => {
        await service(['Restart=always', 'RestartSec=0']);
        expect((await asMonit(`${GUARD} check one.service`)).code).toBe(0);
        await host.mustExec(
          'systemctl kill --signal=KILL one.service; until [ "$(systemctl show -P NRestarts one.service)" = 1 ]; do sleep 0.1; done',
        );
        expect(await asMonit(`${GUARD} check one.service`)).toMatchObject({
          code: 1,
          stdout: expect.stringMatching(/^one\.service: crashed 1 times since the last look, systemd restarted it/),
        });
        expect((await asMonit(`${GUARD} check one.service`)).code).toBe(0);
      }, 30_000);

      it('does nothing while a deployment is under way', async () => {
        await service();
        const before = await property('InvocationID');
        const deployment = host.exec(
          'mkdir -p /run/cdktf-sidekiq; flock /run/cdktf-sidekiq/lock -c "touch /run/locked; sleep 3"; rm /run/locked',
        );
        await host.mustExec('until [ -e /run/locked ]; do sleep 0.05; done');
        for (const verb of ['restart', 'revive', 'check']) {
          expect(await asMonit(`${GUARD} ${verb} one.service`)).toMatchObject({
            code: 0,
            stdout: expect.stringContaining('a deployment is under way'),
          });
        }
        expect(await property('InvocationID')).toBe(before);
        await deployment;
      }, 30_000);

      it.each([['restart'], ['restart ../x'], ['stop one.service'], ['restart one.service x']])('refuses %s', async (args) => {
        expect((await asMonit(`${GUARD} ${args}`)).code).toBe(2);
      });
    });

    describe('slack', () => {
      let server: Server;
      let status = 200;
      const received: string[] = [];
      beforeAll(async () => {
        server = createServer((request, response) => {
          let body = '';
          request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
          request.on('end', () => {
            received.push(`${request.method} ${request.url} ${request.headers['content-type']} ${body}`);
            response.writeHead(status).end('ok');
          });
        });
        await new Promise<void>((resolve) => server.listen(0, host.gateway, resolve));
        await host.mustExec('mkdir -p -m 0700 /etc/myapp');
        await host.writeFile(WEBHOOK, `http://${host.gateway}:${(server.address() as AddressInfo).port}/services/T0/B0/s3cr3t\n`, '0600');
      });
      afterAll(() => new Promise((resolve) => server.close(resolve)));
      beforeEach(() => {
        status = 200;
        received.length = 0;
      });

      it('sends a test message', async () => {
        expect(await host.exec([NOTIFY, WEBHOOK, SEND, '--test'])).toMatchObject({ code: 0, stdout: '', stderr: '' });
        expect(received).toEqual([
          expect.stringMatching(
            /^POST \/services\/T0\/B0\/s3cr3t application\/json \{"text":"\*test\* on \S+: Test message\\nMonit reaches this channel\\n/,
          ),
        ]);
      });

      it('sends any text as it is, from the sandbox, and cuts what is long', async () => {
        const environment = [
          'MONIT_SERVICE=sidekiq',
          'MONIT_HOST=h',
          `MONIT_EVENT=a "b" \\c 'd' $HOME %s`,
          `MONIT_DESCRIPTION=<x> & naïve ✓ ${'y'.repeat(3000)}`,
          'MONIT_DATE=now',
        ];
        expect(await asMonit(`exec ${NOTIFY} ${WEBHOOK} ${SEND}`, environment)).toMatchObject({ code: 0 });
        const body = JSON.parse(received[0]!.replace(/^.*?json /, '')) as { text: string };
        expect(body.text).toMatch(/^\*sidekiq\* on h: a "b" \\c 'd' \$HOME %s\n&lt;x&gt; &amp; naïve ✓ y+\nnow$/);
        expect(Buffer.byteLength(body.text)).toBeLessThan(2200);
      });

      it('runs as a user of its own, with the secret in no argument list and no environment', async () => {
        await host.writeFile('/usr/local/bin/curl', '#!/bin/sh\n{ id -un; echo "$@"; env; } >&2\nexec /usr/bin/curl "$@"\n', '0755');
        const mark = await host.mark();
        expect((await host.exec([NOTIFY, WEBHOOK, SEND, '--test'])).code).toBe(0);
        await host.mustExec(['rm', '/usr/local/bin/curl']);
        const journal = await host.journal(mark);
        expect(journal).toContain('--config -');
        expect(journal).not.toMatch(/s3cr3t|^root$/m);
        expect(received).toHaveLength(1);
      });

      it('tells of a failure in the journal, without the secret', async () => {
        status = 404;
        const mark = await host.mark();
        expect((await host.exec([NOTIFY, WEBHOOK, SEND, '--test'])).code).toBe(1);
        const journal = await host.journal(mark);
        expect(journal).toMatch(/curl: \(22\) The requested URL returned error: 404/);
        expect(journal).toContain('the message to Slack was not sent');
        expect(journal).not.toContain('s3cr3t');
      });

      it.each([
        ['no URL', 'hello'],
        ['options for curl', 'http://x/"\noutput = "/etc/x'],
        ['another scheme', 'file:///etc/passwd'],
      ])('refuses a webhook file with %s', async (_, text) => {
        await host.writeFile('/etc/myapp/bad', text, '0600');
        expect((await host.exec([NOTIFY, '/etc/myapp/bad', SEND, '--test'])).code).toBe(1);
        expect(received).toEqual([]);
      });
    });
  });
});
