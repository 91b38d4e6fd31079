import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { signInAs, writeUsers } from '../../people.ts';
import { makeRoot, SMALL, start, until } from '../../site.ts';
import { routesOf } from './all-routes.ts';

const PEOPLE = { Ana: 'reviewer', Ben: 'translator', Cleo: 'reader', Dora: 'reviewer' };
const DRAFT = `${SMALL['content/essai/en.po']}`.replace(
  'msgid "Trois',
  '# origin: person Ana 2026-11-20\n#, fuzzy\nmsgid "Trois',
);

let root: string;
let remove: () => Promise<void>;
let site: Site;
/** Of each person the sign-in at the server that runs; a password is slow on purpose. */
let cookies: Map<string, Promise<string>>;
const cookieOf = (name: string) => {
  const cookie = cookies.get(name) ?? signInAs(site.url, name);
  cookies.set(name, cookie);
  return cookie;
};
const open = async (files: Readonly<Record<string, string>>) => {
  ({ root, remove } = await makeRoot(files));
  site = await start(root, undefined, 0, { users: await writeUsers(root, PEOPLE) });
  cookies = new Map();
};
const close = async () => {
  await site.close();
  await remove();
};
/** The article of the test that runs. */
let slug = 'essai';
/** One server for a group of tests, of which each has an article of its own. */
function useOneServer(source = SMALL['content/essai/fr.md']): void {
  const slugs = Array.from({ length: 16 }, (_, i) => `essai-${i + 1}`);
  const articles = slugs.flatMap((one) => [
    [`content/${one}/fr.md`, source],
    [`content/${one}/en.po`, SMALL['content/essai/en.po']],
  ]);
  beforeAll(() => open({ 'glossary/ai.yaml': SMALL['glossary/ai.yaml'], ...Object.fromEntries(articles) }));
  beforeEach(() => {
    slug = slugs.shift() ?? '';
  });
  afterAll(close);
}

const po = () => readFile(path.join(root, `content/${slug}/en.po`), 'utf8');
/** The message of the paragraph that the tests are about. */
const message = async () => (await po()).split('\n\n').find((one) => one.includes('Trois jetons')) ?? '';
const sent = async (address: string, init: RequestInit & { name: string }) => {
  const { name, ...rest } = init;
  const headers = {
    cookie: await cookieOf(name),
    origin: new URL(site.url).origin,
    ...(rest.headers as Record<string, string>),
  };
  return fetch(site.url + address, { redirect: 'manual', ...rest, headers });
};
const form = (name: string, address: string, fields: Readonly<Record<string, string>>) =>
  sent(address, { name, method: 'POST', body: new URLSearchParams(fields) });
const versionOf = async (unit = 'p2') =>
  (await fetch(`${site.url}api/articles/${slug}/units/${unit}`)).headers.get('etag') ?? '';
