import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpServer, listen } from '../../src/http/server.ts';

const server = createHttpServer(
  (request, response) => request.resume().on('end', () => response.end('ok')),
  () => false,
);
let port: number;
beforeAll(async () => {
  ({ port } = await listen(server, '127.0.0.1', 0));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** What is answered to whoever sends a first part, and then a byte a second; and after how many seconds it is over. */
function drip(first: string): Promise<{ readonly status: string; readonly seconds: number }> {
  const start = performance.now();
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(first));
    const drops = setInterval(() => socket.write('a'), 1000);
    socket
      .setEncoding('latin1')
      .on('data', (text: string) => {
        answer += text;
      })
      .on('error', () => {})
      .on('close', () => {
        clearInterval(drops);
        resolve({ status: answer.slice(9, 12), seconds: (performance.now() - start) / 1000 });
      });
  });
}

test.each([
  ['a head', 'GET / HTTP/1.1\r\nHost: a\r\nX: ', 10],
  ['a body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n', 90],
  ['a body in pieces', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n800\r\n', 90],
])('%s that does not come to its end is given up in time', { timeout: 180_000 }, async (_what, first, limit) => {
  const { status, seconds } = await drip(first);
  expect([status, seconds >= limit - 1, seconds < limit + 6]).toEqual(['408', true, true]);
});
