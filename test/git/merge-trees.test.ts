import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MergeTexts, mergeCommits } from '../../src/git/merge-trees.ts';
import { filesAt, type Put, treeWith } from '../../src/git/trees.ts';
import { everyNth } from '../rounds.ts';
import { type Checkout, makeCheckout, type Standing } from './checkout.ts';

let here: Checkout;
beforeAll(async () => {
  here = await makeCheckout();
});
afterAll(() => here.remove());

/** Shows what it is asked, for catalogues alone. */
const MERGE: MergeTexts = async (path, { base, ours, theirs }) =>
  path.endsWith('.po') ? `${path}: ${base}|${ours}|${theirs}` : null;

/** Files at a place of a tree, with the mode of those that are more than a plain text. */
async function saidBy(tree: string, place = '.') {
  const files = [...(await filesAt(here.repository.git, tree, place))];
  const said = files.map(async ([path, { mode, blob }]) => {
    const text = await here.git('cat-file', 'blob', blob);
    return [path, mode === '100644' ? text : `${mode} ${text}`] as const;
  });
  return Object.fromEntries(await Promise.all(said));
}

type Files = Readonly<Record<string, Standing>>;

/** What stands after a merge; what gave way without the digest in its name. */
async function merged(was: Files, ours: Files, theirs: Files) {
  const base = await here.commit(was);
  const both = { ours: await here.commit(ours, base), theirs: await here.commit(theirs, base) };
  const said = await saidBy(await mergeCommits(here.repository, both, MERGE));
  return Object.fromEntries(Object.entries(said).map(([name, text]) => [name.replace(/-[0-9a-f]{12}$/, ''), text]));
}

const [ONE, TWO] = [Buffer.from([0xff, 1]), Buffer.from([0xff, 2])];

