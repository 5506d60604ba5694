import { error, fileModeProblem, show } from '../../values';
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
            got: show(value),
            expected: 'true or false',
            remedy: 'Write true or false, without quotes.',
          }),
        ),
};

/**
 * One of a fixed set of words.
 *
 * @param words the words, each with the first version that has it if that is later than the directive's.
 * @param beside other values that the directive accepts, for the message.
 */
export function oneOf<W extends string>(words: Readonly<Record<W, number | 'always'>>, beside: readonly string[] = []): Kind<W> {
  return {
    class: 'enum',
    render: (value) => {
      const since = typeof value === 'string' && Object.hasOwn(words, value) ? words[value as W] : undefined;
      if (since === undefined) {
        return invalid(
          error('unit/unknown-value', [], {
            got: show(value),
            expected: `one of ${[...beside, ...Object.keys(words)].join(', ')}`,
            remedy: 'Use one of these exactly as written: systemd ignores any other word.',
          }),
        );
      }
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

/** A whole number between two bounds, inclusive. */
export function wholeNumber(least: number, most: number): Kind<number> {
  return {
    class: 'number',
    render: (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
        ? ok(String(value))
        : invalid(
            error('unit/invalid-number', [], {
              got: show(value),
              expected: `a whole number from ${least} to ${most}`,
              remedy: 'Use a number in that range: systemd ignores any other.',
            }),
          ),
  };
}

/** A weight, or `idle` (since 252). */
export const cpuWeight: Kind<number | 'idle'> = {
  class: 'number',
  render: (value) => (value === 'idle' ? { ...ok('idle'), needs: [{ what: 'idle', since: 252 }] } : wholeNumber(1, 10_000).render(value)),
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
            got: `${show(value)}, which ${problem}`,
            expected: 'octal digits as text, like "0022"',
            remedy: 'Use text of three or four octal digits.',
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
            got: show(value),
            expected: 'a signal by its full name, like SIGTERM',
            remedy: 'Write the name in capitals, starting with SIG.',
          }),
        ),
};
