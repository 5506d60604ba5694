import { Construct } from 'constructs';
import { Exec, Specifier, specified, SpecifiedText, type UnitString } from '../../systemd';
import { reportIssues } from '../../terraform';
import { error, info, show, warning, type Issue, type Place } from '../../values';
import { otherStackIssues } from '../props/other-stack';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import { serviceProp } from './service-prop';
import type { SystemdService } from './systemd-service';

/** Properties of {@link PidfileHooks}. */
export interface PidfileHooksProps {
  /** The service whose main process the file names. */
  readonly service: SystemdService;
  /**
   * Absolute path of the file. Outside /run itself, the service's user must be able to write to the directory. A service with instances
   * needs a file for each one: `` specified`/run/app/${Specifier.INSTANCE}.pid` ``.
   * @default `/run/<unit>.pid`, where only root can create files; with instances `/run/<unit>@<instance>.pid`
   */
  readonly path?: UnitString;
}

const rules: PropRules<PidfileHooksProps> = {
  service: serviceProp,
  path: {
    ...is.path,
    valid: 'an absolute, normalised path like /run/myapp.pid',
    // The instance's name doesn't affect whether the path is valid.
    problem: (value) => is.path.problem(value instanceof SpecifiedText ? pathFor(value, 'x') : value),
  },
};

const hooks = new WeakMap<SystemdService, PidfileHooks>();

/**
 * Returns whether root has to write the file. In /run itself only root can create files, so root can't be misled by a symbolic link. In any
 * other directory the service's user writes the file: root would follow that user's symbolic links.
 */
const needsRoot = (path: string): boolean => /^(\/var)?\/run\/[^/]+$/.test(path);

/** Writes $MAINPID to a temporary file and renames it, so that a reader finds the old number or the new one, never part of one. */
const WRITE = 'umask 022; printf "%s\\n" "$MAINPID" >"$1.new" && mv -f "$1.new" "$1"';

/**
 * Keeps a pidfile for a service that doesn't write one, such as Sidekiq from 6.0 on. The file is written once the service is ready and
 * removed when it has stopped. In /run, root writes it even if the service runs as another user, because Monit, which runs as root, relies
 * on it. Elsewhere the service's user writes it.
 *
 * Errors: `file/invalid-path`, `monit/path-hidden-by-sandbox`, `service/pidfile-in-application`,
 * `service/no-runtime-directory`, `service/duplicate-pidfile-hooks`, `service/pidfile-of-instances`, `stack/other-stack`,
 * `host/duplicate-pidfile` (reported by the host), `stack/token-in-text`, `stack/unknown-property`,
 * `stack/invalid-property`.
 *
 * Source: systemd.service(5), ExecStartPost=, ExecStopPost= and `$MAINPID`
 *
 * @example
 * ```ts
 * const pidfile = new PidfileHooks(this, 'pidfile', { service: sidekiq });
 * new MonitCheck(this, 'check', { service: sidekiq, pidfile, rules: SidekiqRules.recommended() });
 * ```
 */
export class PidfileHooks extends Construct {
  /** The service whose main process the file names. */
  public readonly service: SystemdService;
  /** Path of the file. For a service with instances it contains `%i`, the instance's name. */
  public readonly path: string;
  private readonly template: UnitString;

  public constructor(scope: Construct, id: string, props: PidfileHooksProps) {
    super(scope, id);
    const { props: checked, issues } = readProps(props, rules);
    this.service = checked.service;
    this.template = checked.path ?? defaultPath(checked.service);
    this.path = String(this.template);
    const elsewhere = otherStackIssues(this, ['service'], checked.service);
    if (elsewhere.length > 0) {
      reportIssues(this, () => [...issues, ...elsewhere]);
      return;
    }
    const first = hooks.get(checked.service);
    if (first !== undefined) {
      reportIssues(this, () => [...issues, secondHooks(first)]);
      return;
    }
    hooks.set(checked.service, this);
    this.service.host.addPart(() => ({ pidfiles: this.paths().map((path) => ({ path, claimedBy: this.node.path })) }));
    // These commands run beside the main process and end, so the shell never becomes the main process.
    const options = needsRoot(this.path) ? { fullPrivileges: true } : {};
    this.service.unit.service.add({
      ExecStartPost: [Exec.command('/bin/sh', ['-c', WRITE, 'pidfile', this.template], options)],
      ExecStopPost: [Exec.command('/bin/rm', ['-f', this.template], options)],
    });
    reportIssues(this, () => [
      ...issues,
      ...pidfilePlaceIssues(['path'], this.path, this.service),
      ...instanceIssues(this.template, this.service),
    ]);
  }

