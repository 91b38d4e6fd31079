import { readFile, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseCatalogue } from '../../src/formats/article/catalogue.ts';
import type { Site } from '../../src/serve.ts';
import { makeRoot, SMALL, start, until } from '../site.ts';

const COUNT = 12;
const FILES = {
  ...SMALL,
  'content/essai/fr.md': `---\ntitle: Essai\n---\n\n${Array.from({ length: COUNT }, (_, i) => `Alinéa ${i}.`).join('\n\n')}\n`,
  'content/essai/en.po': 'msgid "Essai"\nmsgstr "Trial"\n',
};
let root: string;
let remove: () => Promise<void>;
let site: Site;
beforeEach(async () => {
  ({ root, remove } = await makeRoot(FILES));
  site = await start(root);
});
afterEach(async () => {
  await site.close();
  await remove();
});

const addressOf = (unit: string) => `${site.url}api/articles/essai/units/${unit}`;
const put = (unit: string, tag: string, target: string) =>
  fetch(addressOf(unit), {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': tag },
    body: JSON.stringify({ target, state: 'draft' }),
  });

/** Reads, adds one, writes; reads again when somebody was faster. Gives how often it was told to. */
async function addOne(unit: string): Promise<number> {
  for (let refused = 0; ; refused += 1) {
    const read = await fetch(addressOf(unit));
    const { target } = (await read.json()) as { target: string };
    const { status } = await put(
      unit,
      read.headers.get('etag') ?? '',
      `Count ${Number(/\d+/.exec(target)?.[0] ?? 0) + 1}`,
    );
    if (status === 200) return refused;
    if (status !== 412) throw new Error(`answered ${status}`);
  }
}

test('many who count up one paragraph lose no count (W7)', async () => {
  const clients = Array.from({ length: 6 }, async () => {
    let refused = 0;
    for (let i = 0; i < 6; i += 1) refused += await addOne('p2');
    return refused;
  });
  const refusals = (await Promise.all(clients)).reduce((sum, one) => sum + one, 0);
  const { target } = (await (await fetch(addressOf('p2'))).json()) as { target: string };
  expect([target, refusals > 0]).toEqual(['Count 36', true]);
});

test('many who write different paragraphs of one file all succeed at once (W8)', async () => {
  const clients = Array.from({ length: COUNT }, async (_, i) => {
    const unit = `p${i + 2}`;
    const statuses = new Set<number>();
    for (let round = 0; round < 5; round += 1) {
      const tag = (await fetch(addressOf(unit))).headers.get('etag') ?? '';
      statuses.add((await put(unit, tag, `Paragraph ${i}, round ${round}`)).status);
    }
    return [...statuses].join();
  });
  const statuses = await Promise.all(clients);
  const { messages } = parseCatalogue(await readFile(path.join(root, 'content/essai/en.po'), 'utf8'), 'en.po');
  expect([[...new Set(statuses)], messages.slice(1).map(({ text }) => text.value)]).toEqual([
    ['200'],
    Array.from({ length: COUNT }, (_, i) => `Paragraph ${i}, round 4`),
  ]);
});

describe('a thousand open pages (H7)', () => {
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

  test('are all told of a change, and others are served meanwhile', async () => {
    const { sockets, told } = await open(1000);
    await writeFile(path.join(root, 'glossary/ai.yaml'), SMALL['glossary/ai.yaml'].replace('en: token', 'en: lexeme'));
    await until(() => told() >= 2000);
    const { status } = await fetch(`${site.url}articles/essai`);
    for (const socket of sockets) socket.destroy();
    expect([told(), status]).toEqual([2000, 200]);
  });
});

const [ELSEWHERE] = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .filter(({ family, internal }) => family === 'IPv4' && !internal);

test.skipIf(ELSEWHERE === undefined)(
  'another machine has twenty places, and a page that leaves gives its own back',
  async () => {
    const own = await start(root, undefined, 0, { host: '0.0.0.0' });
    const listen = async () => {
      const stop = new AbortController();
      const url = `http://${ELSEWHERE?.address}:${new URL(own.url).port}/events`;
      const { status } = await fetch(url, { signal: stop.signal });
      return { status, stop };
    };
    const pages = await Promise.all(Array.from({ length: 20 }, listen));
    const refused = await listen();
    pages[0]?.stop.abort();
    await until(async () => {
      const again = await listen();
      pages.push(again);
      return again.status === 200;
    });
    for (const { stop } of [...pages, refused]) stop.abort();
    await own.close();
    expect([new Set(pages.slice(0, 20).map(({ status }) => status)), refused.status]).toEqual([new Set([200]), 503]);
  },
);
