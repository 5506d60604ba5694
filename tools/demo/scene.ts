import type { Example } from './example';
import type { Machine } from './machine';
import type { Reporter } from './reporter';

/** Objects that all steps share. */
export interface Scene {
  readonly machine: Machine;
  readonly example: Example;
  readonly report: Reporter;
  /** True if the host has the application that comes with throw-away hosts. Otherwise Sidekiq is installed and waits for it. */
  readonly hasApp: boolean;
  /** The host's files before anything was deployed. */
  readonly before: readonly string[];
}

/** Proof that a step gave, or the reason that it was skipped. */
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

/**
 * Plays the steps one after the other, and stops at the first that fails.
 *
 * @param scene what they work with
 * @param steps the steps
 * @param goOn asked before each step
 */
export async function play(scene: Scene, steps: readonly Step[], goOn: () => boolean = () => true): Promise<void> {
  for (const [index, step] of steps.entries()) {
    if (!goOn()) throw new Error('interrupted');
    scene.report.step(step.title, `${index + 1}/${steps.length}`);
    const finding = await step.run(scene);
    if ('proved' in finding) scene.report.proved(finding.proved);
    else scene.report.skipped(finding.skipped);
  }
}
