/**
 * Text as systemd sees it: bytes, here one character each (a "byte string"). Escapes like `\xc3` make bytes that are no text by themselves,
 * and lengths are counted in bytes.
 */

/** Text as its UTF-8 bytes, one character for each. A half of a surrogate pair, which no text has, becomes U+FFFD. */
export function bytesOf(text: string | Uint8Array): string {
  if (typeof text === 'string' && isAscii(text)) return text;
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  let result = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 4096) result += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return result;
}

/** The text of bytes; what is no UTF-8 becomes U+FFFD. */
export function textOf(bytes: string): string {
  return isAscii(bytes) ? bytes : new TextDecoder('utf-8', { ignoreBOM: true }).decode(arrayOf(bytes));
}

/** Whether bytes are what systemd calls valid: UTF-8 without surrogates and without Unicode's noncharacters. */
export function isValidUtf8(bytes: string): boolean {
  if (isAscii(bytes)) return true;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(arrayOf(bytes));
    return !/\p{Noncharacter_Code_Point}/u.test(text);
  } catch {
    return false;
  }
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

function arrayOf(bytes: string): Uint8Array {
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
}

/** Whether bytes have a control character. */
export function hasControl(bytes: string): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes.charCodeAt(at) < 0x20 || bytes.charCodeAt(at) === 0x7f) return true;
  return false;
}

/** Whether bytes have nothing in them that a shell, a file system or a terminal could take for more than a letter. Source: string_is_safe of systemd 262. */
export function isSafe(bytes: string): boolean {
  return bytes !== '' && isValidUtf8(bytes) && !hasControl(bytes) && !/["'\\*?[]/.test(bytes);
}
