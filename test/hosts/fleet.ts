import { silent, type Say } from './paths';
import { Network } from './network';
import { destroyAbandoned, destroyNetwork, hostsOf } from './record';

let claimed: Promise<Network> | undefined;
let current: Network | undefined;

/** This process's network, set up on first use, after removing what dead processes left. */
export function activeNetwork(say: Say = silent): Promise<Network> {
  claimed ??= (async () => {
    await destroyAbandoned(say);
    current = await Network.claim();
    process.once('exit', destroyAll);
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
  process.removeListener('exit', destroyAll);
  const network = current;
  claimed = current = undefined;
  if (network === undefined) return;
  destroyNetwork(network);
  network.remove();
}

/** Lets this process's hosts live on after it; `npx tsx test/hosts/cli.ts down` removes them. */
export function keepAll(): void {
  process.removeListener('exit', destroyAll);
  current?.keep();
  claimed = current = undefined;
}

/**
 * On Ctrl-C, on TERM and when the terminal closes, removes this process's hosts first, then ends as the signal would have.
 * For programs; test runners have handlers of their own, and what they leave the guard process removes.
 */
export function destroyAllOnSignals(before: () => void = () => undefined): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      before();
      destroyAll();
      process.kill(process.pid, signal);
    });
  }
}
