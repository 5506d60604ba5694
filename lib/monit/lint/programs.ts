import { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import { secondsOf } from '../kinds/render/time';
import { example, processExample, systemctl } from './examples';
import { checks, programs, unitOf } from './parts';
import { rule, type LintRule } from './rule';

/** Monit's default timeout of a start or stop program. */
const MONIT_DEFAULT = Duration.seconds(30);
/** systemd's default for units without a timeout: `DefaultTimeoutStartSec=`. */
const SYSTEMD_DEFAULT = Duration.seconds(90);

/** Source: Monit manual, "Service methods"; systemd.service(5), TimeoutStopSec. */
const timeoutBelowUnit = rule({
  code: 'monit/timeout-below-unit',
  severity: 'warning',
  reason: 'Monit gives up while systemd is still working, and then starts a service that hasn’t stopped yet, or doesn’t start it at all.',
  bad: () => example(processExample({ stop: { argv: ['/bin/systemctl', 'stop', 'sidekiq'] } })),
  good: () => example(processExample({ stop: systemctl('stop', 100) })),
  *find(subject) {
    for (const { check, place } of checks(subject)) {
      for (const method of ['start', 'stop', 'restart'] as const) {
        const program = check[method];
        const target = program === undefined ? undefined : unitOf(program);
        if (program === undefined || target === undefined || program.argv.includes('--no-block')) continue;
        const known = subject.context.units?.[target.unit];
        // A timeout that was set may fit an unknown unit; Monit's default of 30 seconds was not set.
        if (known === undefined && program.timeout !== undefined) continue;
        const { start, stop } = known ?? { start: SYSTEMD_DEFAULT, stop: SYSTEMD_DEFAULT };
        const least = { start: [start], stop: [stop], restart: [stop, start] }[method].reduce((sum, each) => sum + each.toSeconds(), 0);
        const given = secondsOf(program.timeout ?? MONIT_DEFAULT);
        if (given > least || Number.isNaN(given)) continue;
        yield {
          place: [...place, method, 'timeout'],
          problem:
            `${given} s${program.timeout === undefined ? ' (Monit’s default)' : ''} is not longer than ` +
            `the ${least} s that systemd may take to ${method} ${target.unit}`,
          remedy: `Set a timeout of more than ${least} s: otherwise Monit gives up while systemd is still working.`,
        };
      }
    }
  },
});

/** Source: Monit manual, "Program": the files that -t looks for on the host. */
const programUnusable = rule({
  code: 'monit/program-unusable',
  severity: 'warning',
  reason: 'Monit accepts a missing program with a warning and exit status 0, and fails once it needs the program.',
  bad: () => ({
    statements: [processExample({ restart: { argv: ['/opt/restart'] } })],
    context: { program: (path) => (path === '/opt/restart' ? 'missing' : undefined) },
  }),
  good: () => ({ statements: [processExample({ restart: { argv: ['/opt/restart'] } })], context: { program: () => undefined } }),
  *find(subject) {
    for (const { it, place } of programs(subject)) {
      const state = subject.context.program?.(it.argv[0] ?? '');
      if (state === undefined) continue;
      yield {
        place: [...place, 'argv', 0],
        problem: `${show(it.argv[0])} is ${state} on the host`,
        remedy: 'Install it with mode 0755 before Monit loads this check: Monit fails only once it needs the program.',
      };
    }
  },
});

/** Source: Monit manual, "Service methods": uid and gid follow the closing quote. */
const optionInsideCommand = rule({
  code: 'monit/option-inside-command',
  severity: 'warning',
  reason: 'Words inside the quotes are arguments: the program gets six arguments too many, and runs as root.',
  bad: () => example(processExample({ restart: { argv: ['/opt/restart', 'sidekiq', 'as', 'uid', 'deploy', 'and', 'gid', 'deploy'] } })),
  good: () => example(processExample({ restart: { argv: ['/opt/restart', 'sidekiq'], uid: 'deploy', gid: 'deploy' } })),
  *find(subject) {
    for (const { it, place } of programs(subject)) {
      const index = it.argv.findIndex((word, here) => here > 0 && isOption(word, it.argv[here - 1]!, it.argv[here + 1]));
      if (index < 0) continue;
      yield {
        place: [...place, 'argv', index],
        problem: `Monit passes ${show(it.argv.slice(index - 1, index + 2).join(' '))} to the program as arguments, and runs it as root`,
        remedy: 'Set `uid`, `gid` and `timeout` next to `argv` instead.',
      };
    }
  },
});

function isOption(word: string, before: string, after: string | undefined): boolean {
  return (
    (/^[ug]id$/i.test(word) && /^(?:as|and)$/i.test(before)) || (/^timeout$/i.test(word) && /^with$/i.test(before) && after !== undefined)
  );
}

const SHELLS = /\/(?:ba|da|k|z)?sh$|\/env$/;

/** Source: Monit manual, "Program": there is no shell. */
const shellWords = rule({
  code: 'monit/shell-words',
  severity: 'warning',
  reason: 'Monit runs no shell: it passes a pipe, a redirection or a variable to the program as an argument.',
  bad: () => example(processExample({ restart: { argv: ['/opt/restart', 'sidekiq', '>>', '/var/log/restarts', '2>&1'] } })),
  good: () => example(processExample({ restart: { argv: ['/bin/sh', '-c', '/opt/restart sidekiq >>/var/log/restarts 2>&1'] } })),
  *find(subject) {
    for (const { it, place } of programs(subject)) {
      if (SHELLS.test(it.argv[0] ?? '')) continue;
      const index = it.argv.findIndex((word, here) => here > 0 && /^(?:\||\|\||&&|;|&|[0-9]?>>?|<|[0-9]?>&[0-9])$/.test(word));
      if (index < 0) continue;
      yield {
        place: [...place, 'argv', index],
        problem: `${show(it.argv[index])} is passed to the program as an argument, because Monit runs no shell`,
        remedy: "Run a script, or use ['/bin/sh', '-c', '…'].",
      };
    }
  },
});

/** Rules about the programs that Monit runs. */
export const PROGRAM_RULES: readonly LintRule[] = [timeoutBelowUnit, programUnusable, optionInsideCommand, shellWords];
