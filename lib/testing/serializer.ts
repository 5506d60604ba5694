/**
 * The serializer of `hostFiles` as a separate module, for the option `snapshotSerializers` of Jest and Vitest:
 * `snapshotSerializers: ['cdktf-sidekiq/testing/serializer']`. In code, use `hostFilesSerializer` of `cdktf-sidekiq/testing`.
 *
 * @packageDocumentation
 * @module cdktf-sidekiq/testing/serializer
 */
import { hostFilesSerializer } from './host-files-serializer';

// Jest uses the module itself, and Vitest its default export, which is the same for a CommonJS module. With an added
// `export default`, some would see it as `default.default`.

/** Returns true when this serializer handles the value. */
export const test = hostFilesSerializer.test;
/** Returns the text of the value in the snapshot. */
export const serialize = hostFilesSerializer.serialize;
