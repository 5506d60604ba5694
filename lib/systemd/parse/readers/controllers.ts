import { show } from '../../../values';
import { textOf } from '../bytes';
import { allWords } from '../first-word';
import { FINE, ignored, partly, type Reader } from '../reader';
import { isBoolean } from './plain';

const CONTROLLERS = [
  ...['cpu', 'cpuacct', 'cpuset', 'io', 'blkio', 'memory', 'devices', 'pids'],
  ...['bpf-firewall', 'bpf-devices', 'bpf-foreign', 'bpf-socket-bind', 'bpf-restrict-network-interfaces', 'bpf-bind-network-interface'],
];

const delegate: Reader = (value, { type }) => {
  if (type !== 'service' && type !== 'scope') return ignored('has no meaning for this type of unit');
  if (value === '' || isBoolean(value)) return FINE;
  const all = allWords(value, { unquote: true });
  if (all === 'invalid') return ignored('has open quotes');
  return all.flatMap((word) => (CONTROLLERS.includes(word) ? FINE : partly(`has ${show(textOf(word))}, which is no controller`)));
};

const disableControllers: Reader = (value) => {
  const all = allWords(value);
  return value === '' || (all !== 'invalid' && all.some((word) => CONTROLLERS.includes(word))) ? FINE : ignored('names no controller');
};

/** Readers of controllers of cgroups. */
export const CONTROLLER: Readonly<Record<string, Reader>> = { delegate, disable_controllers: disableControllers };
