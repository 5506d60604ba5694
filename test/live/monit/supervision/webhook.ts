import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { eventually } from '../../../hosts/eventually';
import type { TestHost } from '../../../hosts/host';

/** A message that reached the webhook, and its senders. */
export interface Message {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly contentType: string | undefined;
  readonly body: unknown;
  /** Users who run curl on the host while the request waits for its response. */
  readonly senders: readonly string[];
  /** Arguments and environments of every process on the host at that time. */
  readonly processes: string;
}

/** A substitute for Slack. */
export interface Webhook {
  /** URL to post to. */
  readonly url: string;
  readonly path: string;
  /** Secret part of the URL, which must not appear anywhere. */
  readonly secret: string;
  /** The next message. */
  next(): Promise<Message>;
}

/** Runs a test with a server on this machine that only the test's hosts can reach. */
export async function withWebhook(host: TestHost, test: (webhook: Webhook) => Promise<void>): Promise<void> {
  const secret = 'T0PLANTED0SECRET';
  const path = `/services/${secret}`;
  const messages: Promise<Message>[] = [];
  const server = createServer((request, response) => {
    // The response waits until the processes have been listed, so that the sender is still running.
    messages.push(look(host, request).finally(() => response.end('ok')));
  });
  await new Promise<void>((resolve) => server.listen(0, host.gateway, resolve));
  const { port } = server.address() as AddressInfo;
  try {
    await test({
      url: `http://${host.gateway}:${port}${path}`,
      path,
      secret,
      next: async () => eventually(() => messages.shift(), { what: 'a message', seconds: 90, saw: async () => tail(await host.journal()) }),
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Last lines of the journal, which show why a message didn't arrive. */
const tail = (journal: string): string => journal.split('\n').slice(-60).join('\n');

async function look(host: TestHost, request: IncomingMessage): Promise<Message> {
  const body: unknown = JSON.parse(await text(request));
  const senders = (await host.mustExec('ps -C curl -o user:32=')).split('\n').filter((line) => line !== '');
  const processes = await host.mustExec("cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n' || :");
  return { method: request.method, path: request.url, contentType: request.headers['content-type'], body, senders, processes };
}
