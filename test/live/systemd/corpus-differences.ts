import { UnitFile } from '../../../lib/systemd';
import type { CorpusFile } from '../../support/corpus';

/** The reason for a difference, and the files that it explains. */
export interface Difference {
  readonly reason: string;
  readonly explains: (file: CorpusFile) => boolean;
}

const codesOf = (file: CorpusFile): readonly string[] => UnitFile.parse(file.bytes, file).issues.map(({ code }) => code);

/** Files that change their meaning when they are rendered. */
export const CHANGED: readonly Difference[] = [
  {
    reason:
      'It has bytes that are not UTF-8, which text can’t represent. systemd 252 refuses the whole file, although it logs that it ignores a line.',
    explains: (file) => codesOf(file).includes('unit/invalid-utf8'),
  },
];
