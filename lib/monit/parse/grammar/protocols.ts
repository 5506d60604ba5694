import { PROTOCOLS, type Protocol, type ProtocolName, type ProtocolOption } from '../../connections/protocol';
import type { HashType } from '../../hash';
import { KEYWORD_OF } from '../../lexer/keywords';
import type { Context } from '../../kinds/parse/context';
import { fingerprint } from '../../kinds/parse/ssl';
import { operator, percent, text, whole } from '../../kinds/parse/values';

/** Protocols, by the kind of their token. */
const BY_TOKEN = new Map((Object.keys(PROTOCOLS) as ProtocolName[]).map((name) => [KEYWORD_OF.get(name)!, name] as const));

/** Tokens of options whose names in the data aren't Monit's keywords. */
const TOKENS: Partial<Record<ProtocolOption, string>> = { path: 'PATHTOK', version: 'VERSIONOPT', headers: '[', rsaKey: 'RSAKEY' };
const LARGEST_FORWARD = 255;

/** Parses `protocol http request "/x"`, from its first token. */
export function protocol(context: Context): Protocol {
  const { cursor } = context;
  cursor.expect('PROTOCOL');
  const name = BY_TOKEN.get(cursor.expect(...BY_TOKEN.keys()).kind)!;
  const told: Record<string, unknown> = {};
  const options = new Map<string, ProtocolOption>(optionsOf(name).map((option) => [TOKENS[option] ?? option.toUpperCase(), option]));
  let any = false;
  for (let option = options.get(cursor.next?.kind ?? ''); option !== undefined; option = options.get(cursor.next?.kind ?? '')) {
    const value = read(context, name, option);
    told[option] = option === 'headers' ? { ...(told.headers as object | undefined), ...(value as object) } : value;
    any = true;
  }
  cursor.accept(...options.keys());
  if (!any && 'needsOption' in PROTOCOLS[name]) cursor.fail();
  return { name, ...told } as Protocol;
}

/** Options of a protocol. Monit's grammar accepts a key for `mysqls`, and Monit then rejects it. */
function optionsOf(name: ProtocolName): readonly ProtocolOption[] {
  return name === 'mysqls' ? PROTOCOLS.mysql.options : PROTOCOLS[name].options;
}

function read(context: Context, name: ProtocolName, option: ProtocolOption): unknown {
  const { cursor } = context;
  if (option === 'headers') return headers(context);
  const word = cursor.expect(TOKENS[option] ?? option.toUpperCase());
  switch (option) {
    case 'username':
      return text(context, 'MAILADDR', 'STRING');
    case 'target':
      return text(context, 'MAILADDR', 'STRING');
    case 'request':
      return name === 'websocket' ? text(context, 'PATH') : text(context, 'PATH', 'STRING');
    case 'path':
      return text(context, 'PATH');
    case 'rsaKey':
      if (name === 'mysqls') context.refuse(word, 'the key of a server over TLS', 'protocol mysql');
      return fingerprint(context);
    case 'checksum':
      return httpChecksum(context);
    case 'status':
      return { operator: operator(context), limit: whole(context) };
    case 'method':
      return cursor.expect('GET', 'HEAD').kind === 'GET' ? 'get' : 'head';
    case 'version':
      return whole(context);
    case 'maxForward':
      return Math.min(whole(context), LARGEST_FORWARD);
    case 'password':
    case 'database':
    case 'secret':
    case 'hostHeader':
    case 'origin':
    case 'host':
      return text(context, 'STRING');
    default:
      return { operator: operator(context), limit: percent(context, whole(context)) };
  }
}

function httpChecksum(context: Context): string {
  const token = context.cursor.expect('STRING');
  const digits = /^[0-9a-f]*/i.exec(token.value)![0];
  const types: Readonly<Record<number, HashType>> = { 32: 'md5', 40: 'sha1' };
  if (types[digits.length] === undefined) context.refuse(token, `a checksum of ${digits.length} digits`, '32 or 40 digits');
  return token.value;
}

/** Parses `http headers [Name: value, …]`, from one bracket to the other. */
function headers({ cursor }: Context): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  cursor.as('http headers [', '[');
  let first = true;
  for (let token = cursor.accept('HTTPHEADER'); token !== undefined; token = cursor.accept('HTTPHEADER')) {
    const [name, value] = split(token.value);
    found[name] = value;
    cursor.drop(1);
    const written = `${name}: ${token.text.slice(1).trim()}`;
    if (first) cursor.join(written);
    else {
      cursor.join(',');
      cursor.say(written);
    }
    first = false;
  }
  cursor.expect(']');
  cursor.joinLast();
  return found;
}

function split(header: string): [string, string] {
  const colon = header.indexOf(':');
  return [header.slice(0, colon), header.slice(colon + 1)];
}
