import { Duration, error, show, Size } from '../../values';
import type { ResourceLimit, SoftHard } from '../values/limit';
import { invalid, ok, type Kind, type Rendered } from './kind';

/** A resource limit that is a count. */
export const countLimit: Kind<ResourceLimit<number>> = resourceLimit('a whole number', (side) =>
  typeof side === 'number' && Number.isSafeInteger(side) && side >= 0 ? side : undefined,
);

/** LimitNICE=: the kernel's value, 20 minus nice. systemd doesn't accept `infinity` here. */
export const niceLimit: Kind<number | SoftHard<number>> = {
  class: 'rlimit',
  render: (value) => {
    const sides = isSoftHard(value) ? [value.soft, value.hard] : [value];
    const fine = sides.every((side) => typeof side === 'number' && side >= 1 && side <= 40);
    return fine ? countLimit.render(value) : invalidLimit(value, 'a whole number from 1 to 40');
  },
};

/** A resource limit in bytes. */
export const byteLimit: Kind<ResourceLimit<Size>> = resourceLimit('a Size', (side) =>
  side instanceof Size && side.problem() === undefined ? side.toBytes() : undefined,
);

/** LimitCPU=: whole seconds. */
export const secondsLimit: Kind<ResourceLimit<Duration>> = resourceLimit('a Duration of whole seconds', (side) =>
  side instanceof Duration && side.problem() === undefined && Number.isInteger(side.toSeconds()) ? side.toSeconds() : undefined,
);

/** LimitRTTIME=: whole microseconds. */
export const microsecondsLimit: Kind<ResourceLimit<Duration>> = resourceLimit('a Duration of whole microseconds', (side) =>
  side instanceof Duration && side.problem() === undefined && Number.isInteger(side.toMilliseconds() * 1000)
    ? side.toMilliseconds() * 1000
    : undefined,
);

function resourceLimit<V>(noun: string, amountOf: (side: unknown) => number | undefined): Kind<ResourceLimit<V>> {
  const sideOf = (side: unknown): number | undefined => (side === 'infinity' ? Infinity : amountOf(side));
  const text = (amount: number): string => (amount === Infinity ? 'infinity' : String(amount));
  return {
    class: 'rlimit',
    render: (value) => {
      const both = isSoftHard(value) ? value : { soft: value, hard: value };
      const soft = sideOf(both.soft);
      const hard = sideOf(both.hard);
      if (soft !== undefined && hard !== undefined && soft <= hard) return ok(soft === hard ? text(soft) : `${text(soft)}:${text(hard)}`);
      if (soft !== undefined && hard !== undefined) {
        return badLimit(`the soft limit ${show(both.soft)} is above the hard limit ${show(both.hard)}`, `${noun}, "infinity"`);
      }
      return invalidLimit(value, `${noun}, "infinity"`);
    },
  };
}

function invalidLimit(value: unknown, allowed: string): Rendered {
  return badLimit(`${isSoftHard(value) ? `${show(value.soft)}:${show(value.hard)}` : show(value)} is not a limit`, allowed);
}

function badLimit(problem: string, allowed: string): Rendered {
  const remedy = `Use ${allowed}, or { soft, hard } with soft at most hard: systemd ignores any other limit.`;
  return invalid(error('unit/invalid-limit', [], { problem, remedy }));
}

function isSoftHard(value: unknown): value is { readonly soft: unknown; readonly hard: unknown } {
  return typeof value === 'object' && value !== null && 'soft' in value && 'hard' in value;
}
