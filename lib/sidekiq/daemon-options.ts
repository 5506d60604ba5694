import { show, type Issue } from '../values/issue';
import { error, warning, type IssueText } from '../values/make-issue';
import type { SidekiqCommandLineProps } from './command-line';

/** Props whose options Sidekiq 6.0 removed. */
type DaemonProp = 'daemonize' | 'pidfile' | 'logfile';

interface DaemonOption {
  readonly option: string;
  /** Code of the issue with a Sidekiq that still has the option. */
  readonly code: string;
  /** Its replacement under systemd. */
  readonly instead: string;
}

const DAEMON_OPTIONS: Readonly<Record<DaemonProp, DaemonOption>> = {
  daemonize: {
    option: '-d',
    code: 'sidekiq/daemonize',
    instead: 'Leave it out: systemd runs the process in the background and supervises it.',
  },
  pidfile: {
    option: '-P',
    code: 'sidekiq/deprecated-option',
    instead: 'Leave it out, and add PidfileHooks to the service if something else needs the pid.',
  },
  logfile: {
    option: '-L',
    code: 'sidekiq/deprecated-option',
    instead: 'Leave it out: the journal records Sidekiq’s output, and StandardOutput=append:PATH writes it to a file.',
  },
};

/**
 * Returns the issues of the three options that make Sidekiq daemonize itself. If the version lacks them, they are errors
 * (`sidekiq/removed-option`). If it has them, `daemonize` is an error (`sidekiq/daemonize`) and the others are warnings
 * (`sidekiq/deprecated-option`, `sidekiq/deprecated-option`).
 */
export function daemonIssues(props: SidekiqCommandLineProps): Issue[] {
  const names: readonly DaemonProp[] = ['daemonize', 'pidfile', 'logfile'];
  return names.filter((name) => props[name] !== undefined && props[name] !== false).map((name) => daemonIssue(name, props));
}

function daemonIssue(name: DaemonProp, props: SidekiqCommandLineProps): Issue {
  const { option, code, instead } = DAEMON_OPTIONS[name];
  const { version } = props;
  const text = (expected: string): IssueText => ({ got: show(props[name]), expected, remedy: instead });
  if (version.facts.daemonOptions !== 'work') {
    const reaction = version.facts.daemonOptions === 'ignored' ? 'prints an error and continues without it' : 'exits with "invalid option"';
    return error('sidekiq/removed-option', [name], text(`nothing: ${option} was removed in Sidekiq 6.0, and ${version.text} ${reaction}`));
  }
  if (name === 'daemonize') {
    // With Type=simple the parent's exit ends the service, and systemd kills the child with the rest of the control group.
    return error(
      code,
      [name],
      text('a process that stays in the foreground, because systemd takes the parent’s exit as the end of the service'),
    );
  }
  return warning(code, [name], text(`nothing: Sidekiq 6.0 removes ${option}, and systemd already does its job`));
}
