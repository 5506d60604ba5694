import { Exec } from '../exec';
import { AllExcept } from '../values/all-except';
import { listOf } from '../values/one-or-many';
import type { ServiceUnit } from '../units/service-unit';
import { baseName, commandsOf, pathIn, wordsOf } from './commands';
import { rule } from './rule';

const sidekiq = () => Exec.command('/usr/bin/bundle', ['exec', 'sidekiq', '-t', '25']);

/** Returns true if a program of that name is among the first words of a command that the service starts. */
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

function reports({ service }: ServiceUnit): boolean {
  return ['notify', 'notify-reload'].includes(service.get('Type') ?? 'simple') || service.get('WatchdogSec') !== undefined;
}

/** /run/systemd/notify and the directories that contain it. */
const AROUND_NOTIFY = ['/', '/run', '/run/systemd', '/run/systemd/notify'];

/** Observed on a host: the start times out. Source: systemd.exec(5), RestrictAddressFamilies=, InaccessiblePaths=; sd_notify(3). */
export const sandboxedFromNotify = rule({
  code: 'unit/sandboxed-from-notify',
  reason: 'The service can’t reach the socket for its readiness notification: its start times out, and its watchdog kills it.',
  bad: () => ({ service: { Type: 'notify', RestrictAddressFamilies: ['AF_INET', 'AF_INET6'] } }),
  good: () => ({ service: { Type: 'notify', RestrictAddressFamilies: ['AF_INET', 'AF_INET6', 'AF_UNIX'] } }),
  find: (file) => {
    if (!reports(file)) return undefined;
    const { service } = file;
    const hidden = (['InaccessiblePaths', 'TemporaryFileSystem'] as const).find((name) =>
      listOf(service.get(name) ?? [])
        .map(pathIn)
        .some((path) => AROUND_NOTIFY.includes(path.replace(/(?<=.)\/+$/, ''))),
    );
    if (!allowsFamily(file, 'AF_UNIX')) {
      return {
        place: ['service', 'RestrictAddressFamilies'],
        got: 'no AF_UNIX for a service that notifies systemd',
        expected: 'AF_UNIX in the list',
        remedy: 'Add AF_UNIX: otherwise the service can’t notify systemd, and its start times out.',
      };
    }
    if (hidden === undefined) return undefined;
    return {
      place: ['service', hidden],
      got: 'a path that hides /run/systemd/notify from a service that notifies systemd',
      expected: 'access to /run/systemd/notify',
      remedy: 'List only the directories below /run that you want to hide: otherwise the start times out.',
    };
  },
});

/** Observed on a host: Sidekiq can't reach Redis. Source: systemd.exec(5), PrivateNetwork=, RestrictAddressFamilies=. */
export const sandboxedFromRedis = rule({
  code: 'unit/sandboxed-from-redis',
  reason: 'Sidekiq connects to Redis at boot and exits if it can’t, so it would restart endlessly.',
  bad: () => ({ service: { Type: 'notify', ExecStart: sidekiq(), PrivateNetwork: true } }),
  good: () => ({ service: { Type: 'notify', ExecStart: sidekiq(), PrivateNetwork: false } }),
  find: (file) => {
    if (!starts(file, /^sidekiq$/)) return undefined;
    const { service } = file;
    const network = 'the network, for Redis';
    if (service.get('PrivateNetwork') === true) {
      return {
        place: ['service', 'PrivateNetwork'],
        got: 'true for Sidekiq',
        expected: network,
        remedy: 'Leave it out, or acknowledge this if Redis is on a Unix socket.',
      };
    }
    if (allowsFamily(file, 'AF_INET') || allowsFamily(file, 'AF_INET6')) return undefined;
    return {
      place: ['service', 'RestrictAddressFamilies'],
      got: 'neither AF_INET nor AF_INET6 for Sidekiq',
      expected: network,
      remedy: 'Add both, or acknowledge this if Redis is on a Unix socket.',
    };
  },
});

/** Ruby programs, and programs that start Ruby. */
const RUBY = /^(?:ruby[0-9.]*|bundle[r]?|sidekiq|puma|rails|rake|unicorn|clockwork|good_job|rbenv|rvm)$/;

/** Observed on a host: Ruby aborts at boot with YJIT, and runs without it. Source: systemd.exec(5), MemoryDenyWriteExecute=. */
export const denyWriteExecuteWithYjit = rule({
  code: 'unit/write-execute-with-yjit',
  reason: 'YJIT writes machine code and runs it, so Ruby aborts at boot. Rails 7.2 enables YJIT by default.',
  bad: () => ({ service: { Type: 'notify', ExecStart: sidekiq(), MemoryDenyWriteExecute: true } }),
  good: () => ({ service: { Type: 'notify', ExecStart: sidekiq(), MemoryDenyWriteExecute: false } }),
  find: (file) => {
    if (file.service.get('MemoryDenyWriteExecute') !== true || !starts(file, RUBY)) return undefined;
    return {
      place: ['service', 'MemoryDenyWriteExecute'],
      got: 'true for a Ruby program',
      expected: 'memory that is writable and executable, for YJIT',
      remedy: 'Leave it out, or acknowledge this if nothing enables a JIT, neither RUBY_YJIT_ENABLE nor Rails 7.2.',
    };
  },
});
