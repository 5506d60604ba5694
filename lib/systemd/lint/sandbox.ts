import { show } from '../../values';
import { Exec } from '../exec';
import { AllExcept } from '../values/all-except';
import { listOf } from '../values/one-or-many';
import type { ServiceUnit } from '../units/service-unit';
import { baseName, commandsOf, pathIn, wordsOf } from './commands';
import { rule } from './rule';

const sidekiq = () => Exec.command('/usr/bin/bundle', ['exec', 'sidekiq', '-t', '25']);

/** Returns true if one of the first words of ExecStart= is a program of that name. */
function starts({ service }: ServiceUnit, name: RegExp): boolean {
  return commandsOf(service.get('ExecStart')).some((command) =>
    wordsOf(command)
      .slice(0, 4)
      .some((word) => name.test(baseName(word))),
  );
}

/** Returns true if RestrictAddressFamilies= leaves a family usable. systemd applies the elements in sequence. */
function allowsFamily({ service }: ServiceUnit, family: string): boolean {
  const steps = listOf(service.get('RestrictAddressFamilies') ?? []) as readonly unknown[];
  if (steps.length === 0) return true;
  let allowed = steps[0] instanceof AllExcept;
  for (const step of steps) {
    if (step instanceof AllExcept) allowed &&= !step.words.includes(family);
    else if (step === family) allowed = true;
  }
  return allowed;
}

/** Returns true if the service notifies systemd that it is ready or alive. */
function notifiesSystemd({ service }: ServiceUnit): boolean {
  return ['notify', 'notify-reload'].includes(service.get('Type') ?? 'simple') || service.get('WatchdogSec') !== undefined;
}

/** /run/systemd/notify and the directories that contain it. */
const NOTIFY_PATHS = ['/', '/run', '/run/systemd', '/run/systemd/notify'];

/** Observed on a host: the start times out. Source: systemd.exec(5), RestrictAddressFamilies=, InaccessiblePaths=; sd_notify(3). */
export const sandboxedFromNotify = rule({
  code: 'unit/sandboxed-from-notify',
  reason: 'The service can’t send its notifications to systemd, which then kills it when its start or watchdog times out.',
  bad: () => ({ service: { Type: 'notify', RestrictAddressFamilies: ['AF_INET', 'AF_INET6'] } }),
  good: () => ({ service: { Type: 'notify', RestrictAddressFamilies: ['AF_INET', 'AF_INET6', 'AF_UNIX'] } }),
  find: (file) => {
    if (!notifiesSystemd(file)) return undefined;
    const { service } = file;
    if (!allowsFamily(file, 'AF_UNIX')) {
      return {
        place: ['service', 'RestrictAddressFamilies'],
        problem: 'AF_UNIX is not allowed, but the service notifies systemd through a Unix socket',
        remedy: 'Add "AF_UNIX": otherwise systemd gets no notification, and kills the service when its start or watchdog times out.',
      };
    }
    const [hidden] = (['InaccessiblePaths', 'TemporaryFileSystem'] as const).flatMap((name) =>
      listOf(service.get(name) ?? [])
        .map(pathIn)
        .filter((path) => NOTIFY_PATHS.includes(path.replace(/(?<=.)\/+$/, '')))
        .map((path) => ({ name, path })),
    );
    if (hidden === undefined) return undefined;
    return {
      place: ['service', hidden.name],
      problem: `${show(hidden.path)} hides the socket /run/systemd/notify, through which the service notifies systemd`,
      remedy: 'List only the directories below /run that you want to hide: otherwise the start or the watchdog times out.',
    };
  },
});

/** Observed on a host: Sidekiq can't reach Redis. Source: systemd.exec(5), PrivateNetwork=, RestrictAddressFamilies=. */
export const sandboxedFromRedis = rule({
  code: 'unit/sandboxed-from-redis',
  reason: 'Sidekiq exits at boot if it can’t connect to Redis, so systemd restarts it again and again.',
  bad: () => ({ service: { Type: 'notify', ExecStart: sidekiq(), PrivateNetwork: true } }),
  good: () => ({ service: { Type: 'notify', ExecStart: sidekiq(), PrivateNetwork: false } }),
  find: (file) => {
    if (!starts(file, /^sidekiq$/)) return undefined;
    const { service } = file;
    if (service.get('PrivateNetwork') === true) {
      return {
        place: ['service', 'PrivateNetwork'],
        problem: 'true keeps Sidekiq from connecting to Redis over the network',
        remedy: 'Leave it out, or acknowledge this issue if Sidekiq connects to Redis through a Unix socket.',
      };
    }
    if (allowsFamily(file, 'AF_INET') || allowsFamily(file, 'AF_INET6')) return undefined;
    return {
      place: ['service', 'RestrictAddressFamilies'],
      problem: 'neither AF_INET nor AF_INET6 is allowed, which keeps Sidekiq from connecting to Redis over the network',
      remedy: 'Add both, or acknowledge this issue if Sidekiq connects to Redis through a Unix socket.',
    };
  },
});

/** Ruby programs, and programs that start Ruby. */
const RUBY = /^(?:ruby[0-9.]*|bundle[r]?|sidekiq|puma|rails|rake|unicorn|clockwork|good_job|rbenv|rvm)$/;

/** Observed on a host: Ruby aborts at boot with YJIT, and runs without it. Source: systemd.exec(5), MemoryDenyWriteExecute=. */
export const denyWriteExecuteWithYjit = rule({
  code: 'unit/write-execute-with-yjit',
  reason: 'YJIT generates machine code and runs it, so Ruby aborts at boot; Rails 7.2 enables YJIT by default.',
  bad: () => ({ service: { Type: 'notify', ExecStart: sidekiq(), MemoryDenyWriteExecute: true } }),
  good: () => ({ service: { Type: 'notify', ExecStart: sidekiq(), MemoryDenyWriteExecute: false } }),
  find: (file) => {
    if (file.service.get('MemoryDenyWriteExecute') !== true || !starts(file, RUBY)) return undefined;
    return {
      place: ['service', 'MemoryDenyWriteExecute'],
      problem: 'true makes Ruby abort at boot if YJIT is enabled',
      remedy: 'Leave it out, or acknowledge this issue if YJIT is off: RUBY_YJIT_ENABLE turns it on, and so does Rails from 7.2 on.',
    };
  },
});
