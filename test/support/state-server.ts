import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Lock {
  readonly ID: string;
}

/**
 * A server for Terraform's http backend, with locks and a login, that listens only on this machine. It takes the place of a team's GitLab
 * or object store.
 *
 * Source: https://developer.hashicorp.com/terraform/language/backend/http
 */
export class StateServer {
  /** All states that were written, for tests that search them for secrets. */
  readonly written: string[] = [];
  private readonly states = new Map<string, string>();
  private readonly locks = new Map<string, Lock>();

  private constructor(
    private readonly server: Server,
    private readonly credentials: string,
  ) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => void this.answer(request, response));
  }

  static async start(user: string, password: string): Promise<StateServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new StateServer(server, `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`);
  }

  /** Base URL of the states, to which a name is appended. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/state`;
  }

  /** Returns a state as last written by Terraform; undefined if there is none. */
  state(name: string): string | undefined {
    return this.states.get(`/state/${name}`);
  }

  /** Locks a state, as another user's Terraform would. */
  lock(name: string, who: string): void {
    this.locks.set(`/state/${name}`, { ID: 'another-run', Who: who, Operation: 'OperationTypeApply' } as Lock);
  }
  unlock(name: string): void {
    this.locks.delete(`/state/${name}`);
  }
  get isLocked(): boolean {
    return this.locks.size > 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
    const { status, text = '' } =
      request.headers.authorization === this.credentials ? this.handle(request.method ?? '', request.url ?? '', body) : { status: 401 };
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  }

  private handle(method: string, url: string, body: string): { readonly status: number; readonly text?: string } {
    const { pathname, searchParams } = new URL(url, this.url);
    const held = this.locks.get(pathname);
    const refused = { status: 423, text: JSON.stringify(held) };
    switch (method) {
      case 'GET': {
        const text = this.states.get(pathname);
        return text === undefined ? { status: 404 } : { status: 200, text };
      }
      case 'POST':
        if (held !== undefined && held.ID !== searchParams.get('ID')) return refused;
        this.states.set(pathname, body);
        this.written.push(body);
        return { status: 200 };
      case 'LOCK':
        if (held !== undefined) return refused;
        this.locks.set(pathname, JSON.parse(body) as Lock);
        return { status: 200 };
      case 'UNLOCK':
        if (held !== undefined && held.ID !== (JSON.parse(body) as Lock).ID) return refused;
        this.locks.delete(pathname);
        return { status: 200 };
      default:
        return { status: 405 };
    }
  }
}
