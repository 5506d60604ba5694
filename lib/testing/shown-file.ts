/** A file of a host, with what the text alone does not say. */
export interface ShownFile {
  /** Names the host. */
  readonly host: string;
  /** Where the file is. */
  readonly path: string;
  /** All of it. */
  readonly text: string;
  /** Permissions as four octal digits. */
  readonly mode: string;
  /** `user:group`. */
  readonly owner: string;
}

/** Known to every copy of this module: a test runner may load one for the tests and one for its serializers. */
const FILES = Symbol.for('cdktf-sidekiq/testing/host-files');

/**
 * Remembers with a result of `hostFiles` what its files are, hidden from whoever compares or lists it: only the serializer
 * asks.
 */
export function markHostFiles<T extends object>(result: T, files: readonly ShownFile[]): T {
  return Object.defineProperty(result, FILES, { value: files, enumerable: false });
}

/** The files of a result of `hostFiles`, or of one host of it; undefined for any other value. */
export function markedFiles(value: unknown): readonly ShownFile[] | undefined {
  return typeof value === 'object' && value !== null ? (value as { readonly [FILES]?: readonly ShownFile[] })[FILES] : undefined;
}
