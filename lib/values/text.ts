/** Options of {@link textProblem}. */
export interface TextOptions {
  /** Whether the text may have several lines, parted by `\n`. Default: false. `\r` is refused in either case. */
  readonly allowNewline?: boolean;
}

/**
 * The first thing that keeps a value from travelling unchanged through Terraform to a host: not a string, NUL, a line
 * break, a lone surrogate, a Unicode noncharacter (systemd drops the line), or text that is not in normalisation form C
 * (Terraform normalises without a word, so the host would get other bytes).
 *
 * @returns words that fit after "which", `holds a NUL character`; undefined for text that is fine.
 */
export function textProblem(value: unknown, options: TextOptions = {}): string | undefined {
  if (typeof value !== 'string') return 'is not a string';
  if (value.includes('\0')) return 'holds a NUL character';
  if (value.includes('\r')) return 'holds a carriage return';
  if (!options.allowNewline && value.includes('\n')) return 'holds a line break';
  const character = [...value].map(unspeakableCharacter).find((problem) => problem !== undefined);
  if (character !== undefined) return character;
  return value.normalize('NFC') === value ? undefined : 'is not in Unicode normalisation form C';
}

/**
 * What keeps one character from being written at all, as words after "which": half of a surrogate pair, for which no
 * UTF-8 exists, or one of the 66 code points that Unicode keeps for internal use, which systemd refuses.
 */
export function unspeakableCharacter(character: string): string | undefined {
  const codePoint = character.codePointAt(0)!;
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return 'holds a lone surrogate';
  const noncharacter = (codePoint >= 0xfdd0 && codePoint <= 0xfdef) || (codePoint & 0xfffe) === 0xfffe;
  return noncharacter ? `holds the Unicode noncharacter U+${codePoint.toString(16).toUpperCase()}` : undefined;
}

/** What keeps lines from travelling whole through Terraform, as words after "which": it drops a byte order mark that a string begins with. */
export function byteOrderMarkProblem(value: unknown): string | undefined {
  return typeof value === 'string' && /^\uFEFF/m.test(value) ? 'has a line that begins with a byte order mark' : undefined;
}
