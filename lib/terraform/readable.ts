import {
  DefaultTokenResolver,
  StringConcat,
  TerraformStack,
  Tokenization,
  type IPostProcessor,
  type IResolvable,
  type IResolveContext,
} from 'cdktf';
import { Construct } from 'constructs';
import { EscapedToken } from './escaped-token';

class ReadableTokenResolver extends DefaultTokenResolver {
  public override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    return token instanceof EscapedToken ? context.resolve(token.plain) : (super.resolveToken(token, context, postProcessor) as unknown);
  }
}

let neverSynthesized: TerraformStack | undefined;

/**
 * Resolves the tokens in lines to readable expressions, such as `${aws_instance.redis.private_ip}`, without the escaping at apply
 * time. The result is the same in every stack, before and after a synthesis.
 *
 * A synthesis gives a value of another stack a long name in each stack that it synthesizes, so this uses a stack that is never
 * synthesized.
 */
export function readableLines(lines: readonly string[]): readonly string[] {
  neverSynthesized ??= new TerraformStack(root(), 'readable');
  const resolver = new ReadableTokenResolver(new StringConcat());
  return Tokenization.resolve(lines, { scope: neverSynthesized, resolver, preparing: false }) as readonly string[];
}

/** Creates a root construct. constructs has RootConstruct for this only from 10.4.2 on. */
function root(): Construct {
  return new Construct(undefined as unknown as Construct, '');
}
