import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formatProblem } from '../../../src/core/checks/problem.ts';
import { openLibrary } from '../../../src/files/loading/library.ts';
import { strayNamed } from '../../../src/files/loading/stray-names.ts';
import { makeRoot, SMALL } from '../../site.ts';

const STRAYS = [
  ['ai.sync-conflict-20250101-120000-ABCDEF.yaml', 'Syncthing'],
  ['ai (conflicted copy).yaml', 'Dropbox'],
  ["ai (Anna's conflicted copy 2026-01-02).yaml", 'Dropbox, with the machine'],
  ['ai (copie en conflit de Anna 2026-01-02).yaml', 'Dropbox in French'],
  ['ai (conflicted copy 2026-01-02 120000).yaml', 'Nextcloud'],
  ['ai_conflict-20260102-120000.yaml', 'ownCloud'],
  ['ai_conflict-anna-20260102-120000.yaml', 'ownCloud, with the person'],
  ['ai_conflict-Jean-Luc Durand-20260102-120000.yaml', 'ownCloud, with the name of a person'],
  ['ai_conflict-anna-2026.yaml', null],
  ['ai-conflict-law-20260102.yaml', null],
  ['ai-WIN-7GH2KL3MNOP.yaml', 'OneDrive, of a server'],
  ['ai-WIN-WIN.yaml', null],
  ['ai (SFConflict anna@example.org 2026-01-02-12-00-00).yaml', 'Seafile'],
  ['ai (Case Conflict).yaml', 'Dropbox, twins'],
  ['[Conflict] ai.yaml', 'Google Drive'],
  ['ai (1).yaml', 'a browser, Google Drive'],
  ['ai (copie).yaml', 'GNOME in French'],
  ['ai (3rd copy).yaml', 'GNOME'],
  ['ai - Copie (2).yaml', 'Windows in French'],
  ['ai copy 2.yaml', 'macOS'],
  ['ai 2.yaml', 'iCloud, macOS'],
  ['ai (2) (1).yaml', 'a browser, twice'],
  ['ai - Copie - Copie.yaml', 'Windows in French, twice'],
  ['ai - Kopie.yaml', 'Windows in German'],
  ['ai (Kopie).yaml', 'GNOME in German'],
  ['ai - copia (3).yaml', 'Windows in Spanish and Italian'],
  ['ai (copia 2).yaml', 'GNOME in Spanish'],
  ['Copy of ai.yaml', 'Google Drive'],
  ['Copie de ai.yaml', 'Google Drive in French'],
  ['Copy (2) of ai.yaml', 'Windows, of old'],
  ['Kopie von ai (1).yaml', 'Google Drive in German, and a browser'],
  ['ai.Conflict.yaml', 'Resilio Sync'],
  ['Copy of the law.yaml', null],
  ['copies de ai.yaml', null],
  ['ai-conflict.yaml', null],
  ['ai.conflicts.yaml', null],
  ['photokopie ai.yaml', null],
  ['~$ai.yaml', 'Excel'],
  ['ai-DESKTOP-4F7K2QM.yaml', 'OneDrive'],
  ['ai-LAPTOP-4F7K2QM1-2.yaml', 'OneDrive'],
  ['ai [conflicted].yaml', 'pCloud'],
  ['ai (# Name clash 2025-01-01 ab12cd3 #).yaml', 'Proton Drive'],
  ['ai_Diskstation_Jan-01-120000-2025_Conflict.yaml', 'Synology Drive'],
  ['ai-desktop-terms.yaml', null],
  ['ai-win-64bits.yaml', null],
  ['ai-WIN-64BITS.yaml', null],
  ['ai-laptop-m1max24.yaml', null],
  ['ai-DESKTOP-4F7K2QM2024.yaml', null],
  ['ai (Konfliktkopie von Anna 2026-01-02).yaml', 'Dropbox in German'],
  ['ai (2026_01_02 12_00_00 UTC).yaml', 'Windows, versions of files'],
  ['ai (kopia 2).yaml', 'GNOME in Polish and Swedish'],
  ['ai (2026_01_02).yaml', null],
  ['ai (Konfliktrecht).yaml', null],
  ['ai 2024.yaml', null],
  ['ai.yaml.orig', 'git'],
  ['ai.yaml.rej', 'patch'],
  ['ai.yaml.theirs-0123456789ab', 'our own merge'],
  ['ai.theirs-0123.yaml', null],
  ['ai_LOCAL_4711.yaml', 'git mergetool'],
  ['ai.REMOTE.4711.yaml', 'git mergetool'],
  ['ai.yaml.LOCAL.4711.yaml', 'git mergetool, of old'],
  ['ai~HEAD.yaml', 'git, where a folder has the name'],
  ['ai.yaml~HEAD', 'git, where a folder has the name'],
  ['ai~feature-2.yaml', 'git, likewise'],
  ['ai (case clash from bob).yaml', 'Nextcloud'],
  ['ai (autre copie).yaml', 'GNOME in French'],
  ['ai (3e copie).yaml', 'GNOME in French'],
  ['ai (2ème copie).yaml', 'GNOME in French'],
  ['ai.conflict-1.yaml', 'rclone'],
  ['ai_conf(2025-01-01).yaml', 'Tresorit'],
  ['ai.orig.yaml', 'git, by hand'],
  ['ai.bak.yaml', 'editors'],
  ['ai.old.yaml', 'editors'],
  ['ai_backup.yaml', 'editors'],
  ['ai.bak2.yaml', 'editors'],
  ['ai-1.yaml', null],
  ['ai-old.yaml', null],
  ['ai.local.yaml', null],
  ['ai.LOCAL.yaml', null],
  ['ai-conf.yaml', null],
  ['ai.golden.yaml', null],
  ['ai (clashes).yaml', null],
  ['ai.yaml~', 'Emacs, vim'],
  ['#ai.yaml#', 'Emacs'],
  ['ai.yaml.swp', 'vim'],
] as const;

