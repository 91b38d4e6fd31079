import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createParsedFiles } from '../../../src/files/kept/parsed-files.ts';
import { createStartCache, NO_CACHE, type StartCache } from '../../../src/files/kept/start-cache.ts';
import { openLibrary } from '../../../src/files/loading/library.ts';
import { createPacer } from '../../../src/files/thread/pacer.ts';
import { readHere } from '../../../src/files/thread/text-jobs.ts';
import { Unfinished } from '../../../src/files/thread/unfinished.ts';
import { makeRoot } from '../../site.ts';

/** Entries enough for their forms to be kept. */
const WORDS = Array.from({ length: 300 }, (_, i) => `mot${letters(i)}`);
const GLOSSARY = WORDS.map(
  (word) =>
    `- fr: [${word} central, ${word}]\n  en: [central ${word}en]\n  not: [old ${word}]\n  unless: [${word}ish]\n`,
);
const OTHER = WORDS.map((word) => `- fr: verbe ${word}\n  en: verb ${word}\n  definition: A word.\n`).join('');

function letters(number: number): string {
  return number.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
}

const FILES = {
  'glossary/a.yaml': GLOSSARY.join(''),
  'glossary/b.yaml': OTHER,
  'content/essai/fr.md': `---\ntitle: Essai\n---\n\nDes ${WORDS[7]}s centraux, et un verbe ${WORDS[9]}.\n`,
  'content/essai/en.po': `msgid "Essai"\nmsgstr "Trial"\n\nmsgid "Des ${WORDS[7]}s centraux, et un verbe ${WORDS[9]}."\nmsgstr "Old ${WORDS[7]}s, and a verb ${WORDS[9]}."\n`,
};

let root: string;
let remove: () => Promise<void>;
let folder: string;
beforeEach(async () => {
  ({ root, remove } = await makeRoot(FILES));
  folder = await mkdtemp(path.join(tmpdir(), 'visavis-cache-'));
});
afterEach(async () => {
  await remove();
  await rm(folder, { recursive: true, force: true });
});

/** The cache of a program of a version. */
function cacheIn(place: string, { version = 'this', mostBytes }: { version?: string | null; mostBytes?: number } = {}) {
  return createStartCache(place, async () => version, mostBytes);
}

/**
 * A start, with what it says of the files, and how many texts of the glossary it had to read.
 *
 * @param lost a file whose reading does not come to an end
 */
async function start(cache: StartCache = cacheIn(folder), lost: string | null = null) {
  const pacer = createPacer();
  const texts = readHere(pacer);
  const readGlossary = vi.fn(async (text: string, file: string) => {
    if (file === lost) throw new Unfinished('is not read any more');
    return texts.readGlossary(text, file);
  });
  const parsed = createParsedFiles({ ...texts, readGlossary }, pacer, cache, root);
  const library = await openLibrary(root, { watch: false, pacer, parsed });
  const { articles, glossary, problems, revision } = library.current();
  await library.close();
  const said = JSON.stringify([[...articles.values()], glossary.concepts, glossary.findings, problems, revision]);
  return { said, read: readGlossary.mock.calls.length, parts: glossary.indexes.fr.parts.length };
}

async function fresh() {
  return (await start(cacheIn(path.join(folder, 'none', String(Math.random()))))).said;
}

const kept = async () =>
  (await readdir(folder)).filter((name) => name !== 'none').map((name) => path.join(folder, name));

test('a second start says what the first said, and reads no text again', async () => {
  const first = await start();
  const second = await start();
  expect([first.read, second]).toEqual([2, { said: first.said, read: 0, parts: 1 }]);
});

test('a start keeps what the files say, the forms of their terms, and whose they are', async () => {
  await start();
  expect(await kept()).toHaveLength(4);
});

