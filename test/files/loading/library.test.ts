import { mkdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Library } from '../../../src/core/changes/ports/library.ts';
import { formatProblem } from '../../../src/core/checks/problem.ts';
import { openLibrary } from '../../../src/files/loading/library.ts';
import { makeRoot, SMALL, until } from '../../site.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function open(
  files: Readonly<Record<string, string | Buffer>>,
  watch = false,
): Promise<{ root: string; library: Library }> {
  const { root, remove } = await makeRoot(files);
  const library = await openLibrary(root, { watch });
  ends.push(remove, () => library.close());
  return { root, library };
}

function verdictOf(library: Library): string | undefined {
  return library.current().articles.get('essai')?.units[1]?.entries[0]?.verdict;
}

function problemsOf(library: Library): string[] {
  return library.current().problems.map(formatProblem);
}

/** Files that cannot be read as they are: each a problem with its sentence; everything else is served. */
const UNREADABLE: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string | Buffer>>,
  problem: string,
])[] = [
  [
    'bytes that are not UTF-8',
    { 'glossary/b.yaml': Buffer.from([0x2d, 0x20, 0x0a, 0xe9, 0x0a]) },
    'glossary/b.yaml:2:1: error file: is not UTF-8 (byte 4 of the file); save it as UTF-8',
  ],
  [
    'a NUL byte',
    { 'glossary/b.yaml': Buffer.from([0x2d, 0x00]) },
    'glossary/b.yaml:1:1: error file: holds a NUL byte; save it as UTF-8 text',
  ],
  [
    'UTF-16',
    { 'content/essai/en.po': Buffer.from('\ufeffmsgid', 'utf16le') },
    'content/essai/en.po:1:1: error file: is UTF-16; save it as UTF-8',
  ],
  [
    'a folder that looks like a file',
    { 'glossary/b.yaml/x': '' },
    'glossary/b.yaml:1:1: error file: is no ordinary file; links, folders and devices are not read',
  ],
  [
    'another kind of file',
    { 'glossary/b.docx': '' },
    'glossary/b.docx:1:1: warning file: is no glossary file that can be read here; write .yaml, .csv, .tsv, .tbx or .po',
  ],
  [
    'a folder without article',
    { 'content/vide/x.txt': '' },
    'content/vide:1:1: warning file: has no fr.md; put the French article there',
  ],
  [
    'an image that does not lie beside its article',
    { 'content/quai/fr.md': '# Le quai\n\n![Un plan](plan.png)\n' },
    'content/quai/fr.md:3:1: warning file: the image “plan.png” does not lie beside the article; put the file into its folder, or take the image out',
  ],
  [
    'an image that lies in no folder of its article',
    { 'content/quai/fr.md': '# Le quai\n\n![Un plan](images/plan.png)\n', 'content/quai/images/autre.png': '' },
    'content/quai/fr.md:3:1: warning file: the image “images/plan.png” does not lie beside the article; put the file into its folder, or take the image out',
  ],
  [
    'a name that is no slug',
    { 'content/Été/fr.md': '' },
    'content/Été:1:1: warning file: is no name for an article; write small letters and digits, joined by hyphens, 100 at most',
  ],
];

describe('a file that cannot be read is said, the others are served', () => {
  test.each(UNREADABLE)('%s', async (_what, files, problem) => {
    const { library } = await open({ ...SMALL, ...files });
    expect([problemsOf(library), library.current().glossary.byId.has('token')]).toEqual([[problem], true]);
  });

  test('a link is not followed', async () => {
    const { root, library } = await open(SMALL);
    await symlink('/etc/passwd', path.join(root, 'glossary/link.yaml'));
    await library.reload();
    expect(problemsOf(library)).toEqual([
      'glossary/link.yaml:1:1: error file: is no ordinary file; links, folders and devices are not read',
    ]);
  });

  test('a huge file is refused by its size', async () => {
    const { root, library } = await open(SMALL);
    await writeFile(path.join(root, 'glossary/b.yaml'), '');
    await truncate(path.join(root, 'glossary/b.yaml'), 10 * 1024 ** 3);
    await library.reload();
    expect(problemsOf(library)).toEqual([
      'glossary/b.yaml:1:1: error file: is too large (10240 MB; the limit is 5 MB)',
    ]);
  });

  test('what editors keep hidden is no file', async () => {
    const { library } = await open({
      ...SMALL,
      'glossary/.ai.yaml.swp': 'x',
      'glossary/4913': '',
      'content/.DS_Store': '',
    });
    expect(problemsOf(library)).toEqual([]);
  });
});

test('problems come by file, line and column, whoever found them', async () => {
  const { library } = await open({
    'glossary/b.yaml': '- fr: vecteur\n  em: vector\n- { em: x, fr: [] }\n',
    'glossary/a.csv': 'puce,chip\n\n,token\njeton,\n',
    'glossary/c.docx': '',
    'glossary/d.yaml': '[{ id: a, fr: x, en: y }, { id: a, fr: z, en: w }, { fr: q, en: r, zz: 1 }]\n',
    'content/essai/fr.md': 'Un.\n',
    'content/essai/en.po': 'msgid "Un."\nmsgstr "One.\n',
    'content/vide/x.txt': '',
  });
  expect(library.current().problems.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
    'content/essai/en.po:1:1',
    'content/essai/en.po:2:1',
    'content/essai/fr.md:1:1',
    'content/vide:1:1',
    'glossary/a.csv:3:1',
    'glossary/a.csv:4:1',
    'glossary/b.yaml:2:7',
    'glossary/b.yaml:3:9',
    'glossary/b.yaml:3:16',
    'glossary/c.docx:1:1',
    'glossary/d.yaml:1:27',
    'glossary/d.yaml:1:72',
  ]);
});

