import { expect, test } from 'vitest';
import { createCutGuard } from '../../../src/files/loading/cut-guard.ts';
import type { SourceFiles } from '../../../src/files/loading/list-sources.ts';

const WHOLE = 'un\ndeux\ntrois\n';
const file = (path: string, text: string) => ({ path, text, length: text.length, problem: null, recoded: false });

/** The files of a root: a glossary, and an article whose catalogue says this; null for none. */
function filesOf(glossary: string, catalogue: string | null): SourceFiles {
  const source = file('content/a/fr.md', 'Un.\n');
  const other = catalogue === null ? null : file('content/a/en.po', catalogue);
  const article = { slug: 'a', source, catalogue: other, beside: new Set<string>() };
  return { glossary: [file('glossary/a.yaml', glossary)], articles: [article], problems: [] } as unknown as SourceFiles;
}

/** Whether files look cut as they are found, and then half a second later. */
function looks(now: SourceFiles, before: SourceFiles = filesOf(WHOLE, WHOLE)): [boolean, boolean] {
  let time = 0;
  const guard = createCutGuard(() => time);
  guard.accept(before);
  const first = guard.looksCut(now);
  time = 500;
  return [first, guard.looksCut(now)];
}

test.each<[string, string, string | null, boolean]>([
  ['as it was', WHOLE, WHOLE, false],
  ['longer', `${WHOLE}quatre\n`, WHOLE, false],
  ['another of equal length', 'un\ndeux\nsept.\n', WHOLE, false],
  ['shorter, with the same last line', 'un\ntrois\n', WHOLE, false],
  ['shorter, with the same last line and no end of it', 'un\ntrois', WHOLE, false],
  ['without its last line', 'un\ndeux\n', WHOLE, true],
  ['amid its last line', 'un\ndeux\ntroi', WHOLE, true],
  ['of a last line that ends alike', 'rois\n', WHOLE, true],
  ['empty', '', WHOLE, true],
  ['gone', WHOLE, null, true],
])('a file that is %s', (_, glossary, catalogue, isCut) => {
  expect(looks(filesOf(glossary, catalogue))).toEqual([isCut, false]);
});

test('a file that comes is whole', () => {
  expect(looks(filesOf(WHOLE, WHOLE), filesOf(WHOLE, null))).toEqual([false, false]);
});

test('a file that goes on changing is waited for, from its last change on', () => {
  let time = 0;
  const guard = createCutGuard(() => time);
  guard.accept(filesOf(WHOLE, WHOLE));
  const seen = ['u', 'un', 'un', 'un'].map((text, i) => {
    time = i * 400;
    return guard.looksCut(filesOf(text, WHOLE));
  });
  guard.accept(filesOf('un', WHOLE));
  expect([...seen, guard.looksCut(filesOf('un', WHOLE))]).toEqual([true, true, true, false, false]);
});