/** What stood there, what ours and theirs made of it, and what stands then. */
const CASES: readonly (readonly [what: string, Standing, Standing, Standing, string | undefined])[] = [
  ['what nobody changed', 'a', 'a', 'a', 'a'],
  ['what ours changed', 'a', 'b', 'a', 'b'],
  ['what theirs changed', 'a', 'a', 'b', 'b'],
  ['what both changed alike', 'a', 'b', 'b', 'b'],
  ['what ours added', null, 'a', null, 'a'],
  ['what theirs added', null, null, 'a', 'a'],
  ['what ours took away', 'a', null, 'a', undefined],
  ['what theirs took away', 'a', 'a', null, undefined],
  ['what both took away', 'a', null, null, undefined],
  ['four/what ours took away, and theirs changed', 'a', null, 'b', 'b'],
  ['four/what theirs took away, and ours changed', 'a', 'b', null, 'b'],
  ['glossary/a.yaml, which ours took away, and theirs changed', 'a', null, 'b', 'b'],
  ['glossary/b.yaml, which ours took away beside it', 'a', null, 'a', undefined],
  ['glossary/c.yaml, which theirs took away beside it', 'a', 'a', null, undefined],
  ['content/one/the English that ours translated', 'a', 'b', null, 'b'],
  ['content/one/its French, which theirs took away with it', 'a', 'a', null, 'a'],
  ['content/one/images/and its image', 'a', 'a', null, 'a'],
  ['content/one/what both took away', 'a', null, null, undefined],
  ['content/two/the English that theirs translated', 'a', null, 'b', 'b'],
  ['content/two/its French, which ours took away with it', 'a', null, 'a', 'a'],
  ['content/two/images/and its image', 'a', null, 'a', 'a'],
  ['content/two more/what ours took away', 'a', null, 'a', undefined],
  ['content/three/what both translated', 'a\n', 'b\n', 'c\n', 'b'],
  ['content/three/what theirs took away', 'a', 'a', null, undefined],
  ['content/what stands in no article, which theirs took away, and ours changed', 'a', 'b', null, 'b'],
  ['content/what stands in none either, and theirs took away', 'a', 'a', null, undefined],
  ['one line of each', '1\n2\n3\n4\n5', 'one\n2\n3\n4\n5', '1\n2\n3\n4\nfive', 'one\n2\n3\n4\nfive'],
  ['the same line', '1\n2', 'one\n2', 'eins\n2', 'one\n2'],
  ['two files of one name', null, 'a\n', 'b\n', 'a'],
  ['bytes that are no text', ONE, TWO, Buffer.from([0xff, 3, 0]), TWO.toString()],
  ['a catalogue.po', 'a', 'b', 'c', 'a catalogue.po: a|b|c'],
  ['a catalogue new to both.po', null, 'b', 'c', 'a catalogue new to both.po: |b|c'],
  ['a catalogue that is no text.po', 'a', 'b', Buffer.from('c\0'), 'b'],
  ['a catalogue that was a link.po', { aim: 'a' }, 'b', 'c', 'a catalogue that was a link.po: |b|c'],
  ['a link in the place of a text', 'a', 'b', { aim: 'c' }, 'b'],
  ['what theirs made a program', 'a', 'a', { program: 'a' }, '100755 a'],
  ['what theirs made a program, and ours changed', 'a', 'b', { program: 'a' }, '100755 b'],
  [
    'what theirs made a program and changed, as ours did',
    'a\nb\nc',
    'A\nb\nc',
    { program: 'a\nb\nC' },
    '100755 A\nb\nC',
  ],
  ['what theirs made a program, and both changed alike', 'a', 'b', { program: 'b' }, '100755 b'],
  ['bytes that theirs made a program', '\0a', '\0b', { program: '\0c' }, '100755 \0b'],
  ['a program that theirs made a text, and ours changed', { program: 'a' }, { program: 'b' }, 'a', 'b'],
  ['a program that ours made a text, and theirs changed', { program: 'a' }, 'a', { program: 'b' }, 'b'],
  ['what ours made a program, and theirs changed', 'a', { program: 'a' }, 'b', '100755 b'],
  ['two files of one name, of which theirs is a program', null, 'a', { program: 'b' }, 'a'],
  ['two files of one name, of which ours is a program', null, { program: 'a' }, 'b', '100755 a'],
  ['a program that was a link', { aim: 'a' }, { program: 'b' }, 'b', '100755 b'],
  ['a program', { program: 'a\nb\nc' }, { program: 'A\nb\nc' }, { program: 'a\nb\nC' }, '100755 A\nb\nC'],
];

test('what one side changed stands, of what both changed as much as can', async () => {
  const side = (at: 1 | 2 | 3) => Object.fromEntries(CASES.map((row) => [row[0], row[at]]));
  const base = await here.commit(side(1));
  const [ours, theirs] = [await here.commit(side(2), base), await here.commit(side(3), base)];
  const said = await saidBy(await mergeCommits(here.repository, { ours, theirs }, MERGE));
  expect(Object.fromEntries(CASES.map(([what]) => [what, said[what]]))).toEqual(
    Object.fromEntries(CASES.map((row) => [row[0], row[4]])),
  );
});

test('what gives way to ours stands beside it under a name of its own', async () => {
  const base = await here.commit({ lines: '1\n2\n3\n4', bytes: ONE, even: 'a', 'a.po': 'a' });
  const ours = await here.commit({ lines: 'one\n2\n3\n4', bytes: TWO, even: 'b', 'a.po': 'b' }, base);
  const theirs = await here.commit(
    { lines: 'eins\n2\n3\nvier', bytes: Buffer.from([0xff, 3]), even: 'b', 'a.po': 'c' },
    base,
  );
  const said = await saidBy(await mergeCommits(here.repository, { ours, theirs }, MERGE));
  const [bytes = '', lines = ''] = Object.keys(said).filter((name) => name.includes('.theirs-'));
  expect([bytes, lines]).toEqual([
    expect.stringMatching(/^bytes\.theirs-[0-9a-f]{12}$/),
    expect.stringMatching(/^lines\.theirs-[0-9a-f]{12}$/),
  ]);
  expect(said).toEqual({
    ...{ 'a.po': 'a.po: a|b|c', bytes: TWO.toString(), even: 'b', lines: 'one\n2\n3\nvier' },
    ...{ [bytes]: Buffer.from([0xff, 3]).toString(), [lines]: 'eins\n2\n3\nvier' },
  });
});

