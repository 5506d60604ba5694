import { Fn, type IResolvable, type IResolveContext } from 'cdktf';

/**
 * A value that is known at apply time, and that Terraform escapes then for the language of the file it stands in. Whoever
 * shows the file to people shows the value without the escaping: {@link EscapedToken.plain}.
 */
export class EscapedToken implements IResolvable {
  /** Where it was made: cdktf asks for it and shows it only where resolving throws, which this does not. */
  public readonly creationStack: string[] = [];
  private readonly expression: string;

  public constructor(
    /** The token as it was given, as a string. */
    public readonly plain: string,
    /** Terraform's regular expressions for what must be escaped, as they stand between the quotes of an expression, and what becomes of each. */
    ...escapes: readonly (readonly [special: string, escaped: string])[]
  ) {
    this.expression = escapes.reduce((text, [special, escaped]) => Fn.replace(text, Fn.rawString(special), Fn.rawString(escaped)), plain);
  }

  /** The expression that Terraform computes. */
  public resolve(context: IResolveContext): unknown {
    return context.resolve(this.expression);
  }
}
