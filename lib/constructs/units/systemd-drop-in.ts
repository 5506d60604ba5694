import { Construct } from 'constructs';
import type { BundlePart } from '../../bundle';
import {
  MountUnit,
  PathUnit,
  renderUnitFile,
  ServiceUnit,
  SliceUnit,
  SocketUnit,
  TargetUnit,
  TimerUnit,
  type MountDirectives,
  type PathDirectives,
  type ServiceDirectives,
  type SliceDirectives,
  type SocketDirectives,
  type TimerDirectives,
  type UnitDirectives,
  type UnitFile,
} from '../../systemd';
import { reportIssues } from '../../terraform';
import { error, show, unitNameProblem, type Issue } from '../../values';
import { bundleFile } from '../host/host-file';
import { hostProp } from '../host/host-prop';
import type { IHostTarget } from '../host/host-target';
import { otherStackIssues } from '../props/other-stack';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import { namesOfAccounts } from './systemd-service';
import { UNIT_DIRECTORY, unitToStart } from './systemd-unit';
import { unitIssues } from './unit-issues';

/** Directives of the sections that only one type of unit has. */
export interface UnitSections {
  /**
   * Directives of the [Service] section, if the unit is a service.
   * @default none
   */
  readonly service?: ServiceDirectives;
  /**
   * Directives of the [Socket] section, if it is a socket.
   * @default none
   */
  readonly socket?: SocketDirectives;
  /**
   * Directives of the [Timer] section, if it is a timer.
   * @default none
   */
  readonly timer?: TimerDirectives;
  /**
   * Directives of the [Slice] section, if it is a slice.
   * @default none
   */
  readonly slice?: SliceDirectives;
  /**
   * Directives of the [Mount] section, if it is a mount.
   * @default none
   */
  readonly mount?: MountDirectives;
  /**
   * Directives of the [Path] section, if it is a path.
   * @default none
   */
  readonly path?: PathDirectives;
}

/** Properties of a {@link SystemdDropIn}. */
export interface SystemdDropInProps extends UnitSections {
  /** The host that has the unit. */
  readonly host: IHostTarget;
  /** Full name of the unit to extend: `redis-server.service`. */
  readonly unitName: string;
  /**
   * Name of the file, without `.conf`. If a unit has several drop-ins, the one whose name sorts last wins.
   * @default the construct's id
   */
  readonly fileName?: string;
  /**
   * Directives of the [Unit] section.
   * @default none
   */
  readonly unit?: UnitDirectives;
  /**
   * Restarts the unit, if it is running, when a deployment changes the file. Otherwise most changes take effect at the next restart;
   * resource limits take effect at once.
   * @default true for a service, a timer and a path; false for the others, whose restart would stop more than the unit itself
   */
  readonly restart?: boolean;
}

const rules: PropRules<SystemdDropInProps> = {
  host: hostProp,
  unitName: {
    code: 'unit/invalid-unit-name',
    valid:
      'the name that `systemctl list-units` shows for a service, socket, timer, slice, mount, path or target, like redis-server.service',
    problem: extendedNameProblem,
    placeholder: () => 'placeholder.service',
  },
  fileName: {
    valid: 'letters, digits and any of : - _ .',
    problem: (value) =>
      typeof value === 'string' && /^[A-Za-z0-9:_][A-Za-z0-9:_.-]*$/.test(value) ? undefined : 'is not a valid file name',
  },
  unit: is.directives(),
  service: is.directives(),
  socket: is.directives(),
  timer: is.directives(),
  slice: is.directives(),
  mount: is.directives(),
  path: is.directives(),
  restart: is.flag,
};

/**
 * A drop-in: a few lines that change a unit from another source, usually a package, without touching its own file, such as more memory for
 * Redis or an ordering for nginx. A host without that unit is refused. A running unit is restarted, a stopped one isn't started, and
 * whether it starts at boot doesn't change. When the stack no longer manages the drop-in, the unit is as it was before.
 *
 * A directive that holds a list adds to the unit's own list: `dropIn.extension.service.reset('ExecStart')` empties it first.
 *
 * Errors: all that `unitFileIssues` finds in a drop-in, `unit/invalid-unit-name`, `unit/other-section`, `stack/other-stack`,
 * `stack/token-in-text`, `stack/unknown-property`, `stack/invalid-property`.
 *
 * Source: systemd.unit(5), "drop-in"
 *
 * @example
 * ```ts
 * new SystemdDropIn(this, 'redis-memory', {
 *   host,
 *   unitName: 'redis-server.service',
 *   service: { MemoryMax: Size.gibibytes(4), OOMScoreAdjust: -500 },
 * });
 * ```
 */
