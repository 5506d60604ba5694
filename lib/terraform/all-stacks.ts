import { TerraformStack, type ISynthesisSession, type IStackSynthesizer } from 'cdktf';
import type { IConstruct } from 'constructs';
import { validationErrors, validationFailure } from './validation';

/**
 * Synthesizes a stack as cdktf does, but where its validation fails tells the errors of all stacks of the app: cdktf stops
 * at the first one, and who has three stacks would mend one mistake, run again, and meet the next.
 */
class AmongOthers implements IStackSynthesizer {
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

/** Lets a synthesis that fails in the stack of a construct tell what is wrong with the other stacks of the app too. */
export function tellOfAllStacks(construct: IConstruct): void {
  // What stands in for something that was not given is in no stack.
  const stack = construct.node.scopes.find((scope) => TerraformStack.isStack(scope));
  if (stack === undefined || stack.synthesizer instanceof AmongOthers) return;
  stack.synthesizer = new AmongOthers(stack, stack.synthesizer);
}
