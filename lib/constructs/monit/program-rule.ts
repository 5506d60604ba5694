import type { Program } from '../../monit';
import * as is from '../props/prop-kinds';
import { isRecord, type PropRule } from '../props/read-props';

/** Validation rule for a program that Monit runs. */
export const programRule: PropRule<Program> = {
  valid: '{ argv: [program, argument, …] }',
  problem: (value) => {
    if (!isRecord(value)) return 'is not an object';
    const { argv, uid, gid, timeout } = value;
    if (is.listOf(is.text).problem(argv) !== undefined) return 'has an argv that is not a list of strings';
    if (![uid, gid].every((id) => ['undefined', 'string', 'number'].includes(typeof id)))
      return 'has a uid or gid that is neither a name nor an id';
    return timeout === undefined ? undefined : is.duration.problem(timeout) && 'has a timeout that is not a Duration';
  },
};
