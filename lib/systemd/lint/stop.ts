import { show } from '../../values';
import { ExecCommand } from '../exec';
import { EnvironmentReference } from '../values/environment-reference';
import { listOf } from '../values/one-or-many';
import { rule } from './rule';

/** The commands of a directive; what else a caller without types put there, the directive's kind tells. */
function commandsOf(value: unknown): readonly ExecCommand[] {
  return listOf(value ?? []).filter((command): command is ExecCommand => command instanceof ExecCommand && Array.isArray(command.args));
}

/** The words that a shell would run, or else the command itself. */
function script({ program, args }: ExecCommand): string {
  const words = [program, ...args].map((word) => (typeof word === 'string' || word instanceof EnvironmentReference ? String(word) : ''));
  const option = /(?:^|\/)(?:ba|da|z|k)?sh$/.test(words[0] ?? '') ? words.findIndex((word) => /^-[a-z]*c$/.test(word)) : -1;
  return option < 0 ? words.join(' ') : (words[option + 1] ?? '');
}

/** `systemd/stop-does-not-wait`: right after ExecStop= comes KillSignal=, so a signal sent there changes nothing. Source: systemd.service(5), ExecStop=. */
export const stopDoesNotWait = rule(({ service }) => {
  const found = commandsOf(service.get('ExecStop'))
    .map(script)
    .find((text) => /^(?:\S*\/)?(?:kill|pkill|killall)\s[^;&|]*$/.test(text));
  if (found === undefined) return undefined;
  const signal = show(service.get('KillSignal') ?? 'SIGTERM');
  return {
    code: 'systemd/stop-does-not-wait',
    property: 'service.ExecStop',
    got: found,
    expected: `a command that waits until the service has stopped, or none: systemd sends ${signal} by itself`,
    remedy: `Leave it out, or set KillSignal: ${signal} follows as soon as this command has ended, so its signal is without effect.`,
  };
});

/** `systemd/stop-post-fails`: a stop that finds its file gone already ends as failed. Source: systemd.service(5), ExecStopPost=; rm(1). */
export const stopPostFails = rule(({ service }) => {
  const commands = commandsOf(service.get('ExecStopPost')).filter(({ options }) => options?.ignoreFailure !== true);
  const found = commands.map(script).find((text) => /^(?:\S*\/)?rm(?=\s)(?!.*\s(?:-[A-Za-z]*f|--force\b))[^;&|]*$/.test(text));
  if (found === undefined) return undefined;
  return {
    code: 'systemd/stop-post-fails',
    property: 'service.ExecStopPost',
    got: found,
    expected: 'rm -f',
    remedy: 'Add -f: where the file is gone already, or was never written, an ordinary stop leaves the service failed.',
  };
});
