import * as hand from '../../../installer/by-hand';
import { bundleOf, NEW, OLD } from './bundles';
import { faultsOf, type Trial } from './trial';
import { quietNow } from '../../../hosts/quiet-clock';

const WITHOUT_SOCKET = { ...NEW, files: NEW.files.filter(({ kind }) => kind !== 'monit-httpd') };
const NEW_HARMS = bundleOf('new', { unit: ['ExecStartPre=/root/harm/start'] });
const MONIT_LIVES = '[ "$(cat /proc/$(cat /run/monit.pid)/comm)" = monit ]';

/** Adds to the host's own control file, and reloads Monit. */
const configure = (trial: Trial, script: string): Promise<void> =>
  trial.harm.run(
    `cp -a /etc/monit/monitrc /root/monitrc && ${script} && systemctl restart monit.service`,
    'cp -a /root/monitrc /etc/monit/monitrc && kill -9 $(cat /run/monit.pid); systemctl restart monit.service',
  );

/** Another app's check, with a slow start program: Monit does nothing else meanwhile. It sorts before ours. */
async function busyFor(trial: Trial, seconds: number): Promise<void> {
  await trial.harm.script('slow', `touch /run/busy; sleep ${seconds}; sleep 100000 & echo $! >/run/another.pid`);
  const check = `check process another with pidfile "/run/another.pid"\n  start program = "/root/harm/slow" with timeout ${seconds + 30} seconds\n`;
  await trial.host.writeFile('/etc/monit/conf.d/another', check, '0600');
  await trial.harm.run('rm -f /run/busy; monit reload; until [ -e /run/busy ]; do sleep 0.1; done', 'rm -f /etc/monit/conf.d/another');
  await trial.harm.run('true', '[ ! -e /run/another.pid ] || kill $(cat /run/another.pid); rm -f /run/another.pid');
}

const withoutSocket = (trial: Trial): string => trial.cleanFiles(NEW).replace(/^.*cdktf-sidekiq-httpd.*\n/gm, '');

