/**
 * The serializer of `hostFiles` as a module of its own, for the option `snapshotSerializers` of Jest and Vitest:
 * `snapshotSerializers: ['cdktf-sidekiq/testing/serializer']`. Jest wants functions of the module, Vitest its default.
 */
import { hostFilesSerializer } from './host-files-serializer';

/** Whether the value is this serializer's. */
export const test = hostFilesSerializer.test;
/** The value as it stands in the snapshot. */
export const serialize = hostFilesSerializer.serialize;
export default hostFilesSerializer;
