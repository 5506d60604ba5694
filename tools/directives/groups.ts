/** The groups of directives: each is one interface, which several sections may share. */

/** A group: a file of `groups/`, and what is made of it. */
export interface Group {
  /** Name of its file, and of the one that is made of it. */
  readonly name: string;
  /** The sections that have its directives. */
  readonly sections: readonly string[];
  /** The interface of its typed properties. */
  readonly interfaceName: string;
  /** The manual page that describes it: `systemd.exec`. */
  readonly manual: string;
  /** What the group is about, for the interface's docstring. */
  readonly doc: string;
}

const RUNNING = ['Service', 'Socket', 'Mount', 'Swap'];

/** In the order in which a section with several of them is written. */
export const GROUPS: readonly Group[] = [
  group('unit', ['Unit'], 'UnitDirectives', 'systemd.unit', 'The [Unit] section: what the unit is, and how it relates to others.'),
  group('service', ['Service'], 'ServiceOnlyDirectives', 'systemd.service', 'What only services have.'),
  group('timer', ['Timer'], 'TimerDirectives', 'systemd.timer', 'The [Timer] section: when the unit that the timer is for starts.'),
  group('socket', ['Socket'], 'SocketOnlyDirectives', 'systemd.socket', 'What only sockets have.'),
  group('path', ['Path'], 'PathDirectives', 'systemd.path', 'The [Path] section: which paths are watched, and what they start.'),
  group('mount', ['Mount'], 'MountOnlyDirectives', 'systemd.mount', 'What only mounts have.'),
  group(
    'automount',
    ['Automount'],
    'AutomountDirectives',
    'systemd.automount',
    'The [Automount] section: what is mounted when somebody looks.',
  ),
  group('swap', ['Swap'], 'SwapOnlyDirectives', 'systemd.swap', 'What only swaps have.'),
  group('slice', ['Slice'], 'SliceOnlyDirectives', 'systemd.slice', 'What only slices have.'),
  group('scope', ['Scope'], 'ScopeOnlyDirectives', 'systemd.scope', 'What scopes have beside what they share with services.'),
  group(
    'kill',
    [...RUNNING, 'Scope'],
    'KillDirectives',
    'systemd.kill',
    'How the processes of a unit are ended. Shared by services, sockets, mounts, swaps and scopes.',
  ),
  group(
    'exec',
    RUNNING,
    'ExecDirectives',
    'systemd.exec',
    'The environment in which processes run: who, where, with which limits and in which sandbox. Shared by services, sockets, mounts and swaps.',
  ),
  group(
    'resource-control',
    [...RUNNING, 'Slice', 'Scope'],
    'ResourceControlDirectives',
    'systemd.resource-control',
    'Limits and shares of the unit’s control group. Shared by services, slices, scopes, sockets, mounts and swaps. Memory sizes are read in powers of 1024.',
  ),
  group(
    'install',
    ['Install'],
    'InstallDirectives',
    'systemd.unit',
    'The [Install] section: what `systemctl enable` links. systemd itself does not read it.',
  ),
];

function group(name: string, sections: readonly string[], interfaceName: string, manual: string, doc: string): Group {
  return { name, sections, interfaceName, manual, doc };
}
