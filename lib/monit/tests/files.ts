import type { TestRows } from './row';

const FILE = ['file'] as const;
const STAMPED = ['file', 'directory', 'fifo'] as const;
const ON_DISK = ['file', 'directory', 'fifo', 'filesystem'] as const;
const FILESYSTEM = ['filesystem'] as const;

/**
 * What is watched of files, directories, fifos and filesystems. Source: Monit manual, "Timestamp testing", "Permission
 * testing", "File size testing", "File checksum testing", "File content testing", "Space usage testing" and following.
 */
export const FILE_TESTS = {
  /** How long ago it was changed, its content or its attributes, whatever was later. */
  timestamp: { words: 'timestamp', operand: 'duration', checks: STAMPED, recovers: true },
  /** How long ago it was read. */
  atime: { words: 'atime', operand: 'duration', checks: STAMPED, recovers: true },
  /** How long ago its attributes were changed. */
  ctime: { words: 'ctime', operand: 'duration', checks: STAMPED, recovers: true },
  /** How long ago its content was changed. */
  mtime: { words: 'mtime', operand: 'duration', checks: STAMPED, recovers: true },
  /** It has been changed since the cycle before. */
  changedTimestamp: { words: 'changed timestamp', operand: 'none', checks: STAMPED, recovers: false },
  /** It has been read since the cycle before. */
  changedAtime: { words: 'changed atime', operand: 'none', checks: STAMPED, recovers: false },
  /** Its attributes have been changed since the cycle before. */
  changedCtime: { words: 'changed ctime', operand: 'none', checks: STAMPED, recovers: false },
  /** Its content has been changed since the cycle before. */
  changedMtime: { words: 'changed mtime', operand: 'none', checks: STAMPED, recovers: false },
  /** It has another mode than this one. */
  failedPermission: { words: 'failed permission', operand: 'permission', checks: ON_DISK, recovers: true, once: true },
  /** It has another mode than in the cycle before. */
  changedPermission: { words: 'changed permission', operand: 'none', checks: ON_DISK, recovers: false, once: true },
  /** How large the file is. */
  size: { words: 'size', operand: 'size', checks: FILE, recovers: true },
  /** The file has another size than in the cycle before. */
  changedSize: { words: 'changed size', operand: 'none', checks: FILE, recovers: false },
  /** The file has another checksum than it should. */
  failedChecksum: { words: 'failed checksum', operand: 'checksum', checks: FILE, recovers: true, once: true },
  /** The file has another checksum than in the cycle before. */
  changedChecksum: { words: 'changed checksum', operand: 'hash', checks: FILE, recovers: false, once: true },
  /** Lines that the file has got since the cycle before; or the output of a program. */
  content: { words: 'content', operand: 'pattern', checks: ['file', 'program'], recovers: false },
  /** Lines that the file has got since the cycle before, against the patterns of another file. */
  contentFromFile: { words: 'content', operand: 'patternFile', checks: FILE, recovers: false },
  /** How many names it has. */
  hardLinks: { words: 'hardlink', operand: 'count', checks: STAMPED, recovers: true, since: '5.34' },
  /** It has another number of names than in the cycle before. */
  changedHardLinks: { words: 'changed hardlink', operand: 'none', checks: STAMPED, recovers: false, since: '5.34' },
} as const satisfies TestRows;

/** What is watched of filesystems alone. Source: Monit manual, "Space usage testing", "Inode usage testing", "Disk I/O testing". */
export const FILESYSTEM_TESTS = {
  /** Space in use. */
  space: { words: 'space', operand: 'sizeOrPercent', checks: FILESYSTEM, recovers: true },
  /** Space that is left. */
  spaceFree: { words: 'space free', operand: 'sizeOrPercent', checks: FILESYSTEM, recovers: true },
  /** Inodes in use. */
  inodes: { words: 'inodes', operand: 'countOrPercent', checks: FILESYSTEM, recovers: true },
  /** Inodes that are left. */
  inodesFree: { words: 'inodes free', operand: 'countOrPercent', checks: FILESYSTEM, recovers: true },
  /** Read operations per second. */
  readOperations: { words: 'read', operand: 'operationsPerSecond', checks: FILESYSTEM, recovers: true },
  /** Write operations per second. */
  writeOperations: { words: 'write', operand: 'operationsPerSecond', checks: FILESYSTEM, recovers: true },
  /** How long an operation takes. */
  serviceTime: { words: 'service time', operand: 'milliseconds', checks: FILESYSTEM, recovers: true },
  /** It is mounted with other flags than in the cycle before; Monit tells that by itself too. */
  changedFsFlags: { words: 'changed fsflags', operand: 'none', checks: FILESYSTEM, recovers: false },
} as const satisfies TestRows;
