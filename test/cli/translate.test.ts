import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeDeepL, startFakeDeepL } from '../engines/fake-deepl.ts';
import { everyNth, IS_SLOW_SET } from '../rounds.ts';
import { HOME, makeRoot, until } from '../site.ts';
import { PROGRAM, run, runBuilt } from './program.ts';

const GLOSSARY = `- fr: jeton
  en: token
  not: [chip]
- fr: puce
  en: chip
- fr: apprentissage automatique
  en: machine learning
- fr: réseau de neurones
  en: neural network
`;

let fake: FakeDeepL;
let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  fake = await startFakeDeepL();
  const article = await readFile(path.join(HOME, 'test/engines/tram.md'), 'utf8');
  ({ root, remove } = await makeRoot({ 'glossary/ai.yaml': GLOSSARY, 'content/tram/fr.md': article }));
});
afterEach(async () => {
  await fake.close();
  await remove();
});

const env = () => ({ DEEPL_AUTH_KEY: fake.key, DEEPL_SERVER_URL: fake.url, LOG_LEVEL: 'trace' });
const translate = (...args: string[]) => run(['translate', 'tram', ...args], { root, env: env() });
const catalogue = () => readFile(path.join(root, 'content/tram/en.po'), 'utf8');
const edit = async (file: string, from: string, to: string) => {
  const at = path.join(root, file);
  await writeFile(at, (await readFile(at, 'utf8')).replace(from, to));
};
/** Units sent since the last call. */
const sentSince = (): number => fake.sent.splice(0).length;

