import { isValidUtf8 } from './bytes';
import { BAD_SPECIFIER, expand, type ReadContext } from './reader';

/** Longest path, and longest part of one, in bytes. */
const PATH_MAX = 4096;
const NAME_MAX = 255;

/** What a path has to be: below /, below something else, or either. */
export type PathForm = 'absolute' | 'relative' | 'any';

/** What keeps bytes from being a path, as words after "which". Source: path_simplify_and_warn in systemd's parse-helpers.c. */
export function pathProblem(
  bytes: string,
  { systemdVersion }: Pick<ReadContext, 'systemdVersion'>,
  form: PathForm = 'absolute',
): string | undefined {
  if (!isValidUtf8(bytes)) return 'is no UTF-8';
  if (form === 'absolute' && !bytes.startsWith('/')) return 'is not absolute';
  if (form === 'relative' && bytes.startsWith('/')) return 'is absolute';
  const parts = bytes.split('/').filter((part) => part !== '' && part !== '.');
  const simple = (bytes.startsWith('/') ? '/' : '') + parts.join('/');
  const longPart = systemdVersion >= 248 && parts.some((part) => part.length > NAME_MAX);
  if (simple === '' || simple.length >= PATH_MAX || longPart) return 'is empty or too long';
  return parts.includes('..') ? 'has .. in it' : undefined;
}

/** The same, of a path in which specifiers are put in first. */
export function expandedPathProblem(bytes: string, context: ReadContext, form: PathForm = 'absolute'): string | undefined {
  const path = expand(bytes, context, 'full', PATH_MAX - 1);
  return path === undefined ? BAD_SPECIFIER : pathProblem(path, context, form);
}

/** What keeps a path that is one from lying below a file system of the kernel’s, of which systemd takes notice from 256 on. */
export function kernelPathProblem(
  path: string,
  { systemdVersion }: Pick<ReadContext, 'systemdVersion'>,
  { devices = false } = {},
): string | undefined {
  const below = /^\/+(?:\.\/+)*(dev|proc|sys)(?:\/|$)/.exec(path);
  if (systemdVersion < 256 || below === null || (devices && below[1] === 'dev')) return undefined;
  return `is below /${below[1]!}, which is the kernel’s`;
}

/** Whether bytes are the name of a file. Source: filename_is_valid. */
export function isFileName(bytes: string): boolean {
  return bytes !== '' && bytes !== '.' && bytes !== '..' && !bytes.includes('/') && bytes.length <= NAME_MAX;
}
