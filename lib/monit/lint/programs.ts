import { Duration } from '../../values/duration';
import { show } from '../../values/issue';
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
  reason:
    'Monit gives up on what systemd is still doing, and then does the wrong thing: it starts what has not stopped yet, or not at all.',
  bad: () => example(processExample({ stop: { argv: ['/bin/systemctl', 'stop', 'sidekiq'] } })),
  good: () => example(processExample({ stop: systemctl('stop', 100) })),
  *find(subject) {
    for (const { check, place } of checks(subject)) {
      for (const method of ['start', 'stop', 'restart'] as const) {
        const program = check[method];
        const asked = program === undefined ? undefined : unitOf(program);
        if (program === undefined || asked === undefined || program.argv.includes('--no-block')) continue;
        const known = subject.context.units?.[asked.unit];
        // A timeout that was set on purpose may fit the unit; Monit's default of 30 seconds can't be on purpose.
        if (known === undefined && program.timeout !== undefined) continue;
        const { start, stop } = known ?? { start: SYSTEMD_DEFAULT, stop: SYSTEMD_DEFAULT };
        const least = { start: [start], stop: [stop], restart: [stop, start] }[method].reduce((sum, each) => sum + each.toSeconds(), 0);
        const given = (program.timeout ?? MONIT_DEFAULT).toSeconds();
        if (given > least) continue;
        yield {
          place: [...place, method, 'timeout'],
          got: `${given} s${program.timeout === undefined ? ', Monit’s default' : ''}`,
          expected: `more than the ${least} s that systemd may take to ${method} ${asked.unit}`,
          remedy: 'Raise the timeout of the program: Monit else gives up on what systemd is still doing.',
        };
      }
    }
  },
});

/** Source: Monit manual, "Program": what -t asks of the host. */
const programUnusable = rule({
  code: 'monit/program-unusable',
  severity: 'warning',
  reason: 'Monit takes a program that is not there with a warning and an exit status of 0, and fails when it is needed.',
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
        got: `${show(it.argv[0])}, which is ${state}`,
        expected: 'a program that the host has and Monit may run',
        remedy: 'Install it with mode 0755 before Monit loads this check: Monit doesn’t look for it until it needs it.',
      };
    }
  },
});

/** Source: Monit manual, "Service methods": uid and gid stand behind the closing quote. */
const optionInsideCommand = rule({
  code: 'monit/option-inside-command',
  severity: 'warning',
  reason: 'What stands inside the quotes are arguments: the program runs as root, with six words too many.',
  bad: () => example(processExample({ restart: { argv: ['/opt/restart', 'sidekiq', 'as', 'uid', 'deploy', 'and', 'gid', 'deploy'] } })),
  good: () => example(processExample({ restart: { argv: ['/opt/restart', 'sidekiq'], uid: 'deploy', gid: 'deploy' } })),
  *find(subject) {
    for (const { it, place } of programs(subject)) {
      const index = it.argv.findIndex((word, here) => here > 0 && isOption(word, it.argv[here - 1]!, it.argv[here + 1]));
      if (index < 0) continue;
      yield {
        place: [...place, 'argv', index],
        got: `the words ${show(it.argv.slice(index - 1, index + 2).join(' '))} as arguments`,
        expected: 'uid, gid and timeout beside argv',
        remedy: 'Move them out of the command: inside the quotes Monit hands them to the program, and runs it as root.',
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
  reason: 'Monit runs no shell: a pipe, a redirection or a variable is an argument like any other.',
  bad: () => example(processExample({ restart: { argv: ['/opt/restart', 'sidekiq', '>>', '/var/log/restarts', '2>&1'] } })),
  good: () => example(processExample({ restart: { argv: ['/bin/sh', '-c', '/opt/restart sidekiq >>/var/log/restarts 2>&1'] } })),
  *find(subject) {
    for (const { it, place } of programs(subject)) {
      if (SHELLS.test(it.argv[0] ?? '')) continue;
      const index = it.argv.findIndex((word, here) => here > 0 && /^(?:\||\|\||&&|;|&|[0-9]?>>?|<|[0-9]?>&[0-9])$/.test(word));
      if (index < 0) continue;
      yield {
        place: [...place, 'argv', index],
        got: show(it.argv[index]),
        expected: 'words that mean something without a shell',
        remedy: "Run a script, or ['/bin/sh', '-c', '…']: Monit runs no shell, and hands this to the program.",
      };
    }
  },
});

/** Rules about the programs that Monit runs. */
export const PROGRAM_RULES: readonly LintRule[] = [timeoutBelowUnit, programUnusable, optionInsideCommand, shellWords];
