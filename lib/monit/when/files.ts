import type { Duration } from '../../values/duration';
import type { Percent } from '../../values/percent';
import type { Size } from '../../values/size';
import type { HashType } from '../hash';
import { count, event, state, threshold, type EventCondition, type PatternCondition } from './steps';

const content: PatternCondition<EventCondition<'content'>> = {
  matches: (pattern) => event<'content'>({ test: 'content', operator: '=', pattern }),
  doesNotMatch: (pattern) => event<'content'>({ test: 'content', operator: '!=', pattern }),
};

/** Tests of files, directories, fifos and filesystems. */
export const FILES = {
  /** Time since the last change of the content or the attributes, whichever is later. */
  timestamp: {
    ...threshold<'timestamp', Duration>((operator, limit) => ({ test: 'timestamp', operator, limit })),
    /** Fires when it has been changed since the previous cycle. No recovery. */
    changes: () => event<'changedTimestamp'>({ test: 'changedTimestamp' }),
  },
  /** Time since the last read. */
  atime: {
    ...threshold<'atime', Duration>((operator, limit) => ({ test: 'atime', operator, limit })),
    /** Fires when it has been read since the previous cycle. No recovery. */
    changes: () => event<'changedAtime'>({ test: 'changedAtime' }),
  },
  /** Time since the last change of the attributes. */
  ctime: {
    ...threshold<'ctime', Duration>((operator, limit) => ({ test: 'ctime', operator, limit })),
    /** Fires when the attributes have been changed since the previous cycle. No recovery. */
    changes: () => event<'changedCtime'>({ test: 'changedCtime' }),
  },
  /** Time since the last change of the content. */
  mtime: {
    ...threshold<'mtime', Duration>((operator, limit) => ({ test: 'mtime', operator, limit })),
    /** Fires when the content has been changed since the previous cycle. No recovery. */
    changes: () => event<'changedMtime'>({ test: 'changedMtime' }),
  },
  /** File mode. */
  permission: {
    /** Fires when the mode is not this one, three or four octal digits: `0644`. */
    isNot: (permission: string) => state<'failedPermission'>({ test: 'failedPermission', permission }),
    /** Fires when the mode has changed since the previous cycle. No recovery: Monit accepts one but never runs it. */
    changes: () => event<'changedPermission'>({ test: 'changedPermission' }),
  },
  /** Size of the file. */
  size: {
    ...count<'size', Size>((operator, limit) => ({ test: 'size', operator, limit })),
    /** Fires when the size has changed since the previous cycle. No recovery. */
    changes: () => event<'changedSize'>({ test: 'changedSize' }),
  },
  /** Checksum of the file: MD5, unless another algorithm is given. */
  checksum: {
    /** Fires when the checksum is not this one: 32 hexadecimal digits for MD5, 40 for SHA-1, 64 for SHA-256 (Monit 6.0). */
    isNot: (expect: string) => state<'failedChecksum'>({ test: 'failedChecksum', expect }),
    /** Fires when the checksum differs from the one at Monit's start. */
    fails: (hash?: HashType) => state<'failedChecksum'>(hash === undefined ? { test: 'failedChecksum' } : { test: 'failedChecksum', hash }),
    /** Fires when the checksum has changed since the previous cycle. No recovery. */
    changes: (hash?: HashType) =>
      event<'changedChecksum'>(hash === undefined ? { test: 'changedChecksum' } : { test: 'changedChecksum', hash }),
  },
  /** New lines of a file, or the output of a program (Monit 5.29), against a POSIX extended regular expression. No recovery. */
  content: {
    ...content,
    /** Fires when a new line matches one of the patterns in this other file. Monit rejects the control file if that file is missing. */
    matchesOneOf: (patternFile: string) => event<'contentFromFile'>({ test: 'contentFromFile', operator: '=', patternFile }),
    /** Fires when a new line matches none of the patterns in this other file. Monit rejects the control file if that file is missing. */
    matchesNoneOf: (patternFile: string) => event<'contentFromFile'>({ test: 'contentFromFile', operator: '!=', patternFile }),
    /** Fires when the program's output differs from that of the previous run. Needs Monit 5.34. */
    changes: () => state<'contentChanged'>({ test: 'contentChanged' }),
    /** Fires when the program's output is the same as in the previous run. Needs Monit 5.34. */
    stays: () => state<'contentNotChanged'>({ test: 'contentNotChanged' }),
  },
  /** Number of hard links. Needs Monit 5.34. */
  hardLinks: {
    ...count<'hardLinks'>((operator, limit) => ({ test: 'hardLinks', operator, limit })),
    /** Fires when the number of hard links has changed since the previous cycle. No recovery. */
    changes: () => event<'changedHardLinks'>({ test: 'changedHardLinks' }),
  },
} as const;

/** Tests of filesystems only. */
export const FILESYSTEMS = {
  /** Used space. */
  space: threshold<'space', Size | Percent>((operator, limit) => ({ test: 'space', operator, limit })),
  /** Free space. */
  spaceFree: threshold<'spaceFree', Size | Percent>((operator, limit) => ({ test: 'spaceFree', operator, limit })),
  /** Used inodes. */
  inodes: threshold<'inodes', number | Percent>((operator, limit) => ({ test: 'inodes', operator, limit })),
  /** Free inodes. */
  inodesFree: threshold<'inodesFree', number | Percent>((operator, limit) => ({ test: 'inodesFree', operator, limit })),
  /** Read operations per second. */
  readOperations: threshold<'readOperations', number>((operator, limit) => ({ test: 'readOperations', operator, limit })),
  /** Write operations per second. */
  writeOperations: threshold<'writeOperations', number>((operator, limit) => ({ test: 'writeOperations', operator, limit })),
  /** Time that an operation takes, in whole milliseconds. */
  serviceTime: threshold<'serviceTime', Duration>((operator, limit) => ({ test: 'serviceTime', operator, limit })),
  /** Mount flags. */
  fsFlags: {
    /** Fires when the flags have changed since the previous cycle. Monit alerts to that without a rule, too. No recovery. */
    changes: () => event<'changedFsFlags'>({ test: 'changedFsFlags' }),
  },
} as const;
