import { absolutePathProblem, error, show, warning, type Issue } from '../../values';
import { escapeRaw, escapeWord } from '../escape';
import { listOf, type OneOrMany } from '../values/one-or-many';
import { OptionalPath } from '../values/optional-path';
import type { UnitString } from '../values/specified';
import { invalid, ok, together, within, type Kind, type Rendered } from './kind';
import { renderSpecified } from './specifiers';
import { lineProblem } from './text';
import { wordsOf } from './words';
import { safeText } from '../values/safe-text';

/** An absolute path. */
export const path: Kind<UnitString> = { class: 'raw-spec', render: (value) => renderPath(value) };

/** Renders an absolute path as the rest of a line, after a prefix. */
export function renderPath(value: unknown, prefix = ''): Rendered {
  return renderSpecified(value, (text) => {
    const problem = absolutePathProblem(text) ?? lineProblem(text);
    return problem === undefined ? ok(prefix + escapeRaw(String(text))) : invalid(badPath(text, problem));
  });
}

/** Creates the issue for an invalid path, or for one that is missing. */
export function badPath(value: unknown, problem: string): Issue {
  return error('unit/invalid-path', [], {
    problem: value === undefined ? 'no path is set' : `${show(value)} ${problem}`,
    remedy: 'Use the full, normalised path on the host, like /opt/myapp/current.',
  });
}

/** An absolute path, which may be missing if it is an {@link OptionalPath}. */
export const pathOrOptional: Kind<UnitString | OptionalPath> = {
  class: 'raw-spec',
  render: (value) => (value instanceof OptionalPath ? renderPath(value.path, '-') : renderPath(value)),
};

/** WorkingDirectory=: a path or {@link OptionalPath}, or `~` for the home directory of User=. */
export const workingDirectory: Kind<UnitString | OptionalPath> = {
  class: 'raw-spec',
  render: (value) => (value === '~' ? ok('~') : pathOrOptional.render(value)),
};

/** EnvironmentFile=: paths or {@link OptionalPath}s, which systemd reads as glob patterns. */
export const environmentFiles: Kind<OneOrMany<UnitString | OptionalPath>> = {
  class: 'raw-spec',
  joins: 'list',
  render: (value) => together(listOf(value).map((file, index) => within([index], renderEnvironmentFile(file)))),
};

function renderEnvironmentFile(file: unknown): Rendered {
  const rendered = pathOrOptional.render(file);
  if (rendered.problems.length > 0 || !/[*?[]/.test(safeText(file))) return rendered;
  const problem = warning('unit/environment-file-pattern', [], {
    problem: `${show(safeText(file))} is a pattern to systemd, because it contains *, ? or [`,
    remedy: 'Rename the file, unless systemd should read every file that matches.',
  });
  return { ...rendered, problems: [problem] };
}

/** Absolute paths, some of which may be missing. */
export const paths: Kind<readonly (UnitString | OptionalPath)[]> = {
  class: 'words',
  joins: 'list',
  render: (value) => wordsOf(value, (word) => (word instanceof OptionalPath ? renderPathWord(word.path, '-') : renderPathWord(word, ''))),
};

/** Absolute paths that must exist. */
export const plainPaths: Kind<OneOrMany<UnitString>> = {
  class: 'words',
  joins: 'list',
  render: (value) => wordsOf(value, (word) => renderPathWord(word, '')),
};

function renderPathWord(value: unknown, prefix: string): Rendered {
  return renderSpecified(value, (text) => {
    const problem = absolutePathProblem(text);
    return problem === undefined ? ok(escapeWord(prefix + String(text))) : invalid(badPath(text, problem));
  });
}

/** PathExists= and similar: paths or patterns, one per line. */
export const watchedPaths: Kind<OneOrMany<UnitString>> = {
  class: 'raw-spec',
  joins: 'list',
  render: (value) => together(listOf(value).map((one, index) => within([index], renderPath(one)))),
};

/** ExecSearchPath=: directories, separated by colons. */
export const searchPath: Kind<readonly UnitString[]> = {
  class: 'raw-spec',
  joins: 'list',
  render: (value) => {
    const parts = together(
      listOf(value).map((one, index) =>
        within([index], safeText(one).includes(':') ? invalid(badPath(one, 'contains a colon, which separates paths')) : renderPath(one)),
      ),
    );
    // Unlike in other values that extend to the end of the line, a backslash makes the next character literal here.
    return { ...parts, lines: parts.lines.length === 0 ? [] : [parts.lines.join(':').replaceAll('\\', '\\\\')] };
  },
};
