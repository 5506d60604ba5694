import type { Place } from '../../values/place';
import type { PatternComparison, PatternFileComparison } from '../comparison';
import { quotedPath, quotedString } from '../escape';
import { wordIssues, type Issues } from './issues/report';
import { pathIssues, patternIssues } from './issues/text';
import type { Context } from './parse/context';
import { equality, text } from './parse/values';

/** Issues of the pattern for a response, a line or an output. */
export function* contentIssues(place: Place, content: PatternComparison | PatternFileComparison): Issues {
  yield* wordIssues([...place, 'operator'], content.operator, ['=', '!=']);
  if ('pattern' in content) yield* patternIssues([...place, 'pattern'], content.pattern);
  else yield* pathIssues([...place, 'patternFile'], content.patternFile);
}

/** Renders `= "x"`. */
export function contentText(content: PatternComparison | PatternFileComparison): string {
  return `${content.operator} ${'pattern' in content ? quotedString(content.pattern) : quotedPath(content.patternFile)}`;
}

/** Parses `= "x"`. */
export function parseContent(context: Context): PatternComparison {
  return { operator: equality(context), pattern: text(context, 'STRING') };
}

/** Parses `= "/x"`, the path of a file of patterns. */
export function parseContentFile(context: Context): PatternFileComparison {
  return { operator: equality(context), patternFile: text(context, 'PATH') };
}
