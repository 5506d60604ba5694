import { Exec } from '../exec';
import { baseName, commandsOf, wordsOf } from './commands';
import { rule } from './rule';

/** systemd's default soft limit, DefaultLimitNOFILE=. */
const DEFAULT_LIMIT = 1024;
/** File descriptors that a thread may need: connections to Redis, the database and the services that a job calls, twice, and files. */
const PER_THREAD = 10;

/** Sources: systemd-system.conf(5), DefaultLimitNOFILE=; getrlimit(2). */
export const fewOpenFiles = rule({
  code: 'unit/few-open-files',
  reason: 'By default, a process may open 1024 files and sockets, so with many busy threads jobs fail with EMFILE.',
  bad: () => ({ service: { Type: 'notify', ExecStart: Exec.command('/usr/bin/bundle', ['exec', 'sidekiq', '-c', '120']) } }),
  good: () => ({
    service: { Type: 'notify', ExecStart: Exec.command('/usr/bin/bundle', ['exec', 'sidekiq', '-c', '120']), LimitNOFILE: 65_536 },
  }),
  find: ({ service }) => {
    if (service.get('LimitNOFILE') !== undefined) return undefined;
    const threads = Math.max(0, ...commandsOf(service.get('ExecStart')).map((command) => threadsOf(wordsOf(command))));
    if (threads * PER_THREAD <= DEFAULT_LIMIT) return undefined;
    return {
      place: ['service', 'LimitNOFILE'],
      problem: `no limit is set, so ${threads} threads share the default of ${DEFAULT_LIMIT} open files`,
      remedy: `Set LimitNOFILE to 65536: a busy thread may need ${PER_THREAD}, and jobs fail with "too many open files" at the limit.`,
    };
  },
});

/** Returns the concurrency set by `-c 120`, `-c120`, `--concurrency 120` or `--concurrency=120`. */
function threadsOf(words: readonly string[]): number {
  const program = words.findIndex((word) => baseName(word) === 'sidekiq');
  if (program < 0) return 0;
  const found = /^(?:-c\n?|--concurrency[=\n])(\d+)$/m.exec(words.slice(program + 1).join('\n'));
  return found === null ? 0 : Number(found[1]);
}