test.each(
  everyNth<[string, Standing, Standing, Standing, object]>(
    [
      ['a link of theirs', 'a', 'b', { aim: 'c' }, { a: 'b', 'a.theirs': 'c' }],
      ['a link of ours', 'a', { aim: 'b' }, 'c', { a: '120000 b', 'a.theirs': 'c' }],
      ['two links', { aim: 'a' }, { aim: 'b' }, { aim: 'c' }, { a: '120000 b', 'a.theirs': 'c' }],
      ['one link of both', 'a', { aim: 'b' }, { aim: 'b' }, { a: '120000 b' }],
      ['a link that theirs left', { aim: 'a' }, 'b', { aim: 'a' }, { a: 'b' }],
    ],
    3,
  ),
)('what is no plain file gives way to none silently: %s', async (_what, was, ours, theirs, stands) => {
  expect(await merged({ a: was }, { a: ours }, { a: theirs })).toEqual(stands);
});

test.each(
  everyNth<[string, Files, Files, Files, object]>(
    [
      ['a file of ours, a folder of theirs', { a: '1' }, { a: '2' }, { 'a/b': '3' }, { a: '2', 'a.theirs': '3' }],
      ['a folder of ours, a file of theirs', { a: '1' }, { 'a/b': '2' }, { a: '3' }, { 'a/b': '2', 'a.theirs': '3' }],
      [
        'a new file, a new folder',
        { c: '' },
        { a: '2', c: '' },
        { 'a/b/d': '3', c: '' },
        { a: '2', c: '', 'a.theirs': '3' },
      ],
      ['a folder of theirs in place of a file', { a: '1' }, { a: '1', c: '' }, { 'a/b': '3' }, { 'a/b': '3', c: '' }],
      ['a file of theirs in place of a folder', { 'a/b': '1' }, { 'a/b': '1', c: '' }, { a: '3' }, { a: '3', c: '' }],
      ['names that begin alike', { c: '' }, { a: '2', c: '' }, { 'ab/c': '3', c: '' }, { a: '2', 'ab/c': '3', c: '' }],
    ],
    3,
  ),
)('one thing stands in one place: %s', async (_what, was, ours, theirs, stands) => {
  expect(await merged(was, ours, theirs)).toEqual(stands);
});

const IMAGE = { 'content/a/images/x': 'x' };

test.each(
  everyNth<[string, Files, Files, Files, object]>(
    [
      [
        'its first English',
        { 'content/a/fr.md': 'un', c: '' },
        { c: '' },
        { 'content/a/fr.md': 'un', 'content/a/en.po': '1', c: '' },
        { 'content/a/fr.md': 'un', 'content/a/en.po': '1', c: '' },
      ],
      [
        'an image',
        { 'content/a/fr.md': 'un', 'content/a/en.po': '1', c: '' },
        { c: '' },
        { 'content/a/fr.md': 'un', 'content/a/en.po': '1', ...IMAGE, c: '' },
        { 'content/a/fr.md': 'un', 'content/a/en.po': '1', ...IMAGE, c: '' },
      ],
      ['nothing', { 'content/a/fr.md': 'un', c: '' }, { c: '' }, { 'content/a/fr.md': 'un', c: '1' }, { c: '1' }],
      [
        'an English, and another took an image away alone',
        { 'content/a/fr.md': 'un', ...IMAGE },
        { 'content/a/fr.md': 'un' },
        { 'content/a/fr.md': 'un', ...IMAGE, 'content/a/en.po': '1' },
        { 'content/a/fr.md': 'un', 'content/a/en.po': '1' },
      ],
      [
        'an English beside an article whose name begins alike',
        { 'content/a/fr.md': 'un', 'content/ab/fr.md': 'deux' },
        { 'content/ab/fr.md': 'deux' },
        { 'content/a/fr.md': 'un', 'content/ab/fr.md': 'deux', 'content/ab/en.po': '2' },
        { 'content/ab/fr.md': 'deux', 'content/ab/en.po': '2' },
      ],
    ],
    3,
  ),
)('an article that one took away, and to which the other added %s', async (_what, was, ours, theirs, stands) => {
  expect([await merged(was, ours, theirs), await merged(was, theirs, ours)]).toEqual([stands, stands]);
});

