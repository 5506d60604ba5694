import type { Duration } from '../../values/duration';
import type { Percent } from '../../values/percent';
import type { Size } from '../../values/size';
import type { HashType } from '../hash';
import { count, event, state, threshold, type EventCondition, type PatternCondition } from './steps';

const content: PatternCondition<EventCondition<'content'>> = {
  matches: (pattern) => event<'content'>({ test: 'content', operator: '=', pattern }),
  doesNotMatch: (pattern) => event<'content'>({ test: 'content', operator: '!=', pattern }),
};

/** What is watched of files, directories, fifos and filesystems. */
export const FILES = {
  /** How long ago it was changed, its content or its attributes, whatever was later. */
  timestamp: {
    ...threshold<'timestamp', Duration>((operator, limit) => ({ test: 'timestamp', operator, limit })),
    /** It has been changed since the cycle before. No recovery. */
    changes: () => event<'changedTimestamp'>({ test: 'changedTimestamp' }),
  },
  /** How long ago it was read. */
  atime: {
    ...threshold<'atime', Duration>((operator, limit) => ({ test: 'atime', operator, limit })),
    /** It has been read since the cycle before. No recovery. */
    changes: () => event<'changedAtime'>({ test: 'changedAtime' }),
  },
  /** How long ago its attributes were changed. */
  ctime: {
    ...threshold<'ctime', Duration>((operator, limit) => ({ test: 'ctime', operator, limit })),
    /** Its attributes have been changed since the cycle before. No recovery. */
    changes: () => event<'changedCtime'>({ test: 'changedCtime' }),
  },
  /** How long ago its content was changed. */
  mtime: {
    ...threshold<'mtime', Duration>((operator, limit) => ({ test: 'mtime', operator, limit })),
    /** Its content has been changed since the cycle before. No recovery. */
    changes: () => event<'changedMtime'>({ test: 'changedMtime' }),
  },
  /** Its mode. */
  permission: {
    /** It is another one than this, three or four octal digits: `0644`. */
    isNot: (permission: string) => state<'failedPermission'>({ test: 'failedPermission', permission }),
    /** It is another one than in the cycle before. No recovery: Monit takes one and does nothing. */
    changes: () => event<'changedPermission'>({ test: 'changedPermission' }),
  },
  /** How large the file is. */
  size: {
    ...count<'size', Size>((operator, limit) => ({ test: 'size', operator, limit })),
    /** It is larger or smaller than in the cycle before. No recovery. */
    changes: () => event<'changedSize'>({ test: 'changedSize' }),
  },
  /** The file's checksum: MD5, unless another one is named. */
  checksum: {
    /** It is another one than this: 32 hexadecimal digits of MD5, 40 of SHA-1, 64 of SHA-256 (Monit 6.0). */
    isNot: (expect: string) => state<'failedChecksum'>({ test: 'failedChecksum', expect }),
    /** It is another one than when Monit started. */
    fails: (hash?: HashType) => state<'failedChecksum'>(hash === undefined ? { test: 'failedChecksum' } : { test: 'failedChecksum', hash }),
    /** It is another one than in the cycle before. No recovery. */
    changes: (hash?: HashType) =>
      event<'changedChecksum'>(hash === undefined ? { test: 'changedChecksum' } : { test: 'changedChecksum', hash }),
  },
  /** New lines of a file, or the output of a program (Monit 5.29), against a POSIX extended regular expression. No recovery. */
  content: {
    ...content,
    /** A new line of a file matches one of the patterns in this other file. Monit refuses the control file without it. */
    matchesOneOf: (patternFile: string) => event<'contentFromFile'>({ test: 'contentFromFile', operator: '=', patternFile }),
    /** A new line of a file matches none of the patterns in this other file. Monit refuses the control file without it. */
    matchesNoneOf: (patternFile: string) => event<'contentFromFile'>({ test: 'contentFromFile', operator: '!=', patternFile }),
    /** The program says something else than the time before. Needs Monit 5.34. */
    changes: () => state<'contentChanged'>({ test: 'contentChanged' }),
    /** The program says the same as the time before. Needs Monit 5.34. */
    stays: () => state<'contentNotChanged'>({ test: 'contentNotChanged' }),
  },
  /** How many names it has. Needs Monit 5.34. */
  hardLinks: {
    ...count<'hardLinks'>((operator, limit) => ({ test: 'hardLinks', operator, limit })),
    /** It has another number of names than in the cycle before. No recovery. */
    changes: () => event<'changedHardLinks'>({ test: 'changedHardLinks' }),
  },
} as const;

/** What is watched of filesystems alone. */
export const FILESYSTEMS = {
  /** Space in use. */
  space: threshold<'space', Size | Percent>((operator, limit) => ({ test: 'space', operator, limit })),
  /** Space that is left. */
  spaceFree: threshold<'spaceFree', Size | Percent>((operator, limit) => ({ test: 'spaceFree', operator, limit })),
  /** Inodes in use. */
  inodes: threshold<'inodes', number | Percent>((operator, limit) => ({ test: 'inodes', operator, limit })),
  /** Inodes that are left. */
  inodesFree: threshold<'inodesFree', number | Percent>((operator, limit) => ({ test: 'inodesFree', operator, limit })),
  /** Read operations per second. */
  readOperations: threshold<'readOperations', number>((operator, limit) => ({ test: 'readOperations', operator, limit })),
  /** Write operations per second. */
  writeOperations: threshold<'writeOperations', number>((operator, limit) => ({ test: 'writeOperations', operator, limit })),
  /** How long an operation takes, in whole milliseconds. */
  serviceTime: threshold<'serviceTime', Duration>((operator, limit) => ({ test: 'serviceTime', operator, limit })),
  /** The flags that it is mounted with. */
  fsFlags: {
    /** They are others than in the cycle before; Monit tells that by itself too. No recovery. */
    changes: () => event<'changedFsFlags'>({ test: 'changedFsFlags' }),
  },
} as const;
