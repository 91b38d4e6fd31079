import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from 'node:net';

/** A server of a test, with all that reached it. */
export interface Counted {
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Connections, whether they said something or not. */
  connections(): number;
  readonly requests: IncomingMessage[];
}

export interface Servers {
  http(answer: RequestListener, host?: string): Promise<Counted>;
  https(certificate: { readonly key: string; readonly cert: string }): Promise<Counted>;
  /** Is given each connection as it is. */
  raw(act: (socket: Socket) => void): Promise<Counted>;
  end(): void;
}

export function createServers(): Servers {
  const ends: (() => void)[] = [];
  const listen = async (server: Server, host: string, requests: IncomingMessage[]): Promise<Counted> => {
    let connections = 0;
    const sockets = new Set<Socket>();
    server.on('connection', (socket) => {
      connections += 1;
      sockets.add(socket);
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    ends.push(() => {
      server.close();
      for (const socket of sockets) socket.destroy();
    });
    const { port } = server.address() as AddressInfo;
    const named = host.includes(':') ? `[${host}]` : host;
    return { port, url: `http://${named}:${port}`, connections: () => connections, requests };
  };
  return {
    http(answer, host = '127.0.0.1') {
      const requests: IncomingMessage[] = [];
      const server = createServer((request, response) => {
        requests.push(request);
        answer(request, response);
      });
      return listen(server, host, requests);
    },
    async https(certificate) {
      const requests: IncomingMessage[] = [];
      const server = createSecureServer(certificate, (request, response) => {
        requests.push(request);
        response.end('x');
      });
      const { url, ...rest } = await listen(server, '127.0.0.1', requests);
      return { ...rest, url: url.replace('http:', 'https:') };
    },
    raw: (act) => listen(createSocketServer(act), '127.0.0.1', []),
    end() {
      for (const end of ends.splice(0)) end();
    },
  };
}
