import { error, fileModeProblem, show, type Issue } from '../../values';
import { SIGNALS, type Signal } from '../values/signal';
import { invalid, ok, type Kind } from './kind';

/** `yes` or `no`. */
export const yesNo: Kind<boolean> = {
  class: 'bool',
  render: (value) =>
    typeof value === 'boolean'
      ? ok(value ? 'yes' : 'no')
      : invalid(
          error('unit/invalid-boolean', [], {
            problem: `${show(value)} is not a boolean`,
            remedy: 'Use true or false, without quotes.',
          }),
        ),
};

/** Creates the issue for a value that is not one of a fixed set. */
export function unknownValue(value: unknown, words: readonly string[], problem = 'is not a value of this directive'): Issue {
  return error('unit/unknown-value', [], {
    problem: `${show(value)} ${problem}`,
    remedy: `Use one of these, because systemd ignores any other value: ${words.join(', ')}.`,
  });
}

/**
 * One of a fixed set of words.
 *
 * @param words the words, each with the first version that has it if that is later than the directive's.
 * @param others other values that the directive accepts, for the message.
 */
export function oneOf<W extends string>(words: Readonly<Record<W, number | 'always'>>, others: readonly string[] = []): Kind<W> {
  return {
    class: 'enum',
    render: (value) => {
      const since = typeof value === 'string' && Object.hasOwn(words, value) ? words[value as W] : undefined;
      if (since === undefined) return invalid(unknownValue(value, [...others, ...Object.keys(words)]));
      const line = value as string;
      return since === 'always' ? ok(line) : { ...ok(line), needs: [{ what: line, since }] };
    },
  };
}

/** Like {@link oneOf}, for directives where systemd also accepts words without a fixed list. */
export function tokenOf<W extends string>(words: Readonly<Record<W, number | 'always'>>): Kind<W> {
  return { ...oneOf(words), class: 'tokens' };
}

/** A boolean, or one of a few words. */
export function yesNoOr<W extends string>(words: Readonly<Record<W, number | 'always'>>): Kind<boolean | W> {
  const word = oneOf(words, ['true', 'false']);
  return { class: 'enum', render: (value) => (typeof value === 'boolean' ? yesNo.render(value) : word.render(value)) };
}

/**
 * A whole number between two bounds, inclusive.
 *
 * @param least lowest number.
 * @param most highest number.
 * @param other another value that the directive accepts, for the message.
 */
export function wholeNumber(least: number, most: number, other?: string): Kind<number> {
  return {
    class: 'number',
    render: (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
        ? ok(String(value))
        : invalid(
            error('unit/invalid-number', [], {
              problem: `${show(value)} is not a whole number from ${least} to ${most}`,
              remedy: `Use a number in that range${other === undefined ? '' : `, or ${other}`}: systemd ignores any other value.`,
            }),
          ),
  };
}

/** A weight, or `idle` (since 252). */
export const cpuWeight: Kind<number | 'idle'> = {
  class: 'number',
  render: (value) =>
    value === 'idle' ? { ...ok('idle'), needs: [{ what: 'idle', since: 252 }] } : wholeNumber(1, 10_000, '"idle"').render(value),
};

/** A file mode or umask: octal digits. */
export const fileMode: Kind<string> = {
  class: 'mode',
  render: (value) => {
    const problem = fileModeProblem(value);
    return problem === undefined
      ? ok(String(value))
      : invalid(
          error('unit/invalid-mode', [], {
            problem: `${show(value)} ${problem}`,
            remedy: 'Use three or four octal digits as text, like "0022".',
          }),
        );
  },
};

/** Returns true if a value is the name of a signal. */
export function isSignal(value: unknown): value is Signal {
  if (typeof value !== 'string') return false;
  return (SIGNALS as readonly string[]).includes(value) || /^SIGRTMIN\+([0-9]|[12][0-9]|30)$/.test(value);
}

/** The name of a signal. */
export const signal: Kind<Signal> = {
  class: 'tokens',
  render: (value) =>
    isSignal(value)
      ? ok(value)
      : invalid(
          error('unit/unknown-signal', [], {
            problem: `${show(value)} is not a signal`,
            remedy: 'Use its full name in capitals, like SIGTERM.',
          }),
        ),
};
