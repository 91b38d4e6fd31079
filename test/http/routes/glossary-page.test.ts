import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { rounds } from '../../rounds.ts';
import { makeRoot, SMALL, start } from '../../site.ts';

const MOST_BYTES = 200_000;

const ENTRIES = `
- fr: [jeton, unité lexicale]
  en: [token, lexeme]
  not: [{ term: chip, why: that is puce }]
  definition: Smallest piece of a text.
  source: usage
  domain: language models
  note: Not the coin.
- { fr: puce, en: chip, domain: hardware, source: a dictionary }
- { fr: Élan, en: impetus, definition: What drives on., domain: Hardware }
- { fr: éland, en: common eland, domain: ' hardware' }
- { fr: 5G, en: 5G network, domain: réseaux }
- { keep: OpenAI, domain: Reseaux }
- { fr: sans champ, en: fieldless }
- { fr: au tiret, en: dashed, domain: '-' }
- { fr: zébu, en: zebu, domain: '<b>wild</b> & "odd"' }
`;
const FILES = {
  'glossary/a.yaml': ENTRIES,
  'content/essai/fr.md': '---\ntitle: Essai\n---\n\nTrois jetons.\n\nUne puce, puis une puce.\n',
  'content/essai/en.po':
    'msgid "Trois jetons."\nmsgstr "Three chips."\n\nmsgid "Une puce, puis une puce."\nmsgstr "A chip, then a chip."\n',
  'content/autre/fr.md': '---\ntitle: Un "autre" <b>\n---\n\nUn zébu.\n',
};

let site: Site;
let end: () => Promise<void>;
const open = async (files: Readonly<Record<string, string>>) => {
  const made = await makeRoot(files);
  const own = await start(made.root);
  return { own, root: made.root, end: () => own.close().then(made.remove) };
};
beforeAll(async () => {
  ({ own: site, end } = await open(FILES));
});
afterAll(() => end());

const get = async (address: string, { url }: Site = site) => {
  const answer = await fetch(new URL(address, url));
  return { status: answer.status, text: await answer.text(), etag: answer.headers.get('etag') ?? '' };
};
const decoded = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, found = '']) => decoded(found.trim()));
const entriesIn = (text: string) => all(text, /<li id="([^"]*)">/g);
/** Headings, each with what is under it: “Hardware (3 concepts): impetus, chip”. */
const groupsIn = (text: string) =>
  text
    .split('<section>')
    .slice(1)
    .map((group) => {
      const [, name = '', count = ''] = /<h2>(.*?) <span class="count">(.*?)<\/span>/.exec(group) ?? [];
      return `${decoded(name)} (${count}): ${entriesIn(group).join(', ')}`;
    });
const shown = async (address: string) => entriesIn((await get(address)).text);

test('entries stand under their fields, by their French, and those without a field last', async () => {
  expect(groupsIn((await get('/glossary')).text)).toEqual([
    '<b>wild</b> & "odd" (1 concept): zebu',
    'Hardware (3 concepts): impetus, common-eland, chip',
    'Language models (1 concept): token',
    'Réseaux (2 concepts): 5g-network, openai',
    'Without a field (2 concepts): dashed, fieldless',
  ]);
});

