import { silent, type Say } from './paths';
import { Network } from './network';
import { destroyAbandoned, destroyHost, hostsOf } from './record';
import { undoAll, undoOnExit } from './undo';

let claimed: Promise<Network> | undefined;
let current: Network | undefined;
let forget: () => void = () => undefined;

/** This process's network, set up on first use, after removing what dead processes left. */
export function activeNetwork(say: Say = silent): Promise<Network> {
  claimed ??= (async () => {
    await destroyAbandoned(say);
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

/** Removes every host of this process, now, blocking. */
export function destroyAll(): void {
  forget();
  const network = current;
  claimed = current = undefined;
  if (network === undefined) return;
  // Once: as soon as it is removed its number is somebody else's.
  for (const host of hostsOf(network)) destroyHost(host);
  network.remove();
}

/** Lets this process's hosts live on after it; `npx tsx test/hosts/cli.ts down` removes them. */
export function keepAll(): void {
  forget();
  current?.keep();
  claimed = current = undefined;
}

/**
 * On Ctrl-C, on TERM and when the terminal closes, stops the commands that run, removes this process's hosts and what was half built, then ends as
 * the signal would have.
 * For programs; test runners have handlers of their own, and what they leave the guard process removes.
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
