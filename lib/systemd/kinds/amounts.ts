import { Duration, error, Percent, show, Size } from '../../values';
import { invalid, ok, type Kind, type Rendered } from './kind';
import { wholeNumber } from './plain';

/** The longest time span that a JavaScript number can hold exactly in microseconds: 285 years. */
const MAX_MICROSECONDS = Number.MAX_SAFE_INTEGER;

/** Options of {@link timeSpan}. */
export interface TimeSpanOptions {
  /** Reports 0 as an issue, for directives where systemd reads it as "no limit", the opposite of its literal meaning. */
  readonly zeroIsInfinity?: boolean;
}

/** A time span, or `infinity`. */
export function timeSpan(options: TimeSpanOptions = {}): Kind<Duration | 'infinity'> {
  return { class: 'time', render: (value) => renderTimeSpan(value, options) };
}

function renderTimeSpan(value: unknown, { zeroIsInfinity = false }: TimeSpanOptions): Rendered {
  if (value === 'infinity') return ok('infinity');
  const bad = (got: string, remedy = 'Use Duration.seconds(n) or similar, or "infinity".'): Rendered =>
    invalid(error('unit/invalid-duration', [], { got, expected: 'a Duration of a microsecond or more, or "infinity"', remedy }));
  if (!(value instanceof Duration)) return bad(show(value));
  const problem = value.problem();
  if (problem !== undefined) return bad(`${value}, which ${problem}`);
  const microseconds = Math.round(value.toMilliseconds() * 1000);
  if (microseconds > MAX_MICROSECONDS) return bad(`${value}, which is longer than 285 years`, 'Use "infinity".');
  if (microseconds === 0 && value.toMilliseconds() > 0) return bad(`${value}, which is less than a microsecond`);
  if (microseconds === 0 && zeroIsInfinity) {
    return invalid(
      error('unit/zero-means-infinity', [], {
        got: '0 s, which systemd reads as no limit',
        expected: 'a Duration above zero, or "infinity"',
        remedy: 'Use "infinity" for no limit, or the shortest time that is enough.',
      }),
    );
  }
  return ok(spanText(microseconds));
}

/** Returns the shortest exact notation with one unit: `90s`, `1500ms`, `250us`. */
function spanText(microseconds: number): string {
  if (microseconds % 1_000_000 === 0) return `${microseconds / 1_000_000}s`;
  return microseconds % 1000 === 0 ? `${microseconds / 1000}ms` : `${microseconds}us`;
}

/** An amount of memory, a share of the machine's memory, or `infinity`. */
export const memory: Kind<Size | Percent | 'infinity'> = {
  class: 'size',
  render: (value) => {
    if (value === 'infinity') return ok('infinity');
    if (value instanceof Percent) return percentage(value, 100);
    if (value instanceof Size && value.problem() === undefined) return ok(sizeText(value.toBytes()));
    return refusedSize(value, 'a Size, a Percent up to 100, or "infinity"');
  },
};

/** Like {@link memory}, but above zero, as zero would leave nothing to run in. */
export const memoryAboveZero: Kind<Size | Percent | 'infinity'> = {
  class: 'size',
  render: (value) =>
    value instanceof Size && value.toBytes() === 0
      ? refusedSize(value, 'a Size above zero, a Percent, or "infinity"')
      : memory.render(value),
};

/** CPUQuota=: a share of one CPU, which may exceed 100 %. */
export const cpuQuota: Kind<Percent> = {
  class: 'size',
  render: (value) =>
    value instanceof Percent
      ? percentage(value, 100_000)
      : invalid(
          error('unit/invalid-size', [], {
            got: show(value),
            expected: 'a Percent of one CPU; 200 % is two CPUs',
            remedy: 'Use Percent.of(n): systemd ignores a quota without %.',
          }),
        ),
};

/** ManagedOOMMemoryPressureLimit=: a share up to 100 %. */
export const pressureLimit: Kind<Percent> = {
  class: 'size',
  render: (value) =>
    value instanceof Percent
      ? percentage(value, 100)
      : invalid(error('unit/invalid-size', [], { got: show(value), expected: 'a Percent up to 100', remedy: 'Use Percent.of(n).' })),
};

/** TasksMax=: a number of tasks, a share of what the machine allows, or `infinity`. */
export const tasksMax: Kind<number | Percent | 'infinity'> = {
  class: 'size',
  render: (value) => {
    if (value === 'infinity') return ok('infinity');
    if (value instanceof Percent) return percentage(value, 100);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return ok(String(value));
    return invalid(
      error('unit/invalid-size', [], {
        got: show(value),
        expected: 'a whole number above zero, a Percent up to 100, or "infinity"',
        remedy: 'Use one of these: systemd ignores anything else, and then there is no limit.',
      }),
    );
  },
};

/** Renders a share above zero. */
export function percentage(value: Percent, most: number): Rendered {
  const hundredths = value.value * 100;
  const fine =
    value.problem() === undefined &&
    value.value <= most &&
    Math.abs(hundredths - Math.round(hundredths)) < 1e-6 &&
    Math.round(hundredths) > 0;
  if (fine) {
    const spoken = ok(`${Math.round(hundredths) / 100}%`);
    // systemd 247 reads only one decimal.
    return Math.round(hundredths) % 10 === 0 ? spoken : { ...spoken, needs: [{ what: 'a second decimal of a percentage', since: 248 }] };
  }
  return invalid(
    error('unit/invalid-percent', [], {
      got: String(value),
      expected: `a Percent above 0 and up to ${most}, with at most two decimals`,
      remedy: 'Use a Percent in that range: systemd ignores any other.',
    }),
  );
}

function refusedSize(value: unknown, expected: string): Rendered {
  const problem = value instanceof Size ? value.problem() : undefined;
  return invalid(
    error('unit/invalid-size', [], {
      got: problem === undefined ? show(value) : `${show(value)}, which ${problem}`,
      expected,
      remedy: 'Use Size.mebibytes(n) or similar: systemd ignores an invalid size, and then there is no limit.',
    }),
  );
}

/** Returns the shortest exact notation: `512M`. systemd's units are powers of 1024. */
export function sizeText(bytes: number): string {
  const unit = [
    ['G', 1024 ** 3],
    ['M', 1024 ** 2],
    ['K', 1024],
  ].find(([, factor]) => bytes > 0 && bytes % (factor as number) === 0);
  return unit === undefined ? String(bytes) : `${bytes / (unit[1] as number)}${unit[0]}`;
}

/** A number of bytes without `infinity`, for buffers. */
export const byteSize: Kind<Size> = {
  class: 'size',
  render: (value) =>
    value instanceof Size && value.problem() === undefined ? ok(sizeText(value.toBytes())) : refusedSize(value, 'a Size'),
};

/** StateDirectoryQuota= and similar: the space that a directory may use. */
export const quota: Kind<Size | Percent | 'off'> = {
  class: 'size',
  render: (value) =>
    value === 'off' ? ok('off') : value === 'infinity' ? refusedSize(value, 'a Size, a Percent, or "off"') : memoryAboveZero.render(value),
};

/** A count, or `infinity`. */
export const countOrInfinity: Kind<number | 'infinity'> = {
  class: 'number',
  render: (value) => (value === 'infinity' ? ok('infinity') : wholeNumber(0, 4_294_967_294).render(value)),
};

/** TimerSlackNSec=: a time span that systemd stores in nanoseconds. */
export const timeSlack: Kind<Duration> = {
  class: 'time',
  render: (value) => timeSpan().render(value === 'infinity' ? undefined : value),
};
