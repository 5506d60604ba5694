/**
 * A second implementation of systemd's word splitting, from its manual and source, so that tests can read back rendered values without a
 * host. The live tests compare with systemd itself.
 */

/** Words of Exec…= and Environment= as the process gets them: quotes, C escapes, `%%`, and `$$` where `$` is read. */
export function readWordsC(line: string, { dollars = false }: { readonly dollars?: boolean } = {}): readonly string[] {
  return split(line, readEscapeC).map((word) => {
    const text = unpercent(word);
    if (!dollars) return text;
    if (/(?<!\$)(\$\$)*\$(?!\$)/.test(text)) throw new Error(`systemd would expand ${text}`);
    return text.replaceAll('$$', '$');
  });
}

/** Words of ReadWritePaths= and similar: quotes, a backslash before any character, `%%`. */
export function readWords(line: string): readonly string[] {
  return split(line, (rest) => [Buffer.from([...rest][0] ?? ''), ([...rest][0] ?? '').length]).map(unpercent);
}

/** The rest of a line, as the line layer leaves it: `%%`. */
export function readRaw(line: string): string {
  if (line !== line.trim() || /(?<!\\)(\\\\)*\\$/.test(line)) throw new Error(`systemd would not read ${line} unchanged`);
  return unpercent(line);
}

function unpercent(text: string): string {
  if (/%/.test(text.replaceAll('%%', ''))) throw new Error(`systemd would expand ${text}`);
  return text.replaceAll('%%', '%');
}

type Escape = (rest: string) => readonly [bytes: Buffer, length: number];

const SIMPLE: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', '"': '"', "'": "'" };

const readEscapeC: Escape = (rest) => {
  const simple = SIMPLE[rest[0]!];
  if (simple !== undefined) return [Buffer.from(simple), 1];
  const hex = /^x([0-9a-f]{2})/.exec(rest);
  if (hex === null) throw new Error(`unknown escape at ${rest}`);
  return [Buffer.from(hex[1]!, 'hex'), 3];
};

function split(line: string, readEscape: Escape): readonly string[] {
  const words: Buffer[][] = [];
  let word: Buffer[] | undefined;
  let quote = '';
  for (let at = 0; at < line.length;) {
    const character = String.fromCodePoint(line.codePointAt(at)!);
    at += character.length;
    if (quote === '' && /[ \t]/.test(character)) {
      word = undefined;
      continue;
    }
    if (word === undefined) words.push((word = []));
    if (character === quote) quote = '';
    else if (quote === '' && /["']/.test(character)) quote = character;
    else if (character === '\\') {
      const [bytes, length] = readEscape(line.slice(at));
      word.push(bytes);
      at += length;
    } else word.push(Buffer.from(character));
  }
  if (quote !== '') throw new Error(`open quote in ${line}`);
  return words.map((bytes) => Buffer.concat(bytes).toString('utf8'));
}
