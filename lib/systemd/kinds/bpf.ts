import { show } from '../../values';
import { BPF_ATTACHMENTS, type BpfAttachment } from '../values/bpf-program';
import { listOf, type OneOrMany } from '../values/one-or-many';
import type { UnitString } from '../values/specified';
import { refused, together, within, type Kind, type Spoken } from './kind';
import { speakPath } from './paths';
import { recordProblem } from './records';

/** IPIngressFilterPath= and IPEgressFilterPath=: one per line. */
export const filterPrograms: Kind<OneOrMany<UnitString>> = {
  class: 'raw-spec',
  joins: 'list',
  speak: (value) => together(listOf(value).map((one, index) => within(Array.isArray(value) ? `[${index}]` : '', speakPath(one)))),
};

/** BPFProgram=: an attachment point and the path of the program. */
export const bpfPrograms: Kind<Readonly<Partial<Record<BpfAttachment, string>>>> = {
  class: 'raw-spec',
  joins: 'record',
  speak: (value) => {
    const problem = recordProblem(value, '{ egress: "/sys/fs/bpf/program" }');
    if (problem !== undefined) return refused(problem);
    return together(
      Object.entries(value as Readonly<Record<string, unknown>>).map(([type, path]) => within(`.${type}`, speakProgram(type, path))),
    );
  },
};

function speakProgram(type: string, path: unknown): Spoken {
  if ((BPF_ATTACHMENTS as readonly string[]).includes(type)) return speakPath(path, `${type}:`);
  return refused({
    code: 'systemd/unknown-value',
    got: show(type),
    expected: `one of ${BPF_ATTACHMENTS.join(', ')}`,
    remedy: 'Choose one of them; systemd ignores any other word, also one in other case.',
  });
}
