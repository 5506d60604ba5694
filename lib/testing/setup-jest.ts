import { hostFilesSerializer, type SnapshotSerializer } from './host-files-serializer';
import { hostMatchers } from './matchers/host-matchers';

/** Jest's `expect`, or Vitest's, as far as it is extended here. */
export interface ExtensibleExpect {
  /** Adds matchers. */
  extend(matchers: typeof hostMatchers): void;
  /** Adds a serializer. */
  addSnapshotSerializer(serializer: SnapshotSerializer): void;
}

/**
 * Teaches `expect` the matchers of this library, and snapshots to show files as they are: one line in a test, or in a file
 * that `setupFilesAfterEnv` names.
 *
 * @param expect where it is not global: that of `@jest/globals`
 */
export function setupJest(expect?: ExtensibleExpect): void {
  const extensible = expect ?? (globalThis as { readonly expect?: ExtensibleExpect }).expect;
  if (extensible === undefined) {
    throw new Error(
      'There is no global expect here: call setupJest(expect) with the one of @jest/globals, from a test or a file of setupFilesAfterEnv.',
    );
  }
  extensible.extend(hostMatchers);
  extensible.addSnapshotSerializer(hostFilesSerializer);
}