/** Characters that the catalogue says were billed. */
async function recorded(): Promise<number> {
  const found = (await catalogue()).matchAll(/^# origin: .* (\d+) characters$/gm);
  return [...found].reduce((sum, [, count]) => sum + Number(count), 0);
}

describe('visavis translate', () => {
  test('a dry run prices and sends nothing', async () => {
    const { code, out, err } = await translate('--dry-run');
    expect([code, out.split('\n').length - 1, fake.sent, fake.requests]).toEqual([0, 37, [], ['GET /v2/usage']]);
    expect(err).toMatch(
      /^tram: 37 paragraphs for deepl, [\d,]+ characters, 4 entries apply\.\n500,000 characters remain/,
    );
  });

  test('everything once, as drafts with their origin; then nothing', async () => {
    await translate();
    expect(sentSince()).toBe(37);
    expect(await recorded()).toBe(fake.billed);
    expect((await catalogue()).match(/^#, fuzzy$/gm)?.length).toBe(37);
    const { code, err } = await translate();
    expect([code, err, sentSince()]).toEqual([0, 'tram: nothing to translate.\n', 0]);
  });

  test('one term changes: only the paragraphs that have it', async () => {
    await translate();
    sentSince();
    await edit('glossary/ai.yaml', 'en: machine learning', 'en: automatic learning');
    await translate();
    expect(fake.sent.every((text) => /apprentissage automatique/i.test(text))).toBe(true);
    expect(sentSince()).toBe(1);
  });

  test('one paragraph changes: that one', async () => {
    await translate();
    sentSince();
    await edit('content/tram/fr.md', 'Le système se trompe.', 'Le système se trompe parfois.');
    await translate();
    expect(sentSince()).toBe(1);
  });

  test('what a person approved is never sent', async () => {
    await translate();
    sentSince();
    const approved = (await catalogue()).replaceAll(/^#, fuzzy\n/gm, '');
    await writeFile(path.join(root, 'content/tram/en.po'), approved);
    await edit('glossary/ai.yaml', 'en: token', 'en: [lexeme]');
    await translate('--all');
    expect([sentSince(), await catalogue()]).toEqual([0, approved]);
  });

  test('a rendering that the entry rules out is repaired, and says so', async () => {
    fake.obeys = false;
    fake.words.set('jetons', 'chips');
    const { out } = await translate();
    expect(out).toContain('repaired: chips → tokens');
    expect(await catalogue()).toContain('# repaired: chips → tokens\n');
    expect(await catalogue()).not.toMatch(/400 chips/);
  });

  test('the quota ends in the middle: what was paid for is kept, and the next run goes on', async () => {
    fake.limit = 2000;
    const { code, err } = await translate();
    const arrived = sentSince();
    expect([code, err.includes('The DeepL quota is used up'), await recorded()]).toEqual([1, true, fake.billed]);
    fake.limit = 500_000;
    await translate();
    expect([arrived > 0, arrived + sentSince(), await recorded()]).toEqual([true, 37, fake.billed]);
  });

  test('a request that is too long is sent again, paragraph by paragraph', async () => {
    fake.fail('/v2/translate', { status: 413 });
    const { code, err } = await translate();
    expect([code === 2, err.includes('37 of 37 paragraphs'), await recorded()]).toEqual([false, true, fake.billed]);
  });

  test('more than one run may cost is not sent at all', async () => {
    const { code, err } = await run(['translate', 'tram'], {
      root,
      env: { ...env(), VISAVIS_MOST_CHARACTERS: '1000' },
    });
    expect([code, err.includes('VISAVIS_MOST_CHARACTERS allows 1000 a run'), fake.requests]).toEqual([1, true, []]);
  });

  test.runIf(IS_SLOW_SET)('killed in the middle: what had arrived is there, and nothing is paid twice', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'translate', 'tram'], {
      cwd: root,
      env: { ...process.env, ...env(), VISAVIS_ROOT: root },
    });
    await until(() => fake.sent.length > 0, 15_000);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('exit', resolve));
    const first = sentSince();
    await translate();
    const again = first + sentSince() - 37;
    expect([(await catalogue()).match(/^#, fuzzy$/gm)?.length, again >= 0 && again <= 10]).toEqual([37, true]);
  });

  test('an answer with one text too few is not used; each paragraph is asked for by itself', async () => {
    fake.fail('/v2/translate', 'one too few');
    await translate();
    const pairs = [...(await catalogue()).matchAll(/^msgid "(Et demain|Le prix du silence)"\nmsgstr "(.*)"$/gm)];
    expect(pairs.map(([, source, target]) => source === target)).toEqual([true, true]);
    expect(await recorded()).toBe(fake.billed);
  });

  test('the same French in another article costs nothing', async () => {
    await translate();
    sentSince();
    const { root: other, remove: removeOther } = await makeRoot({
      'glossary/ai.yaml': GLOSSARY,
      'content/tram/fr.md': await readFile(path.join(root, 'content/tram/fr.md'), 'utf8'),
      'content/tram/en.po': await catalogue(),
      'content/bus/fr.md': '---\ntitle: Le bus\n---\n\nLe prix du silence\n',
    });
    const { err } = await run(['translate', 'bus'], { root: other, env: env() });
    await removeOther();
    expect([err.includes('1 kept from before at no cost'), sentSince()]).toEqual([true, 1]);
  });

  test('engines are compared, and nothing is saved', async () => {
    const { code, out } = await translate('--compare');
    expect([code, out.split('\n')[1]?.split(/\s+/).slice(0, 6)]).toEqual([
      0,
      ['deepl', '37', '6', '0', '0', String(fake.billed)],
    ]);
    await expect(catalogue()).rejects.toThrow('ENOENT');
  });

  test('the key is in no output and in no file', async () => {
    let all = '';
    for (const fault of everyNth(['half' as const, { status: 403 }], 2)) {
      fake.fail('/v2/translate', fault);
      const { out, err } = await runBuilt(['translate', 'tram'], { root, env: env() });
      all += out + err;
    }
    all += await catalogue().catch(() => '');
    expect([all.includes('canary'), all.includes('0a1b2c3d')]).toEqual([false, false]);
  });

  test.each([
    ['no engine', ['tram'], {}, 'No engine is set up: set DEEPL_AUTH_KEY'],
    [
      'another engine',
      ['tram', '--engine', 'babel'],
      { DEEPL_AUTH_KEY: 'x:fx' },
      'No engine “babel” is set up. There is: deepl.',
    ],
    ['no such article', ['trma'], { DEEPL_AUTH_KEY: 'x:fx' }, 'No article “trma”. There is: tram.'],
    ['an address in the open', ['tram'], { DEEPL_SERVER_URL: 'http://example.org' }, 'write https://'],
    ['half a chat server', ['tram'], { CHAT_URL: 'http://localhost:1' }, 'CHAT_URL and CHAT_MODEL go together'],
  ])('%s is wrong use, in a sentence', async (_what, args, settings, sentence) => {
    const { code, err } = await run(['translate', ...args], { root, env: settings as Record<string, string> });
    expect([code, err.includes(sentence)]).toEqual([2, true]);
  });
});
