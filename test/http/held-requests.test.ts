import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { holdRequests } from '../../src/http/held-requests.ts';

test('who asks early is answered as soon as somebody can, who left is not, and who asks later at once', async () => {
  const held = holdRequests();
  const server = createServer(held.listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const asked: string[] = [];
  const early = fetch(`${url}/early`, { method: 'POST', body: 'words' });
  const left = request(`${url}/left`).on('error', () => {});
  left.end();
  await new Promise((resolve) => setTimeout(resolve, 100));
  left.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  held.answerBy(async (asking, response) => {
    const parts: string[] = [];
    for await (const part of asking) parts.push(String(part));
    asked.push(`${asking.url} ${parts.join('')}`);
    response.end('there');
  });
  const answers = [await (await early).text(), await (await fetch(`${url}/later`)).text()];
  server.close().closeAllConnections();
  expect([answers, asked]).toEqual([
    ['there', 'there'],
    ['/early words', '/later '],
  ]);
});
