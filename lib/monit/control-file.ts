import type { ControlFileContext } from './lint';
import type { ControlFileData } from './model';
import { parseControlFile, type ParsedControlFile } from './parse/parsed';

/** A Monit control file as plain data; {@link renderControlFile} renders it as text. */
export type ControlFile = ControlFileData;

/** Parser for existing control files. */
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