describe('what is asked for is shown, and nothing else', () => {
  test.each([
    ['?field=hardware', ['impetus', 'common-eland', 'chip']],
    ['?field=HARDWARE', ['impetus', 'common-eland', 'chip']],
    ['?field=reseaux', ['5g-network', 'openai']],
    ['?field=-', ['dashed', 'fieldless']],
    ['?field=%3Cb%3Ewild%3C/b%3E+%26+%22odd%22', ['zebu']],
    ['?field=hard', []],
    ['?field=hardware+', ['impetus', 'common-eland', 'chip']],
    ['?letter=e', ['impetus', 'common-eland']],
    ['?letter=o', ['openai']],
    ['?letter=other', ['5g-network']],
    ['?letter=q', []],
    ['?letter=e&field=hardware', ['impetus', 'common-eland']],
    ['?letter=p&field=language+models', []],
    ['?status=used', ['zebu', 'chip', 'token']],
    ['?status=unused', ['impetus', 'common-eland', '5g-network', 'openai', 'dashed', 'fieldless']],
    ['?status=broken', ['token']],
    ['?status=broken&article=essai', ['token']],
    ['?status=ruled-out', ['token']],
    ['?status=note', ['token']],
    ['?status=no-definition&field=hardware', ['common-eland', 'chip']],
    ['?status=no-source&letter=e', ['impetus', 'common-eland']],
    ['?status=name', ['openai']],
    ['?article=essai', ['chip', 'token']],
    ['?article=autre', ['zebu']],
    ['?article=essai&field=hardware', ['chip']],
    ['?article=autre&field=hardware', []],
    ['?q=lexicale', ['token']],
    ['?q=UNITE', ['token']],
    ['?q=Smallest', ['token']],
    ['?q=reseau', ['5g-network', 'openai']],
    ['?q=without+a+field', []],
    ['?q=token+lexeme', []],
    ['?q=eland&field=hardware&letter=e&status=unused', ['common-eland']],
    ['?q=eland&article=essai', []],
  ])('%s', async (query, ids) => {
    expect(await shown(`/glossary${query}`)).toEqual(ids);
  });

  test('remarks of the check stand with the entry that they are about', async () => {
    const { text } = await get('/glossary?status=remarks');
    const remarks = all(text, /<p class="remark">(.*?)<\/p>/g);
    expect([entriesIn(text), remarks.length, remarks.every((one) => one.includes('definition'))]).toEqual([
      ['zebu', 'common-eland', 'chip', '5g-network', 'openai', 'dashed', 'fieldless'],
      7,
      true,
    ]);
  });

  test('what is called just as one searches comes first, whatever its field', async () => {
    expect(groupsIn((await get('/glossary?q=CHIP')).text)).toEqual(['Called “CHIP” (2 concepts): chip, token']);
    expect(groupsIn((await get('/glossary?q=eland')).text)).toEqual(['Called “eland” (1 concept): common-eland']);
  });

  test('the use of an entry is counted in all articles, or in the one asked for', async () => {
    const countsIn = async (query: string) =>
      all((await get(`/glossary?${query}`)).text, /<p class="details dotted"><span>([^<]*)</g);
    expect([
      await countsIn('q=puce&letter=p'),
      await countsIn('article=essai&letter=j'),
      await countsIn('q=5G'),
    ]).toEqual([['2 times in the articles'], ['once in this article, 1 not kept'], ['in no article']]);
  });
});

describe('a word that is none of ours asks for nothing', () => {
  test.each([
    ['?status=unusd', 9],
    ['?status=toString', 9],
    ['?letter=%C3%A9', 9],
    ['?letter=ab', 9],
    ['?letter=E', 9],
    ['?page=2.5', 9],
    ['?q=++', 9],
    ['?q=a&q=b', 9],
    ['?field[]=hardware', 9],
    ['?filed=hardware', 9],
  ])('%s', async (query, count) => {
    expect((await shown(`/glossary${query}`)).length).toBe(count);
  });

  test('an article that is not there is told, with the one that may be meant', async () => {
    const { text } = await get('/glossary?article=esai&status=used');
    expect([
      entriesIn(text),
      text.includes('There is no article “esai”.'),
      text.includes('<a href="/glossary?status=used&amp;article=essai">essai</a>'),
    ]).toEqual([[], true, true]);
  });
});

