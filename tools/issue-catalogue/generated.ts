/** Files that are made; first of them the list of codes that the matchers and the page know. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { issueCodes } from './codes';

/** The repository. */
export const ROOT = path.resolve(__dirname, '../..');

/** A file that is made, and its text. */
export interface GeneratedFile {
  /** Path in the repository. */
  readonly path: string;
  /** Content that it should have. */
  readonly text: string;
}

/**
 * The list of codes, which the page needs to be up to date.
 *
 * @param found the codes, where they were read before
 */
export function codesFile(found: readonly string[] = issueCodes(ROOT)): GeneratedFile {
  const codes = found.map((code) => `  '${code}',\n`);
  return {
    path: 'lib/testing/issue-codes.generated.ts',
    text:
      '// Made by tools/issue-catalogue from the sources of lib. Do not edit.\n\n' +
      `/** Every issue code that this library can raise, sorted. */\nexport const ISSUE_CODES = [\n${codes.join('')}] as const;\n\n` +
      '/** One of them. */\nexport type IssueCode = (typeof ISSUE_CODES)[number];\n',
  };
}

/** Returns true if the file differs from what would be generated now. */
export function isStale({ path: file, text }: GeneratedFile): boolean {
  try {
    return readFileSync(path.join(ROOT, file), 'utf8') !== text;
  } catch {
    return true;
  }
}

/** Writes a file; true where it changed. */
export function write(file: GeneratedFile): boolean {
  if (!isStale(file)) return false;
  writeFileSync(path.join(ROOT, file.path), file.text);
  return true;
}
