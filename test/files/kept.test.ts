import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Library, Snapshot } from '../../src/core/changes/ports/library.ts';
import { checkArticle } from '../../src/core/checks/article/check-article.ts';
import type { CheckedArticle } from '../../src/core/checks/checked-article.ts';
import { createParsedFiles } from '../../src/files/kept/parsed-files.ts';
import { type LibraryOptions, openLibrary } from '../../src/files/loading/library.ts';
import { createPacer } from '../../src/files/thread/pacer.ts';
import { readHere } from '../../src/files/thread/text-jobs.ts';
import { rounds } from '../rounds.ts';
import { makeRoot, until } from '../site.ts';
import { ARTICLE, BROKEN, CATALOGUE, edit, FILES, GLOSSARY, saidBy } from './random-edits.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function open(
  files: Readonly<Record<string, string>>,
  watch = false,
  options: Pick<LibraryOptions, 'few' | 'fewEntries' | 'mostHeld'> = {},
): Promise<{ root: string; library: Library }> {
  const { root, remove } = await makeRoot(files);
  const library = await openLibrary(root, { watch, ...options });
  ends.push(remove, () => library.close());
  return { root, library };
}

/** What of the state before is the very same object after some files were written. */
async function sameAfter(files: Readonly<Record<string, string>>, written: Readonly<Record<string, string>>) {
  const { root, library } = await open(files);
  const before = library.current();
  for (const [name, text] of Object.entries(written)) await writeFile(path.join(root, name), text);
  await library.reload();
  // On a busy machine, what a change of the glossary bears on is checked behind it.
  await library.settled();
  const after = library.current();
  const articles = [...after.articles].filter(([slug, checked]) => checked === before.articles.get(slug));
  return { glossary: after.glossary === before.glossary, articles: articles.map(([slug]) => slug) };
}

describe('what did not change is the same object after a save', () => {
  test.each([
    ['of a translation', { 'content/un/en.po': CATALOGUE.replace('A chip', 'One chip') }, ['deux', 'trois']],
    ['of an article', { 'content/un/fr.md': `${ARTICLE}\nFin.\n` }, ['deux', 'trois']],
    ['of a first translation', { 'content/trois/en.po': CATALOGUE }, ['deux', 'un']],
    ['of a catalogue that is broken', { 'content/un/en.po': 'msgid "Trois\n' }, ['deux', 'trois']],
    [
      'of files that say what they said',
      { 'content/un/fr.md': ARTICLE, 'content/un/en.po': CATALOGUE },
      ['deux', 'trois', 'un'],
    ],
    ['of a remark in the glossary', { 'glossary/a.yaml': `${GLOSSARY}# a remark\n` }, ['deux', 'trois', 'un']],
    ['of a glossary that is broken', { 'glossary/a.yaml': '- [' }, ['deux', 'trois', 'un']],
  ])('%s', async (_what, written, articles) => {
    expect(await sameAfter(FILES, written)).toEqual({ glossary: true, articles });
  });

  test('of a translation, where two entries have one id', async () => {
    const files = { ...FILES, 'glossary/c.yaml': '- fr: jeton textuel\n  en: token\n' };
    const written = { 'content/un/en.po': CATALOGUE.replace('A chip', 'One chip') };
    expect(await sameAfter(files, written)).toEqual({ glossary: true, articles: ['deux', 'trois'] });
  });
});

describe('after a change of the glossary, an article is the same object unless the change bears on it', () => {
  test.each([
    ['an entry', { 'glossary/a.yaml': GLOSSARY.replace('en: token', 'en: lexeme') }, ['trois']],
    [
      'the English of an entry that their French does not mention, though their English has the new one',
      { 'glossary/b.csv': 'fr,en\nstyle,chip\n' },
      ['deux', 'un'],
    ],
    ['the line an entry stands on, which findings name', { 'glossary/a.yaml': `# a remark\n${GLOSSARY}` }, ['trois']],
    ['an entry nobody uses', { 'glossary/b.csv': 'fr,en\nmodèle,model\nréseau,network\n' }, ['deux', 'trois', 'un']],
    ['the order of two entries', { 'glossary/a.yaml': '- fr: puce\n  en: chip\n- fr: jeton\n  en: token\n' }, []],
  ])('%s', async (_what, written, articles) => {
    expect(await sameAfter(FILES, written)).toEqual({ glossary: false, articles });
  });
});

test('an entry that says the same where it stood is the same object, whatever becomes of the others', async () => {
  const { root, library } = await open(FILES);
  const [, chip] = library.current().glossary.concepts;
  await writeFile(path.join(root, 'glossary/a.yaml'), GLOSSARY.replace('en: token', 'en: lexeme'));
  await library.reload();
  expect(library.current().glossary.concepts.map((concept) => concept === chip)).toEqual([false, true, false]);
});

test('a catalogue that stays broken leaves its article the same object, while others change', async () => {
  const { root, library } = await open(FILES);
  const article = () => library.current().articles.get('un');
  await writeFile(path.join(root, 'content/un/en.po'), 'msgid "Trois\n');
  await library.reload();
  const before = article();
  await writeFile(path.join(root, 'content/deux/en.po'), CATALOGUE.replace('A chip', 'One chip'));
  await library.reload();
  expect([before?.article.units.at(-1)?.target?.text, article() === before]).toEqual(['A chip.', true]);
});

