import { error, show } from '../../values';
import { escapeTextC } from '../escape';
import { listOf, type OneOrMany } from '../values/one-or-many';
import type { UnitString } from '../values/specified';
import { PASSABLE, quotableProblem } from './environment';
import { invalid, ok, together, within, type Kind, type Rendered } from './kind';
import { renderSpecified } from './specifiers';

/** StandardInputText=: any text; systemd adds a line break to each. */
export const inputText: Kind<OneOrMany<UnitString>> = {
  class: 'text-c',
  joins: 'list',
  render: (value) =>
    together(listOf(value).map((one, index) => within(Array.isArray(value) ? [index] : [], renderSpecified(one, renderInputText)))),
};

function renderInputText(value: unknown): Rendered {
  const problem = value === '' ? 'is empty, which resets the list' : quotableProblem(value);
  if (problem === undefined) return ok(escapeTextC(String(value)));
  return invalid(
    error('unit/unrepresentable-text', [], {
      problem: `${show(value)} ${problem}`,
      remedy: `Use ${PASSABLE}, or bytes in StandardInputData.`,
    }),
  );
}

/** StandardInputData=: bytes. */
export const inputData: Kind<Uint8Array> = {
  class: 'tokens',
  render: (value) =>
    value instanceof Uint8Array
      ? ok(base64(value))
      : invalid(
          error('unit/invalid-bytes', [], {
            problem: `${show(value)} is not a Uint8Array`,
            remedy: 'Pass bytes: new TextEncoder().encode(text), or a Buffer.',
          }),
        ),
};

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Encodes base64 (RFC 4648) without Node, as this code also runs in browsers. */
function base64(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const number = (a << 16) | (b << 8) | c;
    const digits = [18, 12, 6, 0].map((shift) => DIGITS[(number >> shift) & 63]).join('');
    groups.push(digits.slice(0, bytes.length - at + 1).padEnd(4, '='));
  }
  return groups.join('');
}
