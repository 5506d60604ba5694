import { Duration, error, Percent, show, Size } from '../../values';
import { invalid, ok, type Kind, type Rendered } from './kind';
import { wholeNumber } from './plain';

/** The longest time span that a JavaScript number can hold exactly in microseconds: 285 years. */
const MAX_MICROSECONDS = Number.MAX_SAFE_INTEGER;

/** Options of {@link timeSpan}. */
export interface TimeSpanOptions {
  /** Reports 0 as an issue, for directives where systemd reads it as "no limit", the opposite of its literal meaning. */
  readonly zeroIsInfinity?: boolean;
  /**
   * Accepts `infinity`.
   * @default true
   */
  readonly infinity?: boolean;
}

/** A time span, or `infinity` unless the options exclude it. */
export function timeSpan(options: TimeSpanOptions = {}): Kind<Duration | 'infinity'> {
  return { class: 'time', render: (value) => renderTimeSpan(value, options) };
}

function renderTimeSpan(value: unknown, { zeroIsInfinity = false, infinity = true }: TimeSpanOptions): Rendered {
  if (value === 'infinity' && infinity) return ok('infinity');
  const usual = `Use Duration.seconds(n) or similar${infinity ? ', or "infinity"' : ''}.`;
  const bad = (problem: string, remedy = usual): Rendered => invalid(error('unit/invalid-duration', [], { problem, remedy }));
  if (!(value instanceof Duration)) return bad(`${show(value)} is not a Duration`);
  const problem = value.problem();
  if (problem !== undefined) return bad(`${value} ${problem}`);
  const microseconds = Math.round(value.toMilliseconds() * 1000);
  if (microseconds > MAX_MICROSECONDS) return bad(`${value} is longer than 285 years`, infinity ? 'Use "infinity".' : usual);
  if (microseconds === 0 && value.toMilliseconds() > 0) {
    return bad(`${value} is less than a microsecond`, 'Use Duration.milliseconds(0.001) or more: systemd counts in microseconds.');
  }
  if (microseconds === 0 && zeroIsInfinity) {
    return invalid(
      error('unit/zero-means-infinity', [], {
        problem: '0 s means no limit to systemd',
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

const NO_LIMIT = 'systemd ignores an invalid size, and then there is no limit';
const MEMORY = `Use Size.mebibytes(n) or similar, a Percent up to 100, or "infinity": ${NO_LIMIT}.`;

/** An amount of memory, a share of the machine's memory, or `infinity`. */
export const memory: Kind<Size | Percent | 'infinity'> = {
  class: 'size',
  render: (value) => {
    if (value === 'infinity') return ok('infinity');
    if (value instanceof Percent) return percentage(value, 100);
    if (value instanceof Size && value.problem() === undefined) return ok(sizeText(value.toBytes()));
    return invalidSize(value, MEMORY);
  },
};

/** Like {@link memory}, but above zero, as zero would leave nothing to run in. */
export const memoryAboveZero: Kind<Size | Percent | 'infinity'> = {
  class: 'size',
  render: (value) =>
    value instanceof Size && value.toBytes() === 0 ? invalidSize(value, MEMORY, 'is not above zero') : memory.render(value),
};

/** CPUQuota=: a share of one CPU, which may exceed 100 %. */
export const cpuQuota: Kind<Percent> = {
  class: 'size',
  render: (value) =>
    value instanceof Percent
      ? percentage(value, 100_000)
      : invalid(
          error('unit/invalid-size', [], {
            problem: `${show(value)} is not a Percent`,
            remedy: 'Use Percent.of(n), where 200 is two CPUs: systemd ignores a quota without %.',
          }),
        ),
};

/** ManagedOOMMemoryPressureLimit=: a share up to 100 %. */
export const pressureLimit: Kind<Percent> = {
  class: 'size',
  render: (value) =>
    value instanceof Percent
      ? percentage(value, 100)
      : invalid(error('unit/invalid-size', [], { problem: `${show(value)} is not a Percent`, remedy: 'Use Percent.of(n), up to 100.' })),
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
        problem: `${show(value)} is not a number of tasks`,
        remedy:
          'Use a whole number above zero, a Percent up to 100, or "infinity": systemd ignores any other value, and its default limit applies.',
      }),
    );
  },
};

/** Renders a share above zero. */
export function percentage(value: Percent, most: number): Rendered {
  const hundredths = value.value * 100;
  const problem = percentProblem(value, most);
  if (problem === undefined) {
    const rendered = ok(`${Math.round(hundredths) / 100}%`);
    // systemd 247 reads only one decimal.
    return Math.round(hundredths) % 10 === 0
      ? rendered
      : { ...rendered, needs: [{ what: 'a second decimal of a percentage', since: 248 }] };
  }
  return invalid(
    error('unit/invalid-percent', [], {
      problem: `${value} ${problem}`,
      remedy: `Use a Percent above 0 and up to ${most}, with at most two decimals: systemd ignores any other.`,
    }),
  );
}

function percentProblem(percent: Percent, most: number): string | undefined {
  const problem = percent.problem();
  if (problem !== undefined) return problem;
  const hundredths = percent.value * 100;
  if (percent.value > most) return `is more than ${most} %`;
  if (Math.abs(hundredths - Math.round(hundredths)) >= 1e-6) return 'has more than two decimals';
  return Math.round(hundredths) > 0 ? undefined : 'is not above zero';
}

/** Creates the result for an invalid size. The problem defaults to that of the Size. */
export function invalidSize(value: unknown, remedy: string, problem?: string): Rendered {
  const own = value instanceof Size ? value.problem() : undefined;
  return invalid(error('unit/invalid-size', [], { problem: `${show(value)} ${problem ?? own ?? 'is not a Size'}`, remedy }));
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
    value instanceof Size && value.problem() === undefined
      ? ok(sizeText(value.toBytes()))
      : invalidSize(value, 'Use Size.kibibytes(n) or similar: systemd ignores an invalid size.'),
};

/** StateDirectoryQuota= and similar: the space that a directory may use. */
export const quota: Kind<Size | Percent | 'off'> = {
  class: 'size',
  render: (value) =>
    value === 'off'
      ? ok('off')
      : value === 'infinity'
        ? invalidSize(value, `Use Size.mebibytes(n) or similar, a Percent up to 100, or "off": ${NO_LIMIT}.`)
        : memoryAboveZero.render(value),
};

/** A count, or `infinity`. */
export const countOrInfinity: Kind<number | 'infinity'> = {
  class: 'number',
  render: (value) => (value === 'infinity' ? ok('infinity') : wholeNumber(0, 4_294_967_294, '"infinity"').render(value)),
};

/** TimerSlackNSec=: a time span that systemd stores in nanoseconds. */
export const timeSlack: Kind<Duration> = timeSpan({ infinity: false });
