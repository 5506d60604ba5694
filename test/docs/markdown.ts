import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';

import { REPOSITORY } from '../hosts/paths';

/** A fenced block of a document. */
export interface Block {
  /** Document, as a path in the repository. */
  readonly document: string;
  /** Number of its first line. */
  readonly line: number;
  /** Language: `ts`, `sh`, … */
  readonly language: string;
  /** Text after the language: `wrong`, `host`, … */
  readonly tag: string;
  /** Content without the fences. */
  readonly text: string;
}

/** Documents that users read: the README and all guides. */
export function documents(): readonly string[] {
  const guides = readdirSync(path.join(REPOSITORY, 'docs/guides')).filter((name) => name.endsWith('.md'));
  return ['README.md', ...guides.sort().map((name) => `docs/guides/${name}`)];
}

/** Returns a document's text. */
export function textOf(document: string): string {
  return readFileSync(path.join(REPOSITORY, document), 'utf8');
}

/** Returns the fenced blocks of a document, in order. */
export function blocksOf(document: string): readonly Block[] {
  return new MarkdownIt()
    .parse(textOf(document), {})
    .filter(({ type }) => type === 'fence')
    .map(({ info, content, map }) => {
      const [language = '', tag = ''] = info.trim().split(/\s+/);
      return { document, line: map![0] + 1, language, tag, text: content };
    });
}

/** Returns the position of a block, for messages. */
export function placeOf({ document, line }: Block): string {
  return `${document}:${line}`;
}

/** Returns the links of a document to other files of the repository and to headings, as they are written. */
export function localLinksOf(document: string): readonly string[] {
  return new MarkdownIt()
    .parse(textOf(document), {})
    .flatMap(({ children }) => children ?? [])
    .map((token) => token.attrGet('href') ?? '')
    .filter((href) => href !== '' && !/^[a-z]+:/.test(href));
}
