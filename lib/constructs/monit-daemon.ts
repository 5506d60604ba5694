import { Construct } from 'constructs';
import type { BundlePart } from '../bundle';
import { controlFileIssues, renderControlFile, type ControlFile } from '../monit';
import { reportIssues } from '../terraform';
import { Duration, type Issue } from '../values';
import { bundleFile } from './host-file';
import type { IHostTarget } from './host-target';
import { otherStackIssues } from './other-stack';
import * as is from './prop-kinds';
import { readProps, type PropRules } from './props';

/** Properties of a {@link MonitDaemon}. */
export interface MonitDaemonProps {
  /** The host whose Monit it is. */
  readonly host: IHostTarget;
  /**
   * Length of Monit's cycle. Without {@link takeOver} it says what the host already has; a host with a shorter cycle is
   * refused, because supervision was computed for this one.
   * @default Duration.seconds(120), as Debian ships it
   */
  readonly interval?: Duration;
  /**
   * Sets the interval on the host (`set daemon`): for all checks there, other people's too.
   * @default false
   */
  readonly takeOver?: boolean;
  /**
   * Where the `monit` command reaches the daemon, if no other control file says so. Root's alone.
   * @default '/run/monit.sock'
   */
  readonly socket?: string;
}

const rules: PropRules<MonitDaemonProps> = {
  host: is.host,
  interval: { ...is.wholeSeconds(1, 86_400), code: 'constructs/bad-interval' },
  takeOver: is.flag,
  socket: is.path,
};

/** Where Debian's monitrc looks for more control files. */
export const CONTROL_DIRECTORY = '/etc/monit/conf.d';

const daemons = new WeakMap<IHostTarget, MonitDaemon>();
const defaults = new WeakSet<IHostTarget>();

/**
 * What is host-wide in Monit: its cycle, and the socket by which `monit summary` asks it (Debian ships none).
 *
 * A host that has checks but no MonitDaemon gets the socket anyway, and is taken to have Debian's cycle of 120 s.
 *
 * Errors: all that {@link controlFileIssues} finds, `constructs/second-monit-daemon`, `constructs/bad-interval`,
 * `constructs/bad-path`, `constructs/other-stack`, `constructs/token-in-text`, `constructs/unknown-property`, `constructs/bad-property`.
 *
 * Source: Monit manual, "DAEMON MODE" and "MONIT HTTPD"
 */
export class MonitDaemon extends Construct {
  /** The host whose Monit it is. */
  public readonly host: IHostTarget;
  /** Length of Monit's cycle. */
  public readonly interval: Duration;

  public constructor(scope: Construct, id: string, props: MonitDaemonProps) {
    super(scope, id);
    const { props: checked, issues } = readProps(props, rules);
    this.host = checked.host;
    this.interval = checked.interval ?? Duration.seconds(120);
    const elsewhere = otherStackIssues(this, 'host', checked.host);
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
    const files = [
      { name: 'cdktf-sidekiq-socket', kind: 'monit-httpd' as const, content: socketFile(checked.socket) },
      ...(checked.takeOver === true ? [{ name: 'cdktf-sidekiq-cycle', kind: 'monit' as const, content: cycleFile(this.interval) }] : []),
    ];
    reportIssues(this, () => [
      ...issues,
      // That the cycle is everybody's is what takeOver means.
      ...controlFileIssues(cycleFile(this.interval), { monitVersion: checked.host.platform.monit }).filter(
        ({ code }) => code !== 'monit/set-daemon-is-host-wide',
      ),
      ...controlFileIssues(socketFile(checked.socket), { monitVersion: checked.host.platform.monit }),
    ]);
    checked.host.addPart(() => ({
      files: files.map(({ name, kind, content }) =>
        bundleFile(this, { path: `${CONTROL_DIRECTORY}/${name}`, mode: '0600' }, renderControlFile(content).split('\n'), kind),
      ),
    }));
  }
}

/** The cycle that a host's supervision is computed for. */
export function monitInterval(host: IHostTarget): Duration {
  return daemons.get(host)?.interval ?? Duration.seconds(120);
}

/** Gives a host what every check needs, unless a MonitDaemon does. */
export function ensureMonit(host: IHostTarget): void {
  if (defaults.has(host)) return;
  defaults.add(host);
  host.addPart((): BundlePart => {
    const requires = { monit: host.platform.monit, monitIntervalSeconds: monitInterval(host).toSeconds() };
    if (daemons.has(host)) return { requires };
    const lines = renderControlFile(socketFile(undefined)).split('\n');
    return {
      requires,
      files: [bundleFile(host, { path: `${CONTROL_DIRECTORY}/cdktf-sidekiq-socket`, mode: '0600' }, lines, 'monit-httpd')],
    };
  });
}

function socketFile(socket: string | undefined): ControlFile {
  return { statements: [{ statement: 'set httpd', unixSocket: socket ?? '/run/monit.sock' }] };
}

function cycleFile(interval: Duration): ControlFile {
  return { statements: [{ statement: 'set daemon', interval }] };
}

function secondDaemon(first: MonitDaemon): Issue {
  return {
    code: 'constructs/second-monit-daemon',
    severity: 'error',
    property: 'host',
    got: `a host that has one: ${first.node.path}`,
    expected: 'one MonitDaemon for each host',
    remedy: 'Give the first one what this one says.',
  };
}
