import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { epub } from '../../formats/document/packed.ts';
import { makeRoot, SMALL, start } from '../../site.ts';

let root: string;
let remove: () => Promise<void>;
let site: Site;
const begin = async (password: string | null = null) => {
  ({ root, remove } = await makeRoot(SMALL));
  site = await start(root, undefined, 0, { password });
};
const end = async () => {
  await site.close();
  await remove();
};
beforeAll(() => begin());
afterAll(end);
beforeEach(async () => {
  await rm(path.join(root, 'content/les-ponts-de-la-ville'), { recursive: true, force: true });
  await site.library.reload();
});

const FRENCH = `# Les ponts de la ville

On en compte sept, dont un seul est vieux.

Le plus neuf a trois ans et grince déjà.

La mairie promet un huitième pont pour 2030.
`;
const ENGLISH = `# The bridges of the city

There are seven of them, of which only one is old. The newest is three years old and already creaks.

Nobody believes in miracles. The editor laughs.

The town hall promises an eighth bridge for 2030.
`;

type Part = string | { readonly name: string; readonly bytes: Uint8Array | string };
const ask = (address: string, init: RequestInit = {}) =>
  fetch(new URL(address, site.url), { redirect: 'manual', ...init });
function bring(parts: Readonly<Record<string, Part>>, headers: Record<string, string> = {}): Promise<Response> {
  const body = new FormData();
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === 'string') body.append(name, part);
    else body.append(name, new Blob([part.bytes as never]), part.name);
  }
  return ask('/add', { method: 'POST', body, headers });
}
const whereTo = (answer: Response) => answer.headers.get('location') ?? '';
const page = async (address: string) => (await ask(address)).text();
const send = (address: string, fields: Readonly<Record<string, string | readonly string[]>>, headers = {}) => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(name, one as string);
  return ask(address, { method: 'POST', body, headers });
};
const DRAFT = { title: 'Les ponts de la ville', site: '', url: '', date: '', slug: 'les-ponts-de-la-ville' };
const BLOCKS = { ...DRAFT, block: ['0', '1', '2'] };
const PARTS = {
  file: { name: 'ponts.md', bytes: FRENCH },
  english_file: { name: 'bridges.md', bytes: ENGLISH },
};
/** Brings both texts and goes on to the pairs. */
async function pairsAt(parts: Readonly<Record<string, Part>> = PARTS, draft = BLOCKS): Promise<string> {
  const address = whereTo(await bring(parts));
  return whereTo(await send(address, draft));
}
const wrongAt = (html: string, id: string) => new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(html)?.[1];

