/** A file of a host, with the properties that its text doesn't show. */
export interface ShownFile {
  /** Name of the host. */
  readonly host: string;
  /** Path of the file. */
  readonly path: string;
  /** Whole text of the file. */
  readonly text: string;
  /** Permissions as four octal digits. */
  readonly mode: string;
  /** `user:group`. */
  readonly owner: string;
}

/** Shared by every copy of this module: a test runner may load one for the tests and one for its serializers. */
const FILES = Symbol.for('cdktf-sidekiq/testing/host-files');

/**
 * Attaches the files to a result of `hostFiles`, for the serializer only: they are hidden when the result is compared or listed.
 */
export function markHostFiles<T extends object>(result: T, files: readonly ShownFile[]): T {
  return Object.defineProperty(result, FILES, { value: files, enumerable: false });
}

/** Returns the files of a result of `hostFiles`, or of one host in it; undefined for any other value. */
export function markedFiles(value: unknown): readonly ShownFile[] | undefined {
  return typeof value === 'object' && value !== null ? (value as { readonly [FILES]?: readonly ShownFile[] })[FILES] : undefined;
}
