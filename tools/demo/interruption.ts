const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** The signal, and its exit code. */
export interface Interruption {
  readonly signal: string;
  readonly exitCode: number;
}

/** tsx passes each signal on unless it is acknowledged within 30 ms, and kills a process that is too busy for that. */
const TSX_PATIENCE_MS = 100;

/**
 * Calls `first` on Ctrl-C, TERM and when the terminal closes. The same signal that arrives at the same moment in another way (from the
 * terminal, from npm, from tsx) is ignored; a later one calls `again`.
 */
export function onInterruption(
  first: (interruption: Interruption) => void,
  again: (interruption: Interruption) => void = () => undefined,
): void {
  let since: number | undefined;
  for (const [signal, exitCode] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      if (since === undefined) {
        since = Date.now();
        setTimeout(() => first({ signal, exitCode }), TSX_PATIENCE_MS);
      } else if (Date.now() - since > 1000) {
        again({ signal, exitCode });
      }
    });
  }
}
