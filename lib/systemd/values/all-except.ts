/**
 * The words that a filter takes away: systemd's leading `~`. As the first element it starts from everything
 * (`CapabilityBoundingSet=~CAP_SYS_ADMIN`); after plain words it subtracts from them
 * (`SystemCallFilter=@system-service`, then `SystemCallFilter=~@privileged`).
 */
export class AllExcept<T extends string = string> {
  /**
   * Takes words away.
   *
   * @param words - what is taken away; at least one.
   */
  static of<T extends string>(...words: readonly T[]): AllExcept<T> {
    return new AllExcept(words);
  }

  private constructor(
    /** The words without the `~`. */
    readonly words: readonly T[],
  ) {}

  /** How messages show it. */
  toString(): string {
    return `~${this.words.join(' ')}`;
  }
}
