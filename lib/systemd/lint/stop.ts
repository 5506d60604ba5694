import { show } from '../../values';
import { Exec } from '../exec';
import { safeText } from '../values/safe-text';
import { commandsOf, script, shellScript } from './commands';
import { rule } from './rule';

/** Source: systemd.service(5), ExecStop=. */
export const stopDoesNotWait = rule({
  code: 'unit/stop-does-not-wait',
  reason: 'systemd sends KillSignal as soon as this command exits, so the service has no time to act on the first signal.',
  bad: () => ({ service: { ExecStop: Exec.command('/bin/kill', ['-TSTP', Exec.envWords('MAINPID')]) } }),
  good: () => ({ service: { ExecStop: Exec.command('/usr/bin/redis-cli', ['shutdown']) } }),
  find: ({ service }) => {
    const found = commandsOf(service.get('ExecStop'))
      .map(script)
      .find((text) => /^(?:\S*\/)?(?:kill|pkill|killall)\s[^;&|]*$/.test(text));
    if (found === undefined) return undefined;
    return {
      place: ['service', 'ExecStop'],
      problem: `${show(found)} does not wait until the service has stopped`,
      remedy: `Leave ExecStop out and set KillSignal if you need another signal: systemd sends ${safeText(service.get('KillSignal') ?? 'SIGTERM')} as soon as this command exits.`,
    };
  },
});

/** Source: systemd.service(5), ExecStopPost=; rm(1). */
export const stopPostFails = rule({
  code: 'unit/stop-post-fails',
  reason: 'If the file is already removed, a normal stop leaves the service failed.',
  bad: () => ({ service: { ExecStopPost: Exec.command('/bin/sh', ['-c', 'rm /run/x.pid']) } }),
  good: () => ({ service: { ExecStopPost: Exec.command('/bin/sh', ['-c', 'rm -f /run/x.pid']) } }),
  find: ({ service }) => {
    const commands = commandsOf(service.get('ExecStopPost')).filter(({ options }) => options?.ignoreFailure !== true);
    const found = commands.map(script).find((text) => /^(?:\S*\/)?rm(?=\s)(?!.*\s(?:-[A-Za-z]*f|--force\b))[^;&|]*$/.test(text));
    if (found === undefined) return undefined;
    return {
      place: ['service', 'ExecStopPost'],
      problem: `${show(found)} fails if the file is missing`,
      remedy: 'Add -f: otherwise a normal stop may leave the service failed.',
    };
  },
});

/** Source: systemd.kill(5), KillMode=. */
export const killModeNone = rule({
  code: 'unit/kill-mode-none',
  reason: 'Processes survive a stop and keep running alongside those of the next start; systemd has deprecated the setting.',
  bad: () => ({ service: { KillMode: 'none' } }),
  good: () => ({ service: { KillMode: 'mixed' } }),
  find: ({ service }) => {
    if (service.get('KillMode') !== 'none') return undefined;
    return {
      place: ['service', 'KillMode'],
      problem: '"none" leaves the service’s processes running after a stop',
      remedy: 'Leave KillMode out, or use "mixed": otherwise they keep running alongside those of the next start.',
    };
  },
});

/**
 * Returns true if a shell keeps running while the last command of its script runs. A shell replaces itself with the command if that is the
 * only one, or follows `exec`.
 */
function shellKeepsRunning(text: string): boolean {
  const commands = text
    .split(/\n|;|&&|\|\|?|&/)
    .map((command) => command.trim())
    .filter((command) => command !== '');
  return commands.length > 1 && !commands.at(-1)!.startsWith('exec ');
}

/**
 * Observed on a host: the shell exits at SIGTERM, and its Ruby process is killed at once, in the middle of a job.
 * Source: systemd.kill(5), KillMode=.
 */
export const mixedBehindShell = rule({
  code: 'unit/mixed-behind-shell',
  reason:
    'Only the main process gets SIGTERM: a shell exits, and systemd kills the program that it started at once, in the middle of its work.',
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
      .find((text) => text !== undefined && shellKeepsRunning(text));
    if (found === undefined) return undefined;
    return {
      place: ['service', 'KillMode'],
      problem: `"mixed" kills the last command of ${show(found)} as soon as its shell exits`,
      remedy: 'Put exec before the last command, run it without a shell, or leave KillMode out.',
    };
  },
});
