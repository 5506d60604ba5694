/** Generated files; the first is the list of codes for the matchers and the page. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { issueCodes } from './codes';

/** Directory of the repository. */
export const ROOT = path.resolve(__dirname, '../..');

/** A generated file and its text. */
export interface GeneratedFile {
  /** Path in the repository. */
  readonly path: string;
  /** Text that it should have. */
  readonly text: string;
}

/**
 * Returns the list of codes, which the page needs in its current form.
 *
 * @param found codes, if they were already read
 */
export function codesFile(found: readonly string[] = issueCodes(ROOT)): GeneratedFile {
  const codes = found.map((code) => `  '${code}',\n`);
  return {
    path: 'lib/testing/issue-codes.generated.ts',
    text:
      '// Made by tools/issue-catalogue from the sources of lib. Do not edit.\n\n' +
      `/** Every issue code that this library can raise, sorted. */\nexport const ISSUE_CODES = [\n${codes.join('')}] as const;\n\n` +
      '/** Code of an issue. */\nexport type IssueCode = (typeof ISSUE_CODES)[number];\n',
  };
}

/** Checks whether the file is out of date. */
export function isStale({ path: file, text }: GeneratedFile): boolean {
  try {
    return readFileSync(path.join(ROOT, file), 'utf8') !== text;
  } catch {
    return true;
  }
}

/** Writes a file; returns true if it changed. */
export function write(file: GeneratedFile): boolean {
  if (!isStale(file)) return false;
  writeFileSync(path.join(ROOT, file.path), file.text);
  return true;
}
