/**
 * An environment variable that systemd substitutes into a command line when it starts the process. See Exec.env, Exec.envWords.
 *
 * @example
 * ```ts
 * const mainPid: EnvironmentReference = Exec.env('MAINPID');
 * sidekiq.unit.service.set({ ExecReload: Exec.command('/bin/kill', ['-TSTP', mainPid]) });
 * ```
 */
export class EnvironmentReference {
  constructor(
    /** Name of the variable. */
    readonly name: string,
    /** Splits the value at blanks into any number of words (`$NAME`) if true, or keeps it as one word (`${NAME}`). */
    readonly split: boolean,
  ) {}

  /** The variable in systemd's syntax, which messages show too. */
  toString(): string {
    return this.split ? `$${this.name}` : `\${${this.name}}`;
  }
}
