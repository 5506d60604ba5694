import { Exec } from '../exec';
import { baseName, commandsOf, wordsOf } from './commands';
import { rule } from './rule';

/** systemd's default soft limit, DefaultLimitNOFILE=. */
const USUAL = 1024;
/** Descriptors that a thread may need: connections to Redis, the database and services that a job calls, each with a spare, and files. */
const PER_THREAD = 10;

/** Sources: systemd-system.conf(5), DefaultLimitNOFILE=; getrlimit(2). */
export const fewOpenFiles = rule({
  code: 'unit/few-open-files',
  reason: 'By default, a process may open 1024 files and sockets: with many threads, jobs fail with EMFILE under load.',
  bad: () => ({ service: { Type: 'notify', ExecStart: Exec.command('/usr/bin/bundle', ['exec', 'sidekiq', '-c', '120']) } }),
  good: () => ({
    service: { Type: 'notify', ExecStart: Exec.command('/usr/bin/bundle', ['exec', 'sidekiq', '-c', '120']), LimitNOFILE: 65_536 },
  }),
  find: ({ service }) => {
    if (service.get('LimitNOFILE') !== undefined) return undefined;
    const threads = Math.max(0, ...commandsOf(service.get('ExecStart')).map((command) => threadsOf(wordsOf(command))));
    if (threads * PER_THREAD <= USUAL) return undefined;
    return {
      place: ['service', 'LimitNOFILE'],
      got: `nothing, which means ${USUAL} open files for ${threads} threads`,
      expected: `at least ${PER_THREAD} for each thread`,
      remedy: 'Set LimitNOFILE to 65536: otherwise jobs fail with "too many open files" when all threads are busy.',
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
