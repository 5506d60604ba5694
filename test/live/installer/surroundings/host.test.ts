import * as hand from '../../../installer/by-hand';
import { bundleOf, NEW, OLD } from './bundles';
import { faultsOf, type Trial } from './trial';
import { quietNow } from '../../../hosts/quiet-clock';

const SETTLES_SLOWLY = bundleOf('new', { service: { stabilitySeconds: 8 } });

/**
 * Sets another clock for programs that run `date`, by so many seconds, while Monit's stays: for them it is as if the clock had
 * been set between Monit's check and theirs. This machine's own clock, which all its hosts share, isn't changed.
 */
async function setClock(trial: Trial, seconds: number): Promise<void> {
  const shim = await trial.harm.script(
    'date',
    `case " $* " in *" -d "*) exec /root/harm/real-date "$@" ;; esac; exec /root/harm/real-date -d "@$(($(/root/harm/real-date +%s) + ${seconds}))" "$@"`,
  );
  await trial.harm.run(`cp /usr/bin/date /root/harm/real-date && mount --bind ${shim} /usr/bin/date`, 'umount /usr/bin/date');
  const ahead = Number(await trial.host.mustExec('echo $(($(date +%s) - $(/root/harm/real-date +%s)))'));
  expect(Math.abs(ahead - seconds)).toBeLessThan(3);
}

faultsOf('the host', [OLD, NEW, SETTLES_SLOWLY], (fault) => {
  for (const [id, seconds] of [
    ['clock-ahead', 3600],
    ['clock-behind', -3600],
  ] as const) {
    fault(id, async (trial) => {
      await trial.begin(OLD);
      await setClock(trial, seconds);
      const began = quietNow();
      await trial.deploys(NEW);
      // Well below the 40 s after which the wait for Monit ends.
      expect(quietNow() - began).toBeLessThan(25_000);
      await trial.next(NEW);
    });
  }

  fault('clock-was-ahead', async (trial) => {
    await trial.begin(OLD);
    const logs = `/var/lib/cdktf-sidekiq/owners/${hand.OWNER}/log`;
    await trial.harm.run(`for n in $(seq 10 40); do (umask 077; echo x >${logs}/20990101T0000$n''Z-aaaaaaaaaa); done`);
    await trial.deploys(NEW);
    const kept = (await trial.host.mustExec(`ls ${logs}`)).trim().split('\n');
    expect(kept).toHaveLength(20);
    expect(await trial.host.mustExec(`tail -qn 1 ${logs}/${kept[0]}`)).toBe('deployed\n');
    await trial.next(NEW);
  });

  fault('reboot', async (trial) => {
    await trial.begin(OLD);
    const cut = hand.deploy(trial.host, SETTLES_SLOWLY);
    await trial.until('[ "$(systemctl show -P Description one.service)" = new ]');
    await trial.host.shutdown();
    const outcome = await cut.catch(() => ({ code: 255, stdout: '', stderr: '' }));
    await trial.host.boot();
    await trial.until('[ "$(systemctl show -P ActiveState one.service)" = active ]');
    // The connection ends with the host: how much it reported is a matter of milliseconds.
    expect(outcome.code).not.toBe(0);
    const stdout = await trial.host.mustExec(`tail -qn 1 /var/lib/cdktf-sidekiq/owners/${hand.OWNER}/log/*Z-* | tail -n 1`);
    await trial.judge({ code: 1, stdout, stderr: '' }, SETTLES_SLOWLY);
    await trial.next(SETTLES_SLOWLY);
  });
});
