import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM } from '../../src/files/disk/write-file.ts';
import { createFileEditor } from '../../src/files/saving/file-editor.ts';
import { makeRoot } from '../site.ts';

const messages = (...pairs: readonly (readonly [string, string, string?])[]) =>
  pairs.map(([id, text, flag = '']) => `${flag}msgid "${id}"\nmsgstr "${text}"\n`).join('\n');
const PO = 'content/essai/en.po';
const YAML = 'glossary/ai.yaml';
const CSV = 'glossary/more.csv';
const FILES = {
  [PO]: messages(['Un.', 'One.'], ['Deux.', 'Two.', '# note: kept\n'], ['Trois.', 'Three.']),
  [YAML]: '# ours\n- fr: jeton\n  en: token\n\n# about chips\n- fr: puce\n  en: chip\n\n\n- fr: modèle\n  en: model\n',
  [CSV]: 'fr,en\nréseau,network\ncouche,layer',
};
let root: string;
let remove: () => Promise<void>;
let editor: ReturnType<typeof createFileEditor>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot(FILES));
  editor = createFileEditor(root, Date.now);
});
afterEach(() => remove());

const read = (file: string) => readFile(path.join(root, file), 'utf8').catch(() => 'gone');
/** Saves a file with some words replaced by others; from a page, as it were. */
async function replace(file: string, from: string, to: string, one = editor): Promise<number> {
  const { save } = await one.edit(file, { what: `${from} → ${to}`, where: '/' }, async (text) => ({
    text: (text ?? '').replace(from, to),
    result: null,
  }));
  return save ?? 0;
}
/** As another program does. */
async function outside(file: string, from: string, to: string): Promise<void> {
  await writeFile(path.join(root, file), (await read(file)).replace(from, to));
}

test('what somebody wrote above an entry stays where the entry goes', async () => {
  const added = await replace(YAML, '  en: chip\n', '  en: chip\n\n- fr: lot\n  en: batch\n');
  await outside(YAML, '- fr: lot', '# Ask before changing these.\n- fr: lot');
  await editor.history.undo(added);
  expect(await read(YAML)).toBe(FILES[YAML]?.replace('  en: chip\n', '  en: chip\n\n# Ask before changing these.\n'));
});

describe('a paragraph is undone whatever else changed in its file', () => {
  test('by another save', async () => {
    const first = await replace(PO, 'One.', 'One!');
    await replace(PO, 'Three.', 'Three!');
    await editor.history.undo(first);
    expect(await read(PO)).toBe(FILES[PO]?.replace('Three.', 'Three!'));
  });

  test('by another program', async () => {
    const first = await replace(PO, 'One.', 'One!');
    await outside(PO, 'Two.', 'Two, by hand.');
    await editor.history.undo(first);
    expect(await read(PO)).toBe(FILES[PO]?.replace('Two.', 'Two, by hand.'));
  });

  test('and moved within it', async () => {
    const first = await replace(PO, 'One.', 'One!');
    const [one, ...others] = (await read(PO)).split('\n\n');
    await writeFile(path.join(root, PO), [...others, one].join('\n\n'));
    await editor.history.undo(first);
    expect((await read(PO)).match(/msgstr.*/g)).toEqual(['msgstr "Two."', 'msgstr "Three."', 'msgstr "One."']);
  });
});

describe('two saves of one paragraph are undone in any order', () => {
  test.each([[[0, 1]], [[1, 0]]])('%j', async (order) => {
    const saves = [await replace(PO, 'Two.', 'Two two.'), await replace(PO, '# note: kept', '# note: other')];
    for (const at of order) await editor.history.undo(saves[at] ?? 0);
    expect(await read(PO)).toBe(FILES[PO]);
  });

  test.each([[[0, 1, 2]], [[0, 2, 1]], [[1, 0, 2]], [[1, 2, 0]], [[2, 0, 1]], [[2, 1, 0]]])(
    'and entries that come and go: %j',
    async (order) => {
      const saves = [
        await replace(YAML, '  en: token\n', '  en: token\n  domain: models\n'),
        await replace(YAML, '- fr: puce\n  en: chip\n\n\n', ''),
        await replace(YAML, '- fr: modèle\n  en: model\n', ''),
      ];
      for (const at of order) await editor.history.undo(saves[at] ?? 0);
      expect(await read(YAML)).toBe(FILES[YAML]);
    },
  );

  test.each([[[0, 1, 2]], [[0, 2, 1]], [[1, 0, 2]], [[1, 2, 0]], [[2, 0, 1]], [[2, 1, 0]]])(
    'and rows of a table: %j',
    async (order) => {
      const saves = [
        await replace(CSV, 'network', 'net'),
        await replace(CSV, 'couche,layer', 'couche,layer\ncouche,stratum\n'),
        await replace(CSV, 'réseau,net\n', ''),
      ];
      for (const at of order) await editor.history.undo(saves[at] ?? 0);
      expect(await read(CSV)).toBe(FILES[CSV]);
    },
  );
});

test('all is undone after a restart, and done again', async () => {
  const saves = [await replace(PO, 'One.', 'One!'), await replace(YAML, 'token', 'sign')];
  const after = [await read(PO), await read(YAML)];
  const again = createFileEditor(root, Date.now);
  const undone = [];
  for (const save of saves) undone.push((await again.history.undo(save))?.save ?? 0);
  const between = [await read(PO), await read(YAML)];
  for (const save of undone) await createFileEditor(root, Date.now).history.undo(save);
  expect([between, [await read(PO), await read(YAML)]]).toEqual([[FILES[PO], FILES[YAML]], after]);
});

