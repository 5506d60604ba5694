import { hostFilesSerializer, type SnapshotSerializer } from './host-files-serializer';
import { hostMatchers } from './matchers/host-matchers';

/** The parts of `expect`, from Jest or Vitest, that this library extends. */
export interface ExtensibleExpect {
  /** Adds matchers. */
  extend(matchers: typeof hostMatchers): void;
  /** Adds a serializer. */
  addSnapshotSerializer(serializer: SnapshotSerializer): void;
}

/**
 * Adds this library's matchers to `expect`, and the serializer that shows files as plain text in snapshots. Call it once in a
 * test, or in a file that `setupFilesAfterEnv` lists.
 *
 * @param expect `expect` of `@jest/globals`, if it isn't global
 *
 * @example
 * ```ts
 * import { setupJest } from 'cdktf-sidekiq/testing';
 *
 * setupJest();
 *
 * test('Sidekiq has a memory limit', () => {
 *   sidekiq.unit.service.set({ MemoryMax: Size.gibibytes(2) });
 *   expect(host).toHaveDirective('sidekiq', 'Service', 'MemoryMax', '2G');
 * });
 * ```
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
