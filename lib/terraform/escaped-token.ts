import { Fn, type IResolvable, type IResolveContext } from 'cdktf';

/**
 * A value that is known only at apply time, and that Terraform then escapes for the language of the file that contains it. To
 * show the file to people, use {@link EscapedToken.plain}, which isn't escaped.
 */
export class EscapedToken implements IResolvable {
  /** Stack trace that cdktf asks for, and shows only when resolving throws. Resolving never throws here, so it's empty. */
  public readonly creationStack: string[] = [];
  private readonly expression: string;

  public constructor(
    /** The token as given, as a string. */
    public readonly plain: string,
    /**
     * Terraform's regular expressions for the characters to escape, as written between the quotes of an expression, each with its
     * replacement.
     */
    ...escapes: readonly (readonly [special: string, escaped: string])[]
  ) {
    this.expression = escapes.reduce((text, [special, escaped]) => Fn.replace(text, Fn.rawString(special), Fn.rawString(escaped)), plain);
  }

  /** Returns the expression that Terraform evaluates. */
  public resolve(context: IResolveContext): unknown {
    return context.resolve(this.expression);
  }
}
