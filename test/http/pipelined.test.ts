import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { createHttpServer, listen } from '../../src/http/server.ts';
import { until } from '../site.ts';

const atOnce: RequestListener = (_request, response) => response.end();
const never: RequestListener = () => {};

test.each<[string, RequestListener, number, boolean]>([
  ['a hundred that wait', never, 100, false],
  ['one more', never, 101, true],
  ['as many that are answered', atOnce, 150, false],
])('requests of one connection, one behind the other: %s', async (_what, listener, count, isEnded) => {
  let asked = 0;
  const server = createHttpServer(
    (request, response) => {
      asked += 1;
      return listener(request, response);
    },
    () => false,
  );
  const { port } = await listen(server, '127.0.0.1', 0);
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  await once(socket, 'connect');
  socket.resume();
  let isClosed = false;
  socket.on('close', () => {
    isClosed = true;
  });
  for (let i = 1; i <= count; i += 1) {
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    if (listener === atOnce) await until(() => asked === i);
  }
  await until(() => isClosed || asked === count);
  socket.destroy();
  server.close().closeAllConnections();
  expect([asked, isClosed]).toEqual([Math.min(count, isEnded ? 100 : count), isEnded]);
});
