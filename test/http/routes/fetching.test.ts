import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express, { type ErrorRequestHandler } from 'express';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FetchedPage, type FetchPage, PageError } from '../../../src/core/changes/ports/page-fetcher.ts';
import { createPacer } from '../../../src/files/thread/pacer.ts';
import type { ReadDocument } from '../../../src/formats/document/blocks/document.ts';
import type { Patience, ReadingOptions } from '../../../src/formats/document/blocks/document-reader.ts';
import { describeError } from '../../../src/http/errors.ts';
import { createParcels } from '../../../src/http/parcels.ts';
import { createAddRoutes } from '../../../src/http/routes/add.ts';
import type { Brought } from '../../../src/http/routes/brought.ts';
import { errorHandler } from '../../../src/http/routes/failures.ts';
import { useViews } from '../../../src/http/view-engine.ts';
import { HOME, until } from '../../site.ts';

const PAGE: FetchedPage = {
  ...{ bytes: new TextEncoder().encode('Un pont.'), name: '', type: 'text/html', charset: 'utf-8' },
  url: 'https://example.org/ponts',
};
const DOCUMENT: ReadDocument = {
  ...{ title: 'Un pont', site: null, url: null, date: null, warnings: [] },
  blocks: [{ kind: 'paragraph', level: 0, markdown: 'Un pont.', doubt: null }],
};
const thrown: unknown[] = [];
const tell: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  thrown.push(error);
  response.status(describeError(error).status).send(describeError(error).message);
};

let server: Server;
let url: string;
let fetchPage: FetchPage;
let owner = 'me';
let reading: () => Promise<ReadDocument>;
const waits: { readonly [Name in keyof Patience]: Patience[Name] | undefined }[] = [];
const read: { name: string; options: ReadingOptions | undefined }[] = [];
const parcels = createParcels<Brought>(() => 0);

