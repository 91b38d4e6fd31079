import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the next request to a path meets instead of an answer. */
export type Fault =
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  /** Bytes that keep coming, and how often. Milliseconds. */
  | { readonly drip: number; readonly every: number }
  | 'hang'
  | 'half'
  | 'one too few'
  | 'blank';

/** Of one request. */
const [MOST_BYTES, MOST_TEXTS] = [128 * 1024, 50];

interface Glossary {
  readonly id: string;
  name: string;
  entries: Map<string, string>;
}

/**
 * Speaks DeepL’s wire format as far as its client uses it. It translates word for word: the glossary’s entries as they
 * say, the words it knows, all else as it is; and it bills code points.
 */
export interface FakeDeepL {
  readonly url: string;
  readonly key: string;
  /** Every request: method and path. */
  readonly requests: string[];
  /** Texts it was sent to translate. */
  readonly sent: string[];
  readonly contexts: string[];
  /** How it was told to split sentences. */
  readonly splits: Set<string>;
  billed: number;
  limit: number;
  /** Places for glossaries. */
  places: number;
  readonly glossaries: Glossary[];
  /** Words it knows besides the glossary. */
  readonly words: Map<string, string>;
  /** Whether it heeds the glossary. */
  obeys: boolean;
  /** Time that it takes over a translation. Milliseconds. */
  pause: number;
  /** Translations are answered once this is over. */
  held: Promise<void>;
  /** Faults for the next requests whose path contains the text. */
  fail(path: string, ...faults: Fault[]): void;
  close(): Promise<void>;
}

export async function startFakeDeepL(): Promise<FakeDeepL> {
  const faults: { path: string; fault: Fault }[] = [];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fake: FakeDeepL = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key: 'canary-0a1b2c3d-4e5f-6789:fx',
    requests: [],
    sent: [],
    contexts: [],
    splits: new Set(),
    billed: 0,
    limit: 500_000,
    places: 1000,
    glossaries: [],
    words: new Map(),
    obeys: true,
    pause: 0,
    held: Promise.resolve(),
    fail: (path, ...list) => void faults.push(...list.map((fault) => ({ path, fault }))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sent = Buffer.concat(chunks);
    const form = new URLSearchParams(sent.toString('utf8'));
    const { pathname, searchParams } = new URL(request.url ?? '/', fake.url);
    fake.requests.push(`${request.method} ${pathname}`);
    const say = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers.authorization !== `DeepL-Auth-Key ${fake.key}`) return void say(403, { message: 'Forbidden' });
    const at = faults.findIndex(({ path }) => pathname.includes(path));
    const fault = at < 0 ? null : (faults.splice(at, 1)[0]?.fault ?? null);
    if (fault === 'hang') return;
    if (fault === 'half') {
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
        .write('{"translations":[');
      return void setTimeout(() => response.destroy(), 20);
    }
    if (fault !== null && typeof fault === 'object' && 'drip' in fault) {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"translations":[');
      const dripping = setInterval(() => response.write(' '.repeat(fault.drip)), fault.every);
      return void response.on('close', () => clearInterval(dripping));
    }
    if (fault !== null && typeof fault === 'object')
      return void response.writeHead(fault.status, fault.headers).end(fault.body ?? '');
    if (pathname === '/v2/usage') return void say(200, { character_count: fake.billed, character_limit: fake.limit });
    if (sent.length > MOST_BYTES) return void say(413, { message: 'Request Entity Too Large' });
    if (pathname === '/v2/translate') {
      await fake.held;
      if (fake.pause > 0) await new Promise((resolve) => setTimeout(resolve, fake.pause));
      return void translate(form, fault, say);
    }
    glossaries(request.method ?? '', pathname, form.size > 0 ? form : searchParams, say);
  }

  function translate(
    form: URLSearchParams,
    fault: Fault | null,
    say: (status: number, body: unknown) => unknown,
  ): void {
    const texts = form.getAll('text');
    const glossary = form.get('glossary_id');
    const held = fake.glossaries.find(({ id }) => id === glossary);
    if (glossary !== null && held === undefined) return void say(404, { message: 'Glossary not found' });
    if (texts.length === 0 || texts.length > MOST_TEXTS || texts.includes(''))
      return void say(400, { message: "Value for 'text' not supported." });
    fake.splits.add(form.get('split_sentences') ?? '1');
    const characters = texts.reduce((sum, text) => sum + [...text].length, 0);
    if (fake.billed + characters > fake.limit) return void say(456, { message: 'Quota Exceeded' });
    fake.sent.push(...texts);
    fake.contexts.push(form.get('context') ?? '');
    fake.billed += characters;
    const translations = texts.map((text) => ({
      detected_source_language: 'FR',
      text: fault === 'blank' ? ' ' : wordForWord(text, fake.obeys ? held?.entries : undefined),
      billed_characters: [...text].length,
    }));
    say(200, { translations: fault === 'one too few' ? translations.slice(1) : translations });
  }

  function wordForWord(text: string, entries: ReadonlyMap<string, string> = new Map()): string {
    const known = new Map([...fake.words, ...entries]);
    const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length);
    let out = '';
    for (let at = 0; at < text.length; ) {
      const isStart = at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
      const word = isStart
        ? longestFirst.find((one) => text.startsWith(one, at) && !/[\p{L}\p{N}]/u.test(text.charAt(at + one.length)))
        : undefined;
      out += word === undefined ? text.charAt(at) : known.get(word);
      at += word?.length ?? 1;
    }
    return out;
  }

  function glossaries(
    method: string,
    pathname: string,
    form: URLSearchParams,
    say: (status: number, body: unknown) => unknown,
  ): void {
    const shape = ({ id, name, entries }: Glossary) => ({
      glossary_id: id,
      name,
      dictionaries: [{ source_lang: 'fr', target_lang: 'en', entry_count: entries.size }],
      creation_time: '2026-11-23T00:00:00Z',
    });
    const entriesOf = (tsv: string | null) =>
      new Map((tsv ?? '').split('\n').map((line) => line.split('\t') as [string, string]));
    const [, , , id, part] = pathname.split('/');
    const found = fake.glossaries.find((one) => one.id === id);
    if (id === undefined && method === 'GET') return void say(200, { glossaries: fake.glossaries.map(shape) });
    if (id === undefined && method === 'POST') {
      if (fake.glossaries.length >= fake.places) return void say(456, { message: 'Quota Exceeded' });
      const made = {
        id: randomUUID(),
        name: form.get('name') ?? '',
        entries: entriesOf(form.get('dictionaries[0].entries')),
      };
      fake.glossaries.push(made);
      return void say(201, shape(made));
    }
    if (found === undefined) return void say(404, { message: 'Not found' });
    if (method === 'PUT' && part === 'dictionaries') {
      found.entries = entriesOf(form.get('entries'));
      return void say(200, { source_lang: 'fr', target_lang: 'en', entry_count: found.entries.size });
    }
    if (method === 'PATCH') {
      found.name = form.get('name') ?? found.name;
      return void say(200, shape(found));
    }
    if (method === 'DELETE') {
      fake.glossaries.splice(fake.glossaries.indexOf(found), 1);
      return void say(204, '');
    }
    say(200, shape(found));
  }

  return fake;
}
