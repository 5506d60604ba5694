import { inShell } from '../in-shell';

/** Tables in $WORK, by name: rows without their line breaks. */
export type Tables = Readonly<Record<string, readonly string[]>>;

/** Both shells that hosts have as /bin/sh, or that a test can run. */
export const SHELLS = ['dash', 'bash'];

/** Every table that the functions of `plan/` read: empty, unless a test sets it. */
const EMPTY = `want.files want.paths want.services want.restarts want.rolling want.checks need.programs need.files adopt.paths adopt.checks
  adopt.controls old.files old.paths old.texts old.services old.checks old.originals old.was others others.paths others.owners others.stacks
  have.stat have.sums have.originals have.sockets have.services have.versions have.masked have.programs have.files unsteady unreached
  open.dirs linked.dirs foreign.checks foreign.settings foreign.httpd passwd group missing.users missing.groups changed plan.write
  plan.remove`.split(/\s+/);

/** Runs functions of `plan/` on these tables, and returns the tables that they leave. A missing one is empty. */
export function plan(shell: string, commands: string, tables: Tables, names: readonly string[]): Record<string, readonly string[]> {
  const text = (rows: readonly string[]): string => rows.map((row) => `${row}\n`).join('');
  const files = Object.fromEntries([
    ...EMPTY.map((name) => [name, ''] as const),
    ...Object.entries(tables).map(([name, rows]) => [name, text(rows)] as const),
  ]);
  const print = ['problems', ...names].map((name) => `echo '@ ${name}'; cat "$WORK/${name}" 2>/dev/null`).join('\n');
  const [before, ...printed] = inShell(shell, `${commands}\n${print}`, files).split(/^@ /m);
  // Nothing but the tables: a plan prints no message, and no shell an error.
  expect(before).toBe('');
  const entries = printed.map((one) => one.trimEnd().split('\n')).map(([name, ...rows]) => [name!, rows] as const);
  return Object.fromEntries(entries.filter(([, rows]) => rows.length > 0));
}

/** A hash, as it could be of this text: one character, 64 times. */
export const hash = (text: string): string => text.repeat(64);

/** A file of a document or a manifest. */
export interface PlannedFile {
  readonly path: string;
  readonly text?: string;
  readonly mode?: string;
  readonly user?: string;
  readonly group?: string;
  readonly kind?: string;
}

const row = ({ path, text = 'a', mode = '0644', user = 'root', group = 'root', kind = 'plain' }: PlannedFile): string =>
  `${mode} ${user} ${group} ${kind} ${hash(text)} ${path}`;

/** The tables of a document with these files. */
export const wanted = (...files: readonly PlannedFile[]): Tables => ({
  'want.files': files.map(row),
  'want.paths': files.map(({ path }) => path),
});

/** The tables of this owner's manifest with these files. */
export const deployed = (...files: readonly PlannedFile[]): Tables => ({
  'old.files': files.map(row),
  'old.paths': files.map(({ path }) => path),
  'old.texts': files.map(({ path, text = 'a' }) => `${hash(text)} ${path}`),
});

/** A file on the host. `type` is the first digit of its raw mode: 8 a file, 4 a directory, a a symbolic link. */
export interface FoundFile {
  readonly path: string;
  readonly text?: string;
  readonly mode?: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly type?: '8' | '4' | 'a';
}

/** The tables of a host with these files. */
export const found = (...files: readonly FoundFile[]): Tables => ({
  'have.stat': files.map(({ path, mode = '0644', uid = 0, gid = 0, type = '8' }) => `${mode} ${uid} ${gid} ${type}1a4 5 ${path}`),
  'have.sums': files.filter(({ type = '8' }) => type === '8').map(({ path, text = 'a' }) => `${hash(text)}  ${path}`),
});

/** The tables of another owner of this host, with its files. */
export const other = (paths: readonly string[], { stack = 'other', owner = 'b1', claim = 'c1', checks = 'no' } = {}): Tables => ({
  others: [`/state/owners/${owner} ${claim} ${checks} ${stack}`],
  'others.paths': paths,
  'others.owners': paths.map(() => `/state/owners/${owner}`),
  'others.stacks': paths.map(() => stack),
});