/** What a page shows: a line for each row, as the row is called and what it has. */
const textIn = (html: string) =>
  html
    .replaceAll(/<button[\s\S]*?<\/button>|<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
function rowsIn(html: string): string[] {
  return html
    .split('<li class="pair"')
    .slice(1)
    .map((row) => {
      const part = (from: string) => textIn(`<${row.split(from)[1] ?? ''}`.split('</p>')[0] ?? '');
      return `${part('class="of"')} | ${part('<p lang="en"')}`;
    });
}
const stepIn = (html: string, step: string) => ({
  step,
  version: /name="version" value="(\d+)"/.exec(html)?.[1] ?? '',
  page: /name="page" value="(\d+)"/.exec(html)?.[1] ?? '',
});
/** Presses a button of the page, and gives the page to which that leads. */
async function press(address: string, step: string, more: Record<string, string> = {}) {
  const html = await page(address);
  const answer = await send(address.split('?')[0] ?? '', { ...stepIn(html, step), ...more });
  return { status: answer.status, where: whereTo(answer), html: await page(whereTo(answer)) };
}
const catalogue = () => readFile(path.join(root, 'content/les-ponts-de-la-ville/en.po'), 'utf8');
const articles = async () => (await readdir(path.join(root, 'content'))).sort();

const FIRST = [
  '¶1 sure | The bridges of the city',
  '¶2 likely | There are seven of them, of which only one is old.',
  '¶3 likely | The newest is three years old and already creaks.',
  'English only | Nobody believes in miracles. The editor laughs.',
  '¶4 sure | The town hall promises an eighth bridge for 2030.',
];
const kinds = (rows: readonly string[]) => rows.map((row) => row.replace(/(sure|likely|Next to look at) /g, ''));

describe('English that comes with a text', () => {
  test('stands beside it once its blocks are chosen; nothing is written', async () => {
    const address = await pairsAt();
    const html = await page(address);
    expect([/^\/add\/[\w-]{24}\/pairs$/.test(address), kinds(rowsIn(html)), await articles()]).toEqual([
      true,
      kinds(FIRST),
      ['essai'],
    ]);
  });

  test('is pasted as well, and a text without a title has none', async () => {
    const english = 'There are seven of them, of which only one is old.\n\nThe newest is three years old.';
    const rows = rowsIn(await page(await pairsAt({ file: PARTS.file, english_text: english })));
    expect(rows.map((row) => row.split(' | ')[1])).toEqual([
      'No English: it stays to be translated.',
      'There are seven of them, of which only one is old.',
      'The newest is three years old.',
      'No English: it stays to be translated.',
    ]);
  });

  test('is not asked for: French alone is saved at once, and stays to be translated', async () => {
    const where = await pairsAt({ file: PARTS.file });
    expect([
      where.startsWith('/articles/les-ponts'),
      await readdir(path.join(root, 'content/les-ponts-de-la-ville')),
    ]).toEqual([true, ['fr.md']]);
  });

  test('comes with a book, chapter by chapter', async () => {
    const chapters = { 'a.xhtml': '<h1>Débuts</h1><p>Un pont.</p>', 'b.xhtml': '<h1>Fin</h1><p>Deux ponts.</p>' };
    const book = { name: 'ponts.epub', bytes: epub({ chapters }) };
    const address = whereTo(await bring({ file: book, english_text: 'One bridge.' }));
    const chapter = whereTo(await send(address, { chapter: '1' }));
    expect(await page(chapter)).toContain('Put the English beside it');
  });
});

describe('why English is not taken stands beside its field', () => {
  const chapters = { 'a.xhtml': '<h1>One</h1><p>A bridge.</p>', 'b.xhtml': '<h1>Two</h1><p>Bridges.</p>' };
  test.each<[string, Record<string, Part>, string, number]>([
    ['a PDF', { english_file: { name: 'a.pdf', bytes: '%PDF-1.7\n' } }, 'add_english_file_wrong', 422],
    ['an empty file', { english_file: { name: 'a.txt', bytes: '' } }, 'add_english_file_wrong', 422],
    ['a book', { english_file: { name: 'a.epub', bytes: epub({ chapters }) } }, 'add_english_file_wrong', 422],
    ['two', { english_text: 'A.', english_file: { name: 'a.txt', bytes: 'A' } }, 'add_english_file_wrong', 422],
    ['6 MB', { english_file: { name: 'a.txt', bytes: 'a'.repeat(6_000_000) } }, 'add_english_file_wrong', 413],
    ['6 MB of text', { english_text: 'a'.repeat(6_000_000) }, 'add_english_text_wrong', 413],
    ['English alone', { text: ' ', english_text: 'A.' }, 'add_text_wrong', 422],
  ])('%s', async (_what, parts, id, status) => {
    const answer = await bring({ text: 'Un pont.', ...parts });
    const html = await answer.text();
    expect([answer.status, /\.$/.test(wrongAt(html, id) ?? ''), html.match(/ autofocus/g)?.length]).toEqual([
      status,
      true,
      1,
    ]);
    expect(/id="add_english"[^>]* open/.test(html)).toBe(id.includes('english') || parts['english_text'] === 'A.');
  });
});

describe('a step', () => {
  test.each<[string, string, string, string[]]>([
    ['up exchanges', 'up 2', 'row=2', ['¶2 put together by you | The newest', '¶3 put together by you | There are']],
    [
      'down exchanges',
      'down 1',
      'row=1',
      ['¶2 put together by you | The newest', '¶3 put together by you | There are'],
    ],
    [
      'joins with the next',
      'join 1',
      'row=1',
      ['¶2 put together by you | There are seven of them, of which only one is old. The newest', '¶3 empty'],
    ],
    ['takes out', 'part 1', 'row=1', ['¶2 empty', 'English only | There are seven']],
  ])('%s, and leads back to the row', async (_what, step, row, wanted) => {
    const { status, where, html } = await press(await pairsAt(), step);
    const rows = rowsIn(html).map((one) => one.replace('Next to look at ', ''));
    expect([
      status,
      where.includes(`?${row}#row-`),
      wanted.filter((one) => !rows.some((shown) => shown.startsWith(one))),
    ]).toEqual([303, true, []]);
    const undone = await press(where.split('?')[0] ?? '', 'undo');
    expect(kinds(rowsIn(undone.html))).toEqual(kinds(FIRST));
  });

  test('cuts before a sentence', async () => {
    const address = await pairsAt();
    const cut = /value="(cut 3 0 \d+)"/.exec(await page(address))?.[1] ?? '';
    const { html } = await press(address, cut);
    expect(kinds(rowsIn(html)).slice(3, 5)).toEqual([
      'English only | Nobody believes in miracles.',
      'English only | The editor laughs.',
    ]);
  });

  test.each([
    'cut 1 0 3',
    'cut 1 0 999999',
    'up 0',
    'up 9999999',
    'join 4',
    'note 0',
    'undo',
    'keep',
    'drop 1',
    '',
    '__proto__',
  ])('“%s” does nothing', async (step) => {
    const { status, html } = await press(await pairsAt(), step);
    expect([status, rowsIn(html).length, html.includes('>Undo')]).toEqual([303, 5, false]);
  });

  test('of an older page does nothing, and says so', async () => {
    const address = await pairsAt();
    const html = await page(address);
    await send(address, stepIn(html, 'up 2'));
    const answers = [await send(address, stepIn(html, 'up 2')), await send(address, stepIn(html, 'save'))];
    expect([
      answers.map(({ status }) => status),
      (await (answers[0] as Response).text()).includes('nothing was done'),
    ]).toEqual([[409, 409], true]);
    expect(await articles()).toEqual(['essai']);
  });

  test('stays when the blocks are looked over again, unless other blocks are ticked', async () => {
    const address = await pairsAt();
    await press(address, 'up 2');
    const blocks = address.replace('/pairs', '');
    await send(blocks, { ...BLOCKS, title: 'Sept ponts' });
    const again = await page(address);
    const kept = await page(blocks);
    await send(blocks, { ...DRAFT, block: ['0', '1'] });
    expect([again.includes('Undo (1)'), again.includes('Sept ponts'), kept.includes('value="Sept ponts"')]).toEqual([
      true,
      true,
      true,
    ]);
    expect((await page(address)).includes('Undo')).toBe(false);
  });
});

describe('what is saved', () => {
  const today = new Date().toISOString().slice(0, 10);

  test('is drafts that say where they come from; what only the English has is left out', async () => {
    const { where } = await press(await pairsAt(), 'save');
    const text = await catalogue();
    const { article } = site.library.current().articles.get('les-ponts-de-la-ville') ?? {};
    expect([
      /^\/articles\/les-ponts-de-la-ville\?saved=\d+$/.test(where),
      text.match(/^#, fuzzy$/gm)?.length,
      text.match(new RegExp(`^# origin: aligned bridges\\.md ${today}$`, 'gm'))?.length,
      text.includes('miracles'),
      article?.units.length,
    ]).toEqual([true, 4, 4, false, 4]);
  });

  test('is approved where it is sure and somebody wants that; what was put together by hand is not', async () => {
    const address = await pairsAt();
    await press(address, 'join 1', { approve: 'on' });
    const { html } = { html: await page(address) };
    await press(address, 'save', { approve: 'on' });
    const [, ...messages] = (await catalogue()).split(/\n\n+(?=#)/);
    const title = (await catalogue()).split('\n\n').find((one) => one.includes('The bridges of the city')) ?? '';
    const joined = messages.find((one) => one.includes('There are seven')) ?? '';
    expect([html.includes('name="approve" checked'), title.includes('fuzzy'), joined.includes('fuzzy')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('has what only the English has as a note, where somebody wants that', async () => {
    const address = await pairsAt();
    const { html } = await press(address, 'note 3');
    await press(address, 'save');
    expect([html.includes('aria-pressed="true">A note to ¶3'), (await catalogue()).replaceAll(/\n# +/g, ' ')]).toEqual([
      true,
      expect.stringContaining('note: (only in the English) Nobody believes in miracles. The editor laughs.'),
    ]);
  });

  test('is saved once, and the pairs lead to it then', async () => {
    const address = await pairsAt();
    const fields = stepIn(await page(address), 'save');
    const answers = await Promise.all([send(address, fields), send(address, fields)]);
    expect([new Set([...answers, await ask(address)].map(whereTo)).size, await articles()]).toEqual([
      1,
      ['essai', 'les-ponts-de-la-ville'],
    ]);
  });

  test('a name that is taken is told beside its field', async () => {
    const answer = await (async () => {
      const address = await pairsAt(PARTS, { ...BLOCKS, slug: 'essai' });
      return send(address, stepIn(await page(address), 'save'));
    })();
    expect([answer.status, wrongAt(await answer.text(), 'slug-wrong') !== undefined]).toEqual([409, true]);
  });
});

test.each([
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</ol></form><h1>x</h1>',
  "' autofocus onfocus='x",
])('English is text: %s', async (text) => {
  const english = { name: `${text}.txt`, bytes: `One ${text}.\n\nTwo. ${text} Three. ${text}\n` };
  const html = await page(
    await pairsAt({ text: `Un ${text}.\n\nDeux. ${text}\n`, english_file: english }, { ...BLOCKS, block: ['0', '1'] }),
  );
  expect(/<script>alert|<img|<h1>x|<[^<>]*\sonfocus=/.exec(html.replaceAll(/"[^"]*"/g, '""'))).toBe(null);
});

test('pairs that there are not yet lead to the blocks', async () => {
  const address = whereTo(await bring(PARTS));
  const alone = whereTo(await bring({ file: PARTS.file }));
  expect([whereTo(await ask(`${address}/pairs`)), whereTo(await ask(`${alone}/pairs`))]).toEqual([address, alone]);
});

test('texts that are too long to be put beside each other are told, and stay', async () => {
  const address = whereTo(await bring({ text: 'Un pont.', english_text: 'A bridge.\n\n'.repeat(2100) }));
  const answer = await send(address, { ...DRAFT, block: '0' });
  expect([answer.status, wrongAt(await answer.text(), 'blocks-wrong')]).toEqual([
    422,
    'The English has 2,100 paragraphs, and 2,000 paragraphs at most are put beside each other; give both in parts.',
  ]);
});

// The last of all: the server has a password from here on.
describe('pairs are their owner’s alone', () => {
  beforeAll(async () => {
    await end();
    await begin('a long enough password');
  });
  const signIn = async () => {
    const answer = await send('/sign-in', { password: 'a long enough password', next: '/' });
    return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '', origin: new URL(site.url).origin };
  };

  test('not of somebody else, or of nobody', async () => {
    const [mine, other] = [await signIn(), await signIn()];
    const address = whereTo(await send(whereTo(await bring(PARTS, mine)), BLOCKS, mine));
    const answers = [
      await ask(address, { headers: mine }),
      await ask(address, { headers: other }),
      await send(address, { step: 'up 1', version: '0' }, other),
      await send(address, { step: 'save', version: '0' }),
      await ask(address),
    ];
    expect([answers.map(({ status }) => status), await articles()]).toEqual([[200, 404, 404, 401, 303], ['essai']]);
  });
});
