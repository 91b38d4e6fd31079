import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPlaces } from './places.ts';

/** Connections in all, and of them for one other network. */
const MOST_CONNECTIONS = 2000;
const MOST_OF_NETWORK = 100;

/** A server with limits against slow and endless requests, and against many of one network. Milliseconds. */
export function createHttpServer(listener: RequestListener): Server {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16_384 }, listener);
  server.maxConnections = MOST_CONNECTIONS;
  const places = createPlaces(MOST_OF_NETWORK);
  server.on('connection', (socket) => {
    const leave = places.take(socket.remoteAddress ?? '');
    if (leave === null) socket.destroy();
    else socket.once('close', leave);
  });
  return server;
}

/** Starts listening. Rejects with the system’s error, EADDRINUSE among them. */
export function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}
