import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { counted } from '../../../src/core/text/counted.ts';
import type { Site } from '../../../src/serve.ts';
import { type FakeDeepL, startFakeDeepL } from '../../engines/fake-deepl.ts';
import { HOME, makeRoot, NO_ENGINES, start, until } from '../../site.ts';

let fake: FakeDeepL;
let root: string;
let remove: () => Promise<void>;
let site: Site;
const open = async () => {
  fake = await startFakeDeepL();
  ({ root, remove } = await makeRoot({
    'glossary/ai.yaml': '- fr: jeton\n  en: token\n  not: [chip]\n',
    'content/tram/fr.md': await readFile(path.join(HOME, 'test/engines/tram.md'), 'utf8'),
  }));
  site = await start(root, { ...NO_ENGINES, deepl: { key: fake.key, serverUrl: fake.url } });
};
const close = async () => {
  await site.close();
  await fake.close();
  await remove();
};

const API = 'api/articles/tram/translate';
const post = (address: string, headers: Record<string, string> = {}) =>
  fetch(site.url + address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{}',
    redirect: 'manual',
  });
const job = async () => (await (await fetch(site.url + API)).json()) as { state: string; units: unknown[] };
const text = async (address: string) => (await fetch(site.url + address)).text();

describe('before a run', () => {
  beforeAll(open);
  afterAll(close);

  test('pages price and never spend: no GET asks the engine anything', async () => {
    const page = await text('articles/tram/translate');
    for (const address of ['', 'articles/tram', API, 'articles/tram/translate?engine=deepl', 'glossary', 'healthz'])
      await text(address);
    expect([page.includes('<dd>37</dd>'), fake.requests]).toEqual([true, []]);
  });

  describe('nobody else may spend', () => {
    test.each([
      ['another site’s page', { origin: 'https://evil.example' }],
      ['an opaque origin', { origin: 'null' }],
      ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
      ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ])('%s', async (_what, headers) => {
      const { status } = await post(API, headers as unknown as Record<string, string>);
      expect([status, fake.requests]).toEqual([403, []]);
    });
  });

  test('without an engine the page says what can be done', async () => {
    const bare = await start(root);
    const page = await (await fetch(`${bare.url}articles/tram/translate`)).text();
    await bare.close();
    expect([page.includes('No engine is set up.'), page.includes('>write it</a>, paragraph by paragraph')]).toEqual([
      true,
      true,
    ]);
  });

  test.each([
    ['with an engine', true],
    ['without one', false],
  ])('the page says the price, and the limit that would stop the run: %s', async (_what, has) => {
    const deepl = has ? { key: fake.key, serverUrl: fake.url } : null;
    const bare = await start(root, { ...NO_ENGINES, deepl, mostCharacters: 50 });
    const page = await (await fetch(`${bare.url}articles/tram/translate`)).text();
    await bare.close();
    expect([page.includes('<dd>37</dd>'), page.includes('allows 50 characters a run')]).toEqual([true, true]);
  });
});

describe('a run to its end', () => {
  const told: string[] = [];
  const line = new AbortController();
  let answers: readonly Response[];
  beforeAll(async () => {
    await open();
    const { body } = await fetch(`${site.url}events`, { signal: line.signal });
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    const read = async () => {
      for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read())
        told.push(part.value);
    };
    void read().catch(() => {});
    answers = await Promise.all([post(API), post(API), post(API)]);
    await until(async () => (await job()).state === 'ended', 60_000);
  });
  afterAll(async () => {
    line.abort();
    await close();
  });

  test('one run an article: whoever is second is told where the first is', async () => {
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    expect([fake.sent.length, answers[0]?.headers.get('location')]).toEqual([37, '/articles/tram/translate']);
  });

  test('what arrived is in the reader, as drafts with their origin', async () => {
    const page = await text('articles/tram');
    const origins = page.match(/deepl en-US, <time>\d{4}-\d\d-\d\d<\/time>, \d+ characters/g);
    expect([page.match(/class="draft"/g)?.length, origins?.length]).toEqual([37, 37]);
  });

  test('each step of it is told to open pages, the end last', async () => {
    const runs = () => told.join('').match(/^event: run\ndata: \{"slug":"tram"\}\n\n/gm)?.length ?? 0;
    // Its start, each of 37 paragraphs, its end.
    await until(() => runs() === 39);
  });

  test('what this month was sent is on the page', async () => {
    expect(await text('articles/tram/translate')).toContain(
      `This month deepl was sent ${counted(fake.billed, 'character')} from here.`,
    );
  });
});

describe('a run of its own', () => {
  beforeEach(open);
  afterEach(close);

  test('the page of a run names the paragraphs in which a term is missing', async () => {
    fake.obeys = false;
    await post(API);
    await until(async () => (await job()).state === 'ended', 60_000);
    const page = await text('articles/tram/translate');
    const [, line = ''] = /A term is missing in ([\s\S]*?)\.<\/p>/.exec(page) ?? [];
    expect(line.replaceAll(/<[^>]+>/g, '')).toBe('p29, p30');
  });

  test('a form works without script', async () => {
    const answer = await fetch(`${site.url}${API}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      body: 'engine=deepl',
      redirect: 'manual',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/articles/tram/translate']);
    await until(async () => (await job()).state === 'ended', 60_000);
  });

  test('our own page may spend', async () => {
    const { status } = await post(API, { origin: site.url.slice(0, -1), 'sec-fetch-site': 'same-origin' });
    await until(async () => (await job()).state === 'ended', 60_000);
    expect(status).toBe(202);
  });

  test('a run can be cancelled, and what arrived stays', async () => {
    await post(API);
    await post(`${API}/cancel`);
    await until(async () => (await job()).state === 'stopped');
    const arrived = (await job()).units.length;
    const kept = (await readFile(path.join(root, 'content/tram/en.po'), 'utf8').catch(() => '')).match(/^#, fuzzy$/gm);
    expect([arrived < 37, kept?.length ?? 0]).toEqual([true, arrived]);
  });

  test('a fault of the engine is a sentence on the page, without the key', async () => {
    fake.fail('/v2/translate', { status: 403 });
    await post(API);
    await until(async () => (await job()).state === 'stopped');
    const page = await text('articles/tram/translate');
    expect([page.includes('DeepL refuses the key'), page.includes('canary')]).toEqual([true, false]);
  });

  test('a catalogue that nobody can read stops a run before anything is sent', async () => {
    await writeFile(path.join(root, 'content/tram/en.po'), 'msgid "Essai');
    await post(API);
    await until(async () => (await job()).state === 'stopped');
    expect([fake.requests, (await text('articles/tram/translate')).includes('Nothing was sent')]).toEqual([[], true]);
  });
});
