/**
 * Words that a filter excludes: systemd's leading `~`. As the first element it starts from everything
 * (`CapabilityBoundingSet=~CAP_SYS_ADMIN`); after plain words it subtracts from them (`SystemCallFilter=@system-service`, then
 * `SystemCallFilter=~@privileged`).
 *
 * @example
 * ```ts
 * sidekiq.unit.service.set({
 *   SystemCallFilter: ['@system-service', AllExcept.of('@privileged', '@resources')],
 *   SystemCallErrorNumber: 'EPERM',
 * });
 * ```
 */
export class AllExcept<T extends string = string> {
  /**
   * Excludes words.
   *
   * @param words the words to exclude; at least one.
   */
  static of<T extends string>(...words: readonly T[]): AllExcept<T> {
    return new AllExcept(words);
  }

  private constructor(
    /** The excluded words, without the `~`. */
    readonly words: readonly T[],
  ) {}

  /** The text that messages show. */
  toString(): string {
    return `~${this.words.join(' ')}`;
  }
}
