import { EnvironmentReference } from './values/environment-reference';
import type { SpecifiedText } from './values/specified';

/** An argument of a command: literal text, whatever it holds, an environment variable, or text with such and specifiers. */
export type ExecArgument = string | EnvironmentReference | SpecifiedText;

/** How systemd runs a command (systemd.service(5), "COMMAND LINES", special executable prefixes). */
export interface ExecOptions {
  /** A failure of the command counts as success (`-`). Default: false. */
  readonly ignoreFailure?: boolean;
  /** The command runs as root, outside the unit's User=, sandbox and capability settings (`+`). Default: false. */
  readonly fullPrivileges?: boolean;
  /** What the program sees as its own name, argv[0] (`@`). Default: the program's path. */
  readonly argv0?: string | SpecifiedText;
  /** No environment variable is put in (`:`); literal text needs no such thing, it is safe anyway. Default: false. */
  readonly noEnvironmentExpansion?: boolean;
}

/** A command line of Exec…=. Made by {@link Exec.command}. */
export class ExecCommand {
  constructor(
    /** Absolute path, or a bare name that systemd looks up in its own fixed search path. */
    readonly program: string | SpecifiedText,
    /** What comes after the program. */
    readonly args: readonly ExecArgument[],
    /** How it is run. */
    readonly options: ExecOptions,
  ) {}

  /** How messages show it. */
  toString(): string {
    return [this.program, ...this.args].join(' ');
  }
}

/** Makes command lines for Exec…= (systemd.service(5)). Nothing here throws; what is wrong becomes an issue of the unit. */
export const Exec = {
  /**
   * A program and its arguments. Arguments reach the program exactly as given: no shell, no word splitting, no `%` or `$`.
   *
   * @param program - absolute path, or a bare name.
   * @param args - literal text, or {@link Exec.env}.
   * @param options - how it is run.
   */
  command(program: string | SpecifiedText, args: readonly ExecArgument[] = [], options: ExecOptions = {}): ExecCommand {
    return new ExecCommand(program, args, options);
  },

  /** The value of an environment variable as one word, `${NAME}`; an empty word where it is not set. `Exec.env('MAINPID')`. */
  env(name: string): EnvironmentReference {
    return new EnvironmentReference(name, false);
  },

  /** The value of an environment variable, split at blanks into any number of words, `$NAME`; none where it is not set. */
  envWords(name: string): EnvironmentReference {
    return new EnvironmentReference(name, true);
  },
} as const;
