import { EnvironmentReference } from './values/environment-reference';
import type { SpecifiedText } from './values/specified';

/** An argument of a command: any literal text, an environment variable, or text that contains variables or specifiers. */
export type ExecArgument = string | EnvironmentReference | SpecifiedText;

/** Options for how systemd runs a command (systemd.service(5), "COMMAND LINES", special executable prefixes). */
export interface ExecOptions {
  /**
   * Treats a failure of the command as success (`-`).
   * @default false
   */
  readonly ignoreFailure?: boolean;
  /**
   * Runs the command as root, outside the unit's User=, sandbox and capability settings (`+`).
   * @default false
   */
  readonly fullPrivileges?: boolean;
  /**
   * Name that the program sees as its own, argv[0] (`@`).
   * @default the program's path
   */
  readonly argv0?: string | SpecifiedText;
  /**
   * Turns off expansion of environment variables (`:`). Literal text doesn't need this; it is always safe.
   * @default false
   */
  readonly noEnvironmentExpansion?: boolean;
}

/**
 * A command line of Exec…=. Created by {@link Exec.command}.
 *
 * @example
 * ```ts
 * const command = sidekiq.unit.service.get('ExecStart');
 * const program = command instanceof ExecCommand ? command.program : undefined;
 * ```
 */
export class ExecCommand {
  constructor(
    /** Absolute path, or a bare name that systemd looks up in its own fixed search path. */
    readonly program: string | SpecifiedText,
    /** Arguments after the program. */
    readonly args: readonly ExecArgument[],
    /** Options for how it is run. */
    readonly options: ExecOptions,
  ) {}

  /** The command as messages show it. */
  toString(): string {
    return [this.program, ...this.args].join(' ');
  }
}

/**
 * Builds command lines for Exec…= (systemd.service(5)). Never throws: mistakes become issues of the unit.
 *
 * @example
 * ```ts
 * sidekiq.unit.service.add({
 *   ExecStartPre: [Exec.command('/usr/local/bin/wait-for-redis', ['--timeout', '30'], { ignoreFailure: true })],
 *   ExecStopPost: [Exec.command('/usr/bin/logger', ['-t', 'sidekiq', 'stopped:', Exec.env('EXIT_STATUS')])],
 * });
 * ```
 */
export const Exec = {
  /**
   * Builds a command from a program and its arguments. Arguments reach the program unchanged: no shell, no word splitting, no `%` or `$`.
   *
   * @param program absolute path, or a bare name.
   * @param args literal text, or {@link Exec.env}.
   * @param options prefixes that change how systemd runs it.
   */
  command(program: string | SpecifiedText, args: readonly ExecArgument[] = [], options: ExecOptions = {}): ExecCommand {
    return new ExecCommand(program, args, options);
  },

  /** The value of an environment variable as one word, `${NAME}`; an empty word if it isn't set. `Exec.env('MAINPID')`. */
  env(name: string): EnvironmentReference {
    return new EnvironmentReference(name, false);
  },

  /** The value of an environment variable, split at blanks into any number of words, `$NAME`; no words if it isn't set. */
  envWords(name: string): EnvironmentReference {
    return new EnvironmentReference(name, true);
  },
} as const;
