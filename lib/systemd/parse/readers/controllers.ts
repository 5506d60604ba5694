import { show } from '../../../values';
import { textOf } from '../bytes';
import { allWords } from '../first-word';
import { isFileName } from '../paths';
import { FINE, ignored, partly, type Reader } from '../reader';
import { isBoolean } from './plain';

const CONTROLLERS = [
  ...['cpu', 'cpuacct', 'cpuset', 'io', 'blkio', 'memory', 'devices', 'pids'],
  ...['bpf-firewall', 'bpf-devices', 'bpf-foreign', 'bpf-socket-bind', 'bpf-restrict-network-interfaces', 'bpf-bind-network-interface'],
];

const delegate: Reader = (value, { type }) => {
  if (type !== 'service' && type !== 'scope') return ignored('has no effect in this type of unit');
  if (value === '' || isBoolean(value)) return FINE;
  const all = allWords(value, { unquote: true });
  if (all === 'invalid') return ignored('has unclosed quotes');
  return all.flatMap((word) => (CONTROLLERS.includes(word) ? FINE : partly(`has ${show(textOf(word))}, which is not a controller`)));
};

const disableControllers: Reader = (value) => {
  const all = allWords(value);
  return value === '' || (all !== 'invalid' && all.some((word) => CONTROLLERS.includes(word))) ? FINE : ignored('names no controller');
};

/** Files of the kernel in every cgroup directory. */
const KERNEL_FILES = ['notify_on_release', 'release_agent', 'tasks'];

/** Source: cg_needs_escape in systemd's cgroup-util.c. */
const delegateSubgroup: Reader = (value, { type }) => {
  if (type !== 'service' && type !== 'scope') return ignored('has no effect in this type of unit');
  const taken = KERNEL_FILES.includes(value) || ['cgroup', ...CONTROLLERS].some((each) => value.startsWith(`${each}.`));
  return value === '' || (isFileName(value) && !/^[_.]/.test(value) && !taken) ? FINE : ignored('is not a cgroup name');
};

/** Readers of controllers and cgroup names. */
export const CONTROLLER: Readonly<Record<string, Reader>> = {
  delegate,
  delegate_subgroup: delegateSubgroup,
  disable_controllers: disableControllers,
};
