import type { Bundle } from '../../../../lib/bundle';
import type { TestHost } from '../../../hosts/host';
import type { Outcome } from '../../../hosts/run';
import * as hand from '../../../installer/by-hand';
import { FAULT_FILE, isForward, isRecovery, steppedProgram, TRACE_FILE, type Step } from './steps';

/** Process that is killed. */
export type Cut = 'transaction' | 'session' | 'host';

/** One entry of the table: a transaction, the step where it was cut off, and the state of the host afterwards. */
export interface Row {
  readonly scenario: string;
  readonly step: Step;
  readonly cut: Cut;
  /** Recovery that restored the host: the transaction's own unit, the boot, or the next transaction. */
  readonly recovery: 'own' | 'boot' | 'next';
  /** As before the transaction, or as after it. */
  readonly state: 'old' | 'new' | 'neither';
  /** Last line printed to the operator. */
  readonly lastLine: string;
  /** Differences of a state that is neither. */
  readonly difference?: string;
}

/** A transaction that can be cut off. */
export interface Scenario {
  readonly name: string;
  /** Bundle on the host before. */
  readonly from: Bundle | undefined;
  /** Bundle to deploy, or undefined for an uninstall. */
  readonly to: Bundle | undefined;
  /** Step that is cut off first, so that the second cut is in the recovery. */
  readonly after?: string;
  /** Functions to cut off in, if another scenario covers the others. */
  readonly only?: readonly string[];
}

/** A unit whose process shows its release. */
const unit = (kind: string, more: readonly string[] = []): ReturnType<typeof hand.unitFile> =>
  hand.unitFile('one.service', kind, [`Environment=KIND=${kind}`, ...more]);

const check = (name: string): ReturnType<typeof hand.file> =>
  hand.file(`/etc/monit/conf-enabled/${name}`, `check process ${name} matching "sleep infinity"\n`);

function bundleOf(kind: 'old' | 'new', more: readonly string[] = []): Bundle {
  const both = [unit(kind, more), hand.file('/opt/one/shared/env', `LEVEL=${kind}\n`), hand.MONIT_SOCKET];
  const only =
    kind === 'old'
      ? [hand.file('/opt/one/gone/file', 'x\n'), hand.unitFile('gone.service', 'gone'), check('old')]
      : [hand.file('/opt/one/fresh/deep/file', 'x\n'), hand.unitFile('fresh.service', 'fresh'), check('new')];
  return hand.bundle({
    files: [...both, ...only],
    services: ['one.service', kind === 'old' ? 'gone.service' : 'fresh.service'].map((unit) =>
      hand.service(unit, { restartOn: unit === 'one.service' ? ['/opt/one/shared/env'] : [], stabilitySeconds: 0 }),
    ),
    checks: [kind],
  });
}

/** State that Sidekiq shows: it is quiet after TSTP, and only a restart ends that. */
const LIKE_SIDEKIQ = `trap 'exec -a "sidekiq 6.5.12 like [0 of 2 busy] stopping" sleep infinity' TSTP
trap 'exit 0' TERM
systemd-notify --ready
while :; do sleep 0.1; done
`;

/** One service that is drained before it is stopped. */
function drained(kind: string): Bundle {
  const start = `ExecStart=/bin/bash -c 'exec -a "sidekiq 6.5.12 like [0 of 2 busy]" /bin/bash /opt/one/like-sidekiq'`;
  return hand.bundle({
    files: [unit(kind, ['ExecStart=', start]), hand.file('/opt/one/like-sidekiq', LIKE_SIDEKIQ)],
    services: [hand.service('one.service', { stabilitySeconds: 0, drainSeconds: 20 })],
  });
}

/** One service whose new definition is checked before it is stopped. */
function tried(kind: string): Bundle {
  const execStart = `ExecStart=/bin/sh -c 'systemd-notify --ready; exec sleep infinity'`;
  return hand.bundle({
    files: [unit(kind), hand.file('/opt/one/env', `KIND=${kind}\n`)],
    services: [hand.service('one.service', { stabilitySeconds: 0, restartOn: ['/opt/one/env'], bootCheck: { until: 'ready', execStart } })],
  });
}

const OLD = bundleOf('old');
const NEW = bundleOf('new');
const OTHER_STOP = bundleOf('new', ['TimeoutStopSec=9']);

const STOP_SETTINGS = [
  ...['keep_settings_that_change', 'keep_stop_settings', 'start_services', 'restart_together', 'restart_singly'],
  ...['start_again_by_new_settings', 'forget_stop_settings'],
];

