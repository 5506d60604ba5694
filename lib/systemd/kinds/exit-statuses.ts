import { error, show } from '../../values';
import { EXIT_NAMES, type ExitStatus } from '../values/exit-status';
import { invalid, ok, type Kind, type Rendered } from './kind';
import { isSignal } from './plain';
import { wordsOf } from './words';

/** SuccessExitStatus= and similar. */
export const exitStatuses: Kind<readonly ExitStatus[]> = {
  class: 'tokens',
  joins: 'list',
  render: (value) => wordsOf(value, renderExitStatus),
};

function renderExitStatus(value: unknown): Rendered {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255) return ok(String(value));
  if (isSignal(value) || (EXIT_NAMES as readonly unknown[]).includes(value)) return ok(String(value));
  return invalid(
    error('unit/invalid-exit-status', [], {
      problem: `${show(value)} is not an exit status`,
      remedy: 'Use a number from 0 to 255, a name of systemd.exec(5) like TEMPFAIL, or a signal like SIGKILL: systemd drops any other.',
    }),
  );
}
