import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a stub says: a status, headers, and a body that is sent as it is or as JSON. */
export interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Stub {
  readonly url: string;
  /** What it was sent, in order. */
  readonly bodies: unknown[];
  readonly paths: string[];
  readonly headers: IncomingMessage['headers'][];
}

/** Starts servers of a test, and ends them all. */
export interface Stubs {
  /** Answers each JSON post. */
  answering(answer: (body: never, nth: number) => Said): Promise<Stub>;
  /** Is given each request to do with as it likes. */
  doing(act: (response: ServerResponse) => void): Promise<string>;
  end(): void;
}

export function createStubs(): Stubs {
  const ends: (() => void)[] = [];
  const listen = async (act: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> => {
    const server = createServer(act);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => {
      server.close();
      server.closeAllConnections();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  return {
    async answering(answer) {
      const [bodies, paths, headers]: [unknown[], string[], Stub['headers']] = [[], [], []];
      const url = await listen(async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
        bodies.push(body);
        paths.push(`${request.method} ${request.url}`);
        headers.push(request.headers);
        const said = answer(body as never, bodies.length);
        response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers });
        response.end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body));
      });
      return { url, bodies, paths, headers };
    },
    doing: (act) => listen((_request, response) => act(response)),
    end() {
      for (const end of ends.splice(0)) end();
    },
  };
}