/** Every kind of transaction, each with the steps that it reaches. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'deployment', from: OLD, to: NEW },
  { name: 'first deployment', from: undefined, to: NEW },
  { name: 'uninstallation', from: OLD, to: undefined },
  { name: 'rollback', from: OLD, to: bundleOf('new', ['ExecStartPre=/bin/false']) },
  { name: 'recovery', from: OLD, to: OTHER_STOP, after: 'commit:1' },
  { name: 'drained deployment', from: drained('old'), to: drained('new'), only: ['quiet', 'note_quieted', 'restart_singly'] },
  {
    name: 'tried deployment',
    from: tried('old'),
    to: tried('new'),
    only: ['check_boots', 'check_boot', 'end_trials'],
  },
  {
    name: 'recovery of what is quiet',
    from: drained('old'),
    to: drained('new'),
    after: 'restart_singly:1',
    only: ['roll_back', 'start_again'],
  },
  { name: 'deployment of other stop settings', from: OLD, to: OTHER_STOP, only: STOP_SETTINGS },
];

/** Everything that a transaction may change: files, the configuration loaded by systemd and Monit, the manifest. */
const STATE = [
  // LEFT_BEHIND judges the unit for the boot.
  `find /etc/systemd/system /etc/monit /opt/one ! -name 'cdktf-sidekiq-recovery*' -printf '%p %y %m %u %g %l\\n' 2>/dev/null | sort`,
  `find /etc/systemd/system /etc/monit /opt/one -type f ! -name 'cdktf-sidekiq-recovery*' -exec sha256sum {} + 2>/dev/null | sort -k2`,
  // The running process, and whether it still has the stop settings of another one.
  `tr '\\0' '\\n' <"/proc/$(systemctl show -P MainPID one)/environ" 2>/dev/null | grep ^KIND=; systemctl show -P TimeoutStopUSec -P DropInPaths one`,
  `for u in one gone fresh; do echo $u $(systemctl is-enabled $u 2>&1) $(systemctl show -P Description -P ActiveState -P LoadState -P NeedDaemonReload $u); done`,
  // Quieted, and left quiet.
  `tr '\\0' ' ' <"/proc/$(systemctl show -P MainPID one)/cmdline" 2>/dev/null | grep -o 'busy. stopping'`,
  `cat /var/lib/cdktf-sidekiq/owners/*/manifest 2>/dev/null | grep -v -e ^transaction -e ^monit -e '^generation ' -e '^end '`,
  `cd /var/lib/cdktf-sidekiq/owners/${hand.OWNER} 2>/dev/null && cat "generations/$(sed -n 's/^generation //p' manifest)/document"`,
  `monit -B summary 2>/dev/null | awk '$NF == "Process" { print $1 }' | sort`,
].join('; ');

/** Files that must never stay: copies beside their targets, journals, work directories, the unit for the boot. */
const LEFT_BEHIND =
  'find / -xdev -name ".cdktf-sidekiq-*"; ls -d /run/cdktf-sidekiq-transaction.* /run/cdktf-sidekiq-check.* /run/systemd/system/cdktf-sidekiq-check-* /run/systemd/system/*.d/zz-cdktf-sidekiq-* /var/lib/cdktf-sidekiq/owners/*/open* /var/lib/cdktf-sidekiq/owners/*/closed ' +
  '/var/lib/cdktf-sidekiq/owners/.gone-* /etc/systemd/system/cdktf-sidekiq-recovery* /etc/systemd/system/*.wants/cdktf-sidekiq-recovery* /var/lib/cdktf-sidekiq/recovery* 2>/dev/null; ' +
  `cd /var/lib/cdktf-sidekiq/owners/${hand.OWNER} 2>/dev/null && ls generations | awk -v now="$(sed -n 's/^generation //p' manifest)" '$1 > now { print "generation", $1 }'; true`;

/** A host on which transactions are cut off, one after another. */
export class Matrix {
  private readonly program = steppedProgram();
  private readonly states = new Map<Bundle | undefined, string>();

  constructor(private readonly host: TestHost) {}

  /** Returns the steps that a scenario reaches, in the order of the programs; it runs one uninterrupted to find out. */
  async steps(scenario: Scenario): Promise<readonly Step[]> {
    const { name, after, only, from, to } = scenario;
    await this.reset(from);
    await this.host.writeFile(FAULT_FILE, after === undefined ? '' : `${after} transaction\n`);
    await this.host.writeFile(TRACE_FILE, '');
    await this.transact(to, 'transaction');
    const met = new Set((await this.host.mustExec(`cat ${TRACE_FILE}; rm -f ${TRACE_FILE} ${FAULT_FILE}`)).split('\n'));
    return this.program.steps
      .filter(({ label }) => met.has(label))
      .filter((step) => (name === 'rollback' || after !== undefined ? isRecovery(step) : isForward(step)))
      .filter(({ func }) => only?.includes(func) ?? true);
  }