describe('a start whose files say something else goes on from what the last one kept', () => {
  const [first = '', ...others] = GLOSSARY;
  const write = (name: string, text: string) => writeFile(path.join(root, 'glossary', name), text);
  const SHORT = '- fr: jeton\n  en: token\n';

  test.each<[string, number, number, () => Promise<unknown>]>([
    ['an entry with other French', 1, 2, () => write('a.yaml', edited(first, 'rename') + others.join(''))],
    ['an entry less', 1, 1, () => write('a.yaml', others.join(''))],
    ['entries in other lines', 1, 1, () => write('a.yaml', `# a remark\n${GLOSSARY.join('')}`)],
    ['a file more', 1, 2, () => write('c.yaml', SHORT)],
    ['a file less', 0, 1, () => rm(path.join(root, 'glossary/b.yaml'))],
    ['a table more', 1, 2, () => write('c.csv', 'fr,en\njeton,token\n')],
  ])('%s', async (_what, read, parts, change) => {
    const { said } = await start();
    await change();
    const after = await start();
    expect([after, after.said === said]).toEqual([{ said: await fresh(), read, parts }, false]);
  });

  test('a short file, of which nothing but its text is kept', async () => {
    await write('c.yaml', SHORT);
    await start();
    await write('c.yaml', SHORT.replace('token', 'counter'));
    const after = await start();
    expect([after.said, after.parts]).toEqual([await fresh(), 2]);
  });

  test('and makes all forms again where many entries changed, which are kept for the next', async () => {
    await start();
    await write('a.yaml', GLOSSARY.map((entry) => edited(entry, 'rename')).join(''));
    await write('b.yaml', `${OTHER}${SHORT}`);
    const [once, again] = [await start(), await start()];
    await write('b.yaml', OTHER);
    const less = await start();
    expect([once.parts, again.said, less]).toEqual([1, once.said, { said: await fresh(), read: 0, parts: 1 }]);
  });

  test('but never from that of another folder', async () => {
    await start();
    await write('a.yaml', others.join(''));
    const { root: moved, remove: removeMoved } = await makeRoot({
      ...FILES,
      'glossary/a.yaml': edited(first, 'rename') + others.join(''),
    });
    await remove();
    [root, remove] = [moved, removeMoved];
    const there = await start();
    expect([there.said, there.parts]).toEqual([await fresh(), 1]);
  });
});

test('what another person may read is kept for nobody else', async () => {
  await start();
  const modes = await Promise.all((await kept()).map(async (file) => (await stat(file)).mode & 0o077));
  expect(modes).toEqual([0, 0, 0, 0]);
});

const DAMAGES: readonly [name: string, damage: (file: string) => Promise<unknown>][] = [
  ['is gone', (file) => rm(file)],
  ['is empty', (file) => truncate(file, 0)],
  ['is cut', async (file) => truncate(file, (await readFile(file)).length - 9)],
  [
    'has a bit turned',
    async (file) =>
      writeFile(
        file,
        (await readFile(file)).map((byte, i) => (i === 99 ? ~byte : byte)),
      ),
  ],
  ['is another’s', (file) => writeFile(file, 'visavis')],
  ['is a folder', async (file) => rm(file).then(() => mkdir(file))],
  ['is a link', async (file) => rm(file).then(() => symlink('/dev/zero', file))],
  ['may not be read', (file) => chmod(file, 0)],
];

test.each(DAMAGES)('a start is as without it where what was kept %s', async (_name, damage) => {
  const { said } = await start();
  for (const file of await kept()) await damage(file);
  expect((await start()).said).toBe(said);
});

test('what another version kept is not taken', async () => {
  await start(cacheIn(folder, { version: 'older' }));
  expect((await start()).read).toBe((await start(NO_CACHE)).read);
});

test('nothing is kept by a program that cannot tell its version', async () => {
  await start(cacheIn(folder, { version: null }));
  expect(await kept()).toEqual([]);
});

test('what was kept of one file is not taken for another of the same text', async () => {
  await start();
  await rm(path.join(root, 'glossary/b.yaml'));
  await writeFile(path.join(root, 'glossary/c.yaml'), OTHER);
  expect((await start()).said).toBe(await fresh());
});

test('forms that were kept are of no use where a file cannot be read this time', async () => {
  await start();
  const cache = cacheIn(folder);
  const formsAlone: StartCache = {
    ...cache,
    read: async (madeOf) => (madeOf[0] === 'forms' ? cache.read(madeOf) : null),
  };
  const again = await start(formsAlone, 'glossary/a.yaml');
  expect(again.said).toBe((await start(NO_CACHE, 'glossary/a.yaml')).said);
});

