/**
 * Text as systemd sees it: bytes, represented as one character each (a "byte string"). Escapes like `\xc3` produce bytes that aren't text
 * by themselves, and lengths are counted in bytes.
 */

/** Converts text to its UTF-8 bytes, one character each. A lone surrogate, which isn't valid text, becomes U+FFFD. */
export function bytesOf(text: string | Uint8Array): string {
  if (typeof text === 'string' && isAscii(text)) return text;
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  let result = '';
  // Converted in chunks, because a call accepts a limited number of arguments.
  for (let at = 0; at < bytes.length; at += 4096) result += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return result;
}

/** Converts bytes to text; invalid UTF-8 becomes U+FFFD. */
export function textOf(bytes: string): string {
  return isAscii(bytes) ? bytes : new TextDecoder('utf-8', { ignoreBOM: true }).decode(arrayOf(bytes));
}

/** Returns true if systemd considers bytes valid: UTF-8 without surrogates and without Unicode noncharacters. */
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

/** Returns true if bytes contain a control character. */
export function hasControl(bytes: string): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes.charCodeAt(at) < 0x20 || bytes.charCodeAt(at) === 0x7f) return true;
  return false;
}

/** Returns true if bytes contain nothing that is special to a shell, a file system or a terminal. Source: string_is_safe of systemd 262. */
export function isSafe(bytes: string): boolean {
  return bytes !== '' && isValidUtf8(bytes) && !hasControl(bytes) && !/["'\\*?[]/.test(bytes);
}