const FRENCH = { 'content/a/fr.md': 'un' };
const A = { ...FRENCH, 'content/a/en.po': '1' };
const B = { 'content/b/fr.md': 'un', 'content/b/en.po': '1' };

test.each(
  everyNth<[string, Files, Files, Files, object]>(
    [
      ['an article', A, B, { ...A, 'content/a/en.po': '2' }, { ...B, 'content/b/en.po': '2' }],
      [
        'an article that both translated',
        A,
        { ...B, 'content/b/en.po': '2' },
        { ...A, 'content/a/en.po': '3' },
        { ...B, 'content/b/en.po': 'content/b/en.po: 1|2|3' },
      ],
      [
        'an article that got images, and of which the French was written on',
        A,
        B,
        { ...A, 'content/a/fr.md': 'deux', 'content/a/images/x': 'x' },
        { ...B, 'content/b/fr.md': 'deux', 'content/b/images/x': 'x' },
      ],
      [
        'a glossary',
        { 'glossary/a.po': '1' },
        { 'glossary/b.po': '1' },
        { 'glossary/a.po': '2' },
        { 'glossary/b.po': '2' },
      ],
      ['an article that the other took away', { ...A, c: '' }, { ...B, c: '' }, { c: '' }, { ...B, c: '' }],
      ['one that both renamed', A, B, B, B],
    ],
    3,
  ),
)('what one side renamed, the other has under that name: %s', async (_what, was, ours, theirs, stands) => {
  const said = [await merged(was, ours, theirs), await merged(was, theirs, ours)];
  const turned = JSON.parse(JSON.stringify(stands).replace('|2|3', '|3|2'));
  expect(said).toEqual([stands, turned]);
});

test('what nobody else touched is renamed without a question more', async () => {
  const many = (folder: string) => Object.fromEntries(Array.from('abcdefgh', (name) => [`${folder}/${name}`, name]));
  const callsFor = async (was: Files, ours: Files) => {
    const base = await here.commit({ ...was, ...A });
    const both = {
      ours: await here.commit({ ...ours, ...A }, base),
      theirs: await here.commit({ ...was, ...A, 'content/a/en.po': '2' }, base),
    };
    let calls = 0;
    const { git } = here.repository;
    const counting: typeof git = (...asked) => {
      calls += 1;
      return git(...asked);
    };
    await mergeCommits({ ...here.repository, git: counting }, both, MERGE);
    return calls;
  };
  expect(await callsFor(many('x'), many('y'))).toBe(await callsFor(many('x'), { ...many('x'), y: 'y' }));
});

const TWO_OF_IT = { ...A, 'content/c/fr.md': 'un' };

test.each(
  everyNth<[string, Files, Files, Files, object]>(
    [
      ['another French', A, { ...B, 'content/b/fr.md': 'deux' }, { ...A, 'content/a/en.po': '2' }, {}],
      [
        'a copy of it',
        A,
        { ...A, ...B },
        { ...A, 'content/a/en.po': '2' },
        { 'content/a/en.po': '2', 'content/b/en.po': '1' },
      ],
      ['one of two', TWO_OF_IT, B, { ...TWO_OF_IT, 'content/a/en.po': '2' }, { 'content/a/en.po': '2', ...B }],
      [
        'a name that is taken',
        A,
        B,
        { ...A, 'content/a/en.po': '2', 'content/b/notes': 'x' },
        { 'content/a/en.po': '2', 'content/b/notes': 'x', ...B },
      ],
      ['a text that became an article', { ...A, c: 'un' }, { ...A, ...B }, { ...A, c: 'deux' }, { c: 'deux', ...B }],
    ],
    3,
  ),
)('%s is no other name', async (_what, was, ours, theirs, stand) => {
  expect(await merged(was, ours, theirs)).toMatchObject(stand);
});

