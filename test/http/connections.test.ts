import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { makeRoot, NO_ENGINES, SMALL, start, until } from '../site.ts';

/** What one other network may hold, of connections and of event streams. */
const MOST = 100;
const MOST_STREAMS = 20;
/** An address of this machine that is not its own name for itself: from there it is a machine like any other. */
const OTHER = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

let site: Site;
let end: () => Promise<void>;
beforeEach(async () => {
  const { root, remove } = await makeRoot(SMALL);
  site = await start(root, NO_ENGINES, 0, { host: '0.0.0.0' });
  end = async () => {
    await site.close();
    await remove();
  };
});
afterEach(() => end());

/** Connections from an address to the same one; each asks for a path, if one is named. */
function open(count: number, address: string, path = '') {
  const port = Number(new URL(site.url).port);
  const state = { opened: 0, closed: 0, answers: '' };
  const sockets = Array.from({ length: count }, (): Socket => {
    const socket = connect({ port, host: address, localAddress: address }, () => {
      state.opened += 1;
      if (path !== '') socket.write(`GET ${path} HTTP/1.1\r\nHost: ${address}:${port}\r\n\r\n`);
    });
    socket.setEncoding('latin1').on('data', (text: string) => {
      state.answers += text;
    });
    return socket
      .on('error', () => {})
      .on('close', () => {
        state.closed += 1;
      });
  });
  const close = () => {
    for (const socket of sockets) socket.destroy();
  };
  return { state, close };
}

const answered = (address: string) =>
  new Promise<boolean>((resolve) => {
    const { state, close } = open(1, address, '/healthz');
    const done = (is: boolean) => {
      clearInterval(timer);
      close();
      resolve(is);
    };
    const timer = setInterval(() => {
      if (state.answers.startsWith('HTTP/1.1 200')) done(true);
      else if (state.closed > 0) done(false);
    }, 10);
  });

describe.skipIf(OTHER === undefined)(
  'one other network (skipped where this machine has no address but its own)',
  () => {
    const other = OTHER ?? '';

    test(`has ${MOST} connections; those beyond are closed, and others are served`, async () => {
      const { state, close } = open(MOST + 50, other);
      await until(() => state.closed === 50);
      expect([await answered(other), await answered('127.0.0.1')]).toEqual([false, true]);
      close();
    });

    test('has its places again when it lets go of them', async () => {
      for (let round = 0; round < 3; round += 1) {
        const { state, close } = open(MOST, other);
        await until(() => state.opened === MOST);
        close();
        await until(() => answered(other));
      }
      expect(await answered(other)).toBe(true);
    });

    test(`has ${MOST_STREAMS} event streams among them; those beyond are told to come back`, async () => {
      const { state, close } = open(MOST_STREAMS + 5, other, '/events');
      const count = (words: string) => state.answers.split(words).length - 1;
      await until(() => count('HTTP/1.1 ') === MOST_STREAMS + 5);
      expect([count('HTTP/1.1 200'), count('HTTP/1.1 503'), await answered(other)]).toEqual([MOST_STREAMS, 5, true]);
      close();
    });
  },
);

test('this machine itself has more', async () => {
  const { state, close } = open(3 * MOST, '127.0.0.1');
  await until(() => state.opened === 3 * MOST);
  expect([state.closed, await answered('127.0.0.1')]).toEqual([0, true]);
  close();
});
