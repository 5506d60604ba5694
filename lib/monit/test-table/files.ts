import type { TestRows } from './row';

const FILE = ['file'] as const;
const STAMPED = ['file', 'directory', 'fifo'] as const;
const ON_DISK = ['file', 'directory', 'fifo', 'filesystem'] as const;
const FILESYSTEM = ['filesystem'] as const;

/**
 * Tests of files, directories, fifos and filesystems. Source: Monit manual, "Timestamp testing", "Permission testing", "File size testing",
 * "File checksum testing", "File content testing", "Space usage testing" and following.
 */
export const FILE_TESTS = {
  /** Time since the last change of the content or the attributes, whichever is later. */
  timestamp: { words: 'timestamp', operand: 'duration', checks: STAMPED, recovers: true },
  /** Time since the last read. */
  atime: { words: 'atime', operand: 'duration', checks: STAMPED, recovers: true },
  /** Time since the last change of the attributes. */
  ctime: { words: 'ctime', operand: 'duration', checks: STAMPED, recovers: true },
  /** Time since the last change of the content. */
  mtime: { words: 'mtime', operand: 'duration', checks: STAMPED, recovers: true },
  /** The timestamp has changed since the previous cycle. */
  changedTimestamp: { words: 'changed timestamp', operand: 'none', checks: STAMPED, recovers: false },
  /** The time of the last read has changed since the previous cycle. */
  changedAtime: { words: 'changed atime', operand: 'none', checks: STAMPED, recovers: false },
  /** The attributes have been changed since the previous cycle. */
  changedCtime: { words: 'changed ctime', operand: 'none', checks: STAMPED, recovers: false },
  /** The content has been changed since the previous cycle. */
  changedMtime: { words: 'changed mtime', operand: 'none', checks: STAMPED, recovers: false },
  /** The mode is not this one. */
  failedPermission: { words: 'failed permission', operand: 'permission', checks: ON_DISK, recovers: true, once: true },
  /** The mode has changed since the previous cycle. */
  changedPermission: { words: 'changed permission', operand: 'none', checks: ON_DISK, recovers: false, once: true },
  /** Size of the file. */
  size: { words: 'size', operand: 'size', checks: FILE, recovers: true },
  /** The size has changed since the previous cycle. */
  changedSize: { words: 'changed size', operand: 'none', checks: FILE, recovers: false },
  /** The checksum is not the expected one. */
  failedChecksum: { words: 'failed checksum', operand: 'checksum', checks: FILE, recovers: true, once: true },
  /** The checksum has changed since the previous cycle. */
  changedChecksum: { words: 'changed checksum', operand: 'hash', checks: FILE, recovers: false, once: true },
  /** Lines added to the file since the previous cycle, or the output of a program. */
  content: { words: 'content', operand: 'pattern', checks: ['file', 'program'], recovers: false },
  /** Lines added to the file since the previous cycle, against the patterns of another file. */
  contentFromFile: { words: 'content', operand: 'patternFile', checks: FILE, recovers: false },
  /** Number of hard links. */
  hardLinks: { words: 'hardlink', operand: 'count', checks: STAMPED, recovers: true, since: '5.34' },
  /** The number of hard links has changed since the previous cycle. */
  changedHardLinks: { words: 'changed hardlink', operand: 'none', checks: STAMPED, recovers: false, since: '5.34' },
} as const satisfies TestRows;

/** Tests of filesystems only. Source: Monit manual, "Space usage testing", "Inode usage testing", "Disk I/O testing". */
export const FILESYSTEM_TESTS = {
  /** Used space. */
  space: { words: 'space', operand: 'sizeOrPercent', checks: FILESYSTEM, recovers: true },
  /** Free space. */
  spaceFree: { words: 'space free', operand: 'sizeOrPercent', checks: FILESYSTEM, recovers: true },
  /** Used inodes. */
  inodes: { words: 'inodes', operand: 'countOrPercent', checks: FILESYSTEM, recovers: true },
  /** Free inodes. */
  inodesFree: { words: 'inodes free', operand: 'countOrPercent', checks: FILESYSTEM, recovers: true },
  /** Read operations per second. */
  readOperations: { words: 'read', operand: 'operationsPerSecond', checks: FILESYSTEM, recovers: true },
  /** Write operations per second. */
  writeOperations: { words: 'write', operand: 'operationsPerSecond', checks: FILESYSTEM, recovers: true },
  /** Time that an operation takes. */
  serviceTime: { words: 'service time', operand: 'milliseconds', checks: FILESYSTEM, recovers: true },
  /** The mount flags have changed since the previous cycle. Monit alerts to that without a rule, too. */
  changedFsFlags: { words: 'changed fsflags', operand: 'none', checks: FILESYSTEM, recovers: false },
} as const satisfies TestRows;
