import type { PatternComparison, PatternFileComparison } from '../comparison';
import { account as accountText, quotedString } from '../escape';
import { contentIssues, contentText, parseContent, parseContentFile } from '../kinds/content';
import { permissionIssues } from '../kinds/issues/permission';
import { accountIssues, literalIssues } from '../kinds/issues/text';
import { account as parseAccount, permission as parsePermission, text } from '../kinds/parse/values';
import { permission as permissionText } from '../kinds/render/permission';
import type { Operand } from './operand';

/** No operand. */
export const none: Operand<unknown> = {
  kind: 'none',
  *issues() {
    // It has none.
  },
  render: (_test, { words }) => words,
  parse: () => ({}),
};

/** A user or group, by name or number. */
export const account: Operand<{ readonly account: string | number }> = {
  kind: 'account',
  *issues(place, test) {
    if ('account' in test) yield* accountIssues([...place, 'account'], test.account);
  },
  render: (test, { words }) => ('account' in test ? `${words} ${accountText(test.account)}` : words),
  parse: (context) => ({ account: parseAccount(context) }),
};

/** Text. */
export const attribute: Operand<{ readonly attribute: string }> = {
  kind: 'attribute',
  *issues(place, test) {
    if ('attribute' in test) yield* literalIssues([...place, 'attribute'], test.attribute);
  },
  render: (test, { words }) => ('attribute' in test ? `${words} ${quotedString(test.attribute)}` : words),
  parse: (context) => ({ attribute: text(context, 'STRING', 'PATH') }),
};

/** The mode of a file. */
export const permission: Operand<{ readonly permission: string }> = {
  kind: 'permission',
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
  render: (test, { words }) => ('pattern' in test || 'patternFile' in test ? `${words} ${contentText(test)}` : words),
};

/** Text against a regular expression. */
export const pattern: Operand<PatternComparison> = {
  kind: 'pattern',
  ...content,
  parse: parseContent,
};

/** Text against the regular expressions of a file. */
export const patternFile: Operand<PatternFileComparison> = {
  kind: 'patternFile',
  ...content,
  parse: parseContentFile,
};
