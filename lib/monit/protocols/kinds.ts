import type { Percent } from '../../values/percent';
import type { Comparison } from '../comparison';
import { decimal, quotedPath, quotedString } from '../escape';
import { comparison, comparisonIssues, comparisonText } from '../kinds/amount';
import { wholePercent } from '../kinds/amounts/percent';
import { wholeNumberIssues } from '../kinds/issues/report';
import { filledTextIssues, pathIssues } from '../kinds/issues/text';
import { text as parseText, whole } from '../kinds/parse/values';
import type { Option } from './option';

/** An option that is text: a string, or one of these tokens. */
export function text(word: string, ...tokens: readonly string[]): Option<string> {
  return {
    kind: 'text',
    word,
    issues: filledTextIssues,
    render: quotedString,
    parse: (context) => parseText(context, 'STRING', ...tokens),
  };
}

/** An option that is a path. */
export function path(word: string): Option<string> {
  return {
    kind: 'path',
    word,
    issues: (place, value) => pathIssues(place, String(value)),
    render: quotedPath,
    parse: (context) => parseText(context, 'PATH'),
  };
}

/** An option that is a whole number from 0. Monit reads a larger one as the largest. */
export function number(word: string, largest: number, remedy: string): Option<number> {
  return {
    kind: 'number',
    word,
    issues: (place, value) => wholeNumberIssues('monit/invalid-number', place, value as number, [0, largest], remedy),
    render: decimal,
    parse: (context) => Math.min(whole(context), largest),
  };
}

/** An option that is a limit on a share of workers. */
export function share(word: string): Option<Comparison<Percent>> {
  return {
    kind: 'share',
    word,
    issues: (place, value) => comparisonIssues(place, value, wholePercent),
    render: (value) => comparisonText(value, wholePercent),
    parse: (context) => comparison(context, wholePercent),
  };
}
