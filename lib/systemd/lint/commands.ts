import { ExecCommand } from '../exec';
import { EnvironmentReference } from '../values/environment-reference';
import { listOf } from '../values/one-or-many';
import { OptionalPath } from '../values/optional-path';
import { SpecifiedText } from '../values/specified';

/** The commands of a directive; what else a caller without types put there, the directive's kind tells. */
export function commandsOf(value: unknown): readonly ExecCommand[] {
  return listOf(value ?? []).filter((command): command is ExecCommand => command instanceof ExecCommand && Array.isArray(command.args));
}

/** A command's words; a variable as it is spelt. */
export function wordsOf({ program, args }: ExecCommand): readonly string[] {
  return [program, ...args].map((word) => (typeof word === 'string' || word instanceof EnvironmentReference ? String(word) : ''));
}

/** What a shell is given to run, where the command is a shell with `-c`. */
export function shellScript(command: ExecCommand): string | undefined {
  const words = wordsOf(command);
  const option = /(?:^|\/)(?:ba|da|z|k)?sh$/.test(words[0] ?? '') ? words.findIndex((word) => /^-[a-z]*c$/.test(word)) : -1;
  return option < 0 ? undefined : (words[option + 1] ?? '');
}

/** The words that a shell would run, or else the command itself. */
export function script(command: ExecCommand): string {
  return shellScript(command) ?? wordsOf(command).join(' ');
}

/** The path that a value is, without its prefix; empty where a caller without types gave something else. */
export function pathIn(value: unknown): string {
  const path: unknown = value instanceof OptionalPath ? value.path : value;
  return typeof path === 'string' || path instanceof SpecifiedText ? String(path) : '';
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
