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
    /** Terraform's regular expression for what must be escaped, as it stands between the quotes of an expression. */
    special: string,
    /** What that becomes, likewise. */
    escaped: string,
  ) {
    this.expression = Fn.replace(plain, Fn.rawString(special), Fn.rawString(escaped));
  }

  /** The expression that Terraform computes. */
  public resolve(context: IResolveContext): unknown {
    return context.resolve(this.expression);
  }
}
