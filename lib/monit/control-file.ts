import type { ControlFileContext } from './lint';
import type { ControlFileData } from './model';
import { parseControlFile, type ParsedControlFile } from './parse/parsed';

/** A Monit control file as plain data; {@link renderControlFile} writes it. */
export type ControlFile = ControlFileData;

/** Reads control files that somebody else wrote. */
export const ControlFile = {
  /**
   * Reads a control file as Monit 5.33 does, with its comments. Never throws: what Monit refuses is among the issues, by line.
   *
   * @param text the control file; files that it includes are not read
   * @param context what is known about the host, for the issues that depend on it
   */
  parse(text: string, context: ControlFileContext = {}): ParsedControlFile {
    return parseControlFile(text, context);
  },
} as const;
