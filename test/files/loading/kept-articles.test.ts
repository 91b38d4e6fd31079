import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createParsedFiles } from '../../../src/files/kept/parsed-files.ts';
import { createStartCache, type StartCache } from '../../../src/files/kept/start-cache.ts';
import { createKeptArticles } from '../../../src/files/loading/kept-articles.ts';
import { openLibrary } from '../../../src/files/loading/library.ts';
import { createPacer } from '../../../src/files/thread/pacer.ts';
import { readHere } from '../../../src/files/thread/text-jobs.ts';
import { rounds } from '../../rounds.ts';
import { makeRoot } from '../../site.ts';
import { BROKEN, CATALOGUE, edit, FILES, GLOSSARY, saidBy } from '../random-edits.ts';

let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot(FILES));
});
afterEach(() => remove());

/** Of all tests, as each root has its own articles in it: it takes its time to tell which program it is. */
let shared: Kept;
const folders: string[] = [];
beforeAll(async () => {
  shared = await makeCache();
});
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

interface Kept {
  readonly folder: string;
  readonly cache: StartCache;
}

async function makeCache(): Promise<Kept> {
  const folder = await mkdtemp(path.join(tmpdir(), 'visavis-cache-'));
  folders.push(folder);
  return { folder, cache: createStartCache(folder, async () => 'this') };
}

/** A library of the root, and the articles that it had to read. */
async function open({ cache } = shared) {
  const pacer = createPacer();
  const all = createParsedFiles(readHere(pacer), pacer);
  const article = vi.fn(all.article);
  const kept = createKeptArticles(root, cache, pacer, 0);
  const library = await openLibrary(root, { watch: false, pacer, parsed: { ...all, article }, kept, few: 0 });
  return { library, read: () => article.mock.calls.map(([, file]) => file.split('/')[1]) };
}

/** Opens and closes: what a start read, and what it said. */
async function start(from = shared) {
  const { library, read } = await open(from);
  const readAtStart = read();
  const said = saidBy(library.current());
  await library.close();
  return { said, read: readAtStart };
}

/** What a start says that knows of none before. */
async function fresh(): Promise<string> {
  const library = await openLibrary(root, { watch: false });
  await library.close();
  return saidBy(library.current());
}

const write = async (name: string, text: string | null) => {
  const file = path.join(root, name);
  await mkdir(path.dirname(file), { recursive: true });
  if (text === null) await rm(file, { force: true });
  else await writeFile(file, text);
};

test('a second start reads no article, and says what the first said', async () => {
  const first = await start();
  expect([first.read, await start()]).toEqual([['deux', 'trois', 'un'], { said: first.said, read: [] }]);
});

test('lists are made without the paragraphs of an article, and its page has them', async () => {
  const first = await open();
  const paragraphs = JSON.stringify(first.library.current().articles.get('un'));
  await first.library.close();
  const { library } = await open();
  await library.checked('un');
  expect(JSON.stringify(library.current().articles.get('un'))).toBe(paragraphs);
});

test('a paragraph is the same object whenever it is looked for', async () => {
  await start();
  const { library } = await open();
  const checked = library.current().articles.get('un');
  const before = checked?.units.map(({ unit }) => unit);
  await library.checked('un');
  expect(checked?.article.units.map((unit, i) => unit === before?.[i])).toEqual([true, true, true]);
});

describe('what differs is read again', () => {
  test.each([
    ['an article', 'content/un/fr.md', '---\ntitle: Essai\n---\n\nTrois jetons.\n', ['un']],
    ['a translation', 'content/un/en.po', CATALOGUE.replace('A chip', 'One chip'), ['un']],
    ['a translation that is gone', 'content/un/en.po', null, ['un']],
    ['a first translation', 'content/trois/en.po', CATALOGUE, ['trois']],
    ['an article that came', 'content/dix/fr.txt', 'Dix\n\nUn modèle.\n', ['dix']],
    ['the glossary', 'glossary/a.yaml', GLOSSARY.replace('chip', 'flea'), ['deux', 'trois', 'un']],
    ['a glossary file that came', 'glossary/z.csv', 'fr,en\ncarte,card\n', ['deux', 'trois', 'un']],
    ['a glossary file that is gone', 'glossary/b.csv', null, ['deux', 'trois', 'un']],
    ['a broken translation', 'content/un/en.po', 'msgid "Trois\n', ['un']],
  ])('%s', async (_what, name, text, read) => {
    await start();
    await write(name, text);
    expect(await start()).toEqual({ said: await fresh(), read });
  });
});

