import type { Bundle } from '../../../../lib/bundle';
import * as hand from '../../../installer/by-hand';
import { steppedProgram } from '../transaction/steps';
import { bundleOf, NEW, OLD } from './bundles';
import { faultsOf, type Trial } from './trial';

const OTHER = { owner: 'b0000000-0000-4000-8000-000000000002', stack: 'web' };
const WEB = hand.bundle({ files: [hand.unitFile('two.service', 'web')], services: [hand.service('two.service')] });

/** Gives another process time: a service that is slow to stop, to start, or to be stable. */
const STOPS_SLOWLY = bundleOf('old', { unit: ['ExecStop=/bin/sleep 3'] });
const STARTS_SLOWLY = bundleOf('new', { unit: ['ExecStartPre=/bin/sleep 3'] });
const SETTLES_SLOWLY = bundleOf('new', { service: { stabilitySeconds: 4 } });
const FAILS_WHEN_STOPPED = bundleOf('new', { service: { stabilitySeconds: 4, whenStopped: 'fail' } });
/** Exits with an error when it is stopped. */
const SULKS = bundleOf('new', {
  unit: ['ExecStart=', `ExecStart=/bin/sh -c 'trap "exit 7" TERM; systemd-notify --ready; while :; do sleep 0.1; done'`],
  service: { stabilitySeconds: 4 },
});

const STOPPING = '[ "$(systemctl show -P ActiveState one.service)" = deactivating ]';
const STARTING = '[ "$(systemctl show -P ActiveState one.service)" = activating ]';
const SETTLING =
  '[ "$(systemctl show -P ActiveState one.service) $(systemctl show -P Description one.service)" = "active new" ] && sleep 0.5';

/** Deploys while another process acts at a given moment. */
async function meanwhile(trial: Trial, bundle: Bundle, moment: string, command: string, expected?: string): Promise<string> {
  const deployment = hand.deploy(trial.host, bundle);
  await trial.until(moment);
  await trial.harm.run(command);
  return (await trial.judge(await deployment, bundle, expected)).stdout;
}

/** Deploys with a program that lets another process act before given lines of one of its functions. */
async function inBetween(trial: Trial, func: string, command: string): Promise<string> {
  const harm = await trial.harm.script('between', `echo here >>/root/harm/times; ${command}`);
  const step = ['step() {', `  case $1 in ${func}:*) ${harm} >/dev/null 2>&1 ;; esac`, '}'];
  const script = hand.scriptFor(NEW, {}, steppedProgram(step).lines);
  const outcome = await trial.judge(await hand.runScript(trial.host, script), NEW);
  expect((await trial.host.readFile('/root/harm/times')).length).toBeGreaterThan(0);
  return outcome.stdout;
}

/** As after a deployment that left the service stopped. */
const leftStopped = (files: string): string => files.replace('service one.service enabled running', 'service one.service enabled stopped');

faultsOf('others at the same time', [OLD, NEW, STARTS_SLOWLY, SETTLES_SLOWLY, FAILS_WHEN_STOPPED, SULKS], (fault) => {
  fault('same-stack-twice', async (trial) => {
    await trial.begin(OLD);
    const first = hand.deploy(trial.host, SETTLES_SLOWLY);
    await trial.until(SETTLING);
    const second = await hand.deploy(trial.host, SETTLES_SLOWLY);
    expect(hand.lastLine(await first)).toBe('deployed');
    expect((await trial.judge(second, SETTLES_SLOWLY)).stdout).toMatch(
      /^waiting: another deployment, or a restart by Monit, is in progress/,
    );
    await trial.next(SETTLES_SLOWLY);
  });

  fault('two-stacks', async (trial) => {
    await trial.begin(OLD);
    const first = hand.deploy(trial.host, SETTLES_SLOWLY);
    await trial.until(SETTLING);
    const second = await hand.deploy(trial.host, WEB, OTHER);
    expect(second.stdout).toMatch(/^waiting: [^]*\ntwo\.service: active \(ready, stable for 1 s\)\ndeployed\n$/);
    expect(hand.lastLine(await hand.uninstall(trial.host, OTHER))).toBe('uninstalled');
    await trial.judge(await first, SETTLES_SLOWLY);
    await trial.next(SETTLES_SLOWLY);
  });

  for (const [id, bundle] of [
    ['operator-stops', SETTLES_SLOWLY],
    ['operator-stops-sulking', SULKS],
  ] as const) {
    fault(id, async (trial) => {
      await trial.begin(OLD);
      const expected = leftStopped(trial.cleanFiles(bundle));
      const printed = await meanwhile(trial, bundle, SETTLING, 'systemctl stop one.service', expected);
      expect(printed).toContain('one.service: stopped by another process meanwhile, left stopped\n');
      const next = await trial.next(bundle, expected);
      expect(next.stdout).toContain('one.service: stopped by an operator, left stopped (whenStopped: keep)\n');
      expect(await trial.property('ActiveState')).toBe('inactive');
    });
  }

  fault('operator-stops-start', async (trial) => {
    await trial.begin(OLD);
    const expected = leftStopped(trial.cleanFiles(STARTS_SLOWLY));
    const printed = await meanwhile(trial, STARTS_SLOWLY, STARTING, 'systemctl stop one.service', expected);
    expect(printed).toContain('one.service: stopped by another process meanwhile, left stopped\n');
    await trial.next(STARTS_SLOWLY, expected);
    expect(await trial.property('ActiveState')).toBe('inactive');
  });

  fault('operator-stops-forbidden', async (trial) => {
    await trial.begin(OLD);
    await meanwhile(trial, FAILS_WHEN_STOPPED, SETTLING, 'systemctl stop one.service');
    await trial.next(OLD);
    expect(await trial.property('ActiveState')).toBe('inactive');
  });

  fault('code-deploy', async (trial) => {
    await trial.begin(OLD);
    await meanwhile(trial, SETTLES_SLOWLY, SETTLING, 'systemctl restart one.service');
    await trial.next(SETTLES_SLOWLY);
  });

  fault('restart-before-swap', async (trial) => {
    await trial.begin(OLD);
    await inBetween(trial, 'disable_unwanted', 'systemctl restart one.service');
    await trial.next(NEW);
  });

  fault('restart-in-swap', async (trial) => {
    await trial.begin(OLD);
    await inBetween(trial, 'swap', 'systemctl restart one.service');
    await trial.next(NEW);
  });

  fault('restart-while-stopping', async (trial) => {
    await trial.begin(STOPS_SLOWLY);
    await meanwhile(trial, NEW, STOPPING, 'systemctl --no-block restart one.service');
    await trial.next(NEW);
  });

  fault('daemon-reload-in-swap', async (trial) => {
    await trial.begin(OLD);
    await inBetween(trial, 'swap', 'systemctl daemon-reload');
    await trial.next(NEW);
  });

  fault('daemon-reexec-while-stopping', async (trial) => {
    await trial.begin(STOPS_SLOWLY);
    await meanwhile(trial, NEW, STOPPING, 'systemctl daemon-reexec');
    await trial.next(NEW);
  });

  fault('daemon-reexec-while-starting', async (trial) => {
    await trial.begin(OLD);
    await meanwhile(trial, STARTS_SLOWLY, STARTING, 'systemctl daemon-reexec');
    await trial.next(STARTS_SLOWLY);
  });

  fault('daemon-reexec-while-settling', async (trial) => {
    await trial.begin(OLD);
    await meanwhile(trial, SETTLES_SLOWLY, SETTLING, 'for n in 1 2 3; do systemctl daemon-reexec; sleep 0.3; done');
    await trial.next(SETTLES_SLOWLY);
  });
});
