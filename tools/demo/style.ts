/** Text attributes of a terminal, or none without colours. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly green: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/**
 * Returns colours for a terminal, unless NO_COLOR is set to anything (https://no-color.org) or the terminal is a dumb one.
 *
 * @param isTerminal false for a log file
 * @param environment variables NO_COLOR and TERM
 */
export function styleFor(isTerminal: boolean, environment: NodeJS.ProcessEnv): Style {
  const wanted = isTerminal && !environment.NO_COLOR && environment.TERM !== 'dumb';
  const attribute = (on: number, off: number) => (text: string) => (wanted ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return {
    bold: attribute(1, 22),
    dim: attribute(2, 22),
    green: attribute(32, 39),
    red: attribute(31, 39),
    yellow: attribute(33, 39),
    cyan: attribute(36, 39),
  };
}
