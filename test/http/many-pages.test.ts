import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { makeRoot, SMALL, start, until } from '../site.ts';

let remove: () => Promise<void>;
let site: Site;
beforeEach(async () => {
  const made = await makeRoot(SMALL);
  remove = made.remove;
  site = await start(made.root);
});
afterEach(async () => {
  await site.close();
  await remove();
});

const open = async (count: number): Promise<{ sockets: Socket[]; told: () => number }> => {
  const { port, host } = new URL(site.url);
  let told = 0;
  const sockets = Array.from({ length: count }, () => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.setEncoding('utf8').on('data', (text: string) => {
      told += text.split('event: snapshot').length - 1;
    });
    socket.on('error', () => {});
    socket.write(`GET /events HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    return socket;
  });
  await until(() => told >= count);
  return { sockets, told: () => told };
};

test('open pages that are closed leave their places to others', async () => {
  const first = await open(1400);
  for (const socket of first.sockets) socket.destroy();
  const { sockets, told } = await open(1400);
  for (const socket of sockets) socket.destroy();
  expect(told()).toBe(1400);
});

test('fifteen hundred open pages are kept; one more is told to come back', async () => {
  const { sockets } = await open(1500);
  const answer = await fetch(`${site.url}events`);
  for (const socket of sockets) socket.destroy();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
});
