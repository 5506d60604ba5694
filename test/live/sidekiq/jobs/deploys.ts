import { Duration } from '../../../../lib';
import type { TestHost } from '../../../hosts/host';
import * as hand from '../../../installer/by-hand';
import { refusedRelease, release } from './release';

/** Treatment of a deployment: none, a release that does not boot, a line that systemd refuses, SIGKILL of the transaction. */
export type Kind = 'good' | 'bad' | 'refused' | 'killed' | 'bad and killed';

/** Outcome of a deployment. */
export interface Deployed {
  readonly number: number;
  readonly kind: Kind;
  readonly lastLine: string;
  readonly seconds: number;
}

/** The kinds in a fixed order: of 20 that restart Sidekiq, 6 are killed, 2 are bad, 2 are both; then one is refused. */
export function kindOf(number: number): Kind {
  const place = number % 21;
  if (place === 20) return 'refused';
  if (place % 10 === 6) return 'bad';
  if (place % 10 === 3) return 'bad and killed';
  return place % 3 === 1 ? 'killed' : 'good';
}

const LAST_LINES: Readonly<Record<Kind, RegExp>> = {
  good: /^deployed$/,
  bad: /^(refused, nothing changed: sidekiq\.service would not boot|failed, rolled back: sidekiq\.service )/,
  refused: /^refused, nothing changed: .*NoSuchDirective/,
  // It may also have finished before the signal.
  killed: /^(deployed|(refused, nothing changed|failed, rolled back|deployed, but): the transaction was killed)$/,
  'bad and killed':
    /^(refused, nothing changed: sidekiq\.service would not boot.*|failed, rolled back: sidekiq\.service .*|(refused, nothing changed|failed, rolled back): the transaction was killed)$/,
};

/** Checks whether a deployment ended as one of its kind must. */
export function endedWell({ kind, lastLine }: Deployed): boolean {
  return LAST_LINES[kind].test(lastLine);
}

/** Deploys a release before there are any jobs. */
export async function deployFirst(host: TestHost, shutdownSeconds: number): Promise<void> {
  const wanted = release(host, `${shutdownSeconds}-first`, { shutdownTimeout: Duration.seconds(shutdownSeconds) });
  expect(hand.lastLine(await hand.deploy(host, wanted))).toBe('deployed');
}

/** Deploys one release after another, with this shutdown timeout. */
export async function deployAll(host: TestHost, kinds: readonly Kind[], shutdownSeconds: number): Promise<readonly Deployed[]> {
  const done: Deployed[] = [];
  for (const [number, kind] of kinds.entries()) {
    const wanted = release(host, `${shutdownSeconds}-${number}`, {
      shutdownTimeout: Duration.seconds(shutdownSeconds),
      // A Sidekiq without notifications counts as good until it crashes, on a busy machine after some seconds.
      stability: Duration.seconds(host.suite === 'bullseye' ? 8 : 1),
      // A release that doesn't boot is rolled back if no boot check has found it before.
      bootCheck: number % 4 !== 2,
      environmentVariables: kind.startsWith('bad') ? { BAD_RELEASE: '1' } : {},
    });
    const begun = Date.now();
    const running = hand.deploy(host, kind === 'refused' ? refusedRelease(wanted) : wanted);
    // Covers every tenth of a deployment's duration.
    if (kind.endsWith('killed')) await killTransaction(host, (((number * 7) % 10) + 0.5) * ((shutdownSeconds + 5) / 10));
    const outcome = await running;
    done.push({ number, kind, lastLine: hand.lastLine(outcome), seconds: (Date.now() - begun) / 1000 });
  }
  return done;
}

/** Sends SIGKILL to a transaction, so many seconds after it has begun. */
export async function killTransaction(host: TestHost, seconds: number): Promise<void> {
  const units = 'cdktf-sidekiq-transaction-*.service';
  await host.mustExec(
    `for n in $(seq 500); do systemctl list-units --plain --no-legend '${units}' | grep -q . && break; sleep 0.02; done; ` +
      `sleep ${seconds}; systemctl kill --kill-who=main --signal=KILL '${units}' || true`,
  );
}