const put = async (name: string, body: object, unit = 'p2') =>
  sent(`api/articles/${slug}/units/${unit}`, {
    ...{ name, method: 'PUT', body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', 'if-match': await versionOf(unit) },
  });
const save = async (name: string, fields: Readonly<Record<string, string>>) =>
  form(name, `articles/${slug}/units/p2`, { version: (await versionOf()).replaceAll('"', ''), do: 'save', ...fields });
const numberOf = (answer: Response) => /saved=(\d+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
const page = async (name: string, address: string) => (await sent(address, { name, method: 'GET' })).text();

describe('every address that writes', () => {
  let written: readonly string[] = [];
  beforeAll(async () => {
    const routes = await routesOf(() => open(SMALL));
    written = routes.filter((line) => !/^GET |^POST \/sign-/.test(line));
  });
  afterAll(close);
  const statusOf = async (line: string, name: string) => {
    const [method = '', address = ''] = line.split(' ');
    const filled = address.replace(':slug', 'none').replace(/:unit|:id|:name|:number/, 'none');
    const headers = name === '' ? {} : { cookie: await cookieOf(name), origin: new URL(site.url).origin };
    const answer = await fetch(site.url + filled.slice(1), { method, headers, redirect: 'manual' });
    return answer.status;
  };

  test('the tables name them', () => {
    expect([written.length >= 17, written.includes('PUT /api/articles/:slug/units/:unit')]).toEqual([true, true]);
  });

  test('nobody gets through without a name', async () => {
    const answers = await Promise.all(written.map(async (line) => `${await statusOf(line, '')} ${line}`));
    expect(answers.filter((line) => !line.startsWith('401'))).toEqual([]);
  });

  test('a reader gets through none', async () => {
    const answers = await Promise.all(written.map(async (line) => `${await statusOf(line, 'Cleo')} ${line}`));
    expect(answers.filter((line) => !line.startsWith('403'))).toEqual([]);
  });

  test.each(['Ben', 'Ana'])('%s, who may write, gets through all of them', async (name) => {
    const answers = await Promise.all(written.map(async (line) => `${await statusOf(line, name)} ${line}`));
    expect(answers.filter((line) => /^40[13]/.test(line))).toEqual([]);
  });
});

describe('a translator approves nothing, whatever way is taken', () => {
  useOneServer();
  const SAYS = 'Approving is for reviewers, and Ben is none here; save it as a draft.';

  test('what is saved is a draft, in the name of who wrote it', async () => {
    const { status } = await put('Ben', { target: 'Three tokens!', state: 'draft' });
    expect([status, await message()]).toEqual([
      200,
      `# origin: person Ben ${new Date().toISOString().slice(0, 10)}\n#, fuzzy\nmsgid "Trois jetons."\nmsgstr "Three tokens!"`,
    ]);
  });

  test('the API says why not', async () => {
    const before = await po();
    const answer = await put('Ben', { target: 'Three tokens!', state: 'reviewed' });
    const { detail } = await answer.json();
    expect([answer.status, detail, (await po()) === before]).toEqual([403, SAYS, true]);
  });

  test('a form too, and keeps what was typed', async () => {
    const answer = await save('Ben', { target: 'Three tokens!', state: 'reviewed' });
    const text = await answer.text();
    expect([answer.status, text.includes(SAYS), text.includes('Three tokens!')]).toEqual([403, true, true]);
  });

  test('a form without a state makes a draft of a reviewed text', async () => {
    const { status } = await save('Ben', { target: 'Three tokens!' });
    expect([status, (await message()).includes('#, fuzzy')]).toEqual([303, true]);
  });

  test('a note alone leaves a reviewed text reviewed', async () => {
    const { status } = await save('Ben', { target: 'Three tokens.', note: 'Why three?' });
    const written = await message();
    expect([
      status,
      written.includes('fuzzy'),
      written.includes(`Ben ${new Date().toISOString().slice(0, 10)}: Why three?`),
    ]).toEqual([303, false, true]);
  });

  test('an accepted finding leaves it reviewed', async () => {
    await put('Ana', { target: 'Three chips.', state: 'reviewed' });
    const { status } = await save('Ben', { target: 'Three chips.', do: 'waive:token', 'reason:token': 'a quotation' });
    expect([status, (await message()).includes('fuzzy'), (await message()).includes('waive: token')]).toEqual([
      303,
      false,
      true,
    ]);
  });

  test('undoing one’s own change of a reviewed text brings a draft back', async () => {
    const saved = await save('Ben', { target: 'Three tokens!' });
    const { status } = await form('Ben', 'undo', { number: numberOf(saved) });
    const written = await message();
    expect([status, written.includes('Three tokens.'), written.includes('fuzzy')]).toEqual([303, true, true]);
  });

  test('undoing what a reviewer took back brings no approval back', async () => {
    const saved = await save('Ana', { target: 'Three tokens.', state: 'draft' });
    const { status } = await form('Ben', 'undo', { number: numberOf(saved) });
    expect([status, (await message()).includes('fuzzy')]).toEqual([303, true]);
  });

  test('a reviewer undoes it to what it was', async () => {
    const saved = await save('Ben', { target: 'Three tokens!' });
    await form('Ana', 'undo', { number: numberOf(saved) });
    expect(await message()).toBe('msgid "Trois jetons."\nmsgstr "Three tokens."');
  });

  test('an old version comes back with drafts', async () => {
    await save('Ben', { target: 'Three tokens!' });
    const versions = await page('Ben', `changes/versions?file=content%2F${slug}%2Fen.po`);
    const version = /name="version" value="([^"]+)"/.exec(versions)?.[1] ?? '';
    const { status } = await form('Ben', 'changes/versions', { file: `content/${slug}/en.po`, version });
    const written = await message();
    expect([
      status,
      written.includes('Three tokens.'),
      written.includes('fuzzy'),
      (await po()).match(/fuzzy/g)?.length,
    ]).toEqual([303, true, true, 1]);
  });

  test('an article that is removed and brought back brings no approval along', async () => {
    const saved = await save('Ben', { target: 'Three tokens!' });
    const removed = await form('Ben', `articles/${slug}/remove`, {});
    const undone = await form('Ben', 'undo', { number: numberOf(saved) });
    const back = await form('Ben', 'undo', { number: numberOf(removed) });
    const written = await message();
    expect([
      removed.status,
      undone.status,
      back.status,
      written.includes('Three tokens.'),
      written.includes('fuzzy'),
    ]).toEqual([303, 303, 303, true, true]);
  });

  test('nor does the approval of a paragraph that reads the same', async () => {
    const again = (id: string) => `msgctxt "${id}"\nmsgid "Encore."\nmsgstr "Again."\n`;
    await writeFile(path.join(root, `content/${slug}/fr.md`), `${SMALL['content/essai/fr.md']}\nEncore.\n\nEncore.\n`);
    const twins = `\n${again('p4')}\n#, fuzzy\n${again('p5')}`;
    await writeFile(path.join(root, `content/${slug}/en.po`), SMALL['content/essai/en.po'] + twins);
    const unit = `${site.url}api/articles/${slug}/units/p5`;
    await until(async () => (await fetch(unit)).status === 200 && (await (await fetch(unit)).json()).state === 'draft');
    const answer = await put('Ben', { target: 'Again.', state: 'reviewed' }, 'p5');
    expect([answer.status, (await po()).match(/fuzzy/g)?.length]).toEqual([403, 1]);
  });

  test('an import comes in as drafts, and the page says so', async () => {
    const file = 'msgid "Trois jetons."\nmsgstr "Three tokens, there."\n\nmsgid "Une puce."\nmsgstr "A chip."\n';
    const body = new FormData();
    body.append('file', new Blob([file]), 'back.po');
    body.append('article', slug);
    const brought = await sent('import', { name: 'Ben', method: 'POST', body });
    const address = (brought.headers.get('location') ?? '').slice(1);
    const shown = await page('Ben', address);
    const row = /<input type="checkbox"[^>]*value="([^"]*)"/.exec(shown)?.[1] ?? '';
    const { status } = await form('Ben', address.replace(/\?.*/, ''), { row });
    const written = await message();
    expect([
      shown.includes('comes in as a draft'),
      status,
      written.includes('there'),
      written.includes('fuzzy'),
    ]).toEqual([true, 303, true, true]);
  });

  test('no page of an article shows a button that approves, and the editor says why', async () => {
    await writeFile(path.join(root, `content/${slug}/en.po`), DRAFT);
    await until(async () => (await page('Ana', `articles/${slug}`)).includes('class="approve"'));
    const seen = [
      await page('Ben', `articles/${slug}`),
      await page('Ana', `articles/${slug}`),
      await page('Cleo', `articles/${slug}`),
    ];
    const editor = await page('Ben', `articles/${slug}/units/p2`);
    expect([
      seen.map((one) => one.includes('class="approve"')),
      seen.map((one) => one.includes('/units/p2')),
      editor.includes('value="reviewed"'),
      editor.includes('Approving is for reviewers'),
    ]).toEqual([[false, true, false], [true, true, false], false, true]);
  });
});

