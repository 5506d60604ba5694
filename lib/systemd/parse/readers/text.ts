import { hasControl, isValidUtf8 } from '../bytes';
import { unescapeC } from '../c-escape';
import { allWords } from '../first-word';
import { expandedPathProblem, isFileName } from '../paths';
import { BAD_SPECIFIER, expand, FINE, ignored, ignoredIf, noted, partly, refused, type ReadContext, type Reader } from '../reader';
import { readUnsigned } from '../numbers';

/** Reads text in which only specifiers are special. */
const text: Reader = (value, context) => (expand(value, context) === undefined ? ignored(BAD_SPECIFIER) : FINE);

const isAscii = (bytes: string): boolean => !/[\u0080-\u00ff]/.test(bytes);

/** Returns true if bytes can be the name of a file descriptor. */
export const isFdName = (bytes: string): boolean => /^[\x20-\x39\x3b-\x7e]{0,255}$/.test(bytes);

/** Source: documentation_url_is_valid in systemd's web-util.c. */
function isUrl(bytes: string): boolean {
  return isAscii(bytes) && /^(?:https?:\/\/|file:\/|info:|man:)./s.test(bytes);
}

const documentation: Reader = (value, context) => {
  const expanded = expand(value, context);
  if (expanded === undefined) return ignored(BAD_SPECIFIER);
  const words = allWords(expanded, { unquote: true, keepBackslashes: true });
  if (words === 'invalid') return ignored('has unclosed quotes');
  return words.flatMap((word) => (isUrl(word) ? FINE : partly('has a word that is not a URL')));
};

/** Source: valid_user_group_name in systemd's user-util.c, relaxed. */
function isAccount(bytes: string): boolean {
  const id = /^[0-9]+$/.test(bytes) && !/^0./.test(bytes) ? readUnsigned(bytes, 32) : undefined;
  if (id !== undefined) return id !== 0xffffffffn && id !== 0xffffn;
  if (bytes === '' || bytes === '.' || bytes === '..' || /^-?[0-9]*$/.test(bytes)) return false;
  return isValidUtf8(bytes) && !/^ | $|[:/]/.test(bytes) && !hasControl(bytes);
}

const accountProblem = (word: string, context: ReadContext): string | undefined => {
  const name = expand(word, context);
  return name === undefined ? BAD_SPECIFIER : isAccount(name) ? undefined : 'is not a user or group name';
};

const account: Reader = (value, context) => {
  const problem = value === '' ? undefined : accountProblem(value, context);
  if (problem !== undefined) return refused(problem);
  return value === 'nobody' && context.name === 'User' ? noted('is an account whose files other services can access') : FINE;
};

const accounts: Reader = (value, context) => {
  const words = allWords(value);
  if (words === 'invalid') return refused('ends with a backslash');
  const problem = words.map((word) => accountProblem(word, context)).find((each) => each !== undefined);
  return problem === undefined ? FINE : refused(`has a word that ${problem}`);
};

const busName: Reader = (value, context) => {
  const name = expand(value, context, 'full', 255);
  if (name === undefined) return ignored(BAD_SPECIFIER);
  const part = name.startsWith(':') ? '[A-Za-z0-9_-]+' : '[A-Za-z_-][A-Za-z0-9_-]*';
  return new RegExp(`^:?${part}(?:\\.${part})+$`).test(name) ? FINE : ignored('is not a bus name');
};

const LOG_NAMESPACE_MAX = 255 - 33 - 1;

const logNamespace: Reader = (value, context) => {
  const name = expand(value, context, 'full', 255);
  if (name === undefined) return ignored(BAD_SPECIFIER);
  return /^[A-Za-z0-9:_.@-]+$/.test(name) && isFileName(name) && name.length <= LOG_NAMESPACE_MAX ? FINE : ignored('is not a journal name');
};

const fdName: Reader = (value, context) => {
  const name = expand(value, context, 'full', 255);
  return name === undefined ? ignored(BAD_SPECIFIER) : isFdName(name) ? FINE : ignored('is not a file descriptor name');
};

