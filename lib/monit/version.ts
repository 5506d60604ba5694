/** A Monit version. */
export interface Version {
  /** The version as given. */
  readonly text: string;
  /** Its numbers, most significant first. */
  readonly numbers: readonly number[];
}

/**
 * Parses `5.33.0`, `6.0` or a package's `1:5.33.0-1`.
 * @returns undefined when the text isn't a version
 */
export function parseVersion(text: string): Version | undefined {
  const match = /^(?:[0-9]+:)?([0-9]+(?:\.[0-9]+)+)(?:[-+~].*)?$/.exec(text);
  return match === null ? undefined : { text, numbers: match[1]!.split('.').map(Number) };
}

/** True if the version is `since` or later. */
export function atLeast(version: Version, since: string): boolean {
  const wanted = since.split('.').map(Number);
  const length = Math.max(wanted.length, version.numbers.length);
  for (let index = 0; index < length; index++) {
    const difference = (version.numbers[index] ?? 0) - (wanted[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
