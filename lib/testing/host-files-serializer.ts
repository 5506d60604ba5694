import { markedFiles, type ShownFile } from './shown-file';

/** What Jest's and Vitest's `expect.addSnapshotSerializer` takes. */
export interface SnapshotSerializer {
  /** Whether the value is this serializer's. */
  readonly test: (value: unknown) => boolean;
  /** The value as it stands in the snapshot. */
  readonly serialize: (value: unknown) => string;
}

/**
 * Shows what `hostFiles` gives as the files are, each below a line with its host, path, mode and owner:
 *
 *     ==> worker-1:/etc/monit/conf.d/sidekiq (0600 root:root) <==
 *     check process "sidekiq" with pidfile "/run/sidekiq.pid"
 *       …
 *
 * A file that several hosts have stands there once, below one such line for each of them: a host more is a line more, and
 * what changes on all of them changes once.
 */
export const hostFilesSerializer: SnapshotSerializer = {
  test: (value) => markedFiles(value) !== undefined,
  // The runner ends the line.
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

/** As diff(1) says it. */
function body(text: string): string {
  if (text === '') return '(empty)\n';
  return text.endsWith('\n') ? text : `${text}\n\\ No newline at end of file\n`;
}
