import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, NO_ENGINES, start } from '../../site.ts';

const PASSWORD = 'a long enough password';
const FRENCH = '\n\nLe réseau lit trois jetons.\n\nUne puce.\n';
const ENGLISH =
  'msgid "Le réseau lit trois jetons."\nmsgstr "The network reads three tokens."\n\nmsgid "Une puce."\nmsgstr "A chip."\n';
/** One server for all tests, of which each has an article of its own. */
const slugs = Array.from({ length: 20 }, (_, i) => `essai-${i + 1}`);
let slug: string;
let po: string;
let root: string;
let remove: () => Promise<void>;
let site: Site;
let ada: Person;
let bo: Person;
beforeAll(async () => {
  const articles = slugs.flatMap((one) => [
    [`content/${one}/fr.md`, `---\ntitle: Titre d’${one}\n---${FRENCH}`],
    [`content/${one}/en.po`, ENGLISH],
  ]);
  const glossary = '- fr: jeton\n  en: token\n\n- fr: puce\n  en: chip\n';
  ({ root, remove } = await makeRoot({ 'glossary/ai.yaml': glossary, ...Object.fromEntries(articles) }));
  site = await start(root, NO_ENGINES, 0, { password: PASSWORD });
  [ada, bo] = [await signIn(), await signIn()];
});
beforeEach(() => {
  slug = slugs.shift() ?? '';
  po = `content/${slug}/en.po`;
});
afterAll(async () => {
  await site.close();
  await remove();
});
const catalogue = () => readFile(path.join(root, po), 'utf8');
const outside = async (from: string, to: string) =>
  writeFile(path.join(root, po), (await catalogue()).replace(from, to));

/** Somebody with a browser of their own. */
interface Person {
  get(address: string): Promise<string>;
  post(address: string, fields: Record<string, string>): Promise<Response>;
  /** Saves a paragraph; gives the number of the save. */
  save(unit: string, target: string): Promise<string>;
}

