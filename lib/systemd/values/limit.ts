/** A resource limit with its two sides: the one in force, and the one up to which the process may raise it (setrlimit(2)). */
export interface SoftHard<V> {
  /** The limit in force. At most the hard one. */
  readonly soft: V;
  /** The ceiling. */
  readonly hard: V;
}

/** One limit for both sides, or a soft and a hard one. */
export type ResourceLimit<V> = V | 'infinity' | SoftHard<V | 'infinity'>;
