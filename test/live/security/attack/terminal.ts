/** Code points that control a terminal or change how a line reads: C0 except tab and newline, DEL, C1, bidi and line separators. */
const UNSAFE: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0x061c, 0x061c],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
  // Reading replaces invalid UTF-8 with this.
  [0xfffd, 0xfffd],
];

/** Returns the first unsafe character of a text with its context; '' if a terminal can show all of it. */
export function unsafeText(text: string): string {
  const characters = [...text];
  const index = characters.findIndex((character) => {
    const code = character.codePointAt(0)!;
    return UNSAFE.some(([from, to]) => code >= from && code <= to);
  });
  if (index < 0) return '';
  return JSON.stringify(characters.slice(Math.max(0, index - 20), index + 20).join('')).replace(
    /[^\x20-\x7e]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
