import type { IConstruct } from 'constructs';
import { invokeAspects } from './aspects';

/**
 * Returns the errors of all validations of a construct and everything below it, including validations of other libraries, in
 * cdktf's form: `[path] message`. Empty if nothing is wrong.
 */
export function validationErrors(scope: IConstruct): readonly string[] {
  invokeAspects(scope);
  return scope.node.findAll().flatMap((construct) => construct.node.validate().map((message) => `[${construct.node.path}] ${message}`));
}

/** Creates one error that lists all of them, worded like cdktf's own. */
export function validationFailure(errors: readonly string[]): Error {
  return new Error(
    `Validation failed with the following errors:\n  ${errors.join('\n  ')}\n\n` +
      `If you wish to ignore these validations, pass 'skipValidation: true' to your App configuration.\n`,
  );
}
