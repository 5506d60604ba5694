import type { ControlFileContext } from './lint';
import type { ControlFileData } from './model';
import { parseControlFile, type ParsedControlFile } from './parse/parsed';

/** A Monit control file as plain data; {@link renderControlFile} renders it as text. */
export type ControlFile = ControlFileData;

/**
 * Parser for existing control files.
 *
 * @example
 * ```ts
 * import { ControlFile } from 'cdktf-sidekiq/monit';
 *
 * const text = 'check file log with path /var/log/myapp.log\n  if size > 1 GB then alert\n';
 * const file = ControlFile.parse(text, { monitVersion: '5.33.0' });
 * const problems = file.issues.map(({ line, problem, remedy }) => `line ${line}: ${problem}. ${remedy}`);
 * ```
 */
export const ControlFile = {
  /**
   * Parses a control file as Monit 5.33 does, and keeps its comments. Never throws: anything that Monit rejects is in the issues, by line.
   *
   * @param text the control file; files that it includes aren't read
   * @param context known facts about the host, for the issues that depend on them
   */
  parse(text: string, context: ControlFileContext = {}): ParsedControlFile {
    return parseControlFile(text, context);
  },
} as const;