describe('odd addresses are answered', () => {
  const long = 'é"'.repeat(3000);
  test.each([
    'q=%00%01%1b',
    'q=%ED%A0%80',
    'q=%F0%9F%98%80'.repeat(60),
    'q=%ff',
    'q=%',
    'q[a]=b&q[__proto__]=c',
    '__proto__=x&constructor=y&field=constructor&status=constructor&letter=__proto__',
    'field=__proto__',
    'field=%F0%9F%98%80',
    'article=../../etc/passwd',
    'article=__proto__',
    'page=-1',
    'page=0',
    'page=1e9',
    'page=999999999',
    'page=99999999999999999999',
    'page=%D9%A1',
    'saved=x&page=2',
    `field=${encodeURIComponent(long)}`.slice(0, 6000),
    `q=${encodeURIComponent(long)}`.slice(0, 6000),
    `article=${encodeURIComponent(long)}`.slice(0, 6000),
  ])('%s', async (query) => {
    const { status, text } = await get(`/glossary?${query}`);
    expect([status, text.length < MOST_BYTES, text.endsWith('</html>\n'), /undefined|NaN/.test(text)]).toEqual([
      200,
      true,
      true,
      false,
    ]);
  });
});

/** Words of a table of so many entries, in fields of their own number. */
const tableOf = (count: number, fields = 6) =>
  `fr,en,definition,domain\n${Array.from({ length: count }, (_, i) => `${'mzcgx'[i % 5]}ot ${i % 89} ${i},word ${i},Word number ${i}.,${i % fields === 0 ? '' : `champ ${i % fields}`}`).join('\n')}`;

describe('a list of several pages', () => {
  let many: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    many = await open({ ...SMALL, 'glossary/all.csv': tableOf(500) });
  });
  afterAll(() => many.end());

  /** All that is shown from an address on, following “Next”. */
  const walk = async (address: string) => {
    const ids: string[] = [];
    let pages = 0;
    for (let next: string | undefined = address; next !== undefined; pages += 1) {
      const { text } = await get(next, many.own);
      ids.push(...entriesIn(text));
      [next] = all(text, /<a href="([^"]*)" rel="next">/g);
    }
    return { ids, pages };
  };

  test.each([
    ['/glossary', 502, 7],
    ['/glossary?field=champ+3', 83, 2],
    ['/glossary?field=-', 86, 2],
    ['/glossary?letter=m', 100, 2],
    ['/glossary?q=word+1', 111, 2],
    ['/glossary?q=word+12', 11, 1],
  ])('%s has each entry once: %i on %i pages', async (address, count, most) => {
    const { ids, pages } = await walk(address);
    expect([ids.length, new Set(ids).size, pages]).toEqual([count, count, most]);
  });

  test.each(['/glossary', '/glossary?letter=z', '/glossary?q=9', '/glossary?status=unused&letter=g'])(
    'each field of %s has as many as it says',
    async (address) => {
      const { text } = await get(address, many.own);
      const [fields = ''] = /<nav class="fields"[\s\S]*?<\/nav>/.exec(text) ?? [];
      const ways = [...fields.matchAll(/<a href="([^"]*)"[^>]*>[^<]*<span class="count">([\d,]*)</g)];
      const counted = [];
      for (const [, href = ''] of ways) counted.push((await walk(decoded(href))).ids.length);
      expect([ways.length > 1, counted]).toEqual([true, ways.map(([, , count]) => Number(count))]);
    },
  );

  test('each letter leads to what begins with it', async () => {
    const { text } = await get('/glossary?field=champ+1', many.own);
    const [letters = ''] = /<nav class="letters"[\s\S]*?<\/nav>/.exec(text) ?? [];
    const found = [];
    for (const href of all(letters, /<a href="([^"]*)"/g)) {
      const { text } = await get(href, many.own);
      found.push([...new Set(all(text, /<span lang="fr">(.)/g))].sort().join(''));
    }
    expect(found).toEqual(['cgmxz', 'c', 'g', 'm', 'x', 'z']);
  });

  test('a page behind the last is the last one', async () => {
    const [last, behind] = [await get('/glossary?page=7', many.own), await get('/glossary?page=70', many.own)];
    expect([behind.etag, entriesIn(last.text).length]).toEqual([last.etag, 22]);
  });

  test('each page is kept under its address, and is another after a change', async () => {
    const address = '/glossary?field=champ+1&page=2';
    const first = await get(address, many.own);
    const again = await fetch(new URL(address, many.own.url), { headers: { 'If-None-Match': first.etag } });
    const file = path.join(many.root, 'glossary/all.csv');
    await writeFile(file, tableOf(490));
    await many.own.library.reload();
    const changed = await get(address, many.own);
    expect([again.status, entriesIn(first.text).length, entriesIn(changed.text).length]).toEqual([304, 4, 2]);
  });
});

