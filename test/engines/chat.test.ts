import { afterEach, describe, expect, test } from 'vitest';
import type { EngineAnswer } from '../../src/core/changes/ports/engine.ts';
import { createChat } from '../../src/engines/chat/chat.ts';
import { readMessage } from '../../src/engines/chat/message.ts';
import { createStubs, type Said } from './stub-server.ts';

const stubs = createStubs();
afterEach(() => stubs.end());

const BATCH = { texts: ['Un jeton.', 'Deux puces.'], context: 'Titre', terms: [{ source: 'jeton', target: 'token' }] };
const TEXTS = ['A token.', 'Two chips.'];
const CONTENT = JSON.stringify({ 1: TEXTS[0], 2: TEXTS[1] });
const PATIENCE = { step: 5, busy: 3000, loading: 3000 };
const chat = (url: string, key: string | null = 'sk-canary') =>
  createChat({ url, model: 'm', key, patience: PATIENCE });
const saying = (content: unknown, more: object = {}): Said => ({
  body: { choices: [{ message: { role: 'assistant', content }, finish_reason: 'stop', ...more }] },
});
const refusing = (message: unknown, status = 400): Said => ({ status, body: { error: { message } } });

interface Request {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly temperature?: number;
  readonly stream?: boolean;
  readonly stream_options?: unknown;
  readonly response_format?: { readonly type: string };
}

test('a chat server is told the terms of the batch, and the article as data', async () => {
  const server = await stubs.answering(() => saying(CONTENT));
  const { texts } = await chat(`${server.url}/v1/`).translate(BATCH);
  const [request] = server.bodies as Request[];
  expect([texts, server.paths, JSON.parse(request?.messages[1]?.content ?? '')]).toEqual([
    TEXTS,
    ['POST /v1/chat/completions'],
    { terms: { jeton: 'token' }, context: 'Titre', texts: { 1: 'Un jeton.', 2: 'Deux puces.' } },
  ]);
});

test('what was wrong with an answer goes along when it is asked for again', async () => {
  const server = await stubs.answering(() => saying(CONTENT));
  const corrections = [{ target: 'A chip.', faults: ['“jeton” is “token”.'] }];
  await chat(server.url).translate({ ...BATCH, texts: ['Un jeton.'], corrections });
  const [request] = server.bodies as Request[];
  expect(JSON.parse(request?.messages[1]?.content ?? '').corrections).toEqual({ 1: corrections[0] });
});

test.each([
  ['http://127.0.0.1:1/v1', 'free'],
  ['http://localhost:11434/v1', 'free'],
  ['https://api.example.org', 'tokens'],
  ['https://localhost.example.org', 'tokens'],
])('a model on this machine costs nothing: %s', (url, price) => {
  expect(chat(url).abilities.price).toBe(price);
});

/** A server that refuses a request in which something stands; with the sentence that it says it in. */
type Refuses = (request: Request) => Said | null;
const wants =
  (types: readonly (string | undefined)[], said: Said): Refuses =>
  ({ response_format: format }) =>
    types.includes(format?.type) ? null : said;
const without =
  (name: keyof Request, said: Said): Refuses =>
  (request) =>
    name in request ? said : null;