test('what gave way to an image of ours is told in its folder', async () => {
  const { root, remove } = await makeRoot({
    ...SMALL,
    'content/essai/images/plan.png.theirs-0123456789ab': 'x',
    'content/essai/images/plan.png.orig': 'x',
  });
  const library = await openLibrary(root, { watch: false });
  const strays = library.current().problems.filter(({ rule }) => rule === 'stray');
  await library.close();
  await remove();
  expect(strays.map(({ file }) => file)).toEqual(['content/essai/images/plan.png.theirs-0123456789ab']);
});

test('a second French of an article is told, and not read', async () => {
  const { root, remove } = await makeRoot({ ...SMALL, 'content/essai/fr.txt': 'Autre\n\nUn autre texte.\n' });
  const library = await openLibrary(root, { watch: false });
  const { articles, problems } = library.current();
  await library.close();
  await remove();
  expect([articles.size, problems.map(({ file, message }) => [file, message])]).toEqual([
    1,
    [['content/essai/fr.txt', 'stands beside fr.md, which is read; take over what is right in it, then delete it']],
  ]);
});

test.each(STRAYS)('“%s” is no file of a person’s own (%s)', (name, who) => {
  expect(strayNamed(name, new Set(['ai.yaml', name])) !== null).toBe(who !== null);
});

test.each([
  'ai.yaml',
  'conflict-resolution.yaml',
  'ai-conflicts.yaml',
  'law (armed conflict).yaml',
  'terms (1).yaml',
  'copy.yaml',
  'hardcopy.yaml',
  'copy 2.yaml',
  'ai (2024).yaml',
  'law.old.yaml',
  'data_backup.yaml',
  'terms.orig.yaml',
  'culture (clash of titles).yaml',
  'home~anna.yaml',
  'base.LOCAL.12.yaml',
  'original.yaml',
  'local_2024.yaml',
  'c#.yaml',
  'ai 2.yaml',
  'ai-desktop.yaml',
  'ai-DESKTOP-4F7K2QM.yaml',
  'armed_Conflict.yaml',
  'armed.conflict.yaml',
  'Copy of ai.yaml',
  'ai - Kopie.yaml',
  'ai (2) (1).yaml',
])('“%s” is a file like any other where no original stands beside it', (name) => {
  expect(strayNamed(name, new Set([name, 'other.yaml']))).toBe(null);
});

test.each([
  ['glossary/ai (1).yaml', 'is a copy of “ai.yaml” and is not read'],
  ['glossary/ai.sync-conflict-20250101-120000-ABCDEF.yaml', 'is a copy from a conflict of two machines'],
  ['glossary/ai.yaml.orig', 'was left by git or another tool'],
  ['glossary/ai.yaml~', 'is what an editor keeps'],
  ['content/essai/en (conflicted copy).po', 'is a copy from a conflict of two machines'],
  ['content/essai/en (1).po', 'is a copy of “en.po”'],
  ['content/essai/fr.md.orig', 'was left by git or another tool'],
])('%s is named, and the file beside it is the one in use', async (name, sentence) => {
  const { root, remove } = await makeRoot({ ...SMALL, [name]: '- fr: jeton\n  en: slug\n' });
  const library = await openLibrary(root, { watch: false });
  const { problems, glossary } = library.current();
  await remove();
  expect([problems.map(formatProblem), glossary.byId.has('token'), glossary.byId.has('slug')]).toEqual([
    [expect.stringContaining(`${name}:1:1: `)],
    true,
    false,
  ]);
  expect(problems[0]?.message).toContain(sentence);
});

test('an article that a sync tool copied is named and not shown', async () => {
  const { root, remove } = await makeRoot(SMALL);
  await mkdir(path.join(root, 'content/essai (1)'));
  await writeFile(path.join(root, 'content/essai (1)/fr.md'), '---\ntitle: Essai\n---\n\nx\n');
  const { articles, problems } = (await openLibrary(root, { watch: false })).current();
  await remove();
  expect([[...articles.keys()], problems.map(({ message }) => message.slice(0, 20))]).toEqual([
    ['essai'],
    ['is a copy of “essai”'],
  ]);
});