test('forms that were kept while a file could not be read are kept anew once it can', async () => {
  await start(cacheIn(folder), 'glossary/b.yaml');
  await start();
  const again = await sizesIn(folder);
  const other = path.join(folder, 'none');
  await start(cacheIn(other));
  expect(again).toEqual(await sizesIn(other));
});

async function sizesIn(place: string): Promise<[name: string, size: number][]> {
  const names = (await readdir(place)).filter((name) => name !== 'none').sort();
  return Promise.all(names.map(async (name) => [name, (await stat(path.join(place, name))).size]));
}

test('after any edits a start with what was kept says what one without it says', async () => {
  const entries = fc.array(fc.tuple(fc.nat(299), fc.constantFrom('drop', 'rename', 'break', 'double')), {
    minLength: 1,
    maxLength: 4,
  });
  const other = fc.constantFrom(OTHER, '', '- fr: mot\n  en: word\n', `# a remark\n${OTHER}${GLOSSARY[3]}`, '- [');
  const states = fc.array(fc.tuple(entries, other), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(states, async (all) => {
      for (const [edits, text] of all) {
        const its = [...GLOSSARY];
        for (const [at, edit] of edits) its[at] = edited(its[at] ?? '', edit);
        await writeFile(path.join(root, 'glossary/a.yaml'), its.join(''));
        await writeFile(path.join(root, 'glossary/b.yaml'), text);
        const [once, again] = [await start(), await start()];
        expect([once.said, again.said]).toEqual([await fresh(), once.said]);
      }
    }),
    { numRuns: 6 },
  );
});

function edited(entry: string, edit: string): string {
  if (edit === 'drop') return '';
  if (edit === 'double') return entry + entry;
  return edit === 'break' ? entry.replace(']', '') : entry.replaceAll('central', 'nouveau');
}

test('nothing is kept where nothing can be, and the start is as ever', async () => {
  await writeFile(path.join(folder, 'file'), '');
  expect((await start(cacheIn(path.join(folder, 'file')))).said).toBe(await fresh());
});

test('what a write that was cut off left behind goes with the next', async () => {
  const left = `.${'a'.repeat(64)}.999999.01234567-89ab-cdef-0123-456789abcdef.tmp`;
  await writeFile(path.join(folder, left), 'x');
  await cacheIn(folder).write(['one'], [new Uint8Array(3)]);
  expect(await readdir(folder)).not.toContain(left);
});

test('a folder behind a link is left alone', async () => {
  await mkdir(path.join(folder, 'elsewhere'));
  await symlink(path.join(folder, 'elsewhere'), path.join(folder, 'link'));
  await start(cacheIn(path.join(folder, 'link')));
  expect(await readdir(path.join(folder, 'elsewhere'))).toEqual([]);
});

test('the oldest go when there is too much, and what is not ours stays', async () => {
  const [old, young] = [cacheIn(folder, { mostBytes: 100 }), cacheIn(folder, { mostBytes: 100 })];
  await writeFile(path.join(folder, 'mine.txt'), 'x'.repeat(200));
  await old.write(['old'], [new Uint8Array(60)]);
  for (const file of await kept()) await utimes(file, 1, 1);
  await young.write(['young'], [new Uint8Array(60)]);
  expect([await old.read(['old']), (await young.read(['young']))?.length]).toEqual([null, 60]);
  expect(await readdir(folder)).toContain('mine.txt');
});

test('a short text is read as it is, and nothing is kept of it', async () => {
  await writeFile(path.join(root, 'glossary/a.yaml'), '- fr: jeton\n  en: token\n');
  await writeFile(path.join(root, 'glossary/b.yaml'), '- fr: puce\n  en: chip\n');
  await start();
  expect(await kept()).toEqual([]);
});

test('bytes that stand under the name of others are not taken for them', async () => {
  const cache = cacheIn(folder);
  await cache.write(['a'], [Buffer.from('A')]);
  const [name = ''] = await readdir(folder);
  const bytes = await readFile(path.join(folder, name));
  await cache.write(['b'], [Buffer.from('B')]);
  for (const one of await readdir(folder)) await writeFile(path.join(folder, one), bytes);
  expect([String(await cache.read(['a'])), await cache.read(['b'])]).toEqual(['A', null]);
});
