import { absolutePathProblem, show } from '../../values';
import { listOf } from '../values/one-or-many';
import { OptionalPath } from '../values/optional-path';
import { commandsOf, pathIn } from './commands';
import { rule } from './rule';

/** Directories that exist on every host. Paths below them may be missing. */
const ALWAYS_PRESENT = [
  ...['/', '/dev', '/etc', '/home', '/opt', '/proc', '/root', '/run', '/srv', '/sys', '/tmp', '/usr', '/var'],
  ...['/usr/local', '/var/cache', '/var/lib', '/var/log', '/var/spool', '/var/tmp', '/dev/shm'],
];

/** Parents of the directories that systemd creates for a directive. */
const CREATED_BELOW = {
  RuntimeDirectory: '/run/',
  StateDirectory: '/var/lib/',
  CacheDirectory: '/var/cache/',
  LogsDirectory: '/var/log/',
  ConfigurationDirectory: '/etc/',
} as const;

/** Source: systemd.exec(5), ReadWritePaths=; EXIT_NAMESPACE. */
export const writablePathMustExist = rule({
  code: 'unit/writable-path-must-exist',
  reason: 'If the path is missing, the service fails to start with status 226, for example on a new host before the app is deployed.',
  bad: () => ({ service: { ReadWritePaths: ['/opt/myapp/shared/tmp'] } }),
  good: () => ({ service: { ReadWritePaths: [OptionalPath.of('/opt/myapp/shared/tmp')] } }),
  find: ({ service }) => {
    const created = Object.entries(CREATED_BELOW).flatMap(([name, parent]) =>
      listOf(service.get(name as keyof typeof CREATED_BELOW) ?? []).map((directory) => parent + pathIn(directory)),
    );
    return (['ReadWritePaths', 'ReadOnlyPaths', 'InaccessiblePaths'] as const).flatMap((name) =>
      listOf(service.get(name) ?? []).flatMap((path, index) =>
        absolutePathProblem(path) !== undefined || typeof path !== 'string' || ALWAYS_PRESENT.includes(path) || created.includes(path)
          ? []
          : [
              {
                place: ['service', name, index],
                problem: `the service fails to start if ${show(path)} does not exist`,
                remedy: `Use OptionalPath.of(${show(path)}), or let systemd create it with StateDirectory, RuntimeDirectory or LogsDirectory.`,
              },
            ],
      ),
    );
  },
});

const HOMES = /^\/(?:home|root|run\/user)(?:\/|$)/;

/** Observed on a host: status 200 or 203. Source: systemd.exec(5), ProtectHome=. */
export const homeHidden = rule({
  code: 'unit/home-hidden',
  reason: 'Home directories appear empty to the service, so it can’t find its working directory, its program or its Ruby.',
  bad: () => ({ service: { ProtectHome: true, WorkingDirectory: '/home/deploy/myapp/current' } }),
  good: () => ({ service: { ProtectHome: 'read-only', WorkingDirectory: '/home/deploy/myapp/current' } }),
  find: ({ service }) => {
    const hidden = service.get('ProtectHome');
    if (
      (hidden !== true && hidden !== 'tmpfs') ||
      service.get('BindPaths') !== undefined ||
      service.get('BindReadOnlyPaths') !== undefined
    ) {
      return undefined;
    }
    const directory = service.get('WorkingDirectory');
    const used = [pathIn(directory), ...commandsOf(service.get('ExecStart')).map(({ program }) => pathIn(program))];
    const found = used.find((path) => HOMES.test(path));
    if (found === undefined) return undefined;
    return {
      place: ['service', 'ProtectHome'],
      problem: `${show(hidden)} hides ${found}, which the service uses`,
      remedy: 'Use "read-only" and list the paths that the service writes in ReadWritePaths, or move the app to /opt or /srv.',
    };
  },
});
