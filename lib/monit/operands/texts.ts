import type { PatternComparison, PatternFileComparison } from '../comparison';
import { contentIssues } from '../connections/issues';
import { account as accountText, quotedPath, quotedString } from '../escape';
import { permissionIssues } from '../kinds/issues/permission';
import { accountIssues, literalIssues } from '../kinds/issues/text';
import { account as parseAccount, equality, permission as parsePermission, text } from '../kinds/parse/values';
import { permission as permissionText } from '../kinds/render/permission';
import type { Operand, TestWords } from './operand';

/** No operand. */
export const none: Operand<unknown> = {
  *issues() {
    // It has none.
  },
  render: (_test, { words }) => words,
  parse: () => ({}),
};

/** A user or group, by name or number. */
export const account: Operand<{ readonly account: string | number }> = {
  *issues(place, test) {
    if ('account' in test) yield* accountIssues([...place, 'account'], test.account);
  },
  render: (test, { words }) => ('account' in test ? `${words} ${accountText(test.account)}` : words),
  parse: (context) => ({ account: parseAccount(context) }),
};

/** Text. */
export const attribute: Operand<{ readonly attribute: string }> = {
  *issues(place, test) {
    if ('attribute' in test) yield* literalIssues([...place, 'attribute'], test.attribute);
  },
  render: (test, { words }) => ('attribute' in test ? `${words} ${quotedString(test.attribute)}` : words),
  parse: (context) => ({ attribute: text(context, 'STRING', 'PATH') }),
};

/** The mode of a file. */
export const permission: Operand<{ readonly permission: string }> = {
  *issues(place, test) {
    if ('permission' in test) yield* permissionIssues([...place, 'permission'], test.permission);
  },
  render: (test, { words }) => ('permission' in test ? `${words} ${permissionText(test.permission)}` : words),
  parse: (context) => ({ permission: parsePermission(context) }),
};

type Content = PatternComparison | PatternFileComparison;

const content: Pick<Operand<Content>, 'issues' | 'render'> = {
  *issues(place, test) {
    if ('pattern' in test || 'patternFile' in test) yield* contentIssues(place, test);
  },
  render: contentText,
};

function contentText(test: Content, { words }: TestWords): string {
  if ('pattern' in test) return `${words} ${test.operator} ${quotedString(test.pattern)}`;
  return 'patternFile' in test ? `${words} ${test.operator} ${quotedPath(test.patternFile)}` : words;
}

/** Text against a regular expression. */
export const pattern: Operand<PatternComparison> = {
  ...content,
  parse: (context) => ({ operator: equality(context), pattern: text(context, 'STRING') }),
};

/** Text against the regular expressions of a file. */
export const patternFile: Operand<PatternFileComparison> = {
  ...content,
  parse: (context) => ({ operator: equality(context), patternFile: text(context, 'PATH') }),
};
