import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Engine, EngineError, PassingError } from '../../src/core/changes/ports/engine.ts';
import { createDeepL } from '../../src/engines/deepl.ts';
import { type FakeDeepL, type Fault, startFakeDeepL } from './fake-deepl.ts';

let fake: FakeDeepL;
beforeEach(async () => {
  fake = await startFakeDeepL();
});
afterEach(() => fake.close());

function engine(instance = 'here', attempts = 1): Engine {
  return createDeepL({
    key: fake.key,
    serverUrl: fake.url,
    instance: async () => instance,
    attempts,
    timeout: 1000,
    deadline: 3000,
  });
}

const PAIRS = [
  { source: 'jeton', target: 'token' },
  { source: 'jetons', target: 'tokens' },
];
const BATCH = { texts: ['Trois jetons.'], context: 'Avant.', terms: [] };

describe('the glossary at DeepL', () => {
  const names = () => fake.glossaries.map(({ name }) => name.replace(/[0-9a-f]{12}$/, '#'));
  const foreign = { id: 'f', name: 'visavis/there/fr-en/0123456789ab', entries: new Map([['jeton', 'chip']]) };

  test('is created once, and found again', async () => {
    await engine().prepare(PAIRS);
    await engine().prepare([...PAIRS].reverse());
    expect([names(), fake.requests.filter((one) => one.startsWith('POST'))]).toEqual([
      ['visavis/here/fr-en/#'],
      ['POST /v3/glossaries'],
    ]);
  });

  test('is replaced, not merged, when an entry goes', async () => {
    await engine().prepare(PAIRS);
    const before = fake.glossaries[0]?.name;
    await engine().prepare(PAIRS.slice(0, 1));
    expect([
      [...(fake.glossaries[0]?.entries ?? [])],
      fake.glossaries.length,
      fake.glossaries[0]?.name === before,
    ]).toEqual([[['jeton', 'token']], 1, false]);
  });

  test('of another checkout is never touched', async () => {
    fake.glossaries.push(foreign);
    await engine().prepare(PAIRS);
    await engine().prepare(PAIRS.slice(0, 1));
    expect(fake.glossaries[0]).toEqual(foreign);
  });

  test('has no place: the translation goes on without', async () => {
    fake.glossaries.push(foreign);
    fake.places = 1;
    const deepl = engine();
    const notices = await deepl.prepare(PAIRS);
    const { texts } = await deepl.translate(BATCH);
    expect([notices, texts]).toEqual([
      [
        'DeepL does not keep the glossary (its places for glossaries are taken). The translation goes on without it; the ledger checks every term.',
      ],
      ['Trois jetons.'],
    ]);
  });

  test('is gone between two calls: it is put there again, which is said', async () => {
    const deepl = engine();
    await deepl.prepare(PAIRS);
    fake.glossaries.length = 0;
    const { texts, knewTerms, notices } = await deepl.translate(BATCH);
    expect([texts, knewTerms, notices]).toEqual([
      ['Trois tokens.'],
      true,
      ['The glossary was gone at DeepL; it was put there again.'],
    ]);
  });

  test.each<[string, () => void, RegExp]>([
    ['has no place any more', () => (fake.places = 0), /^DeepL does not keep the glossary .* goes on without it/],
    [
      'is taken and not found all the same',
      () => fake.fail('/v2/translate', { status: 404, body: '{"message":"Glossary not found"}' }, { status: 404 }),
      /put there again.*does not find the glossary that it has just taken.* goes on without it/,
    ],
  ])('is gone and %s: the answer says that it knew no terms', async (_what, lose, said) => {
    const deepl = engine();
    await deepl.prepare(PAIRS);
    fake.glossaries.length = 0;
    lose();
    const { texts, knewTerms, notices = [] } = await deepl.translate(BATCH);
    expect([texts, knewTerms, said.test(notices.join(' ')), deepl.knowsTerms?.()]).toEqual([
      ['Trois jetons.'],
      false,
      true,
      false,
    ]);
  });

  test.each([
    ['no entries', []],
    ['entries', PAIRS],
  ])('with %s, an address that is not found is not asked for ever', async (_what, pairs) => {
    const deepl = engine();
    await deepl.prepare(pairs);
    fake.requests.length = 0;
    fake.fail('/v2/translate', { status: 404 }, { status: 404 }, { status: 404 });
    await expect(deepl.translate(BATCH)).rejects.toThrow('DeepL did not translate');
    expect(fake.requests.filter((one) => one.includes('translate')).length).toBe(pairs.length === 0 ? 1 : 3);
  });

  test('is made once by two runs of one server', async () => {
    const deepl = engine();
    await Promise.all([deepl.prepare(PAIRS), deepl.prepare(PAIRS)]);
    expect(fake.glossaries.length).toBe(1);
  });

  test('of another process that took the last place at the same moment is found', async () => {
    fake.places = 1;
    const [one, other] = [engine(), engine()];
    await Promise.all([one.prepare(PAIRS), other.prepare(PAIRS)]);
    expect([one.knowsTerms?.(), other.knowsTerms?.(), fake.glossaries.length]).toEqual([true, true, 1]);
  });

  test.each([
    ['a control character', 'je\u0007ton', 'it holds a control character'],
    ['an edge space', 'jeton\u00a0', 'it begins or ends with a space'],
    ['too long', 'é'.repeat(513), 'it is longer than 1,024 bytes'],
    ['a word the client loses', 'constructor', 'the client cannot send this word'],
    ['nothing', ' ', 'one side is empty'],
  ])('refuses an entry: %s', async (_what, source, why) => {
    const [notice] = await engine().prepare([...PAIRS, { source, target: 'x' }]);
    expect([notice?.endsWith(`: ${why}.`), fake.glossaries[0]?.entries.size]).toEqual([true, 2]);
  });

  test.each<[string, Fault]>([
    ['silence', 'hang'],
    ['half an answer', { drip: 1, every: 100 }],
  ])('ends the run where the connection is lost while it goes up: %s', async (_what, fault) => {
    fake.fail('/v3/glossaries', fault);
    await expect(engine().prepare(PAIRS)).rejects.toMatchObject({
      message: expect.stringContaining('DeepL did not answer in time'),
      reach: 'stop',
    });
  });

  test.each(['{}', '{"glossaries":[]}', 'null', '[]', '{"dictionaries":null}'])(
    'is gone without where what came back is none, in a sentence of ours: %s',
    async (body) => {
      const deepl = engine();
      fake.fail('/v3/glossaries', { status: 200, body: '{"glossaries":[]}' });
      fake.fail('/v3/glossaries', { status: 201, body });
      const [notice] = await deepl.prepare(PAIRS);
      expect(notice).toBe(
        'DeepL does not keep the glossary (its answer has another shape than it should). The translation goes on without it; the ledger checks every term.',
      );
    },
  );

  test('is not made for no entries', async () => {
    await engine().prepare([]);
    expect(fake.requests).toEqual([]);
  });
});

