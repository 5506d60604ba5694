import { allWords, firstWord } from '../first-word';
import { expandedPathProblem, kernelPathProblem, pathProblem } from '../paths';
import {
  BAD_SPECIFIER,
  expand,
  FINE,
  ignored,
  ignoredIf,
  noted,
  partly,
  refused,
  warned,
  type ReadContext,
  type Reader,
  type Remark,
} from '../reader';

const UNREADABLE = 'has unclosed quotes or ends with a backslash';

/** Directives whose value is one path, and for which systemd refuses the unit if the path is invalid. */
const FATAL = ['RootDirectory', 'RootImage', 'RootVerity', 'RootMStack'];

const onePath: Reader = (value, context) => {
  if (value === '') return FINE;
  // Since 256, it may also be a label or an identifier. Source: config_parse_mount_node.
  if (context.type === 'swap' && context.name === 'What' && context.systemdVersion >= 256) {
    const node = expand(value, context);
    return ignoredIf(node === undefined ? BAD_SPECIFIER : node.length >= 4096 ? 'is too long' : undefined);
  }
  const path = expand(value, context, 'full', 4095);
  // A path that is empty after expanding specifiers is also a reset.
  const problem = path === '' ? undefined : path === undefined ? BAD_SPECIFIER : pathProblem(path, context);
  if (problem === undefined) return FINE;
  return FATAL.includes(context.name) ? refused(problem) : ignored(problem);
};

/**
 * Reports a path below /var/run, which systemd reads as below /run. Debian's 247 and 252 report it only in the administrator's files, 257
 * and 262 in every file.
 * Source: patch_var_run.
 */
export function legacyRun(path: string, { administrator, systemdVersion }: ReadContext): readonly Remark[] {
  return (administrator || systemdVersion >= 257) && /^\/+var\/+run\/+./.test(path)
    ? noted('is below /var/run, which systemd reads as /run')
    : FINE;
}

const pidFile: Reader = (value, context) => {
  if (value === '') return FINE;
  const path = expand(value, context, 'full', 4095);
  if (path === undefined) return ignored(BAD_SPECIFIER);
  // A relative path is below /run.
  const whole = path.startsWith('/') ? path : `/run/${path}`;
  const problem = pathProblem(whole, context) ?? kernelPathProblem(whole, context);
  return problem === undefined ? legacyRun(whole, context) : refused(problem);
};

const workingDirectory: Reader = (value, context) => {
  if (value === '') return FINE;
  const optional = value.startsWith('-');
  const path = optional ? value.slice(1) : value;
  const problem = path === '~' ? undefined : expandedPathProblem(path, context);
  if (problem === undefined) return FINE;
  return optional ? ignored(problem) : refused(problem);
};

const environmentFile: Reader = (value, context) => {
  if (value === '') return FINE;
  const path = expand(value, context, 'full', 4096);
  return path === undefined ? ignored(BAD_SPECIFIER) : ignoredIf(pathProblem(path.replace(/^-/, ''), context));
};

/** Reads words that are paths with optional prefixes. Invalid paths are left out, and the others are kept. */
const pathWords: Reader = (value, context) => {
  if (value === '') return FINE;
  return eachWord(value, (word) => expandedPathProblem(word.replace(/^-/, '').replace(/^\+/, ''), context));
};

/** Checks each word. The words before an unreadable one are kept. */
function eachWord(value: string, problemOf: (word: string) => string | undefined): readonly Remark[] {
  const remarks: Remark[] = [];
  for (let rest: string | undefined = value; ;) {
    const next = firstWord(rest, { unquote: true });
    if (next === undefined) return remarks;
    if (next === 'invalid') return [...remarks, ...partly(UNREADABLE)];
    const problem = problemOf(next.word);
    if (problem !== undefined) remarks.push(...partly(`has a path that ${problem}`));
    rest = next.rest;
  }
}

const mountsFor: Reader = (value, context) => eachWord(value, (word) => expandedPathProblem(word, context));

/** Reads a list of paths, which ends at the first invalid one. */
const pathList: Reader = (value, context) => {
  if (value === '') return FINE;
  const words = allWords(value, { unquote: true });
  if (words === 'invalid') return ignored(UNREADABLE);
  const problem = words.map((word) => expandedPathProblem(word, context)).find((each) => each !== undefined);
  return problem === undefined ? FINE : partly(`has a path that ${problem}`);
};

const colonPaths: Reader = (value, context) => {
  if (value === '') return FINE;
  const words = allWords(value, { separators: ':', everySeparator: true });
  if (words === 'invalid') return ignored(UNREADABLE);
  return ignoredIf(words.map((word) => expandedPathProblem(word, context)).find((each) => each !== undefined));
};

