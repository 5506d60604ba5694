/**
 * Monit's decoding of quoted text: a second implementation of its functions Str_unquote and Util_handleEscapes, and of the state
 * that reads commands, written from their source. Tests decode with it what the renderer wrote. The live tests do the same with
 * Monit itself.
 */

const STRIPPED = /^["' \t\n\r\v\f]+|["' \t\n\r\v\f]+$/g;

/** Decodes a token with its quotes. */
export function decodeQuoted(token: string): string {
  const bytes = Buffer.from(token.replace(STRIPPED, ''), 'utf8');
  const out: number[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const next = bytes[i + 1];
    if (bytes[i] !== 0x5c || next === undefined) {
      out.push(bytes[i]!);
      continue;
    }
    const short = { n: 10, t: 9, r: 13, ' ': 32, '\\': 92 }[String.fromCharCode(next)];
    if (short !== undefined) {
      out.push(short);
      i += 1;
    } else if (next === 0x30 && bytes[i + 2] === 0x78) {
      const digits = bytes.subarray(i + 3, i + 5).toString('latin1');
      if (!/^[0-9a-f]{2}$/i.test(digits) || digits === '00') throw new Error(`Monit misreads \\0x${digits}`);
      out.push(parseInt(digits, 16));
      i += 4;
    } else {
      out.push(bytes[i]!);
    }
  }
  return Buffer.from(out).toString('utf8');
}

/** Splits and decodes a command with its double quotes. */
export function decodeCommand(token: string): string[] {
  if (!/^"[^]*"$/.test(token)) throw new Error(`not a command: ${token}`);
  const words: string[] = [];
  let rest = token.slice(1, -1);
  while (rest !== '') {
    rest = rest.replace(/^[ \t\n]+/, '');
    const quoted = /^'[^']*'(?=[ \t\n]|$)/.exec(rest);
    const raw = /^[^ \t\n"]+/.exec(rest);
    const match = quoted ?? raw;
    if (match === null) throw new Error(`a double quote outside single quotes: ${rest}`);
    words.push(quoted === null ? match[0] : decodeQuoted(match[0]));
    rest = rest.slice(match[0].length);
  }
  return words;
}
