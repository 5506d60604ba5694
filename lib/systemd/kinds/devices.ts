import { absolutePathProblem, error, show, Size, type Duration, type Issue } from '../../values';
import { escapeWord } from '../escape';
import type { DeviceRule } from '../values/device-rule';
import { listOf } from '../values/one-or-many';
import { invalidSize, timeSpan } from './amounts';
import { invalid, ok, together, within, type Kind, type Rendered } from './kind';
import { badPath } from './paths';
import { wholeNumber } from './plain';
import { recordProblem } from './records';

/** DeviceAllow=: one line per rule. */
export const deviceRules: Kind<readonly (string | DeviceRule)[]> = {
  class: 'words',
  joins: 'list',
  render: (value) => together(listOf(value).map((one, index) => within([index], renderRule(one)))),
};

function renderRule(value: unknown): Rendered {
  const { device, access } = (typeof value === 'string' ? { device: value } : Object(value)) as DeviceRule;
  const named = typeof device === 'string' && (/^(char|block)-[A-Za-z0-9_*-]+$/.test(device) || isDevice(device));
  if (!named) return invalid(badDevice(`${show(device)} is not a device`, 'a path below /dev, or a group like char-pts'));
  if (access === undefined) return ok(escapeWord(device));
  if (/^(?!.*(.).*\1)[rwm]{1,3}$/.test(access)) return ok(`${escapeWord(device)} ${access}`);
  return invalid(badDevice(`${show(access)} is not a valid access to a device`, 'the letters r, w and m, each at most once'));
}

function badDevice(problem: string, use: string): Issue {
  return error('unit/invalid-device', [], { problem, remedy: `Use ${use}: systemd ignores an invalid device.` });
}

function isDevice(device: string): boolean {
  return device.startsWith('/dev/') && absolutePathProblem(device) === undefined;
}

/** A value for each device path: one line per device. */
function byDevice<V>(render: (value: unknown) => Rendered): Kind<Readonly<Record<string, V>>> {
  return {
    class: 'words',
    joins: 'record',
    render: (value) => {
      const problem = recordProblem(value, '{ "/dev/sda": … }');
      if (problem !== undefined) return invalid(problem);
      return together(
        Object.entries(value as Readonly<Record<string, unknown>>).map(([path, one]) => within([path], renderEntry(path, render(one)))),
      );
    },
  };
}

function renderEntry(path: string, rendered: Rendered): Rendered {
  const problem = absolutePathProblem(path);
  if (problem !== undefined) return invalid(badPath(path, problem));
  return { ...rendered, lines: rendered.lines.map((line) => `${escapeWord(path)} ${line}`) };
}

/** IODeviceWeight=. */
export const deviceWeights: Kind<Readonly<Record<string, number>>> = byDevice((value) => wholeNumber(1, 10_000).render(value));

/** IOReadBandwidthMax= and IOWriteBandwidthMax=. systemd's units are powers of 1000 here, so bytes are written without a unit. */
export const deviceBandwidths: Kind<Readonly<Record<string, Size | 'infinity'>>> = byDevice((value) => {
  if (value === 'infinity') return ok('infinity');
  if (value instanceof Size && value.problem() === undefined && value.toBytes() > 0) return ok(String(value.toBytes()));
  const remedy =
    'Use Size.mebibytes(n) or similar for the bytes per second, or "infinity": systemd ignores an invalid size, and then there is no limit.';
  return invalidSize(value, remedy, value instanceof Size && value.toBytes() === 0 ? 'is not above zero' : undefined);
});

/** IOReadIOPSMax= and IOWriteIOPSMax=. */
export const deviceOperations: Kind<Readonly<Record<string, number | 'infinity'>>> = byDevice((value) =>
  value === 'infinity' ? ok('infinity') : wholeNumber(1, Number.MAX_SAFE_INTEGER, '"infinity"').render(value),
);

/** IODeviceLatencyTargetSec=. */
export const deviceLatencies: Kind<Readonly<Record<string, Duration>>> = byDevice((value) => timeSpan({ infinity: false }).render(value));
