/**
 * Types of the matchers for tests that import `expect` from `@jest/globals`, whose types are those of the package `expect`:
 * `import 'cdktf-sidekiq/testing/jest-globals';`. This is a separate module because it doesn't compile without that package.
 *
 * @packageDocumentation
 * @module cdktf-sidekiq/testing/jest-globals
 */
import type {} from 'expect';
import type { HostMatchers } from './matchers/host-matchers';

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends HostMatchers<R> {}
}
