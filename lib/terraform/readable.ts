import {
  DefaultTokenResolver,
  StringConcat,
  TerraformStack,
  Tokenization,
  type IPostProcessor,
  type IResolvable,
  type IResolveContext,
} from 'cdktf';
import { RootConstruct } from 'constructs';
import { EscapedToken } from './escaped-token';

class ReadableTokenResolver extends DefaultTokenResolver {
  public override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    return token instanceof EscapedToken ? context.resolve(token.plain) : (super.resolveToken(token, context, postProcessor) as unknown);
  }
}

let neverSynthesized: TerraformStack | undefined;

/**
 * Lines with their tokens as people know them: `${aws_instance.redis.private_ip}`, without what escapes the value at apply
 * time, and the same in whichever stack it is, before a synthesis and after.
 *
 * A synthesis gives a value of another stack a long name in each stack that it synthesizes: a stack that never is has none.
 */
export function readableLines(lines: readonly string[]): readonly string[] {
  neverSynthesized ??= new TerraformStack(new RootConstruct(), 'readable');
  const resolver = new ReadableTokenResolver(new StringConcat());
  return Tokenization.resolve(lines, { scope: neverSynthesized, resolver, preparing: false }) as readonly string[];
}
