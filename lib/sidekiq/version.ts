import { compareReleases, releaseFacts, SIDEKIQ_MINORS, type ReleaseNumber, type SidekiqRelease } from './releases';

const OLDEST: ReleaseNumber = [5, 2, 0];
const NEWEST: ReleaseNumber = [8, 1, 7];

/**
 * A Sidekiq version, and the facts about it.
 *
 * Creating one never throws: {@link SidekiqVersion.problem} describes an invalid version, and the constructs that take a version
 * report that as an issue.
 */
export class SidekiqVersion {
  /**
   * Parses `6.5` or `6.5.12`. Without a patch number the facts are those of the first release of that minor, which every later
   * patch also satisfies: `6.0` has no systemd notification, `6.0.6` has.
   *
   * @param text major and minor, optionally patch, from 5.2 to 8.1; no `v`, no pre-release suffix
   */
  static parse(text: string): SidekiqVersion {
    return new SidekiqVersion(text);
  }

  /** Version as given: `6.5`. */
  readonly text: string;
  private readonly release: ReleaseNumber | undefined;

  private constructor(text: string) {
    this.text = text;
    const match = typeof text === 'string' ? /^(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?$/.exec(text) : null;
    this.release = match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : undefined;
  }

  /**
   * Facts about this version. If it has a {@link SidekiqVersion.problem}, these are the facts of the nearest known version (of
   * the newest if it can't be parsed), so that the other issues of the same service can be reported in the same run.
   */
  get facts(): SidekiqRelease {
    return releaseFacts(this.release ?? NEWEST);
  }

  /** Checks whether this version is `text` or newer; false if either isn't a version. */
  atLeast(text: string): boolean {
    const other = new SidekiqVersion(text).release;
    return this.release !== undefined && other !== undefined && compareReleases(this.release, other) >= 0;
  }

  /**
   * Describes why this isn't a known version, in words that follow the value.
   *
   * @returns undefined for a known version
   */
  problem(): string | undefined {
    if (!this.release) return 'is not major.minor or major.minor.patch';
    const [major, minor] = this.release;
    const known: readonly string[] = SIDEKIQ_MINORS;
    if (known.includes(`${major}.${minor}`)) return undefined;
    if (compareReleases(this.release, OLDEST) < 0) return 'is older than 5.2, the oldest version known here';
    if (compareReleases(this.release, NEWEST) > 0) return 'is newer than 8.1, the newest version known here';
    return 'was never released';
  }

  /** Returns the version as given. */
  toString(): string {
    return this.text;
  }
}
