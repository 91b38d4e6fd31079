import { afterEach, describe, expect, test } from 'vitest';
import { createLibreTranslate } from '../../src/engines/libretranslate.ts';
import { createStubs, type Said } from './stub-server.ts';

const stubs = createStubs();
afterEach(() => stubs.end());

const BATCH = { texts: ['Un jeton.', 'Deux puces.'], context: 'Titre', terms: [] };
const PATIENCE = { step: 1, busy: 100, loading: 100 };
const libre = (url: string, key: string | null = 'k-secret') => createLibreTranslate({ url, key, patience: PATIENCE });
const error = (said: string, status = 400): Said => ({ status, body: { error: said } });

describe('LibreTranslate', () => {
  test('is asked for a list in its own words, and gives one back', async () => {
    const server = await stubs.answering(({ q }: { q: string[] }) => ({
      body: { translatedText: q.map((text) => `EN ${text}`) },
    }));
    const { texts } = await libre(`${server.url}/`, 'k').translate(BATCH);
    expect([texts, server.paths, server.bodies, server.headers[0]?.['accept-language']]).toEqual([
      ['EN Un jeton.', 'EN Deux puces.'],
      ['POST /translate'],
      [{ q: BATCH.texts, source: 'fr', target: 'en', format: 'text', api_key: 'k' }],
      'en',
    ]);
  });

  test.each<[string, Said, string, string | null, string]>([
    [
      'busy',
      error('Slowdown: 5 per 1 minute', 429),
      'stop',
      null,
      'has too much to do just now (429: “Slowdown: 5 per 1 minute”)',
    ],
    [
      'no key',
      error('Visit https://portal.example to get an API key'),
      'setup',
      null,
      'wants a key (400: “Visit https://portal.example to get an API key”); set LIBRETRANSLATE_API_KEY',
    ],
    ['no key here', error('Please contact the server operator to get an API key', 400), 'setup', null, 'wants a key'],
    ['a wrong key', error('Invalid API key', 403), 'setup', 'k-secret', 'refuses the key (403: “Invalid API key”)'],
    [
      'a key it repeats',
      error('k-secret is unknown', 403),
      'setup',
      'k-secret',
      'refuses the key (403: “… is unknown”)',
    ],
    [
      'no French',
      error('fr is not supported'),
      'setup',
      null,
      'does not translate French into English there (400: “fr is not supported”)',
    ],
    [
      'no pair',
      error('English (en) is not available as a target language from French (fr)'),
      'setup',
      null,
      'load the languages fr and en',
    ],
    [
      'the same, as a fault',
      error('Cannot translate text: 400 Bad Request: English (en) is not available as a target language', 500),
      'setup',
      null,
      'load the languages fr and en',
    ],
    ['banned', error('Too many request limits violations', 403), 'stop', null, 'lets us in no more for now'],
    [
      'too many texts',
      error('Invalid request: request (2) exceeds text limit (1)'),
      'size',
      null,
      'finds the paragraph too long',
    ],
    ['too large', { status: 413, body: '<html>' }, 'size', null, 'found the paragraph too long (413)'],
    [
      'a fault',
      error('Cannot translate text: list index out of range', 500),
      'batch',
      null,
      'answered with 500: “Cannot translate text',
    ],
    ['something new', error('No such thing'), 'batch', null, 'answered with 400: “No such thing”'],
    [
      'elsewhere',
      { status: 302, body: '', headers: { location: 'http://evil.example/' } },
      'setup',
      null,
      'which is not followed',
    ],
    ['no page', { status: 404, body: '<html>' }, 'setup', null, 'has nothing at this address (404)'],
    ['no JSON', { body: '<html>' }, 'stop', null, 'gave an answer that is no JSON'],
  ])('each no has its own sentence: %s', async (_what, said, reach, key, sentence) => {
    const server = await stubs.answering(() => said);
    const asked = libre(server.url, key).translate(BATCH);
    await expect(asked).rejects.toMatchObject({
      reach,
      message: expect.stringMatching(/^LibreTranslate /),
    });
    await expect(asked).rejects.toThrow(sentence);
    await expect(asked).rejects.not.toThrow('k-secret');
  });

  test.each([301, 302, 303, 307, 308])('an answer that sends elsewhere is not followed: %i', async (status) => {
    const other = await stubs.answering(({ q }: { q: string[] }) => ({ body: { translatedText: q } }));
    const server = await stubs.answering(() => ({ status, body: '', headers: { location: `${other.url}/translate` } }));
    await expect(libre(server.url).translate(BATCH)).rejects.toThrow('not followed');
    expect(other.paths).toEqual([]);
  });

  test.each([
    ['texts', 'request (3) exceeds text limit (2)', ['a', 'b', 'c'], ['a', 'b']],
    ['characters', 'request (9) exceeds text limit (8)', ['aaa', 'bbb', 'ccc'], ['aaaa', 'bbbb']],
    ['characters of one text', 'request (9) exceeds text limit (8)', ['aaabbbccc'], ['aaaabbbb']],
  ])('a limit that was passed is not passed again: %s', async (_what, said, much, enough) => {
    const server = await stubs.answering(({ q }: { q: string[] }, nth) =>
      nth === 1 ? error(`Invalid request: ${said}`) : { body: { translatedText: q } },
    );
    const engine = libre(server.url);
    const batch = (texts: string[]) => ({ ...BATCH, texts });
    await expect(engine.translate(batch(much))).rejects.toMatchObject({ reach: 'size' });
    await expect(engine.translate(batch(much))).rejects.toMatchObject({ reach: 'size' });
    const { texts } = await engine.translate(batch(enough));
    expect([texts, server.bodies.length]).toEqual([enough, 2]);
  });

  test('one text where two were asked for is no answer', async () => {
    const server = await stubs.answering(() => ({ body: { translatedText: 'joined' } }));
    expect((await libre(server.url).translate(BATCH)).texts).toEqual([]);
  });
});
