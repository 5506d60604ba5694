import { BPF_ATTACHMENTS, type BpfAttachment } from '../values/bpf-program';
import { listOf, type OneOrMany } from '../values/one-or-many';
import type { UnitString } from '../values/specified';
import { invalid, together, within, type Kind, type Rendered } from './kind';
import { renderPath } from './paths';
import { unknownValue } from './plain';
import { recordProblem } from './records';

/** IPIngressFilterPath= and IPEgressFilterPath=: one per line. */
export const filterPrograms: Kind<OneOrMany<UnitString>> = {
  class: 'raw-spec',
  joins: 'list',
  render: (value) => together(listOf(value).map((one, index) => within(Array.isArray(value) ? [index] : [], renderPath(one)))),
};

/** BPFProgram=: an attachment point and the path of the program. */
export const bpfPrograms: Kind<Readonly<Partial<Record<BpfAttachment, string>>>> = {
  class: 'raw-spec',
  joins: 'record',
  render: (value) => {
    const problem = recordProblem(value, '{ egress: "/sys/fs/bpf/program" }');
    if (problem !== undefined) return invalid(problem);
    return together(
      Object.entries(value as Readonly<Record<string, unknown>>).map(([type, path]) => within([type], renderProgram(type, path))),
    );
  },
};

function renderProgram(type: string, path: unknown): Rendered {
  if ((BPF_ATTACHMENTS as readonly string[]).includes(type)) return renderPath(path, `${type}:`);
  return invalid(unknownValue(type, BPF_ATTACHMENTS, 'is not a BPF attachment point'));
}
