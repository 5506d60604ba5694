import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TestHost } from '../../hosts/host';

const PROGRAM = '/root/watch.pl';
const STOP = '/root/watch-stop';

/** All directories that our programs write to, and all world-writable ones. */
export const WATCHED = ['/etc', '/home', '/opt', '/root', '/run', '/tmp', '/usr/local', '/var/lib/cdktf-sidekiq', '/var/tmp', '/dev/shm'];

/** Observations while an action ran. */
export interface Seen {
  /** Arguments with a secret: user and command. */
  readonly argv: readonly string[];
  /** Environments with a secret: user and program. */
  readonly environ: readonly string[];
  /** Files that contained a secret: mode, user, path. */
  readonly holds: readonly string[];
  /** Files with a secret that another user could have opened: user, path. */
  readonly open: readonly string[];
  /** Numbers of observations: a watcher that saw nothing proves nothing. */
  readonly counts: { readonly opens: number; readonly programs: number; readonly files: number; readonly changes: number };
}

/**
 * Watches a host for texts while an action runs: the arguments and the environment of every program, and the content and
 * the mode of every file each time it is opened (see `watch.pl`).
 */
export async function watched(host: TestHost, texts: readonly string[], during: () => Promise<void>): Promise<Seen> {
  await host.writeFile(PROGRAM, readFileSync(path.join(__dirname, 'watch.pl'), 'utf8'), '0700');
  await host.mustExec(`rm -f ${STOP}; mkdir -p /var/lib/cdktf-sidekiq && chmod 0700 /var/lib/cdktf-sidekiq`);
  let began: () => void = () => undefined;
  const watching = new Promise<void>((resolve) => (began = resolve));
  let output = '';
  const running = host.mustExec(['timeout', '-s', 'KILL', '500', 'perl', PROGRAM, STOP, ...WATCHED], {
    input: texts.map((text) => `${text}\n`).join(''),
    timeout: 510_000,
    onOutput: (chunk) => {
      output += chunk;
      if (/^watching$/m.test(output)) began();
    },
  });
  await Promise.race([watching, running]);
  try {
    await during();
  } finally {
    await host.mustExec(['touch', STOP]);
  }
  return seen(await running);
}

function seen(output: string): Seen {
  const lines = output
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  const of = (kind: string): readonly string[] => [
    ...new Set(lines.filter(([first]) => first === kind).map(([, ...words]) => words.join(' '))),
  ];
  const errors = of('error');
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const [opens, programs, files] = of('seen')[0]?.split(' ').map(Number) ?? [];
  return {
    argv: of('argv'),
    environ: of('environ'),
    holds: of('holds'),
    open: of('open'),
    counts: { opens: opens ?? 0, programs: programs ?? 0, files: files ?? 0, changes: Number(of('changes')[0] ?? 0) },
  };
}
