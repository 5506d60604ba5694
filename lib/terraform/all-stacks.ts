import { TerraformStack, type ISynthesisSession, type IStackSynthesizer } from 'cdktf';
import type { IConstruct } from 'constructs';
import { validationErrors, validationFailure } from './validation';

/**
 * Synthesizes a stack as cdktf does, but if validation fails, reports the errors of every stack in the app. cdktf stops at the
 * first failing stack, so with three stacks you would fix one mistake, run again, and find the next.
 */
class AllStacksSynthesizer implements IStackSynthesizer {
  public constructor(
    private readonly stack: TerraformStack,
    private readonly inner: IStackSynthesizer,
  ) {}

  public synthesize(session: ISynthesisSession): void {
    try {
      this.inner.synthesize(session);
    } catch (error) {
      if (session.skipValidation === true || this.stack.node.findAll().every((construct) => construct.node.validate().length === 0)) {
        throw error;
      }
      const stacks = this.stack.node.root.node.findAll().filter((construct) => TerraformStack.isStack(construct));
      throw validationFailure(stacks.flatMap(validationErrors));
    }
  }
}

/** Makes a failed synthesis of the construct's stack also report the errors of the app's other stacks. */
export function reportAllStacks(construct: IConstruct): void {
  // A placeholder for a missing construct isn't in any stack.
  const stack = construct.node.scopes.find((scope) => TerraformStack.isStack(scope));
  if (stack === undefined || stack.synthesizer instanceof AllStacksSynthesizer) return;
  stack.synthesizer = new AllStacksSynthesizer(stack, stack.synthesizer);
}