test('a page that is asked for while the files change is never kept as it was', async () => {
  const changing = await open(FILES);
  const stale = [];
  for (let i = 0; i < rounds(8, 60); i += 1) {
    await writeFile(path.join(changing.root, 'glossary/a.yaml'), ENTRIES.replace('en: zebu', `en: zebu ${i}`));
    const asking = Array.from({ length: 4 }, (_, j) => get(`/glossary?letter=z&run=${j}`, changing.own));
    await Promise.all([changing.own.library.reload(), ...asking]);
    const now = await get('/glossary?letter=z', changing.own);
    if (!now.text.includes(`zebu ${i}<`)) stale.push(i);
  }
  await changing.end();
  expect(stale).toEqual([]);
});

/** As much as there can be of what takes most bytes on a page, and nothing of it short. */
describe(`no page is larger than ${MOST_BYTES / 1000} KB`, () => {
  const quotes = '"&<\''.repeat(250);
  const count = rounds(120, 300);
  const [onSecond, onLast] = [Math.min(80, count - 80), count % 80];
  const wild = Array.from({ length: count }, (_, i) => ({
    fr: `${i} ${quotes}`,
    en: `${i} ${quotes}`,
    id: `${'long-'.repeat(18)}${i}`,
    not: [{ term: quotes, why: quotes }],
    definition: `${'漢'.repeat(50)} ${quotes}`,
    domain: `${i} ${quotes}`,
    examples: [`${quotes} => ${quotes}`, `x ${quotes} => ${quotes}`],
  }));
  const articles = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [
      `content/${'a'.repeat(90)}-${i}/fr.md`,
      `---\ntitle: ${JSON.stringify(quotes.slice(0, 500))}\n---\n\nUn.\n`,
    ]),
  );
  let hostile: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    hostile = await open({ 'glossary/a.yaml': JSON.stringify(wild), ...articles });
  });
  afterAll(() => hostile.end());

  test.each([
    ['', 80],
    ['?page=2', onSecond],
    ['?q=%22', 80],
    [`?q=${encodeURIComponent(quotes.slice(0, 100))}&status=unused`, 80],
    [`?q=${encodeURIComponent('漢'.repeat(100))}&page=2`, onSecond],
    [`?q=${encodeURIComponent('漢'.repeat(50))}&status=remarks&page=2`, onSecond],
    [`?q=${encodeURIComponent('字'.repeat(100))}`, 0],
    ['?status=no-source&page=4', onLast],
    [`?field=${encodeURIComponent(wild[7]?.domain.slice(0, 80) ?? '')}`, 1],
    [`?article=${'a'.repeat(90)}-7`, 0],
  ])('%s', async (query, shownOnIt) => {
    const { text } = await get(`/glossary${query}`, hostile.own);
    expect([entriesIn(text).length, Buffer.byteLength(text) <= MOST_BYTES]).toEqual([shownOnIt, true]);
  });

  test('of very many fields the largest are listed, and of very many articles none: one is named', async () => {
    const { text } = await get('/glossary', hostile.own);
    expect([
      text.includes(`and ${count - 38} smaller ones`),
      /<input id="search_article" name="article"/.test(text),
      text.includes('<select id="search_article"'),
    ]).toEqual([true, true, false]);
  });
});
