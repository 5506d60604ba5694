/** The prefixes of a program. */
export interface Prefixes {
  /** The path after the prefixes. */
  readonly path: string;
  /** `-`: ignores failures, including mistakes in the line. */
  readonly ignoreFailure: boolean;
  /** `@`: the first argument is the name that the program sees as its own. */
  readonly argv0: boolean;
  /** `|`: runs the command in a shell, which parses the rest itself. */
  readonly shell: boolean;
  /** `!!`: applies if the kernel supports ambient capabilities. */
  readonly ambient: boolean;
}

/** Splits the prefixes from a program. Source: config_parse_exec. */
export function prefixesOf(word: string, systemdVersion: number): Prefixes {
  const seen = new Set<string>();
  let bangs = 0;
  let at = 0;
  for (; at < word.length; at++) {
    const prefix = word[at]!;
    if (prefix === '!') {
      if (seen.has('+') || bangs === 2) break;
      bangs++;
    } else if (prefix === '+') {
      if (seen.has('+') || bangs > 0) break;
      seen.add('+');
    } else if ((prefix === '-' || prefix === '@' || prefix === ':' || (prefix === '|' && systemdVersion >= 258)) && !seen.has(prefix))
      seen.add(prefix);
    else break;
  }
  return {
    path: word.slice(at),
    ignoreFailure: seen.has('-'),
    argv0: seen.has('@'),
    shell: seen.has('|'),
    ambient: bangs === 2,
  };
}
