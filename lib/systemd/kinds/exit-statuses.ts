import { show } from '../../values';
import { EXIT_NAMES, type ExitStatus } from '../values/exit-status';
import { refused, said, type Kind, type Spoken } from './kind';
import { isSignal } from './plain';
import { wordsOf } from './words';

/** SuccessExitStatus= and similar. */
export const exitStatuses: Kind<readonly ExitStatus[]> = {
  class: 'tokens',
  joins: 'list',
  speak: (value) => wordsOf(value, speakExitStatus),
};

function speakExitStatus(value: unknown): Spoken {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255) return said(String(value));
  if (isSignal(value) || (EXIT_NAMES as readonly unknown[]).includes(value)) return said(String(value));
  return refused({
    code: 'systemd/bad-exit-status',
    got: show(value),
    expected: 'a number from 0 to 255, a name of systemd.exec(5) like TEMPFAIL, or a signal like SIGKILL',
    remedy: 'Correct it; systemd drops it.',
  });
}