describe('where an article says “review: other”', () => {
  useOneServer(SMALL['content/essai/fr.md'].replace('---\n\n', 'review: other\n---\n\n'));
  const SAYS =
    'wrote this text, and this article wants somebody else to approve it (review: other); save it as a draft.';

  test.each([
    ['who wrote a text does not approve it', ['Ana', 'Ana'], 403],
    ['somebody else does', ['Ana', 'Dora'], 200],
    ['a reviewer approves what a translator wrote', ['Ben', 'Ana'], 200],
    ['a translator does not', ['Ana', 'Ben'], 403],
  ])('%s', async (_what, [writer = '', reviewer = ''], status) => {
    const written = await put(writer, { target: 'Three tokens!', state: 'draft' });
    const approved = await put(reviewer, { target: 'Three tokens!', state: 'reviewed' });
    expect([written.status, approved.status]).toEqual([200, status]);
  });

  test('nor in one step with the writing, nor after a comma of one’s own', async () => {
    const first = await put('Ana', { target: 'Three tokens!', state: 'reviewed' });
    await put('Dora', { target: 'Three tokens!', state: 'draft' });
    const second = await put('Ana', { target: 'Three, tokens!', state: 'reviewed' });
    const details = [(await first.json()).detail, (await second.json()).detail];
    const part = `Ana ${SAYS.replace('wrote', 'wrote a part of')}`;
    expect([first.status, second.status, details]).toEqual([403, 403, [`Ana ${SAYS}`, part]]);
  });

  test.each(['Ana', 'Ben', 'Dora'])(
    'an approval stays whose it was, though %s saves the text as it is',
    async (name) => {
      await put('Ana', { target: 'Three tokens!', state: 'draft' });
      await put('Dora', { target: 'Three tokens!', state: 'reviewed' });
      const before = await message();
      const again = await put(name, { target: 'Three tokens!', state: 'reviewed' });
      expect([again.status, await message()]).toEqual([200, before]);
      expect(before).toMatch(/^# reviewed: Dora /m);
    },
  );

  test('nor after a comma of somebody else', async () => {
    await put('Ana', { target: 'Three tokens there.', state: 'draft' });
    await put('Dora', { target: 'Three tokens, there.', state: 'draft' });
    const approved = await put('Ana', { target: 'Three tokens, there.', state: 'reviewed' });
    expect([approved.status, (await message()).includes('# origin: person Ana, Dora ')]).toEqual([403, true]);
  });

  test('a text of nobody knows whom may be approved, and who approves it does not become its writer', async () => {
    const po = SMALL['content/essai/en.po'].replace('msgid "Trois', '#, fuzzy\nmsgid "Trois');
    await writeFile(path.join(root, `content/${slug}/en.po`), po);
    await until(async () => (await (await fetch(`${site.url}api/articles/${slug}/units/p2`)).json()).state === 'draft');
    const { status } = await put('Ana', { target: 'Three tokens.', state: 'reviewed' });
    expect([status, (await message()).includes('origin'), (await message()).includes('fuzzy')]).toEqual([
      200,
      false,
      false,
    ]);
  });

  test('what a reviewer brings with a file is for somebody else to approve', async () => {
    const file = 'msgid "Trois jetons."\nmsgstr "Three tokens, there."\n';
    const body = new FormData();
    body.append('file', new Blob([file]), 'back.po');
    body.append('article', slug);
    const brought = await sent('import', { name: 'Ana', method: 'POST', body });
    const address = (brought.headers.get('location') ?? '').slice(1);
    const shown = await page('Ana', address);
    const row = /<input type="checkbox"[^>]*value="([^"]*)"/.exec(shown)?.[1] ?? '';
    const { status } = await form('Ana', address.replace(/\?.*/, ''), { row });
    const written = await message();
    const own = await put('Ana', { target: 'Three tokens, there.', state: 'reviewed' });
    const other = await put('Dora', { target: 'Three tokens, there.', state: 'reviewed' });
    expect([
      shown.includes('this article wants somebody else to approve it'),
      ...[status, written.includes('import back.po, by Ana 20'), written.includes('fuzzy'), own.status, other.status],
    ]).toEqual([true, 303, true, true, 403, 200]);
  });

  test('what somebody writes where a change is undone is theirs, and not of who wrote there before', async () => {
    const saved = await save('Ben', { target: 'Three tokens!' });
    await save('Dora', { target: 'Three tokens?', state: 'draft' });
    const number = numberOf(saved);
    const shown = await page('Ana', `changes/${number}`);
    const [, index = '', version = ''] = /name="version:(\d+)" value="([^"]+)"/.exec(shown) ?? [];
    const fields = {
      number,
      [`do:${index}`]: 'text',
      [`text:${index}`]: 'Three of them.',
      [`version:${index}`]: version,
    };
    const { status } = await form('Ana', 'undo', fields);
    const [first] = (await message()).split('\n');
    const own = await put('Ana', { target: 'Three of them.', state: 'reviewed' });
    const other = await put('Dora', { target: 'Three of them.', state: 'reviewed' });
    expect([status, first?.slice(0, -11), own.status, other.status]).toEqual([303, '# origin: person Ana', 403, 200]);
  });

  test('undoing brings no approval of one’s own back', async () => {
    await put('Ana', { target: 'Three tokens!', state: 'draft' });
    await put('Dora', { target: 'Three tokens!', state: 'reviewed' });
    const saved = await save('Dora', { target: 'Three tokens!', state: 'draft' });
    await form('Ana', 'undo', { number: numberOf(saved) });
    const own = (await message()).includes('fuzzy');
    const again = await save('Dora', { target: 'Three tokens!', state: 'reviewed' });
    expect([own, again.status, (await message()).includes('fuzzy')]).toEqual([true, 303, false]);
  });

  test('the editor says of an approval that nobody is named of that it does not count, until somebody approves', async () => {
    const seen = async () =>
      (await page('Ben', `articles/${slug}/units/p2`)).match(/This text was approved [^<]*/)?.[0];
    const before = await seen();
    await put('Dora', { target: 'Three tokens.', state: 'draft' });
    const draft = await seen();
    await put('Ana', { target: 'Three tokens.', state: 'reviewed' });
    expect([before, draft, await seen()]).toEqual([
      'This text was approved by somebody whom nothing names, and this article wants somebody else than those who wrote it to (review: other).',
      undefined,
      undefined,
    ]);
  });

  test('the editor says so to who wrote it alone', async () => {
    await put('Ana', { target: 'Three tokens!', state: 'draft' });
    const seen = [await page('Ana', `articles/${slug}/units/p2`), await page('Dora', `articles/${slug}/units/p2`)];
    expect(seen.map((one) => one.includes('wants somebody else to approve it'))).toEqual([true, false]);
  });
});