test('texts come back in order, with what was billed; the neighbours go along as context', async () => {
  const deepl = engine();
  await deepl.prepare(PAIRS);
  const answer = await deepl.translate({ ...BATCH, texts: ['Trois jetons.', 'Un jeton 🙂'] });
  expect([answer, fake.contexts]).toEqual([
    { texts: ['Trois tokens.', 'Un token 🙂'], billed: 23, knewTerms: true, notices: [] },
    ['Avant.'],
  ]);
});

test('a line break that is meant ends no sentence', async () => {
  await engine().translate({ ...BATCH, texts: ['Trois jetons,  \net une puce.'] });
  expect([...fake.splits]).toEqual(['nonewlines']);
});

test.each([
  ['larger than 128 KiB', ['é'.repeat(23_000)], 'size'],
  ['of more than 50 texts', Array.from({ length: 51 }, () => 'Un jeton.'), 'batch'],
])('a request %s is refused, and a smaller one may go well', async (_what, texts, reach) => {
  await expect(engine().translate({ ...BATCH, texts })).rejects.toMatchObject({ reach, isUnbilled: true });
});

test('a text that did not come is no text, and what is not said to be billed was', async () => {
  fake.fail('/v2/translate', { status: 200, body: '{"translations":[{"detected_source_language":"FR","text":null}]}' });
  expect(await engine().translate(BATCH)).toMatchObject({ texts: [''], billed: 13 });
});

test.each([-13, 1.5, 1e308, '13', null])(
  'a bill of %s characters is none, and what was sent was billed',
  async (said) => {
    const translation = { detected_source_language: 'FR', text: 'The token.', billed_characters: said };
    fake.fail('/v2/translate', { status: 200, body: JSON.stringify({ translations: [translation] }) });
    expect(await engine().translate(BATCH)).toMatchObject({ texts: ['The token.'], billed: 13 });
  },
);