beforeEach(async () => {
  const app = express();
  useViews(app, path.join(HOME, 'views'), createPacer());
  const routes = createAddRoutes({
    library: { current: () => ({ revision: 'r', problems: [] }) } as never,
    fetchPage: (address, watch) => fetchPage(address, watch),
    documents: {
      async read(_bytes, name, { signal, limit, ...options } = {}) {
        waits.push({ signal, limit });
        read.push({ name, options });
        return { ...(await reading()), url: options?.url ?? null };
      },
    },
    parcels,
    ownerOf: () => owner,
    signedIn: (_request, _response, next) => next(),
  });
  server = app.use(routes).use(tell).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/add`;
  owner = 'me';
  read.length = 0;
  waits.length = 0;
  thrown.length = 0;
  reading = async () => DOCUMENT;
});
afterEach(() => server.close());

const ask = (address: string, init: RequestInit = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ address }), redirect: 'manual', ...init });
const LINES = { headers: { accept: 'application/x-ndjson' } };
const linesOf = async (answer: Response) =>
  (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);

test('without script the answer comes when the page is there, and leads to its blocks', async () => {
  fetchPage = async () => PAGE;
  const answer = await ask('example.org/ponts');
  const name = answer.headers.get('location')?.slice('/add/'.length) ?? '';
  const { from, reading } = parcels.get('me', name) as Brought;
  expect([answer.status, from, (reading as ReadDocument).url]).toEqual([
    303,
    'https://example.org/ponts',
    'https://example.org/ponts',
  ]);
});

test.each(['example.org/a', 'example.org:8080/a', 'http://example.org/', 'file:///etc/passwd'])(
  '“%s” is asked for as it is written: what fetches it reads it',
  async (written) => {
    const addresses: string[] = [];
    fetchPage = async (address) => {
      addresses.push(address);
      return PAGE;
    };
    await ask(written);
    expect(addresses).toEqual([written]);
  },
);

test.each(['', 'le-fleuve.md'])('what came is read by its name “%s”, and by what its server says', async (name) => {
  fetchPage = async () => ({ ...PAGE, name });
  await ask('example.org');
  expect(read).toEqual([{ name, options: { type: 'text/html', charset: 'utf-8', url: PAGE.url } }]);
});

test('a script hears how far it is, line by line, and nothing twice', async () => {
  fetchPage = async (_address, watch) => {
    watch?.onProgress?.({ step: 'asking', host: 'example.org' });
    for (const bytes of [120_000, 130_000, 900_000])
      watch?.onProgress?.({ step: 'reading', host: 'example.org', bytes });
    return PAGE;
  };
  const answer = await ask('example.org', LINES);
  const lines = await linesOf(answer);
  expect([answer.headers.get('content-type'), lines.slice(0, -1)]).toEqual([
    'application/x-ndjson',
    [
      { says: 'Asking example.org …' },
      { says: 'Reading example.org: 0.1 MB so far …' },
      { says: 'Reading example.org: 0.9 MB so far …' },
    ],
  ]);
  expect(lines.at(-1)?.['address']).toMatch(/^\/add\/[\w-]{24}$/);
});

describe('a page that cannot be had', () => {
  beforeEach(() => {
    fetchPage = () => Promise.reject(new PageError('“example.org” does not answer; save the page and give the file.'));
  });
  test('is said beside the field, in which the address stays', async () => {
    const answer = await ask('example.org');
    const html = await answer.text();
    expect([
      answer.status,
      /id="add_address_wrong"[^>]*>“example.org” does not answer/.test(html),
      /id="add_address" name="address" value="example.org"/.test(html),
      / autofocus/.test(html),
    ]).toEqual([422, true, true, true]);
  });
  test('is said to a script', async () => {
    expect(await linesOf(await ask('example.org', LINES))).toEqual([
      { way: 'address', wrong: '“example.org” does not answer; save the page and give the file.' },
    ]);
  });
});

test('an error that nobody foresaw is told as one', async () => {
  fetchPage = () => Promise.reject(new Error('secret'));
  const answer = await ask('example.org');
  expect([answer.status, await answer.text()]).toEqual([500, 'Internal error.']);
});

describe('whoever waits no more', () => {
  const slow = () => {
    const seen = { begun: 0, ended: 0 };
    fetchPage = (_address, watch) =>
      new Promise((_resolve, reject) => {
        seen.begun += 1;
        watch?.onProgress?.({ step: 'asking', host: 'example.org' });
        watch?.signal?.addEventListener('abort', () => {
          seen.ended += 1;
          reject(new PageError('Cancelled.'));
        });
      });
    return seen;
  };

  test.each([
    ['without script', {}],
    ['with script', LINES],
  ])('ends the fetching too, and may ask for another page: %s', async (_what, init) => {
    const seen = slow();
    const cancel = new AbortController();
    const waiting = ask('example.org', { ...init, signal: cancel.signal }).then((answer) => answer.text());
    await until(() => seen.begun === 1);
    cancel.abort();
    await waiting.catch(() => {});
    await until(() => seen.ended === 1);
    fetchPage = async () => PAGE;
    expect((await ask('example.org')).status).toBe(303);
  });

  test('has one page under way, and others have theirs', async () => {
    const seen = slow();
    const cancel = new AbortController();
    const waiting = [ask('example.org', { signal: cancel.signal })];
    await until(() => seen.begun === 1);
    const second = await ask('example.org');
    owner = 'you';
    waiting.push(ask('example.org', { signal: cancel.signal }));
    await until(() => seen.begun === 2);
    cancel.abort();
    await Promise.allSettled(waiting);
    expect([second.status, (await second.text()).includes('being fetched for you already')]).toEqual([422, true]);
  });
});

test('a text and its English are read as long as somebody waits, and for ten seconds at most', async () => {
  const cancel = new AbortController();
  let count = 0;
  reading = () => {
    count += 1;
    return count === 1 ? Promise.resolve(DOCUMENT) : new Promise(() => {});
  };
  const body = new URLSearchParams({ text: 'Un pont.', english_text: 'A bridge.' });
  const waiting = ask('', { body, signal: cancel.signal });
  await until(() => waits.length === 2);
  const before = waits.map(({ signal }) => signal?.aborted);
  cancel.abort();
  await waiting.catch(() => {});
  await until(() => waits.every(({ signal }) => signal?.aborted === true));
  expect([before, waits.map(({ limit }) => limit)]).toEqual([
    [false, false],
    [10_000, 10_000],
  ]);
});

describe('of more texts than are taken at once', () => {
  /** As many texts as there are places, none of which is read to its end yet. */
  async function fill() {
    let finish = () => {};
    const finished = new Promise<ReadDocument>((resolve) => {
      finish = () => resolve(DOCUMENT);
    });
    reading = () => finished;
    const waiting = Array.from({ length: 8 }, () => ask('', { body: new URLSearchParams({ text: 'Un pont.' }) }));
    await until(() => read.length === 8);
    return { finish, waiting };
  }

  test('one has its place until it is read, and the others have theirs after it', async () => {
    const { finish, waiting } = await fill();
    const refused = await ask('', { body: new URLSearchParams({ text: 'Deux ponts.' }) });
    finish();
    const taken = (await Promise.all(waiting)).map(({ status }) => status);
    const later = await ask('', { body: new URLSearchParams({ text: 'Deux ponts.' }) });
    expect([refused.status, new Set(taken), later.status]).toEqual([429, new Set([303]), 303]);
  });

  test.each<[string, string, Record<string, string>?]>([
    ['no form', 'text/plain'],
    ['a form without a boundary', 'multipart/form-data'],
    ['a form that is packed', 'application/x-www-form-urlencoded', { 'content-encoding': 'gzip' }],
  ])('one that is refused is not looked at: %s', async (_what, type, more = {}) => {
    const unheard: unknown[] = [];
    const hear = (error: unknown) => unheard.push(error);
    process.on('unhandledRejection', hear);
    const { finish, waiting } = await fill();
    const refused = await ask('', { body: 'text=Un', headers: { 'content-type': type, ...more } });
    finish();
    await Promise.all(waiting);
    process.off('unhandledRejection', hear);
    expect([refused.status, unheard]).toEqual([429, []]);
  });
});

describe('an error that nobody foresaw is heard of', () => {
  test.each([
    ['though nobody waits', {}],
    ['though nobody hears the lines', LINES],
  ])('%s', async (_what, init) => {
    let fail = () => {};
    reading = () =>
      new Promise((_resolve, reject) => {
        fail = () => reject(new TypeError('x is not a function'));
      });
    const cancel = new AbortController();
    const body = new URLSearchParams({ text: 'Un.' });
    const waiting = ask('', { ...init, body, signal: cancel.signal });
    await until(() => read.length === 1);
    cancel.abort();
    await waiting.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 50));
    fail();
    await until(() => thrown.length === 1);
    expect(thrown).toEqual([new TypeError('x is not a function')]);
  });
});

test('an error after the first line is in the log too', () => {
  const logged: unknown[] = [];
  const passed: unknown[] = [];
  const log = { error: ({ err }: { err: unknown }) => logged.push(err) };
  const handle = errorHandler({} as never, log as never);
  const error = new TypeError('x is not a function');
  handle(error, { path: '/add' } as never, { headersSent: true } as never, (one) => passed.push(one));
  expect([logged, passed]).toEqual([[error], [error]]);
});
