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
  if (name !== undefined && !/^[A-Za-z0-9_.-]{1,255}$/.test(name)) {
    return badOpenFile(`${show(name)} is not the name of a file descriptor`, 'letters, digits, ".", "_" and "-"');
  }
  if (!MODES.includes(mode)) {
    return badOpenFile(`${show(mode)} is not a mode for an open file`, 'read-only, append or truncate, or leave mode out');
  }
  const options = [...(mode === undefined ? [] : [mode]), ...(optional === true ? ['graceful'] : [])].join(',');
  if (options !== '') return ok(`${path}:${name ?? ''}:${options}`);
  return ok(name === undefined ? path : `${path}:${name}`);
}

function badOpenFile(problem: string, use: string): Rendered {
  return invalid(error('unit/invalid-open-file', [], { problem, remedy: `Use ${use}: systemd ignores the line otherwise.` }));
}
