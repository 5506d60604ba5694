/**
 * The matchers' types for tests that import `expect` from `@jest/globals`, whose types are those of the package `expect`:
 * `import 'cdktf-sidekiq/testing/jest-globals';`. A module of its own, because it does not compile without that package.
 */
import type {} from 'expect';
import type { HostMatchers } from './matchers/host-matchers';

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends HostMatchers<R> {}
}
