import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Library, Snapshot } from '../../../src/core/changes/ports/library.ts';
import { openLibrary } from '../../../src/files/loading/library.ts';
import { makeRoot } from '../../site.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const SLUGS = ['a', 'b', 'c', 'd', 'e'];
const FILES = {
  'glossary/a.yaml': '- fr: jeton\n  en: token\n',
  ...Object.fromEntries(
    SLUGS.flatMap((slug) => [
      [`content/${slug}/fr.md`, 'Trois jetons.\n\nUne puce.\n'],
      [`content/${slug}/en.po`, 'msgid "Trois jetons."\nmsgstr "Three tokens."\n'],
    ]),
  ),
};

/** A library that checks nothing at once but what somebody looks at, and what it shows from now on. */
async function open(few = 0, fewEntries = 100) {
  const { root, remove } = await makeRoot(FILES);
  const library = await openLibrary(root, { watch: false, few, fewEntries });
  const shown: Snapshot[] = [];
  library.onChange((snapshot) => shown.push(snapshot));
  ends.push(remove, () => library.close());
  const write = (name: string, text: string) => writeFile(path.join(root, name), text);
  return { root, library, shown, write };
}

const LEXEME = FILES['glossary/a.yaml'].replace('token', 'lexeme');
const rulesOf = (snapshot: Snapshot | undefined, slug: string) =>
  snapshot?.articles.get(slug)?.findings.map(({ rule }) => rule) ?? [];
const isRight = (snapshot: Snapshot | undefined, slug: string) => rulesOf(snapshot, slug).includes('missing-term');
const rightIn = (snapshot: Snapshot | undefined) => SLUGS.filter((slug) => isRight(snapshot, slug));

async function change({ library, write }: { library: Library; write: (name: string, text: string) => Promise<void> }) {
  await write('glossary/a.yaml', LEXEME);
  await library.reload(['glossary/a.yaml']);
}

describe('after a change of the glossary', () => {
  test('the article that somebody has open is right at once, and the others once they are checked', async () => {
    const opened = await open();
    opened.library.attend('c');
    await change(opened);
    const now = opened.library.current();
    await opened.library.settled();
    expect([rightIn(now), [...now.pending], rightIn(opened.library.current()), opened.shown.length]).toEqual([
      ['c'],
      ['a', 'b', 'd', 'e'],
      SLUGS,
      2,
    ]);
  });

  test('so is one that somebody asked for before', async () => {
    const opened = await open();
    await opened.library.checked('d');
    await change(opened);
    expect(rightIn(opened.library.current())).toEqual(['d']);
  });

  test('pages of articles that are not there take the place of none', async () => {
    const opened = await open();
    opened.library.attend('c');
    for (let i = 0; i < 30; i += 1) opened.library.attend(`nowhere-${i}`);
    await change(opened);
    expect(rightIn(opened.library.current())).toEqual(['c']);
  });

  test('one that was closed waits like the others', async () => {
    const opened = await open();
    opened.library.attend('c')();
    await change(opened);
    expect(rightIn(opened.library.current())).toEqual([]);
  });

  test('one that somebody asks for is checked before the others', async () => {
    const opened = await open();
    await change(opened);
    await opened.library.checked('e');
    const now = opened.library.current();
    expect([isRight(now, 'e'), now.pending.has('e'), now.pending.size > 0]).toEqual([true, false, true]);
  });

  test('an article that is not there is waited for by nobody', async () => {
    const opened = await open();
    await change(opened);
    await opened.library.checked('nowhere');
    expect(opened.library.current().articles.has('nowhere')).toBe(false);
  });

  test('no more are checked once the files are closed, and who waits is told', async () => {
    const opened = await open();
    await change(opened);
    const waiting = opened.library.settled().catch(String);
    await opened.library.close();
    expect([opened.library.current().pending.size > 0, await waiting]).toEqual([true, 'Error: the files are closed']);
  });

  test('few articles are shown once, all right', async () => {
    const opened = await open(SLUGS.length);
    await change(opened);
    expect([rightIn(opened.library.current()), opened.shown.length]).toEqual([SLUGS, 1]);
  });

  test('the state is another, by its revision, until all are checked', async () => {
    const opened = await open();
    await change(opened);
    const { revision } = opened.library.current();
    await opened.library.settled();
    const fresh = await openLibrary(opened.root, { watch: false });
    const { revision: settled } = opened.library.current();
    expect([settled === fresh.current().revision, revision === settled]).toEqual([true, false]);
  });

  test('the preview of an entry waits for none of them, and tells of all with the glossary of now', async () => {
    const opened = await open();
    await change(opened);
    const { articles } = await opened.library.preview({ kind: 'delete', id: 'lexeme' });
    const verdicts = (side: 'before' | 'after') =>
      [...articles.values()].flatMap(({ units }) => units?.flatMap((one) => one[side].entries) ?? []);
    expect([
      opened.library.current().pending.size > 0,
      verdicts('before').map(({ verdict }) => verdict),
      verdicts('after'),
    ]).toEqual([true, SLUGS.map(() => 'missing'), []]);
  });
});

