import { show } from '../../values';
import { Exec } from '../exec';
import { commandsOf, script, shellScript } from './commands';
import { rule } from './rule';

/** Source: systemd.service(5), ExecStop=. */
export const stopDoesNotWait = rule({
  code: 'unit/stop-does-not-wait',
  reason: 'systemd sends its own signal as soon as this command ends, so the signal sent here has no effect.',
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
      expected: `a command that waits until the service has stopped, or none, because systemd itself sends ${signal}`,
      remedy: `Leave it out, or set KillSignal: systemd sends ${signal} as soon as this command ends, so the command’s own signal has no effect.`,
    };
  },
});

/** Source: systemd.service(5), ExecStopPost=; rm(1). */
export const stopPostFails = rule({
  code: 'unit/stop-post-fails',
  reason: 'If the file is already gone, a normal stop counts as a failure.',
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
      remedy: 'Add -f: otherwise a normal stop leaves the service failed if the file is missing.',
    };
  },
});

/** Source: systemd.kill(5), KillMode=. */
export const killModeNone = rule({
  code: 'unit/kill-mode-none',
  reason: 'Processes outlive a stop and keep running alongside those of the next start. systemd has deprecated it.',
  bad: () => ({ service: { KillMode: 'none' } }),
  good: () => ({ service: { KillMode: 'mixed' } }),
  find: ({ service }) => {
    if (service.get('KillMode') !== 'none') return undefined;
    return {
      place: ['service', 'KillMode'],
      got: 'none',
      expected: 'control-group or mixed',
      remedy: 'Leave KillMode out: with none, processes outlive the service and keep running alongside its next start.',
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
  code: 'unit/mixed-behind-shell',
  reason:
    'With KillMode=mixed, only the main process gets SIGTERM: if that is a shell, it exits, and its program is killed at once in the middle of its work.',
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
      got: `mixed, with a shell that stays the main process: ${show(found)}`,
      expected: 'exec before the last command of the script, or KillMode=control-group',
      remedy:
        'Put exec before it, leave KillMode out, or start the program without a shell: otherwise it is killed as soon as the shell exits.',
    };
  },
});
