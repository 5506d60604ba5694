import type { Place } from '../../values/place';
import { quotedString } from '../escape';
import type { Issues } from '../kinds/issues/report';
import { literalIssues, patternIssues } from '../kinds/issues/text';
import type { Context } from '../kinds/parse/context';
import { text } from '../kinds/parse/values';
import { protocolName } from '../protocols/table';
import type { Option, OtherValues } from './option';

/** A step of a conversation in plain text. */
export type ConversationStep =
  | {
      /** Text to send, unchanged; `\0` and other bytes can't be sent. */
      readonly send: string;
    }
  | {
      /** POSIX extended regular expression that the response must match. */
      readonly expect: string;
    };

/** Conversation of your own: `send "x" expect "y"`. */
export const conversation: Option<readonly ConversationStep[]> = {
  kind: 'conversation',
  tokens: ['SEND', 'EXPECT'],
  joins: 'list',
  *issues(place, steps) {
    for (const [index, step] of steps.entries()) yield* stepIssues([...place, index], step);
  },
  render: (steps) =>
    steps.map((step) => ('send' in step ? `send ${quotedString(step.send)}` : `expect ${quotedString(step.expect)}`)).join(' '),
  parse: parseStep,
};

function* stepIssues(place: Place, step: ConversationStep): Issues {
  if ('send' in step) yield* literalIssues([...place, 'send'], step.send);
  else yield* patternIssues([...place, 'expect'], step.expect);
}

function parseStep(context: Context, { protocol }: OtherValues): ConversationStep[] {
  const word = context.cursor.expect('SEND', 'EXPECT');
  const step = word.kind === 'SEND' ? { send: text(context, 'STRING') } : { expect: text(context, 'STRING') };
  const name = protocolName(protocol);
  if (name !== undefined && name !== 'default') {
    context.reject(word, { problem: `"${word.text}" is next to protocol ${name}`, remedy: 'Remove the protocol, or "send" and "expect".' });
  }
  return [step];
}