describe('a file that breaks later leaves its last good version in use', () => {
  test('a glossary', async () => {
    const { root, library } = await open(SMALL);
    await writeFile(path.join(root, 'glossary/ai.yaml'), '- fr: jeton\n  em: token\n');
    await library.reload();
    expect([verdictOf(library), problemsOf(library)]).toEqual([
      'preferred',
      [
        'glossary/ai.yaml:2:7: error glossary-entry: “em” is not a key here; write “en” (until then its last good version is in use)',
      ],
    ]);
  });

  test('a catalogue', async () => {
    const { root, library } = await open(SMALL);
    await writeFile(path.join(root, 'content/essai/en.po'), 'msgid "Trois\n');
    await library.reload();
    expect([verdictOf(library), problemsOf(library).length]).toEqual(['preferred', 1]);
  });

  test('mended, it is used again', async () => {
    const { root, library } = await open(SMALL);
    await writeFile(path.join(root, 'glossary/ai.yaml'), '- [');
    await library.reload();
    await writeFile(path.join(root, 'glossary/ai.yaml'), '- fr: jeton\n  en: [text token, token]\n');
    await library.reload();
    expect([verdictOf(library), problemsOf(library)]).toEqual(['admitted', []]);
  });

  test('deleted, it is gone', async () => {
    const { root, library } = await open(SMALL);
    await rm(path.join(root, 'glossary/ai.yaml'));
    await library.reload();
    expect([library.current().glossary.concepts.length, problemsOf(library)]).toEqual([0, []]);
  });
});

test('a file that is deleted and comes back broken has nothing of before', async () => {
  const { root, library } = await open(SMALL);
  const file = path.join(root, 'glossary/ai.yaml');
  await rm(file);
  await library.reload();
  await writeFile(file, '- [');
  await library.reload();
  expect(library.current().glossary.concepts).toEqual([]);
});

test('at start, the sound entries of a broken file are used', async () => {
  const { library } = await open({ ...SMALL, 'glossary/ai.yaml': '- fr: jeton\n  en: token\n- fr: [puce\n' });
  expect([verdictOf(library), problemsOf(library).length]).toEqual(['preferred', 1]);
});

test('two entries with one id: both places are named, the first is used', async () => {
  const { library } = await open({ ...SMALL, 'glossary/b.yaml': '- fr: jeton textuel\n  en: token\n' });
  expect(problemsOf(library)).toEqual([
    'glossary/b.yaml:1:3: error duplicate-id: “token” is the id of the entry at glossary/ai.yaml:1 too; merge the two, or write another “id:”',
  ]);
});

test('no folder at all is an empty library', async () => {
  const { library } = await open({ 'README.md': '' });
  expect([library.current().articles.size, problemsOf(library)]).toEqual([0, []]);
});

describe('a change on disk is seen', () => {
  const changed = '- fr: jeton\n  en: [text token, token]\n';
  test.each([
    ['a file is written', (file: string) => writeFile(file, changed)],
    [
      'a file is saved by renaming',
      async (file: string) => {
        await writeFile(`${file}.new~`, changed);
        await rename(`${file}.new~`, file);
      },
    ],
    [
      'a file is deleted and made again',
      async (file: string) => {
        await rm(file);
        await writeFile(file, changed);
      },
    ],
  ])('%s', async (_what, change) => {
    const { root, library } = await open(SMALL, true);
    await change(path.join(root, 'glossary/ai.yaml'));
    await until(() => verdictOf(library) === 'admitted');
    expect(problemsOf(library)).toEqual([]);
  });

  test('an image that is put beside its article is missed no more, and one that is taken away is', async () => {
    const { root, library } = await open(
      { ...SMALL, 'content/quai/fr.md': '# Le quai\n\n![Un plan](a/plan.png)\n' },
      true,
    );
    const picture = path.join(root, 'content/quai/a/plan.png');
    const revisions = new Set([library.current().revision]);
    await mkdir(path.dirname(picture));
    await writeFile(picture, '');
    await until(() => problemsOf(library).length === 0);
    revisions.add(library.current().revision);
    await rm(picture);
    await until(() => problemsOf(library).length === 1);
    expect(revisions.size).toBe(2);
  });

  test('a new article appears', async () => {
    const { root, library } = await open(SMALL, true);
    await mkdir(path.join(root, 'content/autre'));
    await writeFile(path.join(root, 'content/autre/fr.md'), '---\ntitle: Autre\n---\n\nUn.\n');
    await until(() => library.current().articles.has('autre'));
    expect([...library.current().articles.keys()]).toEqual(['autre', 'essai']);
  });
});
