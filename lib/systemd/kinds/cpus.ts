import { show } from '../../values';
import { listOf } from '../values/one-or-many';
import { oneLine, refused, said, within, type Kind, type Spoken } from './kind';

/** CPU numbers. */
export const cpus: Kind<readonly number[]> = {
  class: 'raw-spec',
  joins: 'list',
  speak: (value) => oneLine(listOf(value).map((cpu, index) => within(`[${index}]`, speakCpu(cpu)))),
};

function speakCpu(cpu: unknown): Spoken {
  if (typeof cpu === 'number' && Number.isInteger(cpu) && cpu >= 0 && cpu < 8192) return said(String(cpu));
  return refused({
    code: 'systemd/number-out-of-range',
    got: show(cpu),
    expected: 'the number of a CPU, from 0',
    remedy: 'Give whole numbers.',
  });
}