describe('what a server refuses is left out from then on', () => {
  test.each<[string, Refuses, number, Partial<Record<keyof Request, unknown>>]>([
    ['nothing', () => null, 1, { temperature: 0.1, stream: true }],
    [
      'any JSON but by a schema',
      wants(['json_schema', 'text'], refusing("'response_format.type' must be 'json_schema' or 'text'")),
      1,
      {},
    ],
    ['a schema', wants(['json_object', undefined], refusing('This response_format type is unavailable now')), 2, {}],
    [
      'any format',
      wants([undefined], {
        status: 422,
        body: { detail: [{ loc: ['body', 'response_format'], msg: 'Extra inputs are not permitted' }] },
      }),
      3,
      { response_format: undefined },
    ],
    ['a grammar', wants(['json_object', undefined], refusing('Failed to parse grammar', 500)), 2, {}],
    [
      'a format of no endpoint',
      wants([undefined], refusing('No endpoints found that can handle the requested parameters.', 404)),
      3,
      {},
    ],
    ['any format, without a word', wants([undefined], { status: 400, body: '' }), 3, { response_format: undefined }],
    [
      'a temperature',
      without('temperature', refusing("Unsupported value: 'temperature' does not support 0.1 with this model.")),
      2,
      { temperature: undefined, response_format: expect.anything() },
    ],
    [
      'options of a stream',
      without('stream_options', refusing('Unrecognized request argument supplied: stream_options')),
      2,
      { stream: true },
    ],
    [
      'a stream',
      without('stream', refusing('Streaming is not supported')),
      2,
      { stream: undefined, stream_options: undefined },
    ],
    [
      'a system role',
      ({ messages }) => (messages.length > 1 ? refusing('System role not supported', 500) : null),
      2,
      {},
    ],
    [
      'a temperature and a schema',
      (request) =>
        without('temperature', refusing('temperature is not supported'))(request) ??
        wants(['json_object'], refusing('json_schema is not supported'))(request),
      3,
      { temperature: undefined, response_format: { type: 'json_object' } },
    ],
    [
      'all but the least, without a word',
      (request) =>
        'stream' in request || 'temperature' in request || 'response_format' in request
          ? { status: 400, body: {} }
          : null,
      4,
      { temperature: undefined },
    ],
    [
      'a schema, in an answer that seems well',
      wants(['json_object'], { body: { error: { message: 'json_schema is not supported', code: 400 } } }),
      2,
      {},
    ],
  ])('%s', async (_what, refuses, requests, then) => {
    const server = await stubs.answering((request: Request) => refuses(request) ?? saying(CONTENT));
    const engine = chat(server.url);
    const { texts } = await engine.translate(BATCH);
    const sent = server.bodies.length;
    await engine.translate(BATCH);
    const last = server.bodies.at(-1) as Request;
    expect([texts, sent, server.bodies.length]).toEqual([TEXTS, requests, requests + 1]);
    expect({
      ...last,
      ...Object.fromEntries(Object.keys(then).map((name) => [name, last[name as keyof Request]])),
    }).toMatchObject(then);
  });

  test('but not what it refuses for the sake of a text', async () => {
    const server = await stubs.answering((_request, nth) => (nth === 1 ? saying(CONTENT) : { status: 400, body: '' }));
    const engine = chat(server.url);
    await engine.translate(BATCH);
    await expect(engine.translate(BATCH)).rejects.toMatchObject({ reach: 'batch' });
    expect(server.bodies.length).toBe(2);
  });

  test('nor what it refuses whatever is left out', async () => {
    const server = await stubs.answering(() => refusing('No'));
    const engine = chat(server.url);
    await expect(engine.translate(BATCH)).rejects.toThrow('answered with 400: “No”');
    expect((server.bodies as Request[]).map((one) => one.response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      undefined,
      undefined,
    ]);
  });
});

describe('an answer of no use is asked for once more, with less said about its shape', () => {
  test.each([
    ['an id is missing', '{"1":"A token."}'],
    ['an id too many', '{"1":"a","2":"b","3":"c"}'],
    ['a number for a text', '{"1":1,"2":"b"}'],
    ['chatter', 'I am sorry.'],
    ['nothing', ''],
  ])('and then is no answer at all: %s', async (_what, content) => {
    const server = await stubs.answering(() => saying(content));
    const { texts } = await chat(server.url).translate(BATCH);
    expect([texts, server.bodies.length]).toEqual([[], 2]);
  });

  test('and what it took is counted with the second', async () => {
    const usage = { prompt_tokens: 10, completion_tokens: 3 };
    const server = await stubs.answering((_request, nth) => ({
      body: { ...(saying(nth === 1 ? '' : CONTENT).body as object), usage },
    }));
    const answer = await chat(server.url).translate(BATCH);
    expect([answer.texts, answer.usage, (server.bodies[1] as Request).response_format?.type]).toEqual([
      TEXTS,
      { prompt: 20, completion: 6 },
      'json_object',
    ]);
  });

  test('but thoughts are an answer where nothing else is said', async () => {
    const server = await stubs.answering(() =>
      saying(null, { message: { content: '', reasoning_content: `So: ${CONTENT}` } }),
    );
    expect((await chat(server.url).translate(BATCH)).texts).toEqual(TEXTS);
  });
});

describe('a text without a translation is refused for itself', () => {
  const refusals = ({ texts }: EngineAnswer) => texts.map((text) => (typeof text === 'string' ? text : text.reach));

  test.each<[string, Said, readonly unknown[], number]>([
    [
      'the answer breaks off in it',
      saying('{"1":"A token.","2":"Tw', { finish_reason: 'length' }),
      ['A token.', 'size'],
      1,
    ],
    ['the answer breaks off before it begins', saying('', { finish_reason: 'length' }), ['size', 'size'], 1],
    ['the model says no', saying(null, { message: { refusal: 'I cannot help with that.' } }), ['batch', 'batch'], 1],
    ['a filter holds it back', saying('', { finish_reason: 'content_filter' }), ['batch', 'batch'], 1],
  ])('%s', async (_what, said, texts, requests) => {
    const server = await stubs.answering(() => said);
    const answer = await chat(server.url).translate(BATCH);
    expect([refusals(answer), server.bodies.length]).toEqual([texts, requests]);
  });
});

