import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseRoot, type Places } from '../src/root.ts';
import { makeRoot } from './site.ts';

let top: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root: top, remove } = await makeRoot({
    'program/content/a/fr.md': '',
    'program/glossary/a.yaml': '',
    'texts/content/a/fr.md': '',
    'terms/glossary/a.yaml': '',
    'files/content': '',
    'files/glossary': '',
    'other/glossary/a.yaml': '',
  }));
  await mkdir(path.join(top, 'empty'));
  await mkdir(path.join(top, 'linked'));
  await symlink(path.join(top, 'texts/content'), path.join(top, 'linked/content'));
  await mkdir(path.join(top, 'lost'));
  await symlink(path.join(top, 'nowhere'), path.join(top, 'lost/content'));
  await writeFile(path.join(top, 'empty/fr.md'), '');
});
afterEach(() => remove());

const at = (here: string): Places => ({ here: path.join(top, here), home: `${path.join(top, 'program')}/` });
const chosen = (named: string, here: string) => path.relative(top, chooseRoot(named, at(here)).folder);

describe('the folder whose files are used is', () => {
  test.each([
    ['the current one where it has content/', '', 'texts', 'texts'],
    ['the current one where it has glossary/ alone', '', 'terms', 'terms'],
    ['the current one though another is named', '../other', 'texts', 'texts'],
    ['the current one where content/ is a link to a folder, which is a problem shown later', '', 'linked', 'linked'],
    ['the named one where the current one has neither', '../other', 'empty', 'other'],
    ['the named one, spaces around it or not', ' ../other ', 'empty', 'other'],
    ['the named one, even where it is not there', '../nowhere', 'empty', 'nowhere'],
    ['the named one where content and glossary are files', '../other', 'files', 'other'],
    ['the named one where content leads nowhere', '../other', 'lost', 'other'],
    ['the named one where the program is started in its own folder', '../other', 'program', 'other'],
    ['the program’s own where nothing is named', '', 'empty', 'program'],
    ['the program’s own where blanks are named', '  ', 'empty', 'program'],
    ['the program’s own in its own folder', '', 'program', 'program'],
    ['the program’s own within a folder of texts, which is no folder of texts itself', '', 'texts/content', 'program'],
  ])('%s', (_what, named, here, expected) => {
    expect(chosen(named, here)).toBe(expected);
  });
});

describe('why that one is said', () => {
  test.each([
    ['', 'texts', 'Files: texts, the current folder, since it has content/.', false],
    ['../texts', 'texts', 'Files: texts, the current folder, since it has content/.', false],
    [
      '../other',
      'texts',
      'Files: texts, the current folder, since it has content/; VISAVIS_ROOT=../other counts only where there is neither.',
      true,
    ],
    ['../other', 'empty', 'Files: other, as VISAVIS_ROOT says.', false],
    ['', 'program', 'Files: program, the program’s own.', false],
    [
      '',
      'empty',
      'Files: program, the program’s own, since empty has neither content/ nor glossary/ and VISAVIS_ROOT is not set; “visavis init” makes a folder of your own.',
      true,
    ],
  ])('%j in %s', (named, here, said, isSurprising) => {
    const root = chooseRoot(named, at(here));
    expect([root.why.replaceAll(`${top}/`, ''), root.isSurprising]).toEqual([said, isSurprising]);
  });

  test('and that an installed example goes with the next installation', () => {
    const { why } = chooseRoot('', { here: path.join(top, 'empty'), home: path.join(top, 'node_modules/visavis') });
    expect(why).toContain('what is changed there goes with the next installation');
  });
});
