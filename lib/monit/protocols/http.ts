import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import { bare, headerValue } from '../bare';
import type { Comparison } from '../comparison';
import { quotedPath, quotedString } from '../escape';
import { comparison, comparisonIssues, comparisonText } from '../kinds/amount';
import { count } from '../kinds/amounts/count';
import { bareIssues } from '../kinds/issues/bare';
import { wordIssues } from '../kinds/issues/report';
import { filledTextIssues, pathIssues } from '../kinds/issues/text';
import type { Context } from '../kinds/parse/context';
import { reportChecksumLength, text as parseText } from '../kinds/parse/values';
import type { Option } from './option';

type Headers = Readonly<Record<string, string>>;

/** Path, optionally with a query. Only WebSockets need a path. */
export const request: Option<string> = {
  kind: 'request',
  word: 'request',
  issues: (place, value, _host, protocol) => (protocol === 'websocket' ? pathIssues(place, String(value)) : filledTextIssues(place, value)),
  render: quotedPath,
  parse: (context, _word, protocol) => (protocol === 'websocket' ? parseText(context, 'PATH') : parseText(context, 'PATH', 'STRING')),
};

/** Status of a response. */
export const status: Option<Comparison<number>> = {
  kind: 'status',
  word: 'status',
  issues: (place, value) => comparisonIssues(place, value, count),
  render: (value) => comparisonText(value, count),
  parse: (context) => comparison(context, count),
};

/** Method of a request. */
export const method: Option<'get' | 'head'> = {
  kind: 'method',
  word: 'method',
  issues: (place, value) => wordIssues(place, value, ['get', 'head']),
  render: (value) => value,
  parse: ({ cursor }) => (cursor.expect('GET', 'HEAD').kind === 'GET' ? 'get' : 'head'),
};

/** Checksum of a body. */
export const checksum: Option<string> = {
  kind: 'checksum',
  word: 'checksum',
  *issues(place, value) {
    if (/^(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40})$/.test(String(value))) return;
    yield error('monit/invalid-checksum', place, {
      problem: `${show(String(value))} is not 32 or 40 hexadecimal digits`,
      remedy: 'Give the MD5 or SHA-1 of the body, as md5sum or sha1sum prints it.',
    });
  },
  render: quotedString,
  parse(context) {
    const token = context.cursor.expect('STRING');
    const digits = /^[0-9a-f]*/i.exec(token.value)![0];
    reportChecksumLength(context, token, digits, [32, 40]);
    return token.value;
  },
};

/** Headers of a request: `http headers [Name: value, …]`. Monit ignores the two words. */
export const headers: Option<Headers> = {
  kind: 'headers',
  word: 'http headers',
  token: '[',
  joins: true,
  // A header's name may be any text, so the place shows it in quotes.
  *issues(place, value) {
    for (const [name, text] of Object.entries(value as Headers)) {
      const here = [...place, `headers ${show(name)}`];
      yield* bareIssues(here, 'headerName', name);
      yield* bareIssues(here, 'headerValue', text);
    }
  },
  render: (value) =>
    `[${Object.entries(value)
      .map(([name, text]) => `${bare('headerName', name)}: ${headerValue(text)}`)
      .join(', ')}]`,
  parse: parseHeaders,
};

function parseHeaders({ cursor }: Context): Headers {
  const found: Record<string, string> = {};
  cursor.drop(1);
  cursor.insert('http headers [');
  let first = true;
  for (let token = cursor.accept('HTTPHEADER'); token !== undefined; token = cursor.accept('HTTPHEADER')) {
    const [name, value] = split(token.value);
    found[name] = value;
    cursor.drop(1);
    const written = `${name}: ${token.text.slice(1).trim()}`;
    if (first) cursor.join(written);
    else {
      cursor.join(',');
      cursor.insert(written);
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
