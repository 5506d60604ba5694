import { listOf } from '../values/one-or-many';
import { oneLine, within, type Rendered } from './kind';

/** Renders each value of a list as a word of one line. */
export function wordsOf(value: unknown, render: (word: unknown) => Rendered): Rendered {
  return oneLine(listOf(value).map((word, index) => within([index], render(word))));
}
