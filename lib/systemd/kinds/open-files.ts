import { absolutePathProblem, error, show } from '../../values';
import { listOf, type OneOrMany } from '../values/one-or-many';
import type { OpenFile } from '../values/open-file';
import { invalid, ok, together, within, type Kind, type Rendered } from './kind';
import { badPath } from './paths';

const MODES: readonly unknown[] = [undefined, 'read-only', 'append', 'truncate'];

/** OpenFile=: one line per file. systemd splits the value at colons and undoes C escapes, so a path that needs either is refused. */
export const openFiles: Kind<OneOrMany<string | OpenFile>> = {
  class: 'words-colon',
  joins: 'list',
  render: (value) => together(listOf(value).map((one, index) => within(Array.isArray(value) ? [index] : [], renderOpenFile(one)))),
};

function renderOpenFile(value: unknown): Rendered {
  const { path, name, mode, optional } = (typeof value === 'string' ? { path: value } : Object(value)) as OpenFile;
  const problem =
    absolutePathProblem(path) ?? (/[:\\"'%]/.test(path) ? 'contains a colon, a backslash, a quote or a percent sign' : undefined);
  if (problem !== undefined) return invalid(badPath(path, problem));
  if ((name !== undefined && !/^[A-Za-z0-9_.-]{1,255}$/.test(name)) || !MODES.includes(mode)) {
    return invalid(
      error('unit/invalid-open-file', [], {
        got: `${show(name)} with mode ${show(mode)}`,
        expected: 'a name of letters, digits, ".", "_" and "-", and a mode of read-only, append or truncate',
        remedy: 'Correct them: systemd ignores the line.',
      }),
    );
  }
  const options = [...(mode === undefined ? [] : [mode]), ...(optional === true ? ['graceful'] : [])].join(',');
  if (options !== '') return ok(`${path}:${name ?? ''}:${options}`);
  return ok(name === undefined ? path : `${path}:${name}`);
}