const DAMAGES: readonly [name: string, damage: (file: string) => Promise<unknown>][] = [
  ['is gone', (file) => rm(file)],
  ['is cut', async (file) => truncate(file, (await readFile(file)).length - 9)],
  ['is another’s', (file) => writeFile(file, 'visavis')],
  [
    'has a bit turned',
    async (file) =>
      writeFile(
        file,
        (await readFile(file)).map((byte, i) => (i === 200 ? byte ^ 1 : byte)),
      ),
  ],
];

test.each(DAMAGES)('a start is as without it where what was kept %s', async (_name, damage) => {
  const own = await makeCache();
  const { said } = await start(own);
  for (const name of await readdir(own.folder)) await damage(path.join(own.folder, name));
  expect(await start(own)).toEqual({ said, read: ['deux', 'trois', 'un'] });
});

test('a start is as without it where what was kept has no end, whoever wrote it so', async () => {
  const own = await makeCache();
  const { said } = await start(own);
  const read = async (madeOf: readonly string[]) => (await own.cache.read(madeOf))?.subarray(0, -1) ?? null;
  expect(await start({ ...own, cache: { ...own.cache, read } })).toEqual({ said, read: ['deux', 'trois', 'un'] });
});

test('what was kept of another folder is not taken', async () => {
  await start();
  const other = await makeRoot(FILES);
  await remove();
  ({ root, remove } = other);
  expect((await start()).read).toEqual(['deux', 'trois', 'un']);
});

test('a file that breaks after a start that read nothing keeps its last good version in use', async () => {
  await start();
  const { library } = await open();
  await write('content/un/en.po', 'msgid "Trois\n');
  await write('content/deux/fr.md', '');
  await library.reload();
  const english = (slug: string) => library.current().articles.get(slug)?.article.units.at(-1)?.target?.text;
  expect([english('un'), english('deux')]).toEqual(['A chip.', 'A chip.']);
  await library.close();
});

test('an image that was put beside its article meanwhile is missed no more', async () => {
  await write('content/un/fr.md', '---\ntitle: Essai\n---\n\n![Plan](plan.png)\n');
  const problems = async () => {
    const { library } = await open();
    await library.close();
    return library.current().problems.filter(({ message }) => message.includes('plan.png')).length;
  };
  const first = await problems();
  await write('content/un/plan.png', '');
  expect([first, await problems()]).toEqual([1, 0]);
});

test('a write that changed one article writes no other group anew', async () => {
  const own = await makeCache();
  await start(own);
  const textOf = async (name: string) => (await readFile(path.join(own.folder, name))).toString('latin1');
  const names = await readdir(own.folder);
  const before = await Promise.all(names.map(textOf));
  await write('content/un/en.po', CATALOGUE.replace('A chip', 'One chip'));
  await start(own);
  const after = await Promise.all(names.map(textOf));
  expect(after.filter((text, i) => text !== before[i])).toHaveLength(1);
});

test('after any edits, before a start and after it, what is kept says what files that are opened afresh say', async () => {
  const steps = fc.array(fc.tuple(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.array(edit, { maxLength: 2 })), {
    minLength: 1,
    maxLength: rounds(3, 6),
  });
  const isBroken = (text: string | null) => BROKEN.some(([, other]) => other === text);
  await fc.assert(
    fc.asyncProperty(steps, async (starts) => {
      for (const [down, up] of starts) {
        for (const [name, text] of down) await write(name, text);
        const { library } = await open();
        expect(saidBy(library.current())).toBe(await fresh());
        for (const [name, text] of up.filter(([, text]) => !isBroken(text))) await write(name, text);
        await library.reload();
        await library.settled();
        const broken = down.some(([, text]) => isBroken(text));
        if (!broken) expect(saidBy(library.current())).toBe(await fresh());
        await library.close();
      }
    }),
    { numRuns: rounds(1, 100) },
  );
});
