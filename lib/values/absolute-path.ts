import { textProblem } from './text';

const MAX_BYTES = 4095;
/** NAME_MAX of all common file systems; systemd refuses longer elements in its own paths. */
const MAX_ELEMENT_BYTES = 255;

/**
 * Describes why a value isn't an absolute, normalised path on a host, in words that follow the value: relative, `~`, `.` or `..`
 * elements, doubled or trailing slash, a last element that starts or ends in a blank, control characters, more than 4095 bytes
 * (PATH_MAX less its NUL) or 255 in an element (NAME_MAX), or a problem found by {@link textProblem}.
 *
 * @returns undefined for a valid path; `/` is one
 */
export function absolutePathProblem(value: unknown): string | undefined {
  const text = textProblem(value);
  if (text !== undefined || typeof value !== 'string') return text;
  if (value === '') return 'is empty';
  if (value.startsWith('~')) return 'starts with ~, which only a shell expands';
  if (!value.startsWith('/')) return 'is not absolute';
  return elementProblem(value) ?? lengthProblem(value);
}

function elementProblem(path: string): string | undefined {
  if ([...path].some((character) => isControl(character.codePointAt(0)!))) return 'contains a control character';
  if (path === '/') return undefined;
  if (path.endsWith('/')) return 'ends with a slash';
  const elements = path.slice(1).split('/');
  if (elements.includes('')) return 'contains a doubled slash';
  if (elements.includes('..')) return 'contains a .. element';
  if (elements.includes('.')) return 'contains a . element';
  const last = elements.at(-1);
  return last !== last?.trim() ? 'has a last element that starts or ends with whitespace' : undefined;
}

function lengthProblem(path: string): string | undefined {
  const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
  if (bytesOf(path) > MAX_BYTES) return `has ${bytesOf(path)} bytes, more than the limit of ${MAX_BYTES}`;
  const long = path.split('/').find((element) => bytesOf(element) > MAX_ELEMENT_BYTES);
  return long === undefined ? undefined : `has an element of ${bytesOf(long)} bytes, more than the limit of ${MAX_ELEMENT_BYTES}`;
}

function isControl(codePoint: number): boolean {
  return codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0);
}