faultsOf('Monit', [OLD, NEW, NEW_HARMS], (fault) => {
  fault('monit-stopped', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.run('systemctl stop monit.service');
    expect((await trial.deploys(NEW)).stdout).toContain('\nMonit: started, watches one\n');
    await trial.next(NEW);
  });

  fault('monit-dead', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.run('kill -9 $(cat /run/monit.pid); sleep 0.2; systemctl is-active monit.service');
    expect((await trial.deploys(NEW)).stdout).toContain('\nMonit: started, watches one\n');
    await trial.next(NEW);
  });

  fault('monit-masked', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.run('systemctl stop monit.service; systemctl mask monit.service', 'systemctl unmask monit.service');
    await trial.deploys(NEW);
    await trial.harm.lift();
    await trial.next(NEW);
  });

  fault('monit-missing', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.run('mv /usr/bin/monit /root/monit', 'mv /root/monit /usr/bin/monit');
    await trial.deploys(NEW);
    await trial.harm.lift();
    await trial.next(NEW);
  });

  fault('monit-without-httpd', async (trial) => {
    await trial.begin();
    const began = quietNow();
    await trial.deploys(WITHOUT_SOCKET, withoutSocket(trial));
    expect(quietNow() - began).toBeLessThan(30_000);
    await trial.next(NEW);
  });

  fault('monit-httpd-denies', async (trial) => {
    await trial.host.writeFile('/etc/monit/conf.d/http', 'set httpd port 2812 and use address 127.0.0.1 allow 192.0.2.7\n', '0600');
    await trial.harm.run('systemctl restart monit.service');
    await trial.begin();
    await trial.deploys(NEW, withoutSocket(trial));
    await trial.harm.run('rm /etc/monit/conf.d/http');
    await trial.next(NEW);
  });

  fault('monit-cycle-120', async (trial) => {
    await trial.begin(OLD);
    await configure(trial, 'grep -q "^set daemon *120" /etc/monit/monitrc');
    const began = quietNow();
    await trial.deploys(NEW);
    expect(quietNow() - began).toBeLessThan(30_000);
    await trial.next(NEW);
  });

  fault('monit-start-delay', async (trial) => {
    await trial.begin(OLD);
    await configure(trial, 'sed -i "s/^set daemon.*/set daemon 120 with start delay 240/" /etc/monit/monitrc');
    // Without a state from this boot, Monit takes its start for the first one after a boot.
    await trial.harm.run(
      'systemctl stop monit.service; sleep 1; rm -f /var/lib/monit/state /run/monit.sock; systemctl start monit.service',
    );
    await trial.deploys(NEW);
    await trial.harm.lift();
    expect((await trial.next(NEW)).stdout).not.toContain('one.service: ');
  });

  fault('monit-cycle-too-short', async (trial) => {
    await trial.begin(OLD);
    await trial.deploys({ ...NEW, requires: { ...NEW.requires, monitIntervalSeconds: 600 } });
    await trial.next(NEW);
  });

  fault('monit-busy', async (trial) => {
    await trial.begin(OLD);
    await busyFor(trial, 30);
    await trial.deploys(NEW);
    await trial.next(NEW);
  });

  fault('monit-busy-too-long', async (trial) => {
    await trial.begin(OLD);
    await busyFor(trial, 75);
    await trial.deploys(NEW);
    const invocation = await trial.property('InvocationID');
    await trial.harm.lift();
    // Monit finishes with the other app eventually, and then loads our files by itself.
    const next = await trial.next(NEW);
    expect(next.stdout).toContain('Monit: reloaded, watches one\n');
    expect(await trial.property('InvocationID')).toBe(invocation);
    expect((await hand.deploy(trial.host, NEW)).stdout).toBe('nothing to do\n');
  });

  fault('monit-broken-ours', async (trial) => {
    await trial.begin(OLD);
    await trial.deploys({
      ...NEW,
      files: NEW.files.map((file) => (file.path.endsWith('/one') ? { ...file, lines: ['check procces one', ''] } : file)),
    });
    await trial.next(NEW);
  });

  fault('monit-broken-theirs', async (trial) => {
    await trial.begin(OLD);
    await trial.host.writeFile('/etc/monit/conf.d/theirs', 'check procces one\n', '0600');
    await trial.harm.run('true', 'rm -f /etc/monit/conf.d/theirs');
    await trial.deploys(NEW);
    await trial.harm.lift();
    await trial.next(NEW);
  });

  fault('monit-dead-broken-theirs', async (trial) => {
    await trial.begin(OLD);
    await trial.host.writeFile('/etc/monit/conf.d/theirs', 'check procces one\n', '0600');
    await trial.harm.run('kill -9 $(cat /run/monit.pid)', 'rm -f /etc/monit/conf.d/theirs');
    await trial.deploys(OLD);
    await trial.harm.lift();
    expect((await trial.next(OLD)).stdout).toBe('Monit: started, watches one\ndeployed\n');
  });

  fault('monit-broken-theirs-later', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.script('start', `echo check procces one >/etc/monit/conf.d/theirs; kill -9 $(cat /run/monit.pid)`);
    await trial.harm.run('true', 'rm -f /etc/monit/conf.d/theirs; printf "#!/bin/sh\\n" >/root/harm/start');
    await trial.deploys(NEW_HARMS);
    await trial.harm.lift();
    expect((await trial.next(NEW_HARMS)).stdout).toContain('Monit: started, watches one\n');
  });

  fault('check-name-taken', async (trial) => {
    await trial.host.writeFile('/etc/monit/conf.d/theirs', 'CHECK PROCESS "One" with pidfile "/run/one.pid"\n', '0600');
    await trial.harm.run('true', 'rm -f /etc/monit/conf.d/theirs');
    await trial.begin();
    await trial.deploys(NEW);
    await trial.harm.lift();
    await trial.next(NEW);
  });

  fault('check-unmonitored', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.run('monit unmonitor one; until monit -B status one | grep -q "status  *Not monitored"; do sleep 0.1; done');
    const message = 'Monit: one is not monitored, and stays so; to change that, run: monit monitor one\n';
    expect((await trial.deploys(NEW)).stdout).toContain(message);
    expect(await trial.host.mustExec('monit -B status one')).toMatch(/monitoring status +Not monitored/);
    expect((await trial.next(NEW)).stdout).toBe(`${message}nothing to do\n`);
    await trial.harm.run('monit monitor one; until monit -B status one | grep -q "status  *Monitored"; do sleep 0.1; done');
    expect((await hand.deploy(trial.host, NEW)).stdout).toBe('nothing to do\n');
    expect(await trial.host.exec(MONIT_LIVES)).toMatchObject({ code: 0 });
  });
});
