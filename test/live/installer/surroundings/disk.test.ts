import * as hand from '../../../installer/by-hand';
import { bundleOf, NEW, OLD } from './bundles';
import { Harm } from './harm';
import { faultsOf, type Trial } from './trial';

const STATE = '/var/lib/cdktf-sidekiq';
const LOG = `${STATE}/owners/${hand.OWNER}/log`;
const [A, B] = ['/opt/one/a', '/opt/one/b'];

/** A service that is removed runs a script of the test while it stops, before the swap; a new one runs one before it starts. */
const GONE_HARMS = {
  ...OLD,
  files: [...OLD.files, hand.unitFile('gone.service', 'old', ['ExecStop=/root/harm/stop'])],
  services: [...OLD.services, hand.service('gone.service')],
};
const NEW_HARMS = bundleOf('new', { unit: ['ExecStartPre=/root/harm/start'] });
const NEW_FAILS = bundleOf('new', { unit: ['ExecStartPre=/root/harm/start', 'ExecStartPre=/bin/false'] });
const TWO = {
  ...NEW,
  files: [...NEW.files, hand.unitFile('two.service', 'new')],
  services: [...NEW.services, hand.service('two.service')],
};

/** Leaves room for a page or two. */
const leaveRoom = (kibibytes: number): string =>
  // Again if more was written in the meantime: a size below the used one is refused.
  `until mount -o remount,size=$(($(df -k --output=used /run | tail -n 1) + ${kibibytes}))k /run 2>/dev/null; do :; done; df -k /run`;

faultsOf('the disk', [OLD, NEW, NEW_HARMS, TWO], (fault) => {
  fault('disk-full-staging', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.separate(A);
    await trial.harm.run(Harm.fill(A));
    await trial.deploys(NEW);
    await trial.harm.run(Harm.free(A));
    await trial.next(NEW);
  });

  fault('disk-read-only-staging', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.bind(B);
    await trial.harm.run(Harm.readOnly(B));
    await trial.deploys(NEW);
    await trial.harm.run(Harm.writable(B));
    await trial.next(NEW);
  });

  fault('state-full', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.separate(STATE);
    await trial.harm.run(Harm.fill(STATE));
    await trial.deploys(NEW);
    await trial.harm.run(Harm.free(STATE));
    await trial.next(NEW);
  });

  fault('state-read-only', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.bind(STATE);
    await trial.harm.run(Harm.readOnly(STATE));
    await trial.deploys(NEW);
    await trial.harm.run(Harm.writable(STATE));
    await trial.next(NEW);
  });

  for (const [id, kibibytes] of [
    ['run-full', 0],
    ['run-nearly-full', 200],
  ] as const) {
    fault(id, async (trial) => {
      await trial.begin(OLD);
      await trial.harm.run(leaveRoom(kibibytes), 'mount -o remount,size=1g /run');
      await trial.deploys(NEW);
      await trial.harm.lift();
      await trial.next(NEW);
    });
  }

  fault('run-full-swap', async (trial) => {
    await trial.begin(GONE_HARMS);
    await trial.harm.script('stop', leaveRoom(0));
    await trial.harm.run('true', 'mount -o remount,size=1g /run');
    await trial.deploys(NEW);
    await trial.harm.lift();
    await trial.harm.script('stop', 'true');
    await trial.next(NEW);
  });

  fault('disk-read-only-swap', async (trial) => {
    await trial.begin(GONE_HARMS);
    await trial.harm.script('stop', Harm.readOnly(B));
    await trial.harm.bind(B);
    await trial.deploys(NEW);
    expect(await trial.host.mustExec(`cat ${A}/env ${B}/env`)).toBe('LEVEL=old\nLEVEL=old\n');
    await trial.harm.script('stop', 'true');
    await trial.harm.run(Harm.writable(B));
    await trial.next(NEW);
  });

  fault('links-read-only', async (trial) => {
    const links = '/etc/systemd/system/multi-user.target.wants';
    await trial.begin(OLD);
    await trial.harm.bind(links);
    await trial.harm.run(Harm.readOnly(links));
    await trial.deploys(TWO);
    await trial.harm.run(Harm.writable(links));
    await trial.next(TWO);
  });

  fault('state-full-commit', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.script('start', Harm.fill(STATE));
    await trial.harm.separate(STATE);
    await trial.deploys(NEW_HARMS);
    await trial.harm.script('start', 'true');
    await trial.harm.run(Harm.free(STATE));
    await trial.next(NEW_HARMS);
  });

  fault('state-read-only-commit', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.script('start', Harm.readOnly(STATE));
    await trial.harm.bind(STATE);
    await trial.deploys(NEW_HARMS);
    await trial.harm.run(Harm.writable(STATE));
    await trial.harm.script('start', 'true');
    await trial.next(NEW_HARMS);
  });

  fault('disk-full-rollback', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.script('start', Harm.fill(B));
    await trial.harm.separate(B);
    await trial.deploys(NEW_FAILS);
    await staysOpen(trial, NEW);
    await trial.harm.run(Harm.free(B));
    await trial.next(OLD);
  });

  const readOnlyRollback = async (trial: Trial): Promise<void> => {
    await trial.begin(OLD);
    await trial.harm.script('start', Harm.readOnly(B));
    await trial.harm.bind(B);
    await trial.deploys(NEW_FAILS);
  };

  fault('disk-read-only-rollback', async (trial) => {
    await readOnlyRollback(trial);
    await staysOpen(trial, NEW);
    await trial.harm.run(Harm.writable(B));
    await trial.next(OLD);
  });

  fault('disk-read-only-rollback-boot', async (trial) => {
    await readOnlyRollback(trial);
    trial.host.kill();
    await trial.host.boot();
    trial.harm.forget();
    await trial.until('[ "$(systemctl show -P ActiveState one.service)" = active ]');
    await trial.expectOldFiles();
    expect(await trial.property('Description')).toBe('old');
    await trial.next(OLD);
  });

  fault('log-full', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.separate(LOG, '64k');
    await trial.harm.run(Harm.fill(LOG));
    await trial.deploys(NEW);
    expect(await trial.host.mustExec(`find ${LOG} -name '*.unseen' -o -name '*-*' -size 0`)).toBe('');
    await trial.next(NEW);
  });

  fault('log-read-only', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.bind(LOG);
    await trial.harm.run(Harm.readOnly(LOG));
    await trial.deploys(NEW);
    await trial.next(NEW);
  });
});

/** While the disk is in this state, another deployment is refused because of it, and changes nothing. */
async function staysOpen(trial: Trial, bundle: typeof NEW): Promise<void> {
  const before = await trial.files();
  const refused = await hand.deploy(trial.host, bundle);
  expect([refused.code, hand.lastLine(refused)]).toEqual([
    1,
    expect.stringMatching(/^refused, nothing changed: an earlier transaction could not be rolled back: /),
  ]);
  expect(await trial.files()).toBe(before);
}
