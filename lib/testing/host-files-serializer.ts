import { markedFiles, type ShownFile } from './shown-file';

/** A serializer for `expect.addSnapshotSerializer` of Jest and Vitest. */
export interface SnapshotSerializer {
  /** Returns true when this serializer handles the value. */
  readonly test: (value: unknown) => boolean;
  /** Returns the text of the value in the snapshot. */
  readonly serialize: (value: unknown) => string;
}

/**
 * Shows the result of `hostFiles` as plain files, each below a line with its host, path, mode and owner:
 *
 *     ==> worker-1:/etc/monit/conf.d/sidekiq (0600 root:root) <==
 *     check process "sidekiq" with pidfile "/run/sidekiq.pid"
 *       …
 *
 * A file that several hosts have appears once, below one such line per host. Adding a host adds one line per file, and a change
 * on all hosts is shown once.
 *
 * @example
 * ```ts
 * import { hostFiles, hostFilesSerializer } from 'cdktf-sidekiq/testing';
 *
 * expect.addSnapshotSerializer(hostFilesSerializer);
 *
 * test('the workers get these files', () => {
 *   expect(hostFiles(stack)).toMatchSnapshot();
 * });
 * ```
 */
export const hostFilesSerializer: SnapshotSerializer = {
  test: (value) => markedFiles(value) !== undefined,
  // The test runner ends the line.
  serialize: (value) => shown(markedFiles(value) ?? []).replace(/\n$/, ''),
};

function shown(files: readonly ShownFile[]): string {
  if (files.length === 0) return '(no files)\n';
  const groups = new Map<string, ShownFile[]>();
  for (const file of files) {
    const key = JSON.stringify([file.path, file.mode, file.owner, file.text]);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].map((group) => [...group.map(heading), body(group[0]!.text)].join('\n')).join('\n');
}

function heading({ host, path, mode, owner }: ShownFile): string {
  return `==> ${host}:${path} (${mode} ${owner}) <==`;
}

/** Marks an empty file, and a missing final line break as diff(1) does. */
function body(text: string): string {
  if (text === '') return '(empty)\n';
  return text.endsWith('\n') ? text : `${text}\n\\ No newline at end of file\n`;
}
