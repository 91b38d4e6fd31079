import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Response } from 'express';
import { afterEach, expect, test } from 'vitest';
import { createPacer } from '../../src/files/thread/pacer.ts';
import { sendDownload } from '../../src/http/download.ts';
import { until } from '../site.ts';

let end = () => {};
afterEach(() => end());

/** A server that sends these pieces, and the answer as it goes out. */
async function serve(pieces: Iterable<string | Uint8Array>) {
  let sent: Response | null = null;
  let done = false;
  const server = createServer((request, raw) => {
    sent = Object.assign(raw, {
      req: request,
      set: (headers: object) => raw.setHeaders(new Map(Object.entries(headers))),
    }) as never;
    void sendDownload(sent as never, { name: 'a.txt', mediaType: 'text/plain', pieces }, createPacer()).then(() => {
      done = true;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  end = () => server.close();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, sent: () => sent as unknown as Response, isDone: () => done };
}

const pieces = (count: number) => Array.from({ length: count }, (_, i) => `${i} ${'x'.repeat(50_000)}`);

test('a file arrives whole, in its order', async () => {
  const { url } = await serve([...pieces(30), Buffer.from('é'), 'end']);
  expect(await (await fetch(url)).text()).toBe(`${pieces(30).join('')}éend`);
});

test('whoever takes it slowly costs no more listeners with each piece', async () => {
  const { url, sent, isDone } = await serve(pieces(200));
  const listeners: number[] = [];
  const answer = await new Promise<import('node:http').IncomingMessage>((resolve) => get(url, resolve));
  for await (const _ of answer) listeners.push(sent().listenerCount('close') + sent().listenerCount('error'));
  await until(isDone);
  expect(Math.max(...listeners)).toBeLessThan(10);
});

test('it is made no further when nobody listens any more', async () => {
  let made = 0;
  const endless = (function* () {
    for (; made < 100_000; made += 1) yield 'x'.repeat(10_000);
  })();
  const { url, isDone } = await serve(endless);
  const answer = await new Promise<import('node:http').IncomingMessage>((resolve) => get(url, resolve));
  await once(answer, 'data');
  answer.destroy();
  await until(isDone);
  expect(made).toBeLessThan(100_000);
});
