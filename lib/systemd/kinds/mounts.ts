import { absolutePathProblem } from '../../values';
import { escapeColonField, escapeWord } from '../escape';
import type { BindMount } from '../values/bind-mount';
import { invalid, ok, type Kind, type Rendered } from './kind';
import { badPath } from './paths';
import { wordsOf } from './words';

/** BindPaths= and BindReadOnlyPaths=. */
export const bindMounts: Kind<readonly (string | BindMount)[]> = {
  class: 'words-colon',
  joins: 'list',
  render: (value) => wordsOf(value, renderBindMount),
};

function renderBindMount(value: unknown): Rendered {
  const mount = (typeof value === 'string' ? { source: value } : Object(value)) as BindMount;
  const destination = mount.destination ?? mount.source;
  const bad = [mount.source, destination].find((side) => absolutePathProblem(side) !== undefined);
  if (bad !== undefined || mount.source === undefined) return invalid(badPath(bad, absolutePathProblem(bad) ?? 'is not a string'));
  const source = escapeColonField(`${mount.optional === true ? '-' : ''}${mount.source}`);
  if (mount.recursive === false) return ok(`${source}:${escapeColonField(destination)}:norbind`);
  return ok(destination === mount.source ? source : `${source}:${escapeColonField(destination)}`);
}

/**
 * TemporaryFileSystem=: paths without mount options. Paths with a colon or a backslash, which would need double escaping, are rejected;
 * they don't occur in practice.
 */
export const temporaryFileSystems: Kind<readonly string[]> = {
  class: 'words-colon',
  joins: 'list',
  render: (value) =>
    wordsOf(value, (word) => {
      const problem = absolutePathProblem(word) ?? (/[:\\]/.test(String(word)) ? 'contains a colon or a backslash' : undefined);
      return problem === undefined ? ok(escapeWord(String(word))) : invalid(badPath(word, problem));
    }),
};
