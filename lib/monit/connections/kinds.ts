import { decimal, quotedString } from '../escape';
import { wholeNumberIssues, wordIssues } from '../kinds/issues/report';
import { addressIssues } from '../kinds/issues/text';
import { text, whole } from '../kinds/parse/values';
import { KEYWORD_OF } from '../lexer/keywords';
import type { Option } from './option';

/** An option that is a name or an address. */
export function address(word: string, kind: 'host' | 'ownAddress'): Option<string> {
  const token = KEYWORD_OF.get(word)!;
  return {
    kind,
    tokens: [token],
    issues: addressIssues,
    render: (value) => `${word} ${quotedString(value)}`,
    parse(context) {
      context.cursor.expect(token);
      return text(context, 'STRING');
    },
  };
}

/** An option that is a whole number. */
export function number(word: string, bounds: readonly [number, number], remedy: string): Option<number> {
  const token = KEYWORD_OF.get(word)!;
  return {
    kind: { bounds },
    tokens: [token],
    issues: (place, value) => wholeNumberIssues('monit/invalid-number', place, value, bounds, remedy),
    render: (value) => `${word} ${decimal(value)}`,
    parse(context) {
      context.cursor.expect(token);
      return whole(context);
    },
  };
}

/** An option that is one of these words of Monit, with no keyword before it. */
export function words<W extends string>(...allowed: readonly W[]): Option<W> {
  const byToken = new Map(allowed.map((word) => [KEYWORD_OF.get(word)!, word] as const));
  return {
    kind: { words: allowed },
    tokens: [...byToken.keys()],
    issues: (place, value) => wordIssues(place, value, allowed),
    render: (value) => value,
    parse: ({ cursor }) => byToken.get(cursor.expect(...byToken.keys()).kind),
  };
}
