import { absolutePathProblem, show } from '../../values';
import { escapeRaw, escapeWord } from '../escape';
import { listOf, type OneOrMany } from '../values/one-or-many';
import { OptionalPath } from '../values/optional-path';
import { PathCondition } from '../values/path-condition';
import { refused, said, together, within, type Kind, type Problem, type Spoken } from './kind';
import { lineProblem } from './text';
import { wordsOf } from './words';

/** An absolute path. */
export const path: Kind<string> = { class: 'raw-spec', speak: (value) => speakPath(value) };

/** An absolute path as the rest of a line, after a prefix. */
export function speakPath(value: unknown, prefix = ''): Spoken {
  const problem = absolutePathProblem(value) ?? lineProblem(value);
  return problem === undefined ? said(prefix + escapeRaw(String(value))) : refused(badPath(value, problem));
}

/** The issue of a path that is none. */
export function badPath(value: unknown, problem: string): Problem {
  return {
    code: problem === 'is not absolute' ? 'systemd/relative-path' : 'systemd/bad-path',
    got: `${show(value)}, which ${problem}`,
    expected: 'an absolute, normalised path',
    remedy: 'Give the full path on the host.',
  };
}

/** An absolute path, which may be missing if it is an {@link OptionalPath}. */
export const pathOrOptional: Kind<string | OptionalPath> = {
  class: 'raw-spec',
  speak: (value) => (value instanceof OptionalPath ? speakPath(value.path, '-') : speakPath(value)),
};

/** WorkingDirectory=: such a path, or `~` for the home directory of User=. */
export const workingDirectory: Kind<string | OptionalPath> = {
  class: 'raw-spec',
  speak: (value) => (value === '~' ? said('~') : pathOrOptional.speak(value)),
};

/** EnvironmentFile=: such paths, which systemd reads as patterns. */
export const environmentFiles: Kind<OneOrMany<string | OptionalPath>> = {
  class: 'raw-spec',
  joins: 'list',
  speak: (value) => together(listOf(value).map((file, index) => within(`[${index}]`, speakEnvironmentFile(file)))),
};

function speakEnvironmentFile(file: unknown): Spoken {
  const spoken = pathOrOptional.speak(file);
  if (spoken.problems.length > 0 || !/[*?[]/.test(String(file))) return spoken;
  const problem = {
    code: 'systemd/environment-file-pattern',
    severity: 'warning',
    got: `${show(String(file))}, in which systemd reads *, ? and [ as a pattern`,
    expected: 'the path of one file',
    remedy: 'Rename the file, unless a pattern is what you mean.',
  } as const;
  return { ...spoken, problems: [problem] };
}

/** Condition…= and Assert…=: one line for each path. */
export const pathConditions: Kind<OneOrMany<string | PathCondition>> = {
  class: 'raw-spec',
  joins: 'list',
  speak: (value) =>
    together(
      listOf(value).map((test, index) =>
        within(`[${index}]`, test instanceof PathCondition ? speakPath(test.path, test.prefix) : speakPath(test)),
      ),
    ),
};

/** Absolute paths, some of which may be missing. */
export const paths: Kind<readonly (string | OptionalPath)[]> = {
  class: 'words',
  joins: 'list',
  speak: (value) => wordsOf(value, (word) => (word instanceof OptionalPath ? speakPathWord(word.path, '-') : speakPathWord(word, ''))),
};

/** Absolute paths that must be there. */
export const plainPaths: Kind<OneOrMany<string>> = {
  class: 'words',
  joins: 'list',
  speak: (value) => wordsOf(value, (word) => speakPathWord(word, '')),
};

function speakPathWord(value: unknown, prefix: string): Spoken {
  const problem = absolutePathProblem(value);
  return problem === undefined ? said(escapeWord(prefix + String(value))) : refused(badPath(value, problem));
}
