import { guardProgram } from '../../../lib/programs';
import { describeLive } from '../../hosts/describe-live';
import { eventually } from '../../hosts/eventually';
import { TestHost } from '../../hosts/host';
import type { Outcome } from '../../hosts/run';
import { unitText } from '../../installer/by-hand';
import { runAsMonit } from './as-monit';

const GUARD = '/usr/local/lib/cdktf-sidekiq/guard';
/** Seconds: longer than the time between two calls on a busy machine. */
const COOLDOWN = 60;

// Debian 12 as the typical host; 13 runs Monit in a sandbox.
describe.each(['bookworm', 'trixie'] as const)('on %s', (suite) => {
  describeLive('the programs that Monit runs', { needs: ['hosts'] }, () => {
    let host: TestHost;
    beforeAll(async () => {
      host = await TestHost.boot({ suite });
      await host.writeFile(GUARD, guardProgram, '0755');
    });
    afterAll(() => host?.destroy());

    const asMonit = (command: string): Promise<Outcome> => runAsMonit(host, command);

    describe('guard', () => {
      const property = async (name: string): Promise<string> =>
        (await host.mustExec(['systemctl', 'show', '-P', name, 'one.service'])).trim();
      async function service(more: readonly string[] = []): Promise<void> {
        await host.writeFile('/etc/systemd/system/one.service', unitText('guarded', more));
        await host.mustExec('rm -rf /run/cdktf-sidekiq; systemctl daemon-reload; systemctl reset-failed; systemctl restart one.service');
      }

      it('restarts a running service once per cooldown', async () => {
        await service();
        const first = await property('InvocationID');
        expect(await asMonit(`${GUARD} restart one.service ${COOLDOWN}`)).toMatchObject({
          code: 0,
          stdout: 'one.service: restarted for Monit\n',
        });
        const second = await property('InvocationID');
        expect(second).not.toBe(first);
        expect(await asMonit(`${GUARD} restart one.service ${COOLDOWN}`)).toMatchObject({
          code: 1,
          stderr: expect.stringMatching(
            /^one\.service: Monit asks for a restart, but not acted upon: the last time was \d+ s ago, and once in \d+ s is the limit/,
          ),
        });
        expect(await property('InvocationID')).toBe(second);
        // A shorter cooldown ends sooner.
        await eventually(async () => ((await asMonit(`${GUARD} restart one.service 1`)).code === 0 ? true : undefined), {
          what: 'its end',
        });
        expect(await host.journal()).toContain('one.service: restarted for Monit');
      });

      it('ignores a damaged timestamp, and doesn’t act if it can’t write a new one', async () => {
        await service();
        for (const garbage of ['', 'x', '-', 'cdktf-sidekiq-stamp 1 99999999 1 end', 'cdktf-sidekiq-stamp 2 1 1 end', '$(reboot)']) {
          await host.mustExec(
            `mkdir -p /run/cdktf-sidekiq/guard && printf '%s\\n' '${garbage}' >/run/cdktf-sidekiq/guard/one.service.last`,
          );
          expect(await asMonit(`${GUARD} restart one.service ${COOLDOWN}`)).toMatchObject({
            code: 0,
            stdout: 'one.service: restarted for Monit\n',
            stderr: '/run/cdktf-sidekiq/guard/one.service.last is damaged and not counted: a new one is written\n',
          });
          await host.mustExec(`printf '%s\\n' '${garbage}' >/run/cdktf-sidekiq/guard/one.service.restarts`);
          expect(await asMonit(`${GUARD} check one.service`)).toMatchObject({ code: 0, stdout: 'one.service: active\n' });
        }
        await host.mustExec('rm -rf /run/cdktf-sidekiq/guard && mkdir -p /run/cdktf-sidekiq/guard/one.service.last.new');
        const before = await property('InvocationID');
        expect(await asMonit(`${GUARD} restart one.service ${COOLDOWN}`)).toMatchObject({
          code: 1,
          stderr: expect.stringContaining('not acted upon: /run/cdktf-sidekiq/guard/one.service.last cannot be written'),
        });
        expect(await property('InvocationID')).toBe(before);
      });

      it.each(['restart', 'revive'])('does not %s a service that an operator stopped', async (verb) => {
        await service();
        await host.mustExec(['systemctl', 'stop', 'one.service']);
        expect((await asMonit(`${GUARD} ${verb} one.service`)).code).toBe(0);
        expect(await property('ActiveState')).toBe('inactive');
        expect(await asMonit(`${GUARD} check one.service`)).toMatchObject({ code: 0, stdout: 'one.service: inactive\n' });
      });

      it('does not revive a service whose stop timed out or failed', async () => {
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
      });

      it('revives a service that systemd gave up on, and reports it', async () => {
        await service();
        await host.mustExec('systemctl kill --signal=KILL one.service; until systemctl is-failed one.service; do sleep 0.1; done');
        expect(await asMonit(`${GUARD} check one.service`)).toMatchObject({
          code: 1,
          stdout: 'one.service: systemd gave up on it (signal after 0 restarts)\n',
        });
        expect((await asMonit(`${GUARD} revive one.service`)).code).toBe(0);
        expect(await property('ActiveState')).toBe('active');
        expect(await asMonit(`${GUARD} check one.service`)).toMatchObject({ code: 0, stdout: 'one.service: active\n' });
      });

      it('revives a service that the watchdog killed', async () => {
        // The unit leaves `active` before the process ends, as in a normal stop.
        await service(['WatchdogSec=1', 'TimeoutAbortSec=5']);
        await host.mustExec('until systemctl is-failed one.service; do sleep 0.1; done');
        expect(await property('Result')).toBe('watchdog');
        expect((await asMonit(`${GUARD} check one.service`)).code).toBe(1);
        expect((await asMonit(`${GUARD} revive one.service`)).code).toBe(0);
        expect(await property('ActiveState')).toBe('active');
      });

      it('revives after a start limit', async () => {
        await service(['Restart=always', 'RestartSec=0', 'ExecStartPre=/bin/sh -c "! test -e /run/broken"']);
        await host.mustExec(
          'touch /run/broken; systemctl kill --signal=KILL one.service; until systemctl is-failed one.service; do sleep 0.1; done; rm /run/broken',
        );
        expect((await asMonit(`${GUARD} revive one.service`)).code).toBe(0);
        expect(await property('ActiveState')).toBe('active');
      });

      it('restarts a service that has reached its start limit, and still reports the earlier crashes', async () => {
        await service(['Restart=always', 'RestartSec=0']);
        expect((await asMonit(`${GUARD} check one.service`)).code).toBe(0);
        await host.mustExec(
          `for crash in 1 2 3 4; do
            systemctl kill --signal=KILL one.service
            until [ "$(systemctl show -P NRestarts,ActiveState one.service | paste -s -d /)" = "$crash/active" ]; do sleep 0.1; done
          done`,
        );
        const before = await property('InvocationID');
        expect(await asMonit(`${GUARD} restart one.service`)).toMatchObject({ code: 0, stdout: 'one.service: restarted for Monit\n' });
        expect(await property('ActiveState')).toBe('active');
        expect(await property('InvocationID')).not.toBe(before);
        expect(await asMonit(`${GUARD} check one.service`)).toMatchObject({
          code: 3,
          stdout: expect.stringContaining('crashed 4 times since the last check'),
        });
        expect((await asMonit(`${GUARD} check one.service`)).code).toBe(0);
      });

      it("revives a service that another process's restart left at the start limit", async () => {
        await service();
        await host.mustExec('for again in 1 2 3 4 5 6; do systemctl restart one.service || exit 0; done; exit 1');
        expect([await property('ActiveState'), await property('Result')]).toEqual(['failed', 'start-limit-hit']);
        expect((await asMonit(`${GUARD} check one.service`)).code).toBe(1);
        expect((await asMonit(`${GUARD} revive one.service`)).code).toBe(0);
        expect(await property('ActiveState')).toBe('active');
      });

      it('reports a crash once', async () => {
        await service(['Restart=always', 'RestartSec=0']);
        expect((await asMonit(`${GUARD} check one.service`)).code).toBe(0);
        await host.mustExec(
          'systemctl kill --signal=KILL one.service; until [ "$(systemctl show -P NRestarts one.service)" = 1 ]; do sleep 0.1; done',
        );
        expect(await asMonit(`${GUARD} check one.service`)).toMatchObject({
          code: 3,
          stdout: expect.stringMatching(/^one\.service: crashed 1 times since the last check, systemd restarted it/),
        });
        expect((await asMonit(`${GUARD} check one.service`)).code).toBe(0);
      });

      it('does nothing during a deployment', async () => {
        await service();
        const before = await property('InvocationID');
        const deployment = host.exec(
          'mkdir -p /run/cdktf-sidekiq; flock /run/cdktf-sidekiq/lock -c "touch /run/locked; until [ -e /run/deployed ]; do sleep 0.05; done"',
        );
        await host.until('[ -e /run/locked ]');
        for (const verb of ['restart', 'revive', 'check']) {
          expect(await asMonit(`${GUARD} ${verb} one.service`)).toMatchObject({
            code: 0,
            stdout: expect.stringContaining('a deployment is in progress'),
          });
        }
        expect(await property('InvocationID')).toBe(before);
        await host.mustExec('touch /run/deployed');
        await deployment;
        await host.mustExec('rm /run/locked /run/deployed');
      });

      it.each([['restart'], ['restart ../x'], ['stop one.service'], ['restart one.service x']])('refuses %s', async (args) => {
        expect((await asMonit(`${GUARD} ${args}`)).code).toBe(2);
      });
    });
  });
});
