/** Options of {@link textProblem}. */
export interface TextOptions {
  /**
   * Allows several lines, separated by `\n`. `\r` is always refused.
   * @default false
   */
  readonly allowNewline?: boolean;
}

/**
 * Describes the first reason why a value can't pass through Terraform to a host unchanged: not a string, NUL, a line break, a
 * lone surrogate, a Unicode noncharacter (systemd drops the line), or text that isn't in normalisation form C (Terraform
 * normalises silently, so the host would get other bytes).
 *
 * @returns words that follow the value, such as `contains a NUL character`; undefined for valid text
 */
export function textProblem(value: unknown, options: TextOptions = {}): string | undefined {
  if (typeof value !== 'string') return 'is not a string';
  if (value.includes('\0')) return 'contains a NUL character';
  if (value.includes('\r')) return 'contains a carriage return';
  if (!options.allowNewline && value.includes('\n')) return 'contains a line break';
  const character = [...value].map(unrepresentableCharacter).find((problem) => problem !== undefined);
  if (character !== undefined) return character;
  return value.normalize('NFC') === value ? undefined : 'is not in Unicode normalisation form C';
}

/**
 * Describes why a character can't be written at all, in words that follow the value: half of a surrogate pair, which has no UTF-8
 * encoding, or one of the 66 code points that Unicode reserves for internal use, which systemd refuses.
 *
 * @returns undefined for a valid character
 */
export function unrepresentableCharacter(character: string): string | undefined {
  const codePoint = character.codePointAt(0)!;
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return 'contains a lone surrogate';
  const noncharacter = (codePoint >= 0xfdd0 && codePoint <= 0xfdef) || (codePoint & 0xfffe) === 0xfffe;
  return noncharacter ? `contains the Unicode noncharacter U+${codePoint.toString(16).toUpperCase()}` : undefined;
}

/**
 * Describes why lines can't pass through Terraform whole, in words that follow the value: it drops a byte order mark at the
 * beginning of a string.
 *
 * @returns undefined for valid text
 */
export function byteOrderMarkProblem(value: unknown): string | undefined {
  return typeof value === 'string' && /^\uFEFF/m.test(value) ? 'has a line that begins with a byte order mark' : undefined;
}
