import type { Context } from '../kinds/parse/context';
import { KEYWORD_OF } from '../lexer/keywords';
import { optionRow, PROTOCOLS, protocolRow, type Protocol, type ProtocolName, type ProtocolOption } from './table';

/** Protocols, by the kind of their token. */
const BY_TOKEN = new Map((Object.keys(PROTOCOLS) as ProtocolName[]).map((name) => [KEYWORD_OF.get(name)!, name] as const));

/** Parses `protocol http request "/x"`, from its first token. */
export function protocol(context: Context): Protocol {
  const { cursor } = context;
  cursor.expect('PROTOCOL');
  const name = BY_TOKEN.get(cursor.expect(...BY_TOKEN.keys()).kind)!;
  const options = new Map<string, ProtocolOption>(optionsOf(name).map((option) => [tokenOf(option), option]));
  const found: Partial<Record<ProtocolOption, unknown>> = {};
  for (let word = cursor.accept(...options.keys()); word !== undefined; word = cursor.accept(...options.keys())) {
    const option = options.get(word.kind)!;
    const { parse, joins } = optionRow(option);
    const value = parse(context, word, name);
    found[option] = joins === true ? { ...(found[option] as object | undefined), ...(value as object) } : value;
  }
  if (Object.keys(found).length === 0 && protocolRow(name).needsOption === true) cursor.fail();
  return { name, ...found } as Protocol;
}

function tokenOf(option: ProtocolOption): string {
  const { token, word } = optionRow(option);
  return token ?? KEYWORD_OF.get(word)!;
}

/** Options of a protocol. Monit's grammar accepts a key for `mysqls`, and Monit then rejects it. */
function optionsOf(name: ProtocolName): readonly ProtocolOption[] {
  return name === 'mysqls' ? PROTOCOLS.mysql.options : PROTOCOLS[name].options;
}
