import { silent, type Print } from './paths';
import { Network } from './network';
import { destroyAbandoned, destroyHost, hostsOf } from './record';
import { undoAll, undoOnExit } from './undo';

let claimed: Promise<Network> | undefined;
let current: Network | undefined;
let forget: () => void = () => undefined;

/** Returns this process's network. The first call creates it, after removing what ended processes left. */
export function activeNetwork(print: Print = silent): Promise<Network> {
  claimed ??= (async () => {
    await destroyAbandoned(print);
    current = await Network.claim();
    forget = undoOnExit(destroyAll);
    return current;
  })();
  return claimed;
}

/** Removes the network with its last host. */
export function releaseIfEmpty(): void {
  if (current !== undefined && hostsOf(current).length === 0) destroyAll();
}

/** Removes every host of this process immediately; blocks. */
export function destroyAll(): void {
  forget();
  const network = current;
  claimed = current = undefined;
  if (network === undefined) return;
  // Only once: after the removal, another process may claim its number.
  for (const host of hostsOf(network)) destroyHost(host);
  network.remove();
}

/** Keeps this process's hosts after it ends; `npx tsx test/hosts/cli.ts down` removes them. */
export function keepAll(): void {
  forget();
  current?.keep();
  claimed = current = undefined;
}

/**
 * On Ctrl-C, on TERM and when the terminal closes, stops running commands, removes this process's hosts and half-built files, then ends
 * as the signal would have.
 * For programs; test runners have their own handlers, and the guard process removes what they leave.
 */
export function destroyAllOnSignals(before: () => void = () => undefined): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      before();
      undoAll();
      process.kill(process.pid, signal);
    });
  }
}