  /**
   * Returns the path of one instance's file.
   *
   * @param instance name of the instance; undefined for a service that runs once
   */
  public pathOf(instance: string | undefined): string {
    return pathFor(this.template, instance ?? '');
  }

  private paths(): readonly string[] {
    const { instances } = this.service;
    return instances.length === 0 ? [this.pathOf(undefined)] : [...new Set(instances.map((instance) => this.pathOf(instance)))];
  }
}

function defaultPath({ baseName, instances }: SystemdService): UnitString {
  return instances.length === 0 ? `/run/${baseName}.pid` : specified`/run/${baseName}@${Specifier.INSTANCE}.pid`;
}

function pathFor(path: UnitString, instance: string): string {
  if (typeof path === 'string') return path;
  return path.parts.map((part) => (part === Specifier.INSTANCE ? instance : String(part))).join('');
}

/**
 * Reports a path that doesn't fit the service's instances: a file that several processes write names only the last one. Code:
 * `service/pidfile-of-instances`.
 */
function instanceIssues(path: UnitString, { instances }: SystemdService): readonly Issue[] {
  const parts = typeof path === 'string' ? [path] : path.parts;
  const others = parts.some((part) => typeof part !== 'string' && part !== Specifier.INSTANCE);
  if (!others && instances.length > 0 === parts.includes(Specifier.INSTANCE)) return [];
  const once = instances.length === 0;
  const problem = once
    ? 'contains a specifier, but the service runs once'
    : others
      ? 'contains a specifier other than Specifier.INSTANCE'
      : 'is the same file for every instance';
  const valid = once ? 'a path without specifiers' : 'specified`/run/app/${Specifier.INSTANCE}.pid`';
  return [
    error('service/pidfile-of-instances', ['path'], {
      problem: `${show(String(path))} ${problem}`,
      remedy: `Use ${valid}, or leave path out: each process then gets its own file under /run.`,
    }),
  ];
}

function secondHooks(first: PidfileHooks): Issue {
  return error('service/duplicate-pidfile-hooks', ['service'], {
    problem: `the service already has PidfileHooks, ${show(first.node.path)}`,
    remedy: 'Use those, and remove these: a service has one main process.',
  });
}

/** Reports a directory below /run that the unit doesn't create: /run is empty after every boot. */
function runtimeDirectoryIssues(place: Place, path: string, service: SystemdService): readonly Issue[] {
  const directory = /^\/run\/(.+)\/[^/]+$/.exec(path)?.[1];
  if (directory === undefined) return [];
  const made = [service.unit.service.get('RuntimeDirectory')].flat();
  if (made.some((name) => typeof name === 'string' && (name === directory || name.startsWith(`${directory}/`)))) return [];
  return [
    warning('service/no-runtime-directory', place, {
      problem: `${show(path)} is in a directory that no RuntimeDirectory of the service creates`,
      remedy: `Set RuntimeDirectory: ['${directory}'] on the service, or use a file directly in /run: /run is empty after every boot.`,
    }),
  ];
}

/**
 * Reports a pidfile that Monit can't see, that the application could point at any process, or whose directory wouldn't exist.
 *
 * Codes: `monit/path-hidden-by-sandbox`, `service/pidfile-in-application`, `service/no-runtime-directory`.
 */
export function pidfilePlaceIssues(place: Place, path: string, service: SystemdService): readonly Issue[] {
  const { platform } = service.host;
  if (platform.monitSandboxed && /^\/(home|root|tmp|var\/tmp)\//.test(path)) {
    return [
      error('monit/path-hidden-by-sandbox', place, {
        problem: `${show(path)} is hidden from Monit by its sandbox on ${platform.name}`,
        remedy: `Use a path like /run/${service.baseName}.pid: Monit can’t see /home, /root and /tmp, so the service would never seem to run.`,
      }),
    ];
  }
  if (path.startsWith('/run/')) return runtimeDirectoryIssues(place, path, service);
  return [
    info('service/pidfile-in-application', place, {
      problem: `${show(path)} may be in a directory that other users can write to`,
      remedy: `Use a path like /run/${service.baseName}.pid: any user who can write to the directory decides which process Monit watches, and an old file may remain after a reboot.`,
    }),
  ];
}
