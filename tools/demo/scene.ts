import type { Example } from './example';
import type { Machine } from './machine';
import type { Reporter } from './reporter';

/** Context of all steps. */
export interface Scene {
  readonly machine: Machine;
  readonly example: Example;
  readonly report: Reporter;
  /** True if the host has the application of throw-away hosts; otherwise Sidekiq is installed and waits for it. */
  readonly hasApp: boolean;
  /** The host's files before the first deployment. */
  readonly before: readonly string[];
}

/** Proof of a step, or the reason why it was skipped. */
export type Finding = { readonly proved: string } | { readonly skipped: string };

/** One numbered step of the demo. */
export interface Step {
  readonly title: string;
  /** Rejects when the step does not prove what it should. */
  run(scene: Scene): Promise<Finding>;
}

/** Stops the demo if a condition is false. */
export function expect(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

/**
 * Runs the steps one after another, and stops at the first failure.
 *
 * @param scene context of the steps
 * @param steps the steps
 * @param goOn called before each step
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