describe('where somebody wrote in the same paragraph since', () => {
  test('nothing is done before a person looked', async () => {
    const save = await replace(PO, 'Two.', 'Two two.');
    await outside(PO, 'Two two.', 'Two and two.');
    const undone = await editor.history.undo(save);
    expect([undone, (await read(PO)).includes('Two and two.')]).toEqual([{ save: null, left: 1 }, true]);
  });

  test.each([
    ['keep', '', 'Two and two.'],
    ['back', '', 'Two.'],
    ['text', 'Two, then.', 'Two, then.'],
  ] as const)('“%s” does what it says, and is undone itself', async (choice, text, english) => {
    const save = await replace(PO, 'Two.', 'Two two.');
    await outside(PO, 'Two two.', 'Two and two.');
    const [looked] = await editor.history.look(save);
    const { index = 0, version = '' } = looked ?? {};
    const undone = await editor.history.undo(save, [{ index, version, do: choice, text }]);
    const seen = (await read(PO)).includes(`"${english}"`);
    await editor.history.undo(undone?.save ?? 0);
    expect([seen, (await read(PO)).includes('"Two and two."'), undone?.left]).toEqual([true, true, 0]);
  });

  test('a choice over another version than now waits again', async () => {
    const save = await replace(PO, 'Two.', 'Two two.');
    await outside(PO, 'Two two.', 'Two and two.');
    const [looked] = await editor.history.look(save);
    await outside(PO, 'Two and two.', 'Two or three.');
    const { index = 0, version = '' } = looked ?? {};
    expect(await editor.history.undo(save, [{ index, version, do: 'back', text: '' }])).toEqual({
      save: null,
      left: 1,
    });
  });
});

describe('a choice of two, with the file written by another process between what is done at once and what was chosen', () => {
  test.each([
    ['in the chosen part: it waits again', 'Thus: Two.', 'Else: Two.', 1, 'Else: Two.'],
    ['elsewhere: that stays, and the choice is done', 'msgid "Trois."', '# by hand\nmsgid "Trois."', 0, 'Two.'],
    ['in what is undone at once: that stays', 'msgstr "One."', 'msgstr "One by hand."', 0, 'Two.'],
    ['the chosen part away: nothing of it is left to undo', 'msgid "Deux."\nmsgstr "Thus: Two."\n\n', '', 0, null],
  ])('%s', async (_what, from, to, left, english) => {
    const { save } = await editor.edit(PO, { what: 'all', where: '/' }, async (text) => ({
      text: (text ?? '').replaceAll('msgstr "', 'msgstr "So: '),
      result: null,
    }));
    await outside(PO, 'So: Two.', 'Thus: Two.');
    const two = (await editor.history.look(save ?? 0)).find(({ after }) => after?.name === 'Deux.');
    let isWritten = false;
    const open = async (...args: Parameters<typeof SYSTEM.open>) => {
      // The folder, once the first file is in its place.
      if (args[1] === 'r' && !isWritten) {
        isWritten = true;
        await outside(PO, from, to);
      }
      return SYSTEM.open(...args);
    };
    const other = createFileEditor(root, Date.now, { calls: { ...SYSTEM, open } });
    const { index = 0, version = '' } = two ?? {};
    const undone = await other.history.undo(save ?? 0, [{ index, version, do: 'back', text: '' }]);
    const text = await read(PO);
    expect([undone?.left, undone?.save !== null, /msgid "Deux\."\nmsgstr "(.*)"/.exec(text)?.[1] ?? null]).toEqual([
      left,
      true,
      english,
    ]);
    expect([text.match(/msgid "Deux/g)?.length ?? 0, to === '' || text.includes(to)]).toEqual([
      english === null ? 0 : 1,
      true,
    ]);
  });
});

test('a save of several paragraphs is undone where each still stands', async () => {
  const { save } = await editor.edit(PO, { what: 'three', where: '/' }, async (text) => ({
    text: (text ?? '').replaceAll('msgstr "', 'msgstr "So: '),
    result: null,
  }));
  await outside(PO, 'So: Two.', 'Thus: Two.');
  const undone = await editor.history.undo(save ?? 0);
  const left = await editor.history.look(save ?? 0);
  expect([undone?.left, left.map(({ after }) => after?.name), await read(PO)]).toEqual([
    1,
    ['Deux.'],
    FILES[PO]?.replace('Two.', 'Thus: Two.'),
  ]);
});

test('the changes of one paragraph are those of the saves that touched it, and nothing else of them', async () => {
  await replace(PO, 'One.', 'One!');
  const two = await replace(PO, 'Two.', 'Two!');
  const { save: all = 0 } = await editor.edit(PO, { what: 'all', where: '/' }, async (text) => ({
    text: (text ?? '').replaceAll('msgstr "', 'msgstr "So: '),
    result: null,
  }));
  const gone = await replace(PO, '# note: kept\nmsgid "Deux."\nmsgstr "So: Two!"\n\n', '');
  const found = await editor.history.changesOf(PO, 'Deux.');
  const told = [...found].map(([save, changes]) => [
    save,
    changes.map(({ before, after }) => [before?.text, after?.text]),
  ]);
  expect([
    told,
    (await editor.history.changesOf(PO, 'Quatre.')).size,
    (await editor.history.changesOf(YAML, 'Deux.')).size,
  ]).toEqual([
    [
      [two, [['Two.', 'Two!']]],
      [all, [['Two!', 'So: Two!']]],
      [gone, [['So: Two!', undefined]]],
    ],
    0,
    0,
  ]);
});

test('what would have a mistake is not put back', async () => {
  await writeFile(path.join(root, YAML), '- fr: jeton\n  enn: token\n');
  const save = await replace(YAML, 'enn', 'en');
  await expect(editor.history.undo(save)).rejects.toThrow('glossary/ai.yaml would have a mistake in line 2');
  expect(await read(YAML)).toBe('- fr: jeton\n  en: token\n');
});