export class SystemdDropIn extends Construct {
  /** The host that has the unit. */
  public readonly host: IHostTarget;
  /** Full name of the extended unit. */
  public readonly unitName: string;
  /** Directives of the drop-in; can be changed until the stack is synthesized. */
  public readonly extension: ServiceUnit | SocketUnit | TimerUnit | SliceUnit | MountUnit | PathUnit | TargetUnit;
  /** Path of the drop-in. */
  public readonly path: string;

  public constructor(scope: Construct, id: string, props: SystemdDropInProps) {
    super(scope, id);
    const { props: checked, issues } = readProps(props, rules);
    const { host, unitName, fileName = id, unit = {} } = checked;
    this.host = host;
    this.unitName = unitName;
    this.path = `${UNIT_DIRECTORY}/${unitName}.d/${fileName}.conf`;
    this.extension = extensionOf(unitName, checked);
    this.extension.unit.set(unit);
    const found = [
      ...issues,
      ...otherStackIssues(this, ['host'], host),
      ...fileNameIssues(fileName, checked.fileName),
      ...sectionIssues(this.extension, checked),
    ];
    reportIssues(this, () => [...found, ...unitIssues(this.extension, host, { dropIn: true })]);
    const restart = checked.restart ?? RESTARTED.includes(this.extension.type);
    if (found.length === 0) host.addPart(() => this.part(restart));
  }

  private part(restart: boolean): BundlePart {
    return {
      files: [bundleFile(this, { path: this.path }, renderUnitFile(this.extension).split('\n'), 'unit')],
      services: restart && !this.unitName.includes('@.') ? [unitToStart(this.unitName, undefined)] : [],
      ...(this.extension instanceof ServiceUnit ? { requires: namesOfAccounts(this.extension) } : {}),
    };
  }
}

/** Types whose restart stops only the unit itself, and isn't refused while another unit runs. */
const RESTARTED: readonly string[] = ['service', 'timer', 'path'];

const SECTIONS = {
  service: (name: string, { service = {} }: UnitSections) => withSection(new ServiceUnit(name), (unit) => unit.service.set(service)),
  socket: (name: string, { socket = {} }: UnitSections) => withSection(new SocketUnit(name), (unit) => unit.socket.set(socket)),
  timer: (name: string, { timer = {} }: UnitSections) => withSection(new TimerUnit(name), (unit) => unit.timer.set(timer)),
  slice: (name: string, { slice = {} }: UnitSections) => withSection(new SliceUnit(name), (unit) => unit.slice.set(slice)),
  mount: (name: string, { mount = {} }: UnitSections) => withSection(new MountUnit(name), (unit) => unit.mount.set(mount)),
  path: (name: string, { path = {} }: UnitSections) => withSection(new PathUnit(name), (unit) => unit.path.set(path)),
  target: (name: string) => new TargetUnit(name),
} as const;

function withSection<U extends UnitFile>(unit: U, set: (unit: U) => unknown): U {
  set(unit);
  return unit;
}

function typeOf(unitName: string): keyof typeof SECTIONS | undefined {
  const suffix = unitName.slice(unitName.lastIndexOf('.') + 1);
  return Object.hasOwn(SECTIONS, suffix) ? (suffix as keyof typeof SECTIONS) : undefined;
}

function extensionOf(unitName: string, sections: UnitSections): SystemdDropIn['extension'] {
  return SECTIONS[typeOf(unitName) ?? 'service'](unitName, sections);
}

function extendedNameProblem(value: unknown): string | undefined {
  const problem = unitNameProblem(value);
  if (problem !== undefined) return problem;
  return typeOf(String(value)) === undefined ? 'is not of a type that a SystemdDropIn can extend' : undefined;
}

/** Reports a construct's id that isn't a valid file name, if no file name was given. */
function fileNameIssues(fileName: string, given: string | undefined): readonly Issue[] {
  if (given !== undefined || rules.fileName.problem(fileName) === undefined) return [];
  return [
    error('stack/invalid-property', ['fileName'], {
      problem: `the default name ${show(fileName)} ${rules.fileName.problem(fileName)!}`,
      remedy: `Set fileName to ${rules.fileName.valid}.`,
    }),
  ];
}

function sectionIssues({ type }: UnitFile, sections: UnitSections): readonly Issue[] {
  const names = ['service', 'socket', 'timer', 'slice', 'mount', 'path'] as const;
  return names
    .filter((name) => name !== type && sections[name] !== undefined)
    .map((name) =>
      error('unit/other-section', [name], {
        problem: `a ${type} has no [${name[0]!.toUpperCase()}${name.slice(1)}] section, so systemd ignores it`,
        remedy: `Move the directives to ${(names as readonly string[]).includes(type) ? `${type} or unit` : 'unit'}, or correct unitName.`,
      }),
    );
}
