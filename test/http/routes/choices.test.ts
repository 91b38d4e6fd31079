import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSpending } from '../../../src/files/spending/spending.ts';
import type { Site } from '../../../src/serve.ts';
import { run } from '../../cli/program.ts';
import { type FakeDeepL, startFakeDeepL } from '../../engines/fake-deepl.ts';
import { createStubs, type Stub } from '../../engines/stub-server.ts';
import { makeRoot, NO_ENGINES, start, until } from '../../site.ts';

const stubs = createStubs();
let fake: FakeDeepL;
let libre: Stub;
let root: string;
let remove: () => Promise<void>;
let site: Site;
/** What LibreTranslate makes of everything. */
let said = 'The chip costs a lot.';
beforeEach(async () => {
  said = 'The chip costs a lot.';
  fake = await startFakeDeepL();
  libre = await stubs.answering(({ q }: { q: string | string[] }) => ({
    body: { translatedText: Array.isArray(q) ? q.map(() => said) : said },
  }));
  ({ root, remove } = await makeRoot({
    'glossary/g.yaml': '- fr: jeton\n  en: token\n  not: [chip]\n',
    'content/a/fr.md': '---\ntitle: Essai\n---\n\nThe jeton costs cher.\n\nRien.\n',
    'content/a/en.po': 'msgid "The jeton costs cher."\nmsgstr "By hand, a token."\n',
  }));
  site = await start(root, {
    ...NO_ENGINES,
    deepl: { key: fake.key, serverUrl: fake.url },
    libretranslate: { url: libre.url, key: null },
  });
});
afterEach(async () => {
  await site.close();
  await fake.close();
  stubs.end();
  await remove();
});

const PAGE = 'articles/a/units/p2';
const page = async () => (await fetch(site.url + PAGE)).text();
const send = (address: string, fields: Record<string, string>) =>
  fetch(site.url + address, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    body: new URLSearchParams(fields).toString(),
    redirect: 'manual',
  });
const ask = async () => {
  const answer = await send(`api/${PAGE}/drafts`, {});
  await until(async () => (await page()).includes('Take this one'));
  await until(async () => !(await page()).includes('asked just now'));
  return answer;
};
const askByScript = ({ url } = site) =>
  fetch(`${url}api/${PAGE}/drafts`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
const words = (html: string) => html.replaceAll(/<[^>]+>/g, '');
const choices = async () =>
  [...(await page()).matchAll(/<article class="choice">[\s\S]*?<\/article>/g)].map(([one]) => one);
/** The fields of a form that takes the draft of an engine. */
const fieldsOf = (choice = '') =>
  Object.fromEntries(
    [...choice.matchAll(/name="(version|base|do)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
const catalogue = () => readFile(path.join(root, 'content/a/en.po'), 'utf8');

test('a page asks nobody by being looked at, and says what asking would cost', async () => {
  const html = words(await page());
  expect([html.includes('deepl: 21 characters. libretranslate: no bill.'), fake.requests, libre.bodies]).toEqual([
    true,
    [],
    [],
  ]);
});

test('each engine’s draft of the one paragraph stands there with its verdicts, and what all have is marked', async () => {
  const { status, headers } = await ask();
  const [deepl = '', other = ''] = await choices();
  expect([status, headers.get('location'), fake.sent]).toEqual([
    303,
    '/articles/a/units/p2#choices',
    ['The jeton costs cher.'],
  ]);
  expect([words(deepl).includes('1 term: 1 preferred'), words(other).includes('repaired: chip → token')]).toEqual([
    true,
    true,
  ]);
  expect([...other.matchAll(/class="common">([^<]*)</g)].map(([, text]) => text)).toEqual(['The token costs ', '.']);
});

test('nothing goes into the file before one is taken, and then the one, as its engine’s draft', async () => {
  const before = await catalogue();
  await ask();
  const untouched = (await catalogue()) === before;
  const [, other] = await choices();
  const { status } = await send(PAGE, fieldsOf(other));
  const after = await catalogue();
  expect([untouched, status]).toEqual([true, 303]);
  expect(after).toMatch(/# origin: libretranslate glossary [0-9a-f]{6} .*\n# repaired: chip → token.*\n# terms: .*\n/);
  expect([after.includes('msgstr "The token costs a lot."'), after.includes('#, fuzzy')]).toEqual([true, true]);
  expect((await page()).includes('This is the English in the file.')).toBe(true);
});

test('asking again costs nothing, also while they are at it, which a script is told', async () => {
  const answers = await Promise.all([askByScript(), askByScript()]);
  await ask();
  await ask();
  expect(answers.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
    [202, `/${PAGE}#choices`],
    [409, `/${PAGE}#choices`],
  ]);
  expect([fake.sent.length, words(await page()).includes('deepl: kept from before')]).toEqual([1, true]);
});

test('what was compared on the command line is there too', async () => {
  const env = { DEEPL_AUTH_KEY: fake.key, DEEPL_SERVER_URL: fake.url, LIBRETRANSLATE_URL: libre.url };
  await run(['translate', 'a', '--compare'], { root, env });
  expect((await choices()).map((one) => /<h3>(.*)<\/h3>/.exec(one)?.[1])).toEqual(['deepl en-US', 'libretranslate']);
});

test('an engine that is down does not keep the others from it, and says so', async () => {
  await fake.close();
  await ask();
  expect([(await choices()).length, words(await page()).includes('deepl: DeepL did not answer in time')]).toEqual([
    1,
    true,
  ]);
}, 60_000);

describe('a draft is not taken', () => {
  test('over what somebody wrote meanwhile', async () => {
    await ask();
    const [deepl] = await choices();
    await send(PAGE, { ...fieldsOf(deepl), do: 'save', target: 'Somebody else.', state: 'draft' });
    const { status } = await send(PAGE, fieldsOf(deepl));
    expect([status, (await catalogue()).includes('Somebody else.')]).toEqual([412, true]);
  });

  test.each(['take:', 'take:000000000000', 'take:__proto__'])('that there is none of: %s', async (step) => {
    const before = await catalogue();
    await ask();
    const [deepl] = await choices();
    const answer = await send(PAGE, { ...fieldsOf(deepl), do: step });
    expect([answer.status, (await answer.text()).includes('not kept any more'), await catalogue()]).toEqual([
      422,
      true,
      before,
    ]);
  });
});

test('a draft of another French is no choice', async () => {
  await ask();
  await writeFile(path.join(root, 'content/a/fr.md'), '---\ntitle: Essai\n---\n\nThe jetons cost cher.\n\nRien.\n');
  await until(async () => (await page()).includes('cost cher'));
  expect(await choices()).toEqual([]);
});

test('one made without the glossary is no choice beside one of the same engine that knew it', async () => {
  const claim = await createSpending(root, { now: Date.now }).claim(['x']);
  const answer = { stamp: '000000', source: 'The jeton costs cher.', characters: 1, made: '2026-01-01T00:00:00Z' };
  await claim?.keep([
    { ...answer, label: 'deepl en-US', target: 'With.' },
    { ...answer, label: 'deepl en-US without', target: 'Without.' },
    { ...answer, label: 'other without', target: 'Alone.' },
  ]);
  expect((await choices()).map((one) => /<h3>(.*)<\/h3>/.exec(one)?.[1])).toEqual([
    'deepl en-US',
    'other, without the glossary',
  ]);
});

test('without an engine there is no button, and asking is refused', async () => {
  const bare = await start(root);
  const html = await (await fetch(bare.url + PAGE)).text();
  const { status } = await askByScript(bare);
  await bare.close();
  expect([html.includes('Ask every engine'), status]).toEqual([false, 400]);
});