async function signIn(): Promise<Person> {
  const origin = site.url.slice(0, -1);
  const send = (address: string, cookie: string, body?: URLSearchParams) =>
    fetch(origin + address, {
      headers: { ...(cookie === '' ? {} : { cookie }), origin },
      redirect: 'manual',
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
  const answer = await send('/sign-in', '', new URLSearchParams({ password: PASSWORD, next: '/' }));
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const person: Person = {
    get: async (address) => (await send(address, cookie)).text(),
    post: (address, fields) => send(address, cookie, new URLSearchParams(fields)),
    async save(unit, target) {
      const { headers } = await send(`/api/articles/${slug}/units/${unit}`, cookie);
      const version = (headers.get('etag') ?? '').replaceAll('"', '');
      const saved = await person.post(`/articles/${slug}/units/${unit}`, { version, target, state: 'draft' });
      return /saved=(\d+)/.exec(saved.headers.get('location') ?? '')?.[1] ?? '';
    },
  };
  return person;
}

const leadsTo = (answer: Response) => answer.headers.get('location') ?? '';
const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');

describe('two people', () => {
  test('in different paragraphs undo at once, each their own', async () => {
    const [first, second] = [await ada.save('p2', 'The network reads tokens.'), await bo.save('p3', 'One chip.')];
    const answers = [await ada.post('/undo', { number: first }), await bo.post('/undo', { number: second })];
    expect([answers.map(leadsTo), (await catalogue()).match(/msgstr.*/g)]).toEqual([
      [
        expect.stringMatching(/^\/articles\/essai-\d+\?saved=\d+#p2$/),
        expect.stringMatching(/^\/articles\/essai-\d+\?saved=\d+#p3$/),
      ],
      ['msgstr "The network reads three tokens."', 'msgstr "A chip."'],
    ]);
  });

  test('in one paragraph see the difference first, and nothing of either is lost', async () => {
    const first = await ada.save('p2', 'The net reads three tokens.');
    await bo.save('p2', 'The net reads three tokens aloud.');
    const answer = await ada.post('/undo', { number: first });
    const html = await ada.get(leadsTo(answer));
    const between = (await catalogue()).includes('net reads three tokens aloud');
    const fields = {
      number: first,
      'do:0': 'back',
      'version:0': /name="version:0" value="(\w+)"/.exec(html)?.[1] ?? '',
    };
    await ada.post('/undo', fields);
    expect([leadsTo(answer), between, html.includes('<ins> aloud</ins>'), html.includes('lang="en"')]).toEqual([
      `/changes/${first}`,
      true,
      true,
      true,
    ]);
    expect(await catalogue()).toContain('The network reads three tokens aloud.');
  });

  test('are told apart among the changes', async () => {
    await ada.save('p2', 'The net reads three tokens.');
    await bo.save('p3', 'One chip.');
    const words = wordsOf(await ada.get('/changes'));
    expect([
      new RegExp(`Paragraph 3 of “Titre d’${slug}” \\S+ by another sign-in`).test(words),
      new RegExp(`Paragraph 2 of “Titre d’${slug}” \\S+ by you`).test(words),
    ]).toEqual([true, true]);
  });
});

describe('another program', () => {
  test('that wrote elsewhere in the file is no hindrance', async () => {
    const save = await ada.save('p2', 'The net reads three tokens.');
    await outside('A chip.', 'A chip, by hand.');
    const answer = await ada.post('/undo', { number: save });
    expect([leadsTo(answer).includes('saved='), await catalogue()]).toEqual([
      true,
      ENGLISH.replace('A chip.', 'A chip, by hand.'),
    ]);
  });

  test('that wrote again while a person looked: the page comes again with what they wrote', async () => {
    const save = await ada.save('p2', 'The net reads three tokens.');
    await outside('net reads', 'net, say, reads');
    const html = await ada.get(`/changes/${save}`);
    await outside('net, say, reads', 'net thus reads');
    const version = /name="version:0" value="(\w+)"/.exec(html)?.[1] ?? '';
    const fields = { number: save, 'do:0': 'text', 'version:0': version, 'text:0': 'My own <words>' };
    const again = await ada.post('/undo', fields);
    const page = await again.text();
    expect([again.status, page.includes('My own &lt;words&gt;'), (await catalogue()).includes('net thus')]).toEqual([
      412,
      true,
      true,
    ]);
  });
});

test('the versions of a paragraph are its saves alone, each as a difference', async () => {
  await ada.save('p2', 'The net reads three tokens.');
  await ada.save('p3', 'One chip.');
  const html = await ada.get(`/changes?unit=${slug}/p2`);
  expect([html.match(/class="change-of"/g)?.length, html.includes('<del>network</del><ins>net</ins>')]).toEqual([
    1,
    true,
  ]);
  expect(html).toContain(
    `<h1><bdi>Versions of paragraph 2 of </bdi><bdi>“</bdi><bdi lang="fr">Titre d’${slug}</bdi><bdi>”</bdi></h1>`,
  );
});

test.each(['/changes?unit=nowhere/p1', '/changes?entry=none', '/changes?page=99', '/changes?unit=x&entry=y'])(
  '%s shows all changes',
  async (address) => {
    await ada.save('p3', 'One chip.');
    expect(await ada.get(address)).toContain('<h1><bdi>Changes</bdi></h1>');
  },
);

describe('an old version of a file', () => {
  test('is compared, brought back, and that is undone', async () => {
    await ada.save('p2', 'The net reads three tokens.');
    await ada.save('p3', 'One chip.');
    const after = await catalogue();
    const html = await ada.get(`/changes/versions?file=${encodeURIComponent(po)}`);
    const names = [...html.matchAll(/name="version" value="([^"]+)"/g)].map(([, name = '']) => name);
    const oldest = names.at(-1) ?? '';
    const compared = await ada.get(`/changes/versions?file=${encodeURIComponent(po)}&version=${oldest}`);
    const answer = await ada.post('/changes/versions', { file: po, version: oldest });
    const back = await catalogue();
    await ada.post('/undo', { number: /saved=(\d+)/.exec(leadsTo(answer))?.[1] ?? '' });
    expect([names.length, compared.includes('changes 2 parts'), back, await catalogue()]).toEqual([
      2,
      true,
      ENGLISH,
      after,
    ]);
  });

  test.each([
    ['../../etc/passwd', '1.po'],
    ['content/essai-1/../essai-1/en.po', '1.po'],
    [null, '../saves.jsonl'],
    [null, ''],
  ])('is none of “%s”, “%s”', async (named, version) => {
    const file = named ?? po;
    await ada.save('p3', 'One chip.');
    const before = await catalogue();
    const { status } = await ada.post('/changes/versions', { file, version });
    expect([status, await catalogue()]).toEqual([409, before]);
  });
});

test('those who are not signed in see no changes and undo none', async () => {
  const number = await ada.save('p3', 'One chip.');
  const page = await fetch(`${site.url}changes/${number}`, { redirect: 'manual' });
  const sent = await fetch(`${site.url}undo`, { method: 'POST', body: new URLSearchParams({ number }) });
  expect([page.status, sent.status, (await catalogue()).includes('One chip.')]).toEqual([303, 401, true]);
});

test('a save is named by its article, but not by another that has its slug since, and leads to none then', async () => {
  const linesOf = async () =>
    [...(await ada.get('/changes')).matchAll(/<li><p>(?:<a[^>]*>|<span>)(.*?)<\/(?:a|span)> <span class="details">/g)]
      .map(([line = '', what = '']) => `${line.includes('<a href="/articles/') ? 'leads' : 'stands'}: ${wordsOf(what)}`)
      .filter((line) => line.includes(slug));
  await ada.save('p2', 'The net reads three tokens.');
  const before = await linesOf();
  await ada.post(`/articles/${slug}/remove`, {});
  await rename(path.join(root, `content/${slugs[0]}`), path.join(root, `content/${slug}`));
  await site.library.reload();
  expect([before, await linesOf()]).toEqual([
    [`leads: Paragraph 2 of “Titre d’${slug}”`],
    [`stands: “Titre d’${slug}” removed`, `stands: Paragraph 2 of ${slug}`],
  ]);
});

test('an undo that leaves no room for what it undoes is done all the same, and leads to where it was', async () => {
  const articles = { 'content/un/fr.md': `---\ntitle: Un\n---${FRENCH}`, 'content/un/en.po': ENGLISH };
  const own = await makeRoot({ 'glossary/ai.yaml': '- fr: jeton\n  en: token\n', ...articles });
  const full = await start(own.root, NO_ENGINES);
  const post = (address: string, fields: Record<string, string>) =>
    fetch(full.url + address, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) },
      headers: { origin: full.url.slice(0, -1) },
    });
  const { headers } = await fetch(`${full.url}api/articles/un/units/p2`);
  const version = (headers.get('etag') ?? '').replaceAll('"', '');
  await post('articles/un/units/p2', { version, target: 'The net reads three tokens.', state: 'draft' });
  const log = path.join(own.root, '.visavis/history/saves.jsonl');
  const first = await readFile(log, 'utf8');
  // A thousand saves are remembered.
  const others = Array.from({ length: 999 }, (_, i) => ({
    ...{ ...JSON.parse(first), number: i + 2, file: 'content/deux/en.po' },
    ...{ what: 'paragraph 2 of deux', where: '/articles/deux#p2' },
  }));
  await writeFile(log, first + others.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const answer = await post('undo', { number: '1' });
  const now = await readFile(path.join(own.root, 'content/un/en.po'), 'utf8');
  const isKept = (await readFile(log, 'utf8')).includes('"number":1,');
  await full.close();
  await own.remove();
  expect([answer.status, leadsTo(answer), now, isKept]).toEqual([303, '/articles/un?saved=1001#p2', ENGLISH, false]);
});
