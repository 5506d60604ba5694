import type { HttpdAllow, HttpdPort, HttpdSocket, SetHttpd } from '../../model';
import type { Token } from '../../lexer/token';
import type { Context } from '../../kinds/parse/context';
import { account, permission, text, whole } from '../../kinds/parse/values';
import { parseSsl } from '../../tls/ssl';
import type { SslOptions } from '../../tls/table';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Draft {
  socket?: Mutable<HttpdSocket>;
  port?: number;
  readOnly?: boolean;
  address?: string;
  ssl?: SslOptions;
  encrypted?: Token;
  signature?: boolean;
  allow: HttpdAllow[];
}

const LONGEST_PASSWORD = 64;

/** Parses `set httpd`; its options come in any order. */
export function httpd(context: Context): SetHttpd {
  const { cursor } = context;
  cursor.expect('HTTPD');
  const draft: Draft = { allow: [] };
  for (let read = OPTIONS[cursor.next?.kind ?? '']; read !== undefined; read = OPTIONS[cursor.next?.kind ?? '']) read(context, draft);
  cursor.accept(...Object.keys(OPTIONS));
  reportMissingKey(context, draft);
  return finished(draft);
}

function finished({ socket, port, readOnly, address, ssl: options, signature, allow }: Draft): SetHttpd {
  const tcp: HttpdPort | undefined =
    port === undefined
      ? undefined
      : { port, address: address ?? '*', ...(readOnly === true ? { readOnly } : {}), ...(options === undefined ? {} : { ssl: options }) };
  return {
    statement: 'set httpd',
    ...(socket === undefined ? {} : { unixSocket: socket }),
    ...(tcp === undefined ? {} : { tcp }),
    ...(signature === undefined ? {} : { signature }),
    allow,
  };
}

type Option = (context: Context, draft: Draft) => void;

const OPTIONS: Readonly<Record<string, Option>> = {
  PORT: (context, draft) => {
    const { cursor } = context;
    cursor.expect('PORT');
    draft.port = whole(context);
    if (cursor.accept('READONLY') !== undefined) draft.readOnly = true;
  },
  UNIXSOCKET: (context, draft) => {
    context.cursor.expect('UNIXSOCKET');
    draft.socket = socket(context);
  },
  ADDRESS: (context, draft) => {
    context.cursor.expect('ADDRESS');
    draft.address = text(context, 'STRING');
  },
  SSLTOKEN: (context, draft) => {
    draft.encrypted = context.cursor.next;
    const options = parseSsl(context);
    draft.ssl = { ...draft.ssl, ...(options === true ? {} : options) };
  },
  PEMFILE: (context, draft) => {
    draft.encrypted = context.cursor.expect('PEMFILE');
    draft.ssl = { ...draft.ssl, pemFile: text(context, 'PATH') };
  },
  CLIENTPEMFILE: (context, draft) => {
    draft.encrypted = context.cursor.expect('CLIENTPEMFILE');
    draft.ssl = { ...draft.ssl, clientPemFile: text(context, 'PATH') };
  },
  ALLOWSELFCERTIFICATION: (context, draft) => {
    draft.encrypted = context.cursor.expect('ALLOWSELFCERTIFICATION');
    draft.ssl = { ...draft.ssl, selfSigned: 'allow' };
  },
  SIGNATURE: (context, draft) => {
    context.cursor.expect('SIGNATURE');
    draft.signature = context.cursor.expect('ENABLE', 'DISABLE').kind === 'ENABLE';
  },
  ENABLE: signatureAfter(true),
  DISABLE: signatureAfter(false),
  ALLOW: (context, draft) => {
    context.cursor.expect('ALLOW');
    draft.allow.push(allowed(context));
  },
};

function signatureAfter(enabled: boolean): Option {
  return ({ cursor }, draft) => {
    cursor.expect('ENABLE', 'DISABLE');
    cursor.expect('SIGNATURE');
    draft.signature = enabled;
  };
}

function socket(context: Context): Mutable<HttpdSocket> {
  const { cursor } = context;
  const found: Mutable<HttpdSocket> = { path: text(context, 'PATH') };
  const kinds = ['UID', 'GID', 'PERMISSION', 'READONLY'];
  for (let token = cursor.accept(...kinds); token !== undefined; token = cursor.accept(...kinds)) {
    if (token.kind === 'UID') found.uid = account(context);
    else if (token.kind === 'GID') found.gid = account(context);
    else if (token.kind === 'PERMISSION') found.permission = permission(context);
    else found.readOnly = true;
  }
  return found;
}

const DIGESTS = { CLEARTEXT: 'cleartext', MD5HASH: 'md5', CRYPT: 'crypt' } as const;

function allowed(context: Context): HttpdAllow {
  const { cursor } = context;
  if (cursor.accept('@') !== undefined) {
    const group = text(context, 'STRING');
    cursor.joinLast();
    return { group, ...readOnly(context) };
  }
  const digest = cursor.accept(...Object.keys(DIGESTS));
  if (digest !== undefined || cursor.comes('PATH')) {
    const passwordFile = text(context, 'PATH');
    const users = names(context);
    return {
      passwordFile,
      ...(digest === undefined ? {} : { digest: DIGESTS[digest.kind as keyof typeof DIGESTS] }),
      ...(users.length === 0 ? {} : { users }),
    };
  }
  const name = text(context, 'STRING');
  if (cursor.accept(':') === undefined) return { host: name };
  const password = cursor.expect('STRING');
  cursor.joinLast();
  const length = new TextEncoder().encode(password.value).length;
  if (length > LONGEST_PASSWORD) {
    context.reject(password, { problem: `the password has ${length} bytes`, remedy: `Use at most ${LONGEST_PASSWORD} bytes.` });
  }
  return { user: name, password: password.value, ...readOnly(context) };
}

function readOnly({ cursor }: Context): { readOnly?: true } {
  return cursor.accept('READONLY') === undefined ? {} : { readOnly: true };
}

function names({ cursor }: Context): string[] {
  const found: string[] = [];
  for (let token = cursor.accept('STRING'); token !== undefined; token = cursor.accept('STRING')) found.push(token.value);
  return found;
}

/** Reports TLS without a key. */
function reportMissingKey(context: Context, { ssl: options, encrypted }: Draft): void {
  if (encrypted === undefined) return;
  const [single, chain, key] = [options?.pemFile, options?.pemChain, options?.pemKey].map((path) => path !== undefined);
  if (single === true ? chain === true || key === true : chain !== true || key !== true) {
    context.reject(context.cursor.previous ?? encrypted, {
      problem: 'TLS has no key, or more than one',
      remedy: 'Set either pemfile, or pemchain and pemkey.',
    });
  }
}
