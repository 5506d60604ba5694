/** A resource limit with separate soft and hard values (setrlimit(2)). The process may raise its soft limit up to the hard one. */
export interface SoftHard<V> {
  /** The limit in force. At most the hard limit. */
  readonly soft: V;
  /** The ceiling for the soft limit. */
  readonly hard: V;
}

/** A resource limit: one value for both soft and hard, or one of each. */
export type ResourceLimit<V> = V | 'infinity' | SoftHard<V | 'infinity'>;
