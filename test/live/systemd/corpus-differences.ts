import { UnitFile } from '../../../lib/systemd';
import type { CorpusFile } from '../../support/corpus';

/** Why something about a file of the corpus is not as it should be, and of which files that is so. */
export interface Difference {
  readonly reason: string;
  readonly explains: (file: CorpusFile) => boolean;
}

const codesOf = (file: CorpusFile): readonly string[] => UnitFile.parse(file.bytes, file).issues.map(({ code }) => code);

/** Files that do not mean the same after they were rendered. */
export const CHANGED: readonly Difference[] = [
  {
    reason:
      'It has bytes that are no UTF-8, which a text can’t hold; systemd 252 refuses the whole file for them, though its log says that it ignores a line.',
    explains: (file) => codesOf(file).includes('unit/invalid-utf8'),
  },
];
