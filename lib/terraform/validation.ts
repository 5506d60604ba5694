import type { IConstruct } from 'constructs';
import { invokeAspects } from './aspects';

/**
 * What the validations of a construct and of all below it find, ours and others', in cdktf's manner: `[path] message`.
 * Empty where nothing is wrong.
 */
export function validationErrors(scope: IConstruct): readonly string[] {
  invokeAspects(scope);
  return scope.node.findAll().flatMap((construct) => construct.node.validate().map((message) => `[${construct.node.path}] ${message}`));
}

/** One error that tells them all, worded as cdktf's own. */
export function validationFailure(errors: readonly string[]): Error {
  return new Error(
    `Validation failed with the following errors:\n  ${errors.join('\n  ')}\n\n` +
      `If you wish to ignore these validations, pass 'skipValidation: true' to your App configuration.\n`,
  );
}
