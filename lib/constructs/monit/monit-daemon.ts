import { Construct } from 'constructs';
import type { BundleFile, BundlePart } from '../../bundle';
import { renderControlFile, type ControlFile } from '../../monit';
import { Exec } from '../../systemd';
import { reportIssues } from '../../terraform';
import { Duration, error, show, type Issue } from '../../values';
import { bundleFile } from '../host/host-file';
import type { IHostTarget } from '../host/host-target';
import { otherStackIssues } from '../props/other-stack';
import { readProps } from '../props/read-props';
import { SystemdService } from '../units/systemd-service';
import { daemonIssues } from './monit-daemon-issues';
import { daemonRules, type MonitDaemonProps } from './monit-daemon-props';
import { cycleFile, DEFAULT_INTERVAL, settingsFile, socketFile } from './monit-settings';

const daemons = new WeakMap<IHostTarget, MonitDaemon>();
const defaults = new WeakSet<IHostTarget>();

/** Directory for control files that Debian's monitrc includes. */
const DEBIAN_DIRECTORY = '/etc/monit/conf.d';

/**
 * Host-wide settings of Monit: its cycle, the socket for commands such as `monit summary` (Debian ships none), mails, limits and, on
 * request, a systemd unit that keeps Monit running.
 *
 * A host with checks but no MonitDaemon also gets the socket, and is assumed to have Debian's cycle of 120 s. The settings apply to
 * all checks of the host, including those of others; settings that aren't given stay as they are.
 *
 * Errors: all that `controlFileIssues` finds, `monit/duplicate-daemon`, `monit/invalid-interval`,
 * `monit/invalid-mail`, `monit/unused-start-delay`, `secret/not-sensitive`, `file/invalid-path`,
 * `stack/other-stack`, `stack/token-in-text`, `stack/unknown-property`, `stack/invalid-property`; warnings:
 * `notifier/plaintext-password`, `monit/native-unit-not-needed`.
 *
 * Source: Monit manual, "DAEMON MODE", "MONIT HTTPD", "ALERT MESSAGES", "LIMITS", "EVENT QUEUE"
 *
 * @example
 * ```ts
 * new MonitDaemon(this, 'monit', {
 *   host,
 *   interval: Duration.seconds(30),
 *   takeOver: true,
 *   mail: { servers: [{ host: 'mx.example.com' }] },
 *   alerts: [{ mail: 'ops@example.com' }],
 * });
 * ```
 */
export class MonitDaemon extends Construct {
  /** Host whose Monit is configured. */
  public readonly host: IHostTarget;
  /** Length of Monit's cycle. */
  public readonly interval: Duration;
  /**
   * Directory for control files.
   * @internal
   */
  public readonly directory: string;

  public constructor(scope: Construct, id: string, props: MonitDaemonProps) {
    super(scope, id);
    const { props: checked, issues } = readProps(props, daemonRules);
    this.host = checked.host;
    this.interval = checked.interval ?? DEFAULT_INTERVAL;
    this.directory = checked.includeDirectory ?? DEBIAN_DIRECTORY;
    const elsewhere = otherStackIssues(this, ['host'], checked.host);
    if (elsewhere.length > 0) {
      reportIssues(this, () => [...issues, ...elsewhere]);
      return;
    }
    const first = daemons.get(checked.host);
    if (first !== undefined) {
      reportIssues(this, () => [...issues, secondDaemon(first)]);
      return;
    }
    daemons.set(checked.host, this);
    if (checked.nativeUnit === true) nativeUnit(this, checked.host);
    reportIssues(this, () => [...issues, ...daemonIssues(checked)]);
    checked.host.addPart(() => ({ files: this.files(checked) }));
  }

  private files(props: MonitDaemonProps): readonly BundleFile[] {
    const settings = settingsFile(props);
    const file = (name: string, content: ControlFile, kind: BundleFile['kind']): BundleFile =>
      bundleFile(this, { path: `${this.directory}/${name}`, mode: '0600' }, renderControlFile(content).split('\n'), kind);
    return [
      file('cdktf-sidekiq-socket', socketFile(props.socket), 'monit-httpd'),
      ...(props.takeOver === true ? [file('cdktf-sidekiq-cycle', cycleFile(props), 'monit')] : []),
      ...(settings.statements.length > 0 ? [file('cdktf-sidekiq-settings', settings, 'monit')] : []),
    ];
  }
}

/** Replaces the unit that systemd generates from Debian's init script. */
function nativeUnit(daemon: MonitDaemon, host: IHostTarget): void {
  new SystemdService(daemon, 'unit', {
    host,
    unitName: 'monit',
    adopt: true,
    unit: {
      Description: 'Monit, which watches services',
      Documentation: 'man:monit(1)',
      After: ['network-online.target'],
      Wants: ['network-online.target'],
    },
    service: {
      Type: 'simple',
      User: 'root',
      ExecStart: Exec.command('/usr/bin/monit', ['-I']),
      ExecReload: [Exec.command('/usr/bin/monit', ['reload'])],
      // Processes that Monit's programs have started must survive Monit's restart.
      KillMode: 'process',
      TimeoutStopSec: Duration.seconds(90),
      Restart: 'always',
      RestartSec: Duration.seconds(5),
    },
  });
}

/** Returns the cycle that a host's supervision is computed for. */
export function monitInterval(host: IHostTarget): Duration {
  return daemons.get(host)?.interval ?? DEFAULT_INTERVAL;
}

/** Returns the directory that a host's monitrc includes. */
export function controlDirectory(host: IHostTarget): string {
  return daemons.get(host)?.directory ?? DEBIAN_DIRECTORY;
}

/** Adds to a host what every check requires, and the socket unless a MonitDaemon adds it. */
export function ensureMonit(host: IHostTarget): void {
  if (defaults.has(host)) return;
  defaults.add(host);
  host.addPart((): BundlePart => {
    const requires = { monit: host.platform.monit, monitIntervalSeconds: monitInterval(host).toSeconds() };
    if (daemons.has(host)) return { requires };
    const lines = renderControlFile(socketFile()).split('\n');
    return {
      requires,
      files: [bundleFile(host, { path: `${DEBIAN_DIRECTORY}/cdktf-sidekiq-socket`, mode: '0600' }, lines, 'monit-httpd')],
    };
  });
}

function secondDaemon(first: MonitDaemon): Issue {
  return error('monit/duplicate-daemon', ['host'], {
    problem: `the host already has a MonitDaemon, ${show(first.node.path)}`,
    remedy: 'Move these properties to that one.',
  });
}
