import { readCEscape } from './c-escape';

/** How words are taken apart; each is off unless said. Source: ExtractFlags in systemd's extract-word.h. */
export interface WordFlags {
  /** What separates words. Default: blanks. */
  readonly separators?: string;
  /** Each separator ends a word, which may be empty. */
  readonly everySeparator?: boolean;
  /** Quotes are taken off. */
  readonly unquote?: boolean;
  /** A backslash begins an escape of C; without this it makes the next character mean itself. */
  readonly unescapeC?: boolean;
  /** Half of a surrogate pair is an escape of C as well: before systemd 262. */
  readonly halfPairs?: boolean;
  /** A backslash makes a separator or a backslash mean itself, and else begins an escape of C if that is set. */
  readonly unescapeSeparators?: boolean;
  /** Backslashes stay as they are. */
  readonly keepBackslashes?: boolean;
  /** What is no escape stays as it is, instead of being an error. */
  readonly relaxed?: boolean;
}

/** A word, and what comes after it: undefined at the end, where an empty text would be one more empty word. */
export interface FirstWord {
  /** The word, without quotes and escapes where they are taken off. */
  readonly word: string;
  /** What follows. */
  readonly rest: string | undefined;
}

const BLANKS = ' \t\n\r';

/**
 * Takes the first word off. Source: extract_first_word in systemd's extract-word.c, read step by step.
 *
 * @returns undefined where there is none, `'invalid'` where quotes are open or an escape is none.
 */
export function firstWord(text: string | undefined, flags: WordFlags = {}): FirstWord | undefined | 'invalid' {
  if (text === undefined) return undefined;
  const separators = flags.separators ?? BLANKS;
  let at = 0;
  if (flags.everySeparator) {
    if (text === '') return { word: '', rest: undefined };
    if (separators.includes(text[0]!)) return { word: '', rest: text.slice(1) };
  } else {
    while (at < text.length && separators.includes(text[at]!)) at++;
    if (at === text.length) return undefined;
  }
  return new WordReader(text, at, separators, flags).read();
}

class WordReader {
  private word = '';
  private quote = '';

  public constructor(
    private readonly text: string,
    private at: number,
    private readonly separators: string,
    private readonly flags: WordFlags,
  ) {}

  public read(): FirstWord | 'invalid' {
    const { text, flags } = this;
    for (; this.at < text.length; this.at++) {
      const character = text[this.at]!;
      if (character === '\\' && flags.keepBackslashes !== true) {
        if (!this.readEscape()) return 'invalid';
      } else if (this.quote !== '') {
        if (character === this.quote) this.quote = '';
        else this.word += character;
      } else if (flags.unquote === true && (character === '"' || character === "'")) {
        this.quote = character;
      } else if (this.separators.includes(character)) {
        return { word: this.word, rest: this.afterSeparator() };
      } else this.word += character;
    }
    return this.quote === '' ? { word: this.word, rest: undefined } : 'invalid';
  }

  private readEscape(): boolean {
    const { text, flags } = this;
    const rest = text.slice(this.at + 1);
    if (rest === '') {
      // Kept only where it is not in quotes, which are open then.
      if (flags.relaxed !== true || this.quote !== '') return false;
      this.word += '\\';
      return true;
    }
    if (flags.unescapeC !== true && flags.unescapeSeparators !== true) {
      this.word += rest[0]!;
      this.at++;
      return true;
    }
    const escape = flags.unescapeC === true ? readCEscape(rest, { halfPairs: flags.halfPairs === true }) : undefined;
    if (escape !== undefined) {
      this.word += escape.bytes;
      this.at += escape.length;
    } else if (flags.unescapeSeparators === true && (this.separators.includes(rest[0]!) || rest[0] === '\\')) {
      this.word += rest[0]!;
      this.at++;
    } else if (flags.relaxed === true) {
      this.word += `\\${rest[0]!}`;
      this.at++;
    } else return false;
    return true;
  }

  private afterSeparator(): string | undefined {
    let next = this.at + 1;
    if (this.flags.everySeparator === true) return this.text.slice(next);
    while (next < this.text.length && this.separators.includes(this.text[next]!)) next++;
    return next === this.text.length ? undefined : this.text.slice(next);
  }
}

/** All words of a value; `'invalid'` where one can't be read. */
export function allWords(text: string, flags: WordFlags = {}): readonly string[] | 'invalid' {
  const words: string[] = [];
  for (let rest: string | undefined = text; ;) {
    const next = firstWord(rest, flags);
    if (next === undefined) return words;
    if (next === 'invalid') return 'invalid';
    words.push(next.word);
    rest = next.rest;
  }
}