const reboot: Reader = (value, context) => {
  const argument = expand(value, context);
  if (argument === undefined) return ignored(BAD_SPECIFIER);
  // Debian's 252 checks the argument; 247 doesn't.
  if (context.systemdVersion < 252) return FINE;
  return isAscii(argument) && argument.length <= 255 ? FINE : ignored('is not a reboot argument');
};

/** Reads a security label. With a leading `-`, errors aren't fatal. Source: config_parse_exec_selinux_context and similar functions. */
const label: Reader = (value, context) => {
  if (value === '') return FINE;
  if (expand(value.replace(/^-/, ''), context) !== undefined) return FINE;
  return value.startsWith('-') ? ignored(BAD_SPECIFIER) : refused(BAD_SPECIFIER);
};

const INPUTS = ['null', 'tty', 'tty-force', 'tty-fail', 'socket', 'fd', 'data', 'file'];
const OUTPUTS = [
  ...['inherit', 'null', 'tty', 'kmsg', 'kmsg+console', 'journal', 'journal+console', 'socket', 'fd', 'file', 'append', 'truncate'],
];

const stream =
  (words: readonly string[], files: RegExp): Reader =>
  (value, context) => {
    if (value.startsWith('fd:')) return value === 'fd:' ? FINE : fdName(value.slice(3), context);
    const file = files.exec(value);
    if (file !== null && (file[0] !== 'truncate:' || context.systemdVersion >= 248)) {
      return ignoredIf(expandedPathProblem(value.slice(file[0].length), context));
    }
    return words.includes(value) ? FINE : ignored(`is not one of ${words.join(', ')}`);
  };

const output: Reader = (value, context) => {
  if (value === 'syslog' || value === 'syslog+console') return noted(`is read as ${value.replace('syslog', 'journal')}`);
  return stream(OUTPUTS, /^(?:file|append|truncate):/)(value, context);
};

const inputText: Reader = (value, context) => {
  const plain = unescapeC(value, { halfPairs: context.systemdVersion < 262 });
  if (plain === undefined) return ignored('has an invalid escape');
  return expand(plain, context) === undefined ? ignored(BAD_SPECIFIER) : FINE;
};

/** Returns true if bytes are Base64. Since 255, the URL-safe letters are accepted too. Source: unbase64mem. */
export function isBase64(bytes: string, systemdVersion: number): boolean {
  const packed = bytes.replace(/[ \t\n\r]/g, '');
  const form = systemdVersion < 255 ? /^[A-Za-z0-9+/]*={0,2}$/ : /^[A-Za-z0-9+/_-]*={0,2}$/;
  return packed.length % 4 === 0 && form.test(packed);
}

/** Reads `user.name=value`. Source: config_parse_xattr. */
const attribute: Reader = (value, context) => {
  const equals = value.indexOf('=');
  if (equals < 0) return ignored('contains no =');
  const [name, rest] = [expand(value.slice(0, equals), context), expand(value.slice(equals + 1), context)];
  if (name === undefined || rest === undefined) return ignored(BAD_SPECIFIER);
  return name.startsWith('user.') ? FINE : ignored('has a name that does not start with user.');
};

/** Accepts an empty value, which is a reset or has no effect. */
export const emptyOr =
  (reader: Reader): Reader =>
  (value, context) =>
    value === '' ? FINE : reader(value, context);

/** Readers of names and text, by the name of systemd's parser. */
export const TEXT: Readonly<Record<string, Reader>> = {
  unit_string_printf: text,
  unit_condition_string: (value, context) => text(value.replace(/^\|[ \t]*/, '').replace(/^![ \t]*/, ''), context),
  string: () => FINE,
  documentation,
  user_group_compat: account,
  user_group_strv_compat: accounts,
  bus_name: busName,
  log_namespace: emptyOr(logNamespace),
  fdname: emptyOr(fdName),
  reboot_parameter: reboot,
  exec_selinux_context: label,
  exec_apparmor_profile: label,
  exec_smack_process_label: label,
  exec_input: stream(INPUTS, /^file:/),
  exec_output: output,
  exec_input_text: emptyOr(inputText),
  exec_input_data: (value, { systemdVersion }) => (isBase64(value, systemdVersion) ? FINE : ignored('is not Base64')),
  log_filter_patterns: (value) => (value === '~' ? ignored('has no pattern') : FINE),
  xattr: emptyOr(attribute),
};
