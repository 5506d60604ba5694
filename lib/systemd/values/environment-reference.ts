/** An environment variable that systemd puts into a command line when it starts the process. See Exec.env, Exec.envWords. */
export class EnvironmentReference {
  constructor(
    /** Name of the variable. */
    readonly name: string,
    /** Whether its value is split at blanks into any number of words (`$NAME`) or stays one word (`${NAME}`). */
    readonly split: boolean,
  ) {}

  /** How messages show it, and how systemd spells it. */
  toString(): string {
    return this.split ? `$${this.name}` : `\${${this.name}}`;
  }
}