/** What testing the entries found, told by its lines. */
const saidOf = ({ glossary: { findings } }: Snapshot) =>
  findings.filter(({ rule }) => rule === 'example').map(({ line }) => line);
const UNMET = FILES['glossary/a.yaml'].replace('\n  en', '\n  examples: [un jeton => a coin]\n  en');

describe('the entries of a large glossary', () => {
  test('are tested behind a change, and the state is another, by its revision, until then', async () => {
    const { library, shown, write } = await open(SLUGS.length, 0);
    await write('glossary/a.yaml', UNMET);
    await library.reload(['glossary/a.yaml']);
    const [now, found] = [library.current(), saidOf(library.current())];
    await library.tested();
    expect([found, saidOf(library.current()), shown.map(({ pending }) => pending.size)]).toEqual([[], [2], [0, 0]]);
    expect(now.revision).not.toBe(library.current().revision);
  });

  test.each<[what: string, library: (library: Library) => Promise<unknown>]>([
    ['who wants all to be right', (library) => library.settled()],
    ['who asks for the preview of an entry', (library) => library.preview({ kind: 'delete', id: 'token' })],
  ])('are tested before an answer to %s', async (_what, ask) => {
    const { library, write } = await open(0, 0);
    await write('glossary/a.yaml', UNMET);
    await library.reload(['glossary/a.yaml']);
    await ask(library);
    expect(saidOf(library.current())).toEqual([2]);
  });

  test('are tested as they stand after the last of several changes', async () => {
    const { library, write } = await open(0, 0);
    for (const text of [UNMET, LEXEME, `# a remark\n${UNMET}`]) {
      await write('glossary/a.yaml', text);
      await library.reload(['glossary/a.yaml']);
    }
    await library.tested();
    expect(saidOf(library.current())).toEqual([3]);
  });

  test('and few are tested before a change is shown', async () => {
    const { library, shown, write } = await open(SLUGS.length);
    await write('glossary/a.yaml', UNMET);
    await library.reload(['glossary/a.yaml']);
    expect([saidOf(library.current()), shown.length]).toEqual([[2], 1]);
  });
});

describe('an edit while articles are being checked', () => {
  test('of one of them is right once it is read, with the glossary of now', async () => {
    const opened = await open();
    await change(opened);
    await opened.write('content/e/en.po', 'msgid "Trois jetons."\nmsgstr "Three tokens, edited."\n');
    await opened.library.reload(['content/e/en.po']);
    const now = opened.library.current();
    expect([isRight(now, 'e'), now.pending.has('e'), now.articles.get('e')?.article.units[0]?.target?.text]).toEqual([
      true,
      false,
      'Three tokens, edited.',
    ]);
  });

  test('of the glossary begins again, and ends with all as the last says', async () => {
    const opened = await open();
    await change(opened);
    await opened.write('glossary/a.yaml', FILES['glossary/a.yaml']);
    await opened.library.reload(['glossary/a.yaml']);
    await opened.library.settled();
    expect(rightIn(opened.library.current())).toEqual([]);
  });

  test('that changes nothing of the glossary goes on with what waits', async () => {
    const opened = await open();
    await change(opened);
    const text = await readFile(path.join(opened.root, 'content/a/fr.md'), 'utf8');
    await opened.write('content/a/fr.md', `${text}\nFin.\n`);
    await opened.library.reload();
    await opened.library.settled();
    expect(rightIn(opened.library.current())).toEqual(SLUGS);
  });
});
