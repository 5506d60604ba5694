import { allWords } from '../first-word';
import { isEmptyOrTooLong } from '../paths';
import { FINE, ignored, type Reader } from '../reader';
import { isFdName } from './text';

/** Modes, at most one of which may be given. */
const MODES = ['read-only', 'append', 'truncate'];

/** Reads `path:name:options`. Source: open_file_parse in systemd's open-file.c. */
const openFile: Reader = (value, context) => {
  if (value === '') return FINE;
  const parts = allWords(value, { separators: ':', everySeparator: true, unescapeC: true, halfPairs: context.systemdVersion < 262 });
  if (parts === 'invalid' || parts.length > 3) return ignored('is not a path, a name and options separated by colons');
  const [path = '', name = '', options = ''] = parts;
  if (!path.startsWith('/') || isEmptyOrTooLong(path, context)) return ignored('has no absolute path');
  // The default name is that of the file.
  const own = /([^/]+)\/*$/.exec(path)?.[1] ?? '..';
  if (!isFdName(name === '' ? own : name) || (name === '' && own === '..')) return ignored('has no valid file descriptor name');
  const words = allWords(options, { separators: ',' });
  const fine =
    words !== 'invalid' &&
    words.every((word, index) => (word === 'graceful' || MODES.includes(word)) && words.indexOf(word) === index) &&
    words.filter((word) => MODES.includes(word)).length < 2;
  return fine ? FINE : ignored('has options that are invalid or exclude each other');
};

/** Readers of files that systemd opens, by the name of its parser. */
export const OPEN_FILES: Readonly<Record<string, Reader>> = { open_file: openFile };