  /** Cuts off one transaction; undefined if it doesn't reach the step. */
  async run(scenario: Scenario, step: Step, cut: Cut): Promise<Row | undefined> {
    const old = await this.reset(scenario.from);
    const wanted = await this.stateAfter(scenario.to, scenario.from);
    const faults = [...(scenario.after === undefined ? [] : [`${scenario.after} transaction`]), `${step.label} ${cut}`];
    await this.host.writeFile(FAULT_FILE, `${faults.join('\n')}\n`);
    const outcome = await this.transact(scenario.to, cut);
    const missed = (await this.host.exec(`test -s ${FAULT_FILE}`)).code === 0;
    await this.host.mustExec(`rm -f ${FAULT_FILE}`);
    if (missed) return undefined;
    let recovery: Row['recovery'] = 'own';
    if (cut === 'host') {
      this.host.kill();
      await this.host.boot();
      await this.host.mustExec('until systemctl is-system-running | grep -q -e running -e degraded; do sleep 0.1; done');
      recovery = 'boot';
    } else if (/deploy again$/.test(hand.lastLine(outcome))) {
      recovery = 'next';
      // Refused: only the recovery decides the state of the host.
      await hand.deploy(this.host, bundleOf('new', ['MemoryMax=512MB']));
    }
    const [state, leftFirst] = [await this.state(), await this.host.mustExec(LEFT_BEHIND)];
    // Before the boot's unit was complete: nothing had been changed, and the next one cleans up.
    if (cut === 'host' && state === old && leftFirst !== '') {
      await hand.deploy(this.host, bundleOf('new', ['MemoryMax=512MB']));
      recovery = 'next';
    }
    const left = recovery === 'next' ? await this.host.mustExec(LEFT_BEHIND) : leftFirst;
    const known = state === old ? 'old' : state === wanted ? 'new' : 'neither';
    const difference = [
      ...(known === 'neither' ? [differences(old, state, wanted)] : []),
      ...(left === '' ? [] : [`left behind: ${left}`]),
    ];
    return {
      scenario: scenario.name,
      step,
      cut,
      recovery,
      state: left === '' ? known : 'neither',
      lastLine: cut === 'transaction' ? hand.lastLine(outcome) : '',
      ...(difference.length === 0 ? {} : { difference: difference.join('\n') }),
    };
  }

  private state(): Promise<string> {
    return this.host.mustExec(STATE);
  }

  /** Puts the host into a state that it has had before. */
  private async reset(bundle: Bundle | undefined): Promise<string> {
    await this.host.mustExec('rm -f /run/cdktf-sidekiq-fault; systemctl reset-failed');
    if (bundle === undefined) {
      const { code, stdout } = await hand.uninstall(this.host);
      if (code !== 0) throw new Error(stdout);
    } else {
      const { code, stdout } = await hand.deploy(this.host, bundle);
      if (code !== 0) throw new Error(stdout);
    }
    return this.state();
  }

  private async stateAfter(to: Bundle | undefined, from: Bundle | undefined): Promise<string> {
    const known = this.states.get(to);
    if (known !== undefined) return known;
    const made = await this.reset(to).catch(() => '');
    this.states.set(to, made);
    await this.reset(from);
    return made;
  }

  /** Uses the program with the cut-off points. An uninstall runs the host's own copy. */
  private async transact(to: Bundle | undefined, cut: Cut): Promise<Outcome> {
    const program = ['#!/bin/sh', ...this.program.lines];
    if (to === undefined) {
      await this.host.writeFile(`/var/lib/cdktf-sidekiq/owners/${hand.OWNER}/installer`, `${program.join('\n')}\n`);
    }
    const running = to === undefined ? hand.uninstall(this.host) : hand.runScript(this.host, hand.scriptFor(to, {}, this.program.lines));
    if (cut === 'session') {
      const outcome = await running;
      // It continues by itself.
      await this.host.until('! ls -d /run/cdktf-sidekiq-transaction.* >/dev/null 2>&1');
      return outcome;
    }
    if (cut === 'transaction') return running;
    // The host is killed as soon as the transaction has ended.
    await Promise.race([running, this.host.until(`[ ! -s ${FAULT_FILE} ]`)]);
    running.catch(() => undefined);
    return { code: 1, stdout: '', stderr: '' };
  }
}

function differences(old: string, found: string, wanted: string): string {
  const only = (left: string, right: string): string[] => {
    const lines = new Set(right.split('\n'));
    return left.split('\n').filter((line) => !lines.has(line));
  };
  return [
    ...only(found, old).map((line) => `not as before: ${line}`),
    ...only(found, wanted).map((line) => `not as after: ${line}`),
    ...only(old, found).map((line) => `missing of before: ${line}`),
  ].join('\n');
}