describe('names', () => {
  useOneServer();
  const today = () => new Date().toISOString().slice(0, 10);

  test('stand in the article, and in what was changed', async () => {
    await put('Ben', { target: 'Three tokens!', state: 'draft' });
    const seen = [await page('Ana', `articles/${slug}`), await page('Ana', 'changes'), await page('Ben', 'changes')];
    expect([
      seen[0]?.includes(`by Ben, <time>${today()}</time>`),
      seen[1]?.includes('by Ben'),
      seen[2]?.includes('by you'),
    ]).toEqual([true, true, true]);
  });

  test('who only approves a text leaves it the name of who wrote it', async () => {
    await put('Ben', { target: 'Three tokens!', state: 'draft' });
    await put('Ana', { target: 'Three tokens!', state: 'reviewed' });
    expect((await message()).split('\n')[0]).toBe(`# origin: person Ben ${today()}`);
  });

  test('notes are a thread: each answers, and nobody takes away what another said', async () => {
    await save('Ben', { target: 'Three tokens.', note: 'Why\n three?' });
    await save('Dora', { target: 'Three tokens.', note: 'Because.' });
    const removals = async (name: string) =>
      [...(await page(name, `articles/${slug}/units/p2`)).matchAll(/name="remove-note" value="([^"]+)"/g)].map(
        ([, key = '']) => key,
      );
    const [ben, dora] = [await removals('Ben'), await removals('Dora')];
    const foreign = dora.find((key) => !ben.includes(key)) ?? '';
    await save('Ben', { target: 'Three tokens.', note: '', 'remove-note': foreign });
    const kept = (await message()).match(/# note: .*/g);
    await save('Dora', { target: 'Three tokens.', note: '', 'remove-note': ben[0] ?? '' });
    expect([ben.length, dora.length, kept, (await message()).match(/# note: .*/g)]).toEqual([
      ...[1, 2],
      [`# note: Ben ${today()}: Why three?`, `# note: Dora ${today()}: Because.`],
      [`# note: Dora ${today()}: Because.`],
    ]);
  });

  test('notes without a name stay as they are', async () => {
    const po = SMALL['content/essai/en.po'].replace('msgid "Trois', '# note: a pun\nmsgid "Trois');
    await writeFile(path.join(root, `content/${slug}/en.po`), po);
    await until(async () => (await page('Ben', `articles/${slug}`)).includes('a pun'));
    await save('Ben', { target: 'Three tokens.', note: 'Is it?' });
    const seen = await page('Ben', `articles/${slug}`);
    expect([
      (await message()).match(/# note: .*/g),
      seen.includes('Translator’s note</span> a pun'),
      seen.includes(`Ben, <time>${today()}</time></span> Is it?`),
    ]).toEqual([['# note: a pun', `# note: Ben ${today()}: Is it?`], ...[true, true]]);
  });
});
