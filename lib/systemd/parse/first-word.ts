import { readCEscape } from './c-escape';

/** Options for splitting words, all off by default. Source: ExtractFlags in systemd's extract-word.h. */
export interface WordFlags {
  /**
   * Characters that separate words.
   * @default blanks
   */
  readonly separators?: string;
  /** Ends a word at each separator, so that words can be empty. */
  readonly everySeparator?: boolean;
  /** Removes quotes. */
  readonly unquote?: boolean;
  /** Treats a backslash as the start of a C escape. Otherwise it makes the next character literal. */
  readonly unescapeC?: boolean;
  /** Accepts lone surrogates as C escapes, as systemd before 262 does. */
  readonly halfPairs?: boolean;
  /** Makes a separator or a backslash literal after a backslash. Any other character starts a C escape if `unescapeC` is set. */
  readonly unescapeSeparators?: boolean;
  /** Keeps backslashes as they are. */
  readonly keepBackslashes?: boolean;
  /** Keeps invalid escapes as they are, instead of failing. */
  readonly relaxed?: boolean;
}

/** A word and the text after it. */
export interface FirstWord {
  /** The word, without quotes and escapes if these are removed. */
  readonly word: string;
  /** The text after the word; undefined at the end. An empty text would be one more empty word. */
  readonly rest: string | undefined;
}

const BLANKS = ' \t\n\r';

/**
 * Splits off the first word. Source: extract_first_word in systemd's extract-word.c, read step by step.
 *
 * @returns undefined if there is no word, `'invalid'` for open quotes or an invalid escape.
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
      // A final backslash is kept only outside quotes. Inside, the quotes are still open.
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

/** Splits a value into all its words; `'invalid'` if one can't be read. */
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
