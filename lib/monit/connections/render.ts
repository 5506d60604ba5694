import type { Conversation, PingTest, PortTest, UnixSocketTest, UrlTest } from './model';
import { bare } from '../bare';
import type { PatternComparison } from '../comparison';
import { protocolName, protocolRow } from '../protocols/table';
import { decimal, quotedPath, quotedString } from '../escape';
import { protocol } from '../protocols/render';
import { certificate, ssl } from '../kinds/render/ssl';
import { milliseconds, timeout } from '../kinds/render/time';

/** Renders `failed port …`. */
export function port(test: PortTest): string {
  return joined([
    test.is ?? 'failed',
    ...text('host', test.host),
    `port ${decimal(test.port)}`,
    ...(test.family === undefined ? [] : [test.family]),
    ...type(test),
    ...protocol(test.protocol),
    ...conversation(test.conversation),
    ...content(test.content),
    ...ssl(test.ssl),
    ...certificate(test.certificate),
    ...text('address', test.address),
    ...timeout(test.timeout),
    ...responseTime(test.responseTime),
    ...retry(test.retry),
  ]);
}

/** Renders `failed url …`. */
export function url(test: UrlTest): string {
  return joined([
    test.is ?? 'failed',
    `url ${bare('url', test.url)}`,
    ...content(test.content),
    ...ssl(test.ssl),
    ...certificate(test.certificate),
    ...timeout(test.timeout),
    ...retry(test.retry),
  ]);
}

/** Renders `failed unixsocket …`. */
export function unixSocket(test: UnixSocketTest): string {
  return joined([
    test.is ?? 'failed',
    `unixsocket ${quotedPath(test.path)}`,
    ...type(test),
    ...protocol(test.protocol),
    ...conversation(test.conversation),
    ...timeout(test.timeout),
    ...responseTime(test.responseTime),
    ...retry(test.retry),
  ]);
}

/** Renders `failed ping …`. */
export function ping(test: PingTest): string {
  return joined([
    test.is ?? 'failed',
    `ping${test.family === undefined ? '' : test.family.slice(-1)}`,
    ...(test.count === undefined ? [] : [`count ${decimal(test.count)}`]),
    ...(test.size === undefined ? [] : [`size ${decimal(test.size)}`]),
    ...timeout(test.timeout),
    ...responseTime(test.responseTime),
    ...text('address', test.address),
  ]);
}

function joined(words: readonly string[]): string {
  return words.join(' ');
}

function text(word: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${word} ${quotedString(value)}`];
}

function type({ type: given, protocol: spoken }: Conversation & { readonly type?: 'tcp' | 'udp' }): string[] {
  const name = protocolName(spoken);
  const needed = name !== undefined && protocolRow(name)?.udp === true ? 'udp' : undefined;
  const type = given ?? needed;
  return type === undefined ? [] : [`type ${type}`];
}

function conversation(steps: Conversation['conversation']): string[] {
  return (steps ?? []).map((step) => ('send' in step ? `send ${quotedString(step.send)}` : `expect ${quotedString(step.expect)}`));
}

function content(given: PatternComparison | undefined): string[] {
  return given === undefined ? [] : [`content ${given.operator} ${quotedString(given.pattern)}`];
}

function responseTime(given: Conversation['responseTime']): string[] {
  return given === undefined ? [] : [`responsetime ${given.operator} ${milliseconds(given.limit)}`];
}

function retry(times: number | undefined): string[] {
  return times === undefined ? [] : [`retry ${decimal(times)}`];
}
