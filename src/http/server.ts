import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createPlaces, type MostPlaces } from './places.ts';

/** Connections in all, and of them for one other network, and for one that is a trusted proxy. */
const MOST_CONNECTIONS = 2000;
const MOST: MostPlaces = { ofNetwork: 100, ofProxy: 1000 };

/**
 * Requests of one connection that wait for their answers; a browser sends one after the other.
 *
 * @guard requests-of-connection → Infinity
 */
const MOST_WAITING = 100;

/** Between two looks at what has run out of time; node looks every half minute. Milliseconds. */
const LOOK = 1000;

/** Until a request has come to its end: a file of 20 MB at 2 Mbit a second. Milliseconds. */
const LONGEST_REQUEST = 90_000;

/**
 * A server with limits against slow and endless requests, and against many of one network. Milliseconds.
 *
 * @param isTrusted whether a machine is a proxy that speaks for many
 */
export function createHttpServer(listener: RequestListener, isTrusted: (address: string) => boolean): Server {
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: LONGEST_REQUEST,
      connectionsCheckingInterval: LOOK,
      maxHeaderSize: 16_384,
    },
    oneByOne(listener),
  );
  server.maxConnections = MOST_CONNECTIONS;
  const places = createPlaces(MOST);
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const leave = places.take({ address, proxy: isTrusted(address) ? address : null });
    if (leave === null) socket.destroy();
    else socket.once('close', leave);
  });
  return server;
}

/** Ends a connection that asks on and on without waiting for an answer. */
function oneByOne(listener: RequestListener): RequestListener {
  const waiting = new WeakMap<Socket, number>();
  return (request, response) => {
    const { socket } = request;
    const countNow = () => waiting.get(socket) ?? 0;
    if (countNow() >= MOST_WAITING) return socket.destroy();
    waiting.set(socket, countNow() + 1);
    response.once('close', () => waiting.set(socket, countNow() - 1));
    return listener(request, response);
  };
}

/** Starts listening. Rejects with the system’s error, EADDRINUSE among them. */
export function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}
