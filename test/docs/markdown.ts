import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';

import { REPOSITORY } from '../hosts/paths';

/** A fenced block of a document. */
export interface Block {
  /** The document, as a path in the repository. */
  readonly document: string;
  /** The line that it begins on. */
  readonly line: number;
  /** `ts`, `sh`, … */
  readonly language: string;
  /** What stands behind the language: `wrong`, `host`, … */
  readonly tag: string;
  /** What is in it, without the fences. */
  readonly text: string;
}

/** The documents that users read: the README and all guides. */
export function documents(): readonly string[] {
  const guides = readdirSync(path.join(REPOSITORY, 'docs/guides')).filter((name) => name.endsWith('.md'));
  return ['README.md', ...guides.sort().map((name) => `docs/guides/${name}`)];
}

/** A document's text. */
export function textOf(document: string): string {
  return readFileSync(path.join(REPOSITORY, document), 'utf8');
}

/** The fenced blocks of a document, in order. */
export function blocksOf(document: string): readonly Block[] {
  return new MarkdownIt()
    .parse(textOf(document), {})
    .filter(({ type }) => type === 'fence')
    .map(({ info, content, map }) => {
      const [language = '', tag = ''] = info.trim().split(/\s+/);
      return { document, line: map![0] + 1, language, tag, text: content };
    });
}

/** Where a block stands, for people. */
export function placeOf({ document, line }: Block): string {
  return `${document}:${line}`;
}

/** Links of a document to other files of the repository and to headings, as they are written. */
export function localLinksOf(document: string): readonly string[] {
  return new MarkdownIt()
    .parse(textOf(document), {})
    .flatMap(({ children }) => children ?? [])
    .map((token) => token.attrGet('href') ?? '')
    .filter((href) => href !== '' && !/^[a-z]+:/.test(href));
}
