import type { Example } from './example';
import type { Machine } from './machine';
import type { Reporter } from './reporter';

/** What all steps work with. */
export interface Scene {
  readonly machine: Machine;
  readonly example: Example;
  readonly report: Reporter;
  /** Whether the host has the application that comes with throw-away ones; where not, Sidekiq is installed and waits for it. */
  readonly hasApp: boolean;
  /** The host's files before anything was deployed. */
  readonly before: readonly string[];
}

/** What a step has shown, or why it had nothing to show. */
export type Finding = { readonly proved: string } | { readonly skipped: string };

/** One numbered step of the demo. */
export interface Step {
  readonly title: string;
  /** Rejects when the step does not prove what it should. */
  run(scene: Scene): Promise<Finding>;
}

/** Stops the demo when something is not as it should be. */
export function expect(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}
