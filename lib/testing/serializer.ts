/**
 * The serializer of `hostFiles` as a module of its own, for the option `snapshotSerializers` of Jest and Vitest:
 * `snapshotSerializers: ['cdktf-sidekiq/testing/serializer']`. In code, `hostFilesSerializer` of `cdktf-sidekiq/testing` is it.
 *
 * @packageDocumentation
 * @module cdktf-sidekiq/testing/serializer
 */
import { hostFilesSerializer } from './host-files-serializer';

// Jest takes the module itself, Vitest its default, which for a CommonJS module is the same. An `export default` would come
// on top, as `default.default` for some.

/** Whether the value is this serializer's. */
export const test = hostFilesSerializer.test;
/** The value as it stands in the snapshot. */
export const serialize = hostFilesSerializer.serialize;
