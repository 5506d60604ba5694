import { ExecCommand } from '../exec';
import { EnvironmentReference } from '../values/environment-reference';
import { listOf } from '../values/one-or-many';
import { OptionalPath } from '../values/optional-path';
import { SpecifiedText } from '../values/specified';

/** Returns the commands of a directive. The directive's kind reports values of other types, which untyped callers may pass. */
export function commandsOf(value: unknown): readonly ExecCommand[] {
  return listOf(value ?? []).filter((command): command is ExecCommand => command instanceof ExecCommand && Array.isArray(command.args));
}

/** Returns a command's words, with variables in systemd's syntax. */
export function wordsOf({ program, args }: ExecCommand): readonly string[] {
  return [program, ...args].map((word) => (typeof word === 'string' || word instanceof EnvironmentReference ? String(word) : ''));
}

/** Returns the script of a command that is a shell with `-c`; undefined for any other command. */
export function shellScript(command: ExecCommand): string | undefined {
  const words = wordsOf(command);
  const option = /(?:^|\/)(?:ba|da|z|k)?sh$/.test(words[0] ?? '') ? words.findIndex((word) => /^-[a-z]*c$/.test(word)) : -1;
  return option < 0 ? undefined : (words[option + 1] ?? '');
}

/** Returns the script that a shell would run, or otherwise the command itself. */
export function script(command: ExecCommand): string {
  return shellScript(command) ?? wordsOf(command).join(' ');
}

/** Returns the path in a value, without its prefix; empty for other values, which untyped callers may pass. */
export function pathIn(value: unknown): string {
  const path: unknown = value instanceof OptionalPath ? value.path : value;
  return typeof path === 'string' || path instanceof SpecifiedText ? String(path) : '';
}

/** Returns the last element of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
