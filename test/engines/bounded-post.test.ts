import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { postJson } from '../../src/engines/bounded-post.ts';
import { createChat } from '../../src/engines/chat.ts';
import { createLibreTranslate } from '../../src/engines/libretranslate.ts';

type Answer = (body: never, request: IncomingMessage) => { status?: number; body: unknown; location?: string };

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A server that answers each JSON post; gives its address and what it was sent. */
async function stub(answer: Answer): Promise<{ url: string; bodies: unknown[]; paths: string[] }> {
  const bodies: unknown[] = [];
  const paths: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    bodies.push(body);
    paths.push(`${request.method} ${request.url}`);
    const said = answer(body as never, request);
    const headers = said.location === undefined ? {} : { location: said.location };
    response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...headers });
    response.end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies, paths };
}

const BATCH = { texts: ['Un jeton.', 'Deux puces.'], context: 'Titre', terms: [{ source: 'jeton', target: 'token' }] };

describe('LibreTranslate', () => {
  test('is asked for a list in its own words, and gives one back', async () => {
    const server = await stub(({ q }: { q: string[] }) => ({
      body: { translatedText: q.map((text) => `EN ${text}`) },
    }));
    const { texts } = await createLibreTranslate({ url: server.url, key: 'k' }).translate(BATCH);
    expect([texts, server.paths, server.bodies]).toEqual([
      ['EN Un jeton.', 'EN Deux puces.'],
      ['POST /translate'],
      [{ q: BATCH.texts, source: 'fr', target: 'en', format: 'text', api_key: 'k' }],
    ]);
  });

  test.each([
    ['busy', { status: 429, body: { error: 'slow' } }, 'LibreTranslate has too much to do'],
    ['a wrong key', { status: 403, body: { error: 'k-secret' } }, 'LibreTranslate refuses the key'],
    ['elsewhere', { status: 302, body: '', location: 'http://evil.example/' }, 'which is not followed'],
    ['no JSON', { body: '<html>' }, 'an answer that is no JSON'],
    ['broken', { status: 500, body: '' }, 'LibreTranslate answered with 500'],
  ])('%s is one sentence', async (_what, said, sentence) => {
    const server = await stub(() => said);
    const asked = createLibreTranslate({ url: server.url, key: 'k-secret' }).translate(BATCH);
    await expect(asked).rejects.toThrow(sentence);
    await expect(asked).rejects.not.toThrow('k-secret');
  });

  test.each([301, 302, 303, 307, 308])('an answer that sends elsewhere is not followed: %i', async (status) => {
    const other = await stub(({ q }: { q: string[] }) => ({ body: { translatedText: q } }));
    const server = await stub(() => ({ status, body: '', location: `${other.url}/translate` }));
    await expect(createLibreTranslate({ url: server.url, key: 'k' }).translate(BATCH)).rejects.toThrow('not followed');
    expect(other.paths).toEqual([]);
  });

  test.each([
    ['never ends', 1, 50],
    ['has no measure', 1_000_000, 1],
  ])('an answer that %s is given up', async (_what, bytes, every) => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '.repeat(bytes)), every);
      response.on('close', () => clearInterval(drip));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await expect(postJson('It', url, {}, { deadline: 1500 })).rejects.toThrow(
      'It gave no whole answer of at most 4 MB within 1.5 seconds',
    );
  });

  test('one text where two were asked for is left to the run to refuse', async () => {
    const server = await stub(() => ({ body: { translatedText: 'joined' } }));
    expect((await createLibreTranslate({ url: server.url, key: null }).translate(BATCH)).texts).toEqual(['joined']);
  });
});

describe('a chat server', () => {
  const reply = (content: string) => ({ body: { choices: [{ message: { content } }] } });
  const chat = (url: string) => createChat({ url, model: 'm', key: 'k' });

  test('is told the terms of the batch, and the article as data', async () => {
    const server = await stub(() => reply('{"1":"A token.","2":"Two chips."}'));
    const { texts } = await chat(server.url).translate(BATCH);
    const [request] = server.bodies as { messages: { role: string; content: string }[] }[];
    expect([texts, server.paths, JSON.parse(request?.messages[1]?.content ?? '')]).toEqual([
      ['A token.', 'Two chips.'],
      ['POST /chat/completions'],
      { terms: { jeton: 'token' }, context: 'Titre', texts: { 1: 'Un jeton.', 2: 'Deux puces.' } },
    ]);
  });

  test.each([
    ['an id is missing', '{"1":"A token."}'],
    ['an id too many', '{"1":"a","2":"b","3":"c"}'],
    ['a number for a text', '{"1":1,"2":"b"}'],
    ['chatter', 'I am sorry.'],
  ])('%s: asked once more, then no answer at all', async (_what, content) => {
    const server = await stub(() => reply(content));
    const { texts } = await chat(server.url).translate(BATCH);
    expect([texts, server.bodies.length]).toEqual([[], 2]);
  });

  test.each([
    ['braces that open', '{'],
    ['braces that close', '}'],
    ['pairs', '{}'],
    ['braces in strings', '{"1":"'],
    ['spaces', ' '],
  ])('%s, a million signs of them, are no answer, at once', async (_what, piece) => {
    const server = await stub(() => reply(piece.repeat(1_000_000 / piece.length)));
    const began = process.cpuUsage();
    const { texts } = await chat(server.url).translate(BATCH);
    expect([texts, process.cpuUsage(began).user < 5_000_000]).toEqual([[], true]);
  });

  test('a fence around the JSON does no harm', async () => {
    const server = await stub(() => reply('```json\n{"1":"A token.","2":"Two chips."}\n```'));
    expect((await chat(server.url).translate(BATCH)).texts).toEqual(['A token.', 'Two chips.']);
  });
});
