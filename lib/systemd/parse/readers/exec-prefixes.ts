/** What stands before the path of a program. */
export interface Prefixes {
  /** What follows it. */
  readonly path: string;
  /** `-`: also of a mistake in the line. */
  readonly ignoreFailure: boolean;
  /** `@`: the first argument is what the program is called. */
  readonly argv0: boolean;
  /** `|`: the program is a shell, and what follows is its own matter. */
  readonly shell: boolean;
  /** `!!`: where the kernel has ambient capabilities. */
  readonly ambient: boolean;
}

/** Takes the prefixes off. Source: config_parse_exec. */
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