describe('a refusal is said in the words of the server', () => {
  test.each<[string, Said, string, string]>([
    [
      'no model',
      refusing('model "m" not found, try pulling it first', 404),
      'setup',
      'does not take the model “m” (404: “model "m" not found, try pulling it first”); check CHAT_MODEL',
    ],
    ['a model that is not there', refusing('The model `m` does not exist'), 'setup', 'check CHAT_MODEL'],
    ['no money', refusing('Insufficient Balance', 402), 'stop', 'wants to be paid first (402: “Insufficient Balance”)'],
    [
      'no quota',
      { status: 429, body: { error: { message: 'You exceeded your current quota', code: 'insufficient_quota' } } },
      'stop',
      'wants to be paid first',
    ],
    [
      'too long',
      refusing('the request exceeds the available context size'),
      'size',
      'finds the paragraph too long (400: “the request exceeds the available context size”)',
    ],
    [
      'too long for a model',
      refusing("This model's maximum context length is 4096 tokens"),
      'size',
      'finds the paragraph too long',
    ],
    [
      'a wrong key',
      refusing('Incorrect API key provided: sk-canary. Find it elsewhere.', 401),
      'setup',
      'refuses the key (401: “Incorrect API key provided: …. Find it elsewhere.”)',
    ],
    ['a text for a sentence', { status: 422, body: { error: 'no such thing' } }, 'batch', '“no such thing”'],
    [
      'a list of sentences',
      { status: 422, body: { detail: [{ msg: 'field required' }] } },
      'batch',
      '“field required”',
    ],
    ['no JSON', { status: 500, body: 'out of memory' }, 'batch', 'answered with 500: “out of memory”'],
    [
      'a page',
      { status: 404, body: '<html>nginx</html>' },
      'setup',
      'has no chat at this address (404); check CHAT_URL',
    ],
    ['busy for good', refusing('slow down', 429), 'stop', 'has too much to do just now (429: “slow down”)'],
    [
      'an hour',
      { ...refusing('slow down', 429), headers: { 'retry-after': '3600' } },
      'stop',
      'Try again in 60 minutes',
    ],
    [
      'in the middle of an answer',
      {
        body: 'data: {"choices":[{"delta":{"content":"{"}}]}\n\ndata: {"error":{"message":"the engine died","code":500}}\n\n',
      },
      'batch',
      '“the engine died”',
    ],
    ['no answer', { body: '<html>' }, 'stop', 'gave an answer that is no JSON'],
  ])('%s', async (_what, said, reach, sentence) => {
    const server = await stubs.answering(() => said);
    const asked = chat(server.url).translate(BATCH);
    await expect(asked).rejects.toMatchObject({ reach, message: expect.stringMatching(/^The chat server /) });
    await expect(asked).rejects.toThrow(sentence);
    await expect(asked).rejects.not.toThrow('canary');
  });

  test('a key that a model repeats is masked', async () => {
    const server = await stubs.answering(() => saying(null, { message: { refusal: 'Not with sk-canary.' } }));
    const { texts } = await chat(server.url).translate(BATCH);
    expect(texts[0]).toMatchObject({ refused: 'The chat server says no: “Not with ….”.' });
  });
});

describe('an answer that takes its time', () => {
  test('is read as it is written, far longer than any silence in it', async () => {
    const url = await stubs.doing((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const signs = [...CONTENT];
      const write = setInterval(() => {
        const content = signs.shift();
        if (content === undefined) response.end('data: [DONE]\n\n');
        else response.write(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`);
      }, 20);
      response.on('close', () => clearInterval(write));
    });
    const engine = createChat({ url, model: 'm', key: null, bounds: { first: 400, quiet: 400, total: 10_000 } });
    expect((await engine.translate(BATCH)).texts).toEqual(TEXTS);
  });

  test('waits for a model that is loaded first', async () => {
    const server = await stubs.answering((_request, nth) =>
      nth < 5 ? refusing('Loading model', 503) : saying(CONTENT),
    );
    expect((await chat(server.url).translate(BATCH)).texts).toEqual(TEXTS);
  });
});

describe('an answer that no model writes', () => {
  const MOST = 4 * 1024 * 1024 - 1000;
  const deep = (open: string, close: string) => `${open.repeat(200_000)}0${close.repeat(200_000)}`;

  test.each([
    ['events without end', '{}\n'.repeat(MOST / 3)],
    ['events of a stream without end', 'data: {}\n\n'.repeat(MOST / 10)],
    ['a list of events without end', `[${'{},'.repeat(MOST / 3)}{}]`],
    ['line breaks without end', '\n'.repeat(MOST)],
    ['brackets without end', '['.repeat(MOST)],
    ['a text in lists within lists', `{"message":{"content":${deep('[', ']')}}}`],
    ['a text in parts within parts', `{"message":{"content":${deep('[{"content":', '}]')}}}`],
    ['a text in objects within objects', `{"message":{"content":${deep('{"a":', '}')}}}`],
    ['a fault in objects within objects', `{"error":${deep('{"a":', '}')}}`],
  ])('is soon found to be none: %s', (_what, text) => {
    const began = process.cpuUsage();
    expect([readMessage(text), process.cpuUsage(began).user < 3_000_000]).toEqual([null, true]);
  });

  test('is told from a long one', () => {
    const event = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;
    expect(readMessage(event('word ').repeat(20_000))?.content).toBe('word '.repeat(20_000));
  });

  test('is told from one in parts', () => {
    const content = [{ type: 'text', text: 'A ' }, { content: [{ text: 'token.' }] }];
    expect(readMessage(JSON.stringify({ choices: [{ message: { content } }] }))?.content).toBe('A token.');
  });
});
