import { isValidUtf8 } from './bytes';
import { BAD_SPECIFIER, expand, type ReadContext } from './reader';

/** Maximum length of a path and of one of its elements, in bytes. */
const PATH_MAX = 4096;
const NAME_MAX = 255;

/** Required form of a path. */
export type PathForm = 'absolute' | 'relative' | 'any';

/**
 * Returns the reason that bytes aren't a valid path, such as `is not absolute`.
 * Source: path_simplify_and_warn in systemd's parse-helpers.c.
 */
export function pathProblem(
  bytes: string,
  { systemdVersion }: Pick<ReadContext, 'systemdVersion'>,
  form: PathForm = 'absolute',
): string | undefined {
  if (!isValidUtf8(bytes)) return 'is not UTF-8';
  if (form === 'absolute' && !bytes.startsWith('/')) return 'is not absolute';
  if (form === 'relative' && bytes.startsWith('/')) return 'is absolute';
  if (isEmptyOrTooLong(bytes, { systemdVersion })) return 'is empty or too long';
  return partsOf(bytes).includes('..') ? 'contains a .. element' : undefined;
}

/** Returns true if a path is empty or too long for the kernel. Source: path_is_valid in systemd's path-util.c. */
export function isEmptyOrTooLong(bytes: string, { systemdVersion }: Pick<ReadContext, 'systemdVersion'>): boolean {
  const parts = partsOf(bytes);
  const simple = (bytes.startsWith('/') ? '/' : '') + parts.join('/');
  return simple === '' || simple.length >= PATH_MAX || (systemdVersion >= 248 && parts.some((part) => part.length > NAME_MAX));
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

/** Like {@link pathProblem}, after expanding specifiers. */
export function expandedPathProblem(bytes: string, context: ReadContext, form: PathForm = 'absolute'): string | undefined {
  const path = expand(bytes, context, 'full', PATH_MAX - 1);
  return path === undefined ? BAD_SPECIFIER : pathProblem(path, context, form);
}

/** Returns the problem with a path below one of the kernel's file systems, which systemd checks since 256. */
export function kernelPathProblem(
  path: string,
  { systemdVersion }: Pick<ReadContext, 'systemdVersion'>,
  { devices = false } = {},
): string | undefined {
  const below = /^\/+(?:\.\/+)*(dev|proc|sys)(?:\/|$)/.exec(path);
  if (systemdVersion < 256 || below === null || (devices && below[1] === 'dev')) return undefined;
  return `is below /${below[1]!}, which belongs to the kernel`;
}

/** Returns true if bytes are a valid file name. Source: filename_is_valid. */
export function isFileName(bytes: string): boolean {
  return bytes !== '' && bytes !== '.' && bytes !== '..' && !bytes.includes('/') && bytes.length <= NAME_MAX;
}
