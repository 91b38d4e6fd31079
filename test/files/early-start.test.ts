import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Library } from '../../src/core/changes/ports/library.ts';
import { createParsedFiles } from '../../src/files/kept/parsed-files.ts';
import { openLibrary } from '../../src/files/loading/library.ts';
import { createPacer } from '../../src/files/thread/pacer.ts';
import { readHere } from '../../src/files/thread/text-jobs.ts';
import { shelvedArticle } from '../../src/http/pages/shelf/shelf-list.ts';
import { shelfPage, shelfViewOf } from '../../src/http/pages/shelf/shelf-page.ts';
import { rounds } from '../rounds.ts';
import { makeRoot } from '../site.ts';
import { ARTICLE, BROKEN, CATALOGUE, edit, FILES, GLOSSARY, saidBy } from './random-edits.ts';

let root: string;
let remove: () => Promise<void>;
const opened: Library[] = [];
beforeEach(async () => {
  ({ root, remove } = await makeRoot(FILES));
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const library of opened.splice(0)) await library.close();
  await remove();
});

const write = async (name: string, text: string | null) => {
  const file = path.join(root, name);
  await mkdir(path.dirname(file), { recursive: true });
  if (text === null) await rm(file, { force: true });
  else await writeFile(file, text);
};

/** A library that opens before its articles are checked, and the articles that it had to read so far. */
async function openEarly(few = 0) {
  const pacer = createPacer();
  const all = createParsedFiles(readHere(pacer), pacer);
  const article = vi.fn(all.article);
  const options = { watch: false, isEarly: true, few, pacer, parsed: { ...all, article } };
  const library = await openLibrary(root, options);
  opened.push(library);
  return { library, read: () => article.mock.calls.map(([, file]) => file.split('/')[1]) };
}

/** What files that are opened at leisure say. */
async function fresh(): Promise<string> {
  const library = await openLibrary(root, { watch: false });
  await library.close();
  return saidBy(library.current());
}

/** What was found in articles, and what they are called. */
const stateOf = (library: Library) =>
  [...library.current().articles.values()].map(({ article, standings, unchecked }) => [
    article.citation.title,
    standings.preferred,
    unchecked,
  ]);

test('a start reads nothing but titles where they stand at the top, and says what is not checked yet', async () => {
  const { library, read } = await openEarly();
  expect([read().includes('un'), stateOf(library), [...library.current().pending], library.current().problems]).toEqual(
    [
      false,
      [
        ['Essai', 0, 'is not checked yet'],
        ['Trois', 0, 'is not checked yet'],
        ['Essai', 0, 'is not checked yet'],
      ],
      ['deux', 'trois', 'un'],
      [],
    ],
  );
});

test('an article that is asked for is checked before the others', async () => {
  const { library } = await openEarly();
  const asked = library.checked('un').then(() => library.current().pending.size);
  const order = await Promise.all([asked, library.settled().then(() => library.current().pending.size)]);
  expect([order, stateOf(library).map(([, , unchecked]) => unchecked)]).toEqual([
    [expect.any(Number), 0],
    [null, null, null],
  ]);
  expect(order[0]).toBeGreaterThan(0);
});

test('few articles are checked before it opens', async () => {
  vi.spyOn(process, 'cpuUsage').mockReturnValue({ user: 0, system: 0 });
  const { library } = await openEarly(3);
  expect(saidBy(library.current())).toBe(await fresh());
});

test('an article that was not read yet has its paragraphs wherever somebody looks for them', async () => {
  const { library } = await openEarly();
  const article = library.current().articles.get('un');
  expect([article?.article.units.at(-1)?.target?.text, article?.units.length]).toEqual(['A chip.', 3]);
});

test('the shelf says of which nothing is counted yet', async () => {
  const { library } = await openEarly();
  const snapshot = library.current();
  const found = [...snapshot.articles.values()].map(shelvedArticle);
  const { articles } = shelfPage(snapshot, { view: shelfViewOf({}), found, pages: 1, total: 3 });
  expect(articles.map(({ progress, problems, hasErrors }) => [progress, problems, hasErrors])).toEqual(
    found.map(() => ['not checked yet', '', false]),
  );
});

describe('once all is checked it says what files that are opened at leisure say', () => {
  test.each([
    ['of sound files', 'content/un/fr.md', ARTICLE],
    ['of a broken translation', 'content/un/en.po', 'msgid "Trois\n'],
    ['of a translation of other texts', 'content/un/en.po', CATALOGUE.replace('Une puce', 'Deux puces')],
    ['of a source without a title', 'content/un/fr.md', 'Trois jetons.\n'],
    ['of a source with a wrong date', 'content/un/fr.md', ARTICLE.replace('title', 'date: soon\ntitle')],
    ['of a source with nothing in it', 'content/un/fr.md', ''],
    ['of a source that nests too deep', 'content/un/fr.md', `---\ntitle: Essai\n---\n\n${'> '.repeat(200)}a\n`],
    ['of an image that is missing', 'content/un/fr.md', `${ARTICLE}\n![Plan](plan.png)\n`],
    ['of a glossary that is broken', 'glossary/a.yaml', '- ['],
  ])('%s', async (_what, name, text) => {
    await write(name, text);
    const { library } = await openEarly();
    await library.settled();
    expect(saidBy(library.current())).toBe(await fresh());
  });

  test.each([
    ['the glossary', 'glossary/a.yaml', GLOSSARY.replace('chip', 'flea')],
    ['an article', 'content/un/en.po', CATALOGUE.replace('A chip', 'One chip')],
    ['an article that came', 'content/dix/fr.md', ARTICLE],
    ['an article that is gone', 'content/un/fr.md', null],
  ])('after a change before that: %s', async (_what, name, text) => {
    const { library } = await openEarly();
    await write(name, text);
    await library.reload([name]);
    await library.settled();
    expect(saidBy(library.current())).toBe(await fresh());
  });

  test('after any edits while it is at it', async () => {
    const isBroken = (text: string | null) => BROKEN.some(([, other]) => other === text);
    const sound = edit.filter(([, text]) => !isBroken(text));
    const rounded = fc.tuple(fc.array(edit, { maxLength: 3 }), fc.array(sound, { maxLength: 3 }));
    await fc.assert(
      fc.asyncProperty(rounded, async ([down, up]) => {
        for (const [name, text] of down) await write(name, text);
        const { library } = await openEarly();
        for (const [name, text] of up) {
          await write(name, text);
          await library.reload([name]);
        }
        await library.settled();
        expect(down.some(([, text]) => isBroken(text)) || saidBy(library.current()) === (await fresh())).toBe(true);
      }),
      { numRuns: rounds(4, 100) },
    );
  });
});