test('a catalogue is let go once it is read, and read once where it has a problem that is told again and again', async () => {
  const pacer = createPacer();
  const parsed = createParsedFiles(readHere(pacer), pacer);
  const isSame = async (text: string) => {
    const first = await parsed.catalogue(text, 'en.po');
    return (await parsed.catalogue(text, 'en.po')) === first;
  };
  expect([await isSame('msgid "Un."\nmsgstr "One."\n'), await isSame('msgid "Un\n')]).toEqual([false, true]);
});

test('the French of an article stays as it was read until a million characters of others were asked for', async () => {
  const pacer = createPacer();
  const citation = { title: 'Essai', site: null, url: null, date: null };
  const readArticle = async () => ({ citation, units: [], problems: [] });
  const parsed = createParsedFiles({ ...readHere(pacer), readArticle }, pacer);
  const long = (letter: string) => letter.repeat(400_000);
  const [first, other] = [await parsed.article(long('a'), 'a/fr.md'), await parsed.article(long('b'), 'b/fr.md')];
  const isStill = async (read: object, letter: string) =>
    (await parsed.article(long(letter), `${letter}/fr.md`)) === read;
  const before = [await isStill(other, 'b'), await isStill(first, 'a')];
  await parsed.article(long('c'), 'c/fr.md');
  // The one that was asked for last stays, and the other is read anew.
  expect([...before, await isStill(first, 'a'), await isStill(other, 'b')]).toEqual([true, true, true, false]);
});

test('a problem between the two files of an article is said again while nothing changes', async () => {
  const { root, library } = await open({
    ...FILES,
    'content/un/en.po': `${CATALOGUE}\nmsgid "Rien."\nmsgstr "Nil."\n`,
  });
  const [orphan] = library.current().problems;
  await writeFile(path.join(root, 'content/deux/en.po'), CATALOGUE.replace('A chip', 'One chip'));
  await library.reload();
  expect([orphan?.excerpt, library.current().problems]).toEqual(['msgid "Rien."', [orphan]]);
});

describe('where somebody names what changed, only that is read', () => {
  test.each([
    ['a file named is read, another is not', ['content/un/en.po'], ['un']],
    ['all is read where nothing is named', undefined, ['deux', 'un']],
    ['a file that was not there before makes that all is read', ['content/un/en.po', 'content/un/x'], ['deux', 'un']],
    ['a file that editors keep hidden is nothing', ['content/un/.en.po.tmp'], []],
  ])('%s', async (_what, named, changed) => {
    const { root, library } = await open(FILES);
    const before = library.current().articles;
    for (const slug of ['un', 'deux'])
      await writeFile(path.join(root, `content/${slug}/en.po`), CATALOGUE.replace('A chip', 'One chip'));
    await library.reload(named);
    const articles = [...library.current().articles].filter(([slug, checked]) => checked !== before.get(slug));
    expect(articles.map(([slug]) => slug)).toEqual(changed);
  });

  test('what was not named is found when all is looked at', async () => {
    const { root, library } = await open(FILES, true);
    await writeFile(path.join(root, 'content/un/en.po'), CATALOGUE.replace('A chip', 'One chip'));
    await library.reload(['content/deux/en.po']);
    const english = () => library.current().articles.get('un')?.article.units.at(-1)?.target?.text;
    await until(() => english() === 'One chip.');
    expect(english()).toBe('One chip.');
  });
});

function wholeAgain([name]: readonly [string, string]): [[string, string], boolean, boolean] {
  return [[name, FILES[name as keyof typeof FILES]], false, true];
}

/** Fails where an article that is not pending, or that somebody looks at, is otherwise than checked afresh. */
function expectRight({ articles, glossary, pending }: Snapshot, lookedAt: string): void {
  expect([...pending]).not.toContain(lookedAt);
  const right = [...articles].filter(([slug]) => !pending.has(slug));
  const said = (all: readonly CheckedArticle[]) =>
    JSON.stringify(all.map((one) => [one, [...one.summary.uses.values()]]));
  expect(said(right.map(([, one]) => one))).toBe(said(right.map(([, { article }]) => checkArticle(article, glossary))));
}

test('after any edits, what is kept says what files that are opened afresh say, and what somebody looks at always does', async () => {
  const steps = fc.array(fc.tuple(edit, fc.boolean(), fc.boolean()), { minLength: 4, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.constantFrom('un', 'deux'),
      fc.constantFrom(0, Infinity),
      async (edits, lookedAt, mostHeld) => {
        const { root, library } = await open(FILES, false, { few: 0, fewEntries: 0, mostHeld });
        library.attend(lookedAt);
        const shown: Snapshot[] = [];
        library.onChange((snapshot) => shown.push(snapshot));
        const broken = new Set<string>();
        for (const [[name, text], isNamed, isAwaited] of [...edits, ...BROKEN.map(wholeAgain)]) {
          const file = path.join(root, name);
          await mkdir(path.dirname(file), { recursive: true });
          if (text === null) await rm(file, { force: true });
          else await writeFile(file, text);
          const before = library.current();
          const said = saidBy(before);
          await library.reload(isNamed ? [name] : undefined);
          if (isAwaited) await library.settled();
          expect(saidBy(before)).toBe(said);
          for (const snapshot of shown.splice(0)) expectRight(snapshot, lookedAt);
          if (BROKEN.some(([, other]) => other === text)) broken.add(name);
          else broken.delete(name);
          if (broken.size > 0 || !isAwaited) continue;
          const fresh = await openLibrary(root, { watch: false });
          expect(saidBy(library.current())).toBe(saidBy(fresh.current()));
          await fresh.close();
        }
      },
    ),
    { numRuns: rounds(2, 100) },
  );
});
