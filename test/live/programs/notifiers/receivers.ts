import { createServer, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { eventually } from '../../../hosts/eventually';

/** A request as it was received. */
export interface Request {
  readonly line: string;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: unknown;
}

/** Simulates a receiver: counts requests that wait for an answer, and answers as configured. */
export class Receiver {
  public readonly requests: Request[] = [];
  /** Status code of its answers. */
  public status = 200;
  /** True to keep senders waiting. */
  public holds = false;
  /** Largest number that waited at a time. */
  public most = 0;
  private readonly waiting: ServerResponse[] = [];
  private readonly server = createServer((request, response) => {
    void text(request).then((body) => {
      const { authorization, 'content-type': contentType } = request.headers;
      this.requests.push({ line: `${request.method} ${request.url}`, authorization, contentType, body: JSON.parse(body) as unknown });
      this.waiting.push(response);
      this.most = Math.max(this.most, this.waiting.length);
      if (!this.holds) this.release();
    });
  });

  /** Answers all that wait, and then every request at once. */
  public release(): void {
    this.holds = false;
    for (const response of this.waiting.splice(0)) response.writeHead(this.status).end('ok');
  }

  public async listen(address: string): Promise<string> {
    return `http://${address}:${await listening(this.server, address)}`;
  }

  public async come(number: number, seconds: number): Promise<readonly Request[]> {
    return eventually(() => (this.requests.length >= number ? this.requests : undefined), { what: `${number} requests`, seconds });
  }

  public forget(): void {
    this.requests.length = 0;
    this.most = 0;
    this.status = 200;
  }

  public close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** A mail server that accepts everything without encryption, and records the session line by line. */
export class MailServer {
  public readonly sessions: string[][] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server = createTcpServer((socket) => {
    const lines: string[] = [];
    this.sessions.push(lines);
    this.sockets.add(socket);
    let data = false;
    let rest = '';
    socket.on('error', () => undefined);
    socket.write('220 mail.test ESMTP\r\n');
    socket.on('data', (chunk) => {
      const complete = (rest + chunk.toString('utf8')).split('\r\n');
      rest = complete.pop()!;
      for (const line of complete) {
        lines.push(line);
        if (data) {
          if (line === '.') socket.write('250 taken\r\n');
          data = line !== '.';
        } else if (line.startsWith('EHLO')) socket.write('250-mail.test\r\n250 AUTH PLAIN\r\n');
        else if (line === 'AUTH PLAIN') socket.write('334 \r\n');
        else if (line.startsWith('AUTH PLAIN ') || lines.at(-2) === 'AUTH PLAIN') socket.write('235 fine\r\n');
        else if (line === 'DATA') {
          data = true;
          socket.write('354 go on\r\n');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 fine\r\n');
      }
    });
  });

  public async listen(address: string): Promise<number> {
    return listening(this.server, address);
  }

  public close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}

async function listening(server: Server, address: string): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  return (server.address() as AddressInfo).port;
}
