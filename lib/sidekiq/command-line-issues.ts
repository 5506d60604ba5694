import type { Duration } from '../values/duration';
import { show, type Issue } from '../values/issue';
import { error } from '../values/make-issue';
import { textProblem } from '../values/text';
import { textIssues, wordProblem } from '../values/text-issues';
import type { SidekiqCommandLineProps } from './command-line';
import { daemonIssues } from './daemon-options';
import { queuesIssues } from './queue';
import { pathIssues } from './path';
import type { SidekiqVersion } from './version';

/**
 * Returns the issues of everything that Sidekiq would refuse, ignore or read differently, or that doesn't work under systemd:
 * `sidekiq/invalid-version`, `sidekiq/invalid-timeout`, `sidekiq/invalid-environment`, `sidekiq/invalid-path`, `sidekiq/require-load-path`,
 * `sidekiq/invalid-concurrency`, `sidekiq/invalid-queue`, `sidekiq/duplicate-queue`, `sidekiq/invalid-tag`, `sidekiq/removed-option`, `sidekiq/daemonize`,
 * and the warnings `sidekiq/mixed-weights` and `sidekiq/deprecated-option`.
 */
export function sidekiqCommandLineIssues(props: SidekiqCommandLineProps): Issue[] {
  return [
    ...versionIssues(props.version),
    ...timeoutIssues(props.timeout),
    ...environmentIssues(props.environment),
    ...(props.configFile === undefined ? [] : pathIssues(['configFile'], props.configFile)),
    ...requireIssues(props.require),
    ...concurrencyIssues(props.concurrency),
    ...queuesIssues(props.queues ?? [], props.version),
    ...tagIssues(props.tag),
    ...daemonIssues(props),
  ];
}

function versionIssues(version: SidekiqVersion): Issue[] {
  return textIssues(version.text, version.problem(), {
    code: 'sidekiq/invalid-version',
    place: ['version'],
    remedy: "Use the version in the application's Gemfile.lock, from 5.2 to 8.1: '6.5' or '6.5.12'.",
  });
}

function timeoutIssues(timeout: Duration): Issue[] {
  const seconds = timeout.toSeconds();
  const problem =
    timeout.problem() ?? (Number.isSafeInteger(seconds) && seconds >= 1 ? undefined : 'is not a whole number of seconds above 0');
  if (problem === undefined) return [];
  return [
    error('sidekiq/invalid-timeout', ['timeout'], {
      problem: `${timeout.toString()} ${problem}`,
      remedy: 'Use whole seconds that let running jobs finish, like Duration.seconds(25).',
    }),
  ];
}

function environmentIssues(environment: string | undefined): Issue[] {
  return textIssues(environment, environment === undefined ? undefined : wordProblem(environment), {
    code: 'sidekiq/invalid-environment',
    place: ['environment'],
    remedy: "Use one word, the application's name for the environment: 'production'.",
  });
}

function requireIssues(path: string | undefined): Issue[] {
  if (path === undefined) return [];
  const found = pathIssues(['require'], path);
  if (found.length > 0 || !path.endsWith('.rb') || /^\.{0,2}\//.test(path)) return found;
  return [
    error('sidekiq/require-load-path', ['require'], {
      problem: `Ruby looks up ${show(path)} in its load path, not in the working directory`,
      remedy: `Use ${show(`./${path}`)}, or an absolute path.`,
    }),
  ];
}

function concurrencyIssues(concurrency: number | undefined): Issue[] {
  if (concurrency === undefined || (Number.isSafeInteger(concurrency) && concurrency >= 1)) return [];
  return [
    error('sidekiq/invalid-concurrency', ['concurrency'], {
      problem: `${show(concurrency)} is not a whole number of threads from 1`,
      remedy: 'Use 5 to 10 for most applications, with a database pool at least as large.',
    }),
  ];
}

function tagIssues(tag: string | undefined): Issue[] {
  const problem = tag === undefined ? undefined : (textProblem(tag) ?? (tag.trim() === '' ? 'is empty' : undefined));
  return textIssues(tag, problem, {
    code: 'sidekiq/invalid-tag',
    place: ['tag'],
    remedy: "Use one line, which the process title will show: 'myapp'.",
  });
}