const bindPaths: Reader = (value, context) => {
  const remarks: Remark[] = [];
  const flags = { separators: ': \t\n\r', unquote: true, everySeparator: true };
  for (let rest: string | undefined = value === '' ? undefined : value; ;) {
    const source = firstWord(rest, flags);
    if (source === undefined) return remarks;
    if (source === 'invalid') return [...remarks, ...partly(UNREADABLE)];
    const colon = rest![rest!.length - (source.rest?.length ?? 0) - 1] === ':' && source.rest !== undefined;
    rest = source.rest;
    const expanded = expand(source.word, context, 'full', 4096);
    const problem = expanded === undefined ? BAD_SPECIFIER : pathProblem(expanded.replace(/^-/, ''), context);
    if (problem !== undefined) {
      remarks.push(...partly(`has a source that ${problem}`));
      continue;
    }
    if (!colon) continue;
    const destination = firstWord(rest, flags);
    if (destination === 'invalid') return [...remarks, ...partly(UNREADABLE)];
    if (destination === undefined) {
      remarks.push(...partly('ends with a colon'));
      continue;
    }
    const options = rest![rest!.length - (destination.rest?.length ?? 0) - 1] === ':' && destination.rest !== undefined;
    rest = destination.rest;
    const bad = expandedPathProblem(destination.word, context);
    if (bad !== undefined) {
      remarks.push(...partly(`has a destination that ${bad}`));
      continue;
    }
    if (!options) continue;
    const option = firstWord(rest, { unquote: true });
    if (option === 'invalid') return [...remarks, ...partly(UNREADABLE)];
    if (option !== undefined && !['', 'rbind', 'norbind', 'idmap', 'noidmap'].includes(option.word))
      remarks.push(...partly('has invalid options'));
    rest = option?.rest;
  }
};

const temporaryFileSystem: Reader = (value, context) => {
  if (value === '') return FINE;
  const words = allWords(value, { unquote: true });
  if (words === 'invalid') return ignored(UNREADABLE);
  return words.flatMap((word) => {
    const path = firstWord(word, { separators: ':', everySeparator: true });
    if (path === undefined || path === 'invalid') return partly('has a word that is not a path');
    const problem = expandedPathProblem(path.word, context);
    return problem === undefined ? FINE : partly(`has a path that ${problem}`);
  });
};

/** Reads Condition…=: `|`, then `!`, then the path. */
const conditionPath: Reader = (value, context) => {
  if (value === '') return FINE;
  return ignoredIf(expandedPathProblem(value.replace(/^\|/, '').replace(/^!/, ''), context));
};

/** Reads a device and its access, weight or limit. */
export function deviceAnd(problemOf: (rest: string) => string | undefined, { required = true, kinds = false } = {}): Reader {
  return (value, context) => {
    if (value === '') return FINE;
    const device = firstWord(value, { unquote: true });
    if (device === undefined || device === 'invalid') return ignored(UNREADABLE);
    if (required && (device.rest ?? '') === '') return ignored('has nothing after the device');
    const path = expand(device.word, context, 'full', 4095);
    if (path === undefined) return ignored(BAD_SPECIFIER);
    if (!kinds || !/^(?:block|char)-/.test(path)) {
      const problem =
        pathProblem(path, context, 'any') ??
        (kinds && !/^\/+(?:dev|run\/systemd\/inaccessible)(?:\/|$)/.test(path.replace(/\/(?:\.?\/)+/g, '/'))
          ? 'is not a device below /dev'
          : undefined);
      if (problem !== undefined) return ignored(`names a path that ${problem}`);
    }
    const problem = problemOf(device.rest ?? '');
    return problem === undefined ? FINE : ignored(problem);
  };
}

/** Adds a warning that a directive is deprecated, before the remarks on its value. systemd warns since 252. */
export function deprecated(reader: Reader, better: string): Reader {
  return (value, context) => {
    const remarks = reader(value, context);
    return context.systemdVersion < 252 ? remarks : [...warned(`is for a deprecated directive, which ${better}= replaces`), ...remarks];
  };
}

/** Readers of paths, by the name of systemd's parser. */
export const PATHS: Readonly<Record<string, Reader>> = {
  unit_path_printf: onePath,
  pid_file: pidFile,
  working_directory: workingDirectory,
  unit_env_file: environmentFile,
  namespace_path_strv: pathWords,
  unit_requires_mounts_for: mountsFor,
  unit_mounts_for: mountsFor,
  unit_path_strv_printf: pathList,
  colon_separated_paths: colonPaths,
  bind_paths: bindPaths,
  temporary_filesystems: temporaryFileSystem,
  unit_condition_path: conditionPath,
  path_spec: (value, context) => (value === '' ? FINE : ignoredIf(expandedPathProblem(value, context))),
  ip_filter_bpf_progs: (value, context) => (value === '' ? FINE : ignoredIf(expandedPathProblem(value, context))),
  exec_root_hash: (value) =>
    value === '' || value.startsWith('/') || /^(?:[0-9a-fA-F]{2}){16,}$/.test(value) ? FINE : ignored('is neither a path nor a hash'),
  exec_root_hash_sig: (value) =>
    value === '' || value.startsWith('/') || /^base64:[A-Za-z0-9+/=\s]*$/.test(value) ? FINE : ignored('is neither a path nor base64:'),
};