test('what remains of the quota', async () => {
  fake.billed = 120;
  fake.limit = 1000;
  expect(await engine().remaining()).toBe(880);
});

test('what remains is not known where the quota is no number', async () => {
  fake.fail('/v2/usage', { status: 200, body: '{"character_count":12,"character_limit":"much"}' });
  expect(await engine().remaining()).toBe(null);
});

/** Whatever DeepL answers, one sentence; and the key in none of it. */
const FAULTS: readonly (readonly [what: string, fault: Fault, sentence: RegExp])[] = [
  ['400', { status: 400, body: '{"message":"Bad value"}' }, /^DeepL did not take the request \(.*Bad value/],
  ['403', { status: 403 }, /^DeepL refuses the key/],
  ['456', { status: 456 }, /^The DeepL quota is used up/],
  ['429', { status: 429 }, /^DeepL has too much to do/],
  ['413', { status: 413 }, /^DeepL finds the paragraph too long/],
  ['500', { status: 500 }, /^DeepL did not translate/],
  ['503', { status: 503 }, /^DeepL did not translate/],
  ['529', { status: 529 }, /^DeepL did not translate/],
  ['a page instead of JSON', { status: 200, body: '<html>' }, /^DeepL did not translate/],
  [
    'JSON that is no answer',
    { status: 200, body: '{}' },
    /^DeepL did not translate \(its answer has another shape than it should\)/,
  ],
  [
    'no object',
    { status: 200, body: 'null' },
    /^DeepL did not translate \(its answer has another shape than it should\)/,
  ],
  ['half an answer', 'half', /^DeepL did not (answer|translate)/],
  ['silence', 'hang', /^DeepL did not answer in time/],
  ['an answer that never ends', { drip: 1, every: 100 }, /^DeepL did not answer in time/],
  ['an answer without measure', { drip: 1_000_000, every: 1 }, /^DeepL answered with more than 4 MB/],
  ...[301, 302, 303, 307, 308].map((status): [string, Fault, RegExp] => [
    `another address: ${status}`,
    { status, headers: { location: 'http://127.0.0.1:9/' } },
    /^DeepL wants to send us elsewhere/,
  ]),
  ['a message that holds the key', { status: 400, body: '{"message":"bad canary-0a1b2c3d-4e5f-6789:fx"}' }, /bad …/],
];

describe('a fault is one sentence, without the key', () => {
  test.each(FAULTS)('%s', async (_what, fault, sentence) => {
    fake.fail('/v2/translate', fault);
    const error = await engine()
      .translate(BATCH)
      .catch((thrown: unknown) => thrown);
    const all = inspect(error, { depth: null, showHidden: true }) + JSON.stringify(error);
    expect([error instanceof EngineError, sentence.test((error as Error).message), all.includes('canary')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test.each<[string, Fault, boolean]>([
    ['429', { status: 429 }, true],
    ['503', { status: 503 }, false],
    ['500', { status: 500 }, false],
    ['silence', 'hang', false],
  ])('a passing fault is for whoever counts to send again: %s', async (_what, fault, isUnbilled) => {
    fake.fail('/v2/translate', fault);
    const error = await engine('here', 4)
      .translate(BATCH)
      .catch((thrown: unknown) => thrown);
    expect([error instanceof PassingError, (error as EngineError).isUnbilled, fake.requests]).toEqual([
      true,
      isUnbilled,
      ['POST /v2/translate'],
    ]);
  });

  test.each(['/v2/translate', '/v3/glossaries'])('no redirect is followed: %s', async (path) => {
    const other = await startFakeDeepL();
    fake.fail(path, { status: 307, headers: { location: `${other.url}${path}` } });
    const deepl = engine();
    const asked = path.startsWith('/v3') ? deepl.prepare(PAIRS) : deepl.translate(BATCH);
    await expect(asked).rejects.toThrow('write the final address into DEEPL_SERVER_URL');
    await other.close();
    expect(other.requests).toEqual([]);
  });

  test('nobody there', async () => {
    await fake.close();
    await expect(engine().prepare(PAIRS)).rejects.toThrow('DeepL did not answer in time');
    await expect(engine().translate(BATCH)).rejects.toThrow('DeepL did not answer in time');
  });
});
