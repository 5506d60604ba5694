/** The kinds of check, by the word after `check`. */
export const CHECK_KINDS = ['process', 'file', 'directory', 'fifo', 'filesystem', 'host', 'network', 'system', 'program'] as const;

/** A kind of check, by the word after `check`. */
export type CheckKind = (typeof CHECK_KINDS)[number];
