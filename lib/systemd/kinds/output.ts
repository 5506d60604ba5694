import { Output } from '../values/output';
import { renderPath } from './paths';
import { oneOf } from './plain';
import type { Kind } from './kind';

const outputWord = oneOf({
  inherit: 'always',
  null: 'always',
  tty: 'always',
  journal: 'always',
  kmsg: 'always',
  'journal+console': 'always',
  'kmsg+console': 'always',
  socket: 'always',
  syslog: 'always',
  'syslog+console': 'always',
});

/** The words of StandardOutput= and StandardError=. The two with `syslog` are legacy and mean the journal. */
export type OutputWord =
  'inherit' | 'null' | 'tty' | 'journal' | 'kmsg' | 'journal+console' | 'kmsg+console' | 'socket' | 'syslog' | 'syslog+console';

/** The target of standard output or error. */
export const output: Kind<OutputWord | Output> = {
  class: 'raw-spec',
  render: (value) => {
    if (!(value instanceof Output)) return outputWord.render(value);
    const rendered = renderPath(value.path, `${value.mode}:`);
    return value.mode === 'truncate' ? { ...rendered, needs: [{ what: 'truncate:', since: 248 }] } : rendered;
  },
};

/** The source of standard input. */
export type InputWord = 'null' | 'tty' | 'tty-force' | 'tty-fail' | 'data' | 'socket';

/** See {@link InputWord}. */
export const input: Kind<InputWord> = {
  ...oneOf({ null: 'always', tty: 'always', 'tty-force': 'always', 'tty-fail': 'always', data: 'always', socket: 'always' }),
  class: 'raw-spec',
};
