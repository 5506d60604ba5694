import { show, type Issue } from '../values/issue';
import { error, warning } from '../values/make-issue';
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
    instead: 'Leave it out, and add PidfileHooks to the service if another program needs the pid.',
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
 * (`sidekiq/deprecated-option`).
 */
export function daemonIssues(props: SidekiqCommandLineProps): Issue[] {
  const names: readonly DaemonProp[] = ['daemonize', 'pidfile', 'logfile'];
  return names.filter((name) => props[name] !== undefined && props[name] !== false).map((name) => daemonIssue(name, props));
}

function daemonIssue(name: DaemonProp, props: SidekiqCommandLineProps): Issue {
  const { option, code, instead: remedy } = DAEMON_OPTIONS[name];
  const { version } = props;
  const given = show(props[name]);
  if (version.facts.daemonOptions !== 'work') {
    const reaction = version.facts.daemonOptions === 'ignored' ? 'prints an error and continues without it' : 'exits with "invalid option"';
    const problem = `${given} sets ${option}, which Sidekiq 6.0 removed, so ${version.text} ${reaction}`;
    return error('sidekiq/removed-option', [name], { problem, remedy });
  }
  if (name === 'daemonize') {
    // With Type=simple the parent's exit ends the service, and systemd kills the child with the rest of the control group.
    const problem = `${given} makes Sidekiq fork, and systemd takes the exit of the parent as the end of the service`;
    return error(code, [name], { problem, remedy });
  }
  return warning(code, [name], { problem: `${given} sets ${option}, which Sidekiq 6.0 removes`, remedy });
}
