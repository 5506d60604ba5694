import { show } from '../../values';
import { Exec } from '../exec';
import { commandsOf, script, shellScript } from './commands';
import { rule } from './rule';

/** Source: systemd.service(5), ExecStop=. */
export const stopDoesNotWait = rule({
  code: 'systemd/stop-does-not-wait',
  reason: 'systemd sends the signal of its own as soon as this command has ended, so that the one sent here changes nothing.',
  bad: () => ({ service: { ExecStop: Exec.command('/bin/kill', ['-TSTP', Exec.envWords('MAINPID')]) } }),
  good: () => ({ service: { ExecStop: Exec.command('/usr/bin/redis-cli', ['shutdown']) } }),
  find: ({ service }) => {
    const found = commandsOf(service.get('ExecStop'))
      .map(script)
      .find((text) => /^(?:\S*\/)?(?:kill|pkill|killall)\s[^;&|]*$/.test(text));
    if (found === undefined) return undefined;
    const signal = show(service.get('KillSignal') ?? 'SIGTERM');
    return {
      place: ['service', 'ExecStop'],
      got: found,
      expected: `a command that waits until the service has stopped, or none: systemd sends ${signal} by itself`,
      remedy: `Leave it out, or set KillSignal: ${signal} follows as soon as this command has ended, so its signal is without effect.`,
    };
  },
});

/** Source: systemd.service(5), ExecStopPost=; rm(1). */
export const stopPostFails = rule({
  code: 'systemd/stop-post-fails',
  reason: 'The file may be gone already: an ordinary stop then counts as a failure.',
  bad: () => ({ service: { ExecStopPost: Exec.command('/bin/sh', ['-c', 'rm /run/x.pid']) } }),
  good: () => ({ service: { ExecStopPost: Exec.command('/bin/sh', ['-c', 'rm -f /run/x.pid']) } }),
  find: ({ service }) => {
    const commands = commandsOf(service.get('ExecStopPost')).filter(({ options }) => options?.ignoreFailure !== true);
    const found = commands.map(script).find((text) => /^(?:\S*\/)?rm(?=\s)(?!.*\s(?:-[A-Za-z]*f|--force\b))[^;&|]*$/.test(text));
    if (found === undefined) return undefined;
    return {
      place: ['service', 'ExecStopPost'],
      got: found,
      expected: 'rm -f',
      remedy: 'Add -f: where the file is gone already, or was never written, an ordinary stop leaves the service failed.',
    };
  },
});

/** Source: systemd.kill(5), KillMode=. */
export const killModeNone = rule({
  code: 'systemd/kill-mode-none',
  reason: 'Processes outlive a stop, and those of the next start run beside them; systemd has deprecated it.',
  bad: () => ({ service: { KillMode: 'none' } }),
  good: () => ({ service: { KillMode: 'mixed' } }),
  find: ({ service }) => {
    if (service.get('KillMode') !== 'none') return undefined;
    return {
      place: ['service', 'KillMode'],
      got: 'none',
      expected: 'control-group, or mixed',
      remedy: 'Leave KillMode out: with none, processes outlive the service and its next start runs beside them.',
    };
  },
});

/**
 * Returns true if a shell keeps running until the last command of a script has ended. A shell replaces itself with a single command, or
 * with `exec`.
 */
function shellStays(text: string): boolean {
  const commands = text
    .split(/\n|;|&&|\|\|?|&/)
    .map((command) => command.trim())
    .filter((command) => command !== '');
  return commands.length > 1 && !commands.at(-1)!.startsWith('exec ');
}

/**
 * Observed on a host: the shell ends at SIGTERM, and its Ruby process is killed at once, in the middle of a job.
 * Source: systemd.kill(5), KillMode=.
 */
export const mixedBehindShell = rule({
  code: 'systemd/mixed-behind-shell',
  reason:
    'With KillMode=mixed only the first process gets SIGTERM: a shell that stays dies of it, and what it runs is killed at once with its work.',
  bad: () => ({
    service: { KillMode: 'mixed', ExecStart: Exec.command('/bin/bash', ['-lc', 'cd /srv/app && bundle exec sidekiq; true']) },
  }),
  good: () => ({
    service: { KillMode: 'mixed', ExecStart: Exec.command('/bin/bash', ['-lc', 'cd /srv/app && exec bundle exec sidekiq']) },
  }),
  find: ({ service }) => {
    if (service.get('KillMode') !== 'mixed') return undefined;
    const found = commandsOf(service.get('ExecStart'))
      .map(shellScript)
      .find((text) => text !== undefined && shellStays(text));
    if (found === undefined) return undefined;
    return {
      place: ['service', 'KillMode'],
      got: `mixed, with a shell that stays: ${show(found)}`,
      expected: 'exec before the last command of the script, or KillMode=control-group',
      remedy:
        'Put exec before it, leave KillMode out, or start the program without a shell: else it is killed as soon as the shell has gone.',
    };
  },
});
