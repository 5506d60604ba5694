/** The groups of directives. Each becomes one interface, which several sections may share. */

/** A group: a file of `groups/`, and the interface that is generated from it. */
export interface Group {
  /** Name of its file, and of the generated one. */
  readonly name: string;
  /** Sections that have its directives. */
  readonly sections: readonly string[];
  /** Name of the interface of its typed properties. */
  readonly interfaceName: string;
  /** Manual page that describes it: `systemd.exec`. */
  readonly manual: string;
  /** Docstring of the interface. */
  readonly doc: string;
}

const RUNNING = ['Service', 'Socket', 'Mount', 'Swap'];

/** All groups, in the order in which a section that has several of them is written. */
export const GROUPS: readonly Group[] = [
  group(
    'unit',
    ['Unit'],
    'UnitDirectives',
    'systemd.unit',
    'The [Unit] section: title, dependencies, conditions and start limits of a unit.',
  ),
  group('service', ['Service'], 'ServiceOnlyDirectives', 'systemd.service', 'Directives that only services have.'),
  group('timer', ['Timer'], 'TimerDirectives', 'systemd.timer', 'The [Timer] section: times at which a unit is started.'),
  group('socket', ['Socket'], 'SocketOnlyDirectives', 'systemd.socket', 'Directives that only sockets have.'),
  group('path', ['Path'], 'PathDirectives', 'systemd.path', 'The [Path] section: paths that are watched, and the unit that they start.'),
  group('mount', ['Mount'], 'MountOnlyDirectives', 'systemd.mount', 'Directives that only mounts have.'),
  group(
    'automount',
    ['Automount'],
    'AutomountDirectives',
    'systemd.automount',
    'The [Automount] section: a path that is mounted on first access.',
  ),
  group('swap', ['Swap'], 'SwapOnlyDirectives', 'systemd.swap', 'Directives that only swaps have.'),
  group('slice', ['Slice'], 'SliceOnlyDirectives', 'systemd.slice', 'Directives that only slices have.'),
  group(
    'scope',
    ['Scope'],
    'ScopeOnlyDirectives',
    'systemd.scope',
    'Directives of scopes, in addition to those that they share with other unit types.',
  ),
  group(
    'kill',
    [...RUNNING, 'Scope'],
    'KillDirectives',
    'systemd.kill',
    'Signals that end the processes of a unit. Shared by services, sockets, mounts, swaps and scopes.',
  ),
  group(
    'exec',
    RUNNING,
    'ExecDirectives',
    'systemd.exec',
    'Execution environment of processes: user, directories, variables, limits and sandbox. Shared by services, sockets, mounts and swaps.',
  ),
  group(
    'resource-control',
    [...RUNNING, 'Slice', 'Scope'],
    'ResourceControlDirectives',
    'systemd.resource-control',
    'Limits and shares of a unit’s control group. Shared by services, slices, scopes, sockets, mounts and swaps. Memory sizes are in powers of 1024.',
  ),
  group(
    'install',
    ['Install'],
    'InstallDirectives',
    'systemd.unit',
    'The [Install] section: links that `systemctl enable` creates. systemd itself does not read it.',
  ),
];

function group(name: string, sections: readonly string[], interfaceName: string, manual: string, doc: string): Group {
  return { name, sections, interfaceName, manual, doc };
}