test('a repository within this one gives way as the commit that it stands at', async () => {
  const at = (commit: string) => ({ path: 'sub', to: { mode: '160000', blob: commit.repeat(40) } });
  const { git, own } = here.repository;
  const base = await here.commit({ a: 'a' });
  const side = async (put: Put) =>
    here.git('commit-tree', '-m', 'x', '-p', base, await treeWith(git, base, { puts: [put], index: own.index }));
  const [ours, theirs] = [await side(at('1')), await side(at('2'))];
  const files = await filesAt(git, await mergeCommits(here.repository, { ours, theirs }, MERGE), '.');
  const beside = [...files.keys()].find((name) => name.includes('.theirs-')) ?? '';
  expect([files.get('sub')?.mode, await here.git('cat-file', 'blob', files.get(beside)?.blob ?? '')]).toEqual([
    '160000',
    `Subproject commit ${'2'.repeat(40)}`,
  ]);
});

test('the articles are those of our own folder', async () => {
  const below = await makeCheckout('texts');
  const base = await below.commit({
    'texts/content/a/fr.md': '1',
    'texts/content/a/en.po': '1',
    'content/a/x': '1',
    'content/a/y': '1',
  });
  const ours = await below.commit({ 'texts/content/a/en.po': '2', 'content/a/x': '2' }, base);
  const theirs = await below.commit({ 'texts/content/a/fr.md': '1', 'content/a/y': '1' }, base);
  const tree = await mergeCommits(below.repository, { ours, theirs }, async () => null);
  const names = [...(await filesAt(below.repository.git, tree, '.')).keys()];
  await below.remove();
  expect(names).toEqual(['content/a/x', 'texts/content/a/en.po', 'texts/content/a/fr.md']);
});

test('what comes from nothing in common comes together', async () => {
  const [ours, theirs] = [await here.commit({ 'a.po': 'a', b: 'b' }), await here.commit({ 'a.po': 'A', c: 'c' })];
  const tree = await mergeCommits(here.repository, { ours, theirs }, MERGE);
  expect(await saidBy(tree)).toEqual({ 'a.po': 'a.po: |a|A', b: 'b', c: 'c' });
});

test('what comes from two commits is held against both', async () => {
  const base = await here.commit({ a: '1\n2\n3\n4\n5', b: '1' });
  const first = await here.commit({ a: 'one\n2\n3\n4\n5', b: '1' }, base);
  const second = await here.commit({ a: '1\n2\n3\n4\nfive', b: '1' }, base);
  const ours = await here.commit({ a: 'ONE\n2\n3\n4\nfive', b: '1' }, first, second);
  const theirs = await here.commit({ a: 'one\n2\n3\n4\nfive', b: '2' }, second, first);
  const tree = await mergeCommits(here.repository, { ours, theirs }, MERGE);
  expect(await saidBy(tree)).toEqual({ a: 'ONE\n2\n3\n4\nfive', b: '2' });
});

test('the files at a place are those below it', async () => {
  const tree = await here.commit({ 'a/b': '1', 'a/c\td/é\n': '2', 'ab/c': '3', '*': '4' });
  expect([await saidBy(tree, 'a'), await saidBy(tree, 'a/b'), await saidBy(tree, '*')]).toEqual([
    { 'a/b': '1', 'a/c\td/é\n': '2' },
    { 'a/b': '1' },
    { '*': '4' },
  ]);
});
