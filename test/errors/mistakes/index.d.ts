/** A mistake that a user can make, as a program without types. */
export interface Mistake {
  /** What the table calls it. */
  readonly mistake: string;
  /** The file of the table it is in. */
  readonly concern: string;
  /** Further codes, if one mistake has two consequences that are fixed separately. */
  readonly alsoReported?: readonly string[];
  /** Whether it concerns the stack or the app as a whole, so that it can't be made beside others. */
  readonly alone?: boolean;
  /**
   * Makes it. Gets all that the packages export, an app with the stack `workers` and its host, and what a program would have
   * at hand; may give the app that it has made itself, or issues of functions that need no app.
   */
  make(given: Record<string, unknown>): unknown;
}

/** All of them. */
export const mistakes: readonly Mistake[];

/** Why it matters, by issue code. */
export const reasons: Readonly<Record<string, string>>;
