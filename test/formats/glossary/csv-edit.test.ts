import { describe, expect, test } from 'vitest';
import type { EntryChange } from '../../../src/core/changes/ports/entry-change.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { glossaryCsvSlices } from '../../../src/formats/glossary/csv.ts';
import { editCsvSlices } from '../../../src/formats/glossary/csv-edit.ts';
import { readEntry } from '../../../src/formats/glossary/entry.ts';

const FILE = 'glossary/terms.csv';
const TABLE = 'jeton,token\r\n"puce, carte",chip,"a ""small"" thing"\r\njeton,lexeme\r\n';
const HEADED = 'id;English;French;Domain\n1;token;jeton;text\n2;chip;puce;\n';

const entryOf = (value: unknown) => {
  const { concept } = readEntry(value, () => ({ file: FILE, line: 1, column: 1 }));
  if (concept === null) throw new Error('no entry');
  return concept;
};
const edit = (text: string, change: EntryChange) => {
  const edited = finish(editCsvSlices(text, FILE, change));
  return 'text' in edited ? edited.text : `refused: ${edited.refused}`;
};
const put = (text: string, id: string, entry: unknown) => edit(text, { kind: 'put', id, entry: entryOf(entry) });

describe('of a table only the cells that say something else change', () => {
  test.each<[string, string, string, unknown, string]>([
    [
      'an English term',
      TABLE,
      'token',
      { fr: 'jeton', en: ['text token', 'lexeme'] },
      TABLE.replace('jeton,token', 'jeton,text token'),
    ],
    [
      'a further English term',
      TABLE,
      'token',
      { fr: 'jeton', en: ['token', 'lexeme', 'piece'] },
      `${TABLE.trimEnd()}\r\njeton,piece\r\n`,
    ],
    ['one less', TABLE, 'token', { fr: 'jeton', en: ['token'] }, TABLE.replace('jeton,lexeme\r\n', '')],
    [
      'a definition in quotes',
      TABLE,
      'chip',
      { fr: 'puce, carte', en: 'chip', definition: 'Said: "it"' },
      TABLE.replace('"a ""small"" thing"', '"Said: ""it"""'),
    ],
    [
      'a definition where there was no cell',
      'jeton,token\n',
      'token',
      { fr: 'jeton', en: 'token', definition: 'unit' },
      'jeton,token,unit\n',
    ],
    [
      'a column by its name',
      HEADED,
      'chip',
      { fr: 'puce', en: 'chip', domain: 'hardware' },
      HEADED.replace('puce;', 'puce;hardware'),
    ],
    ['the French', HEADED, 'chip', { fr: 'circuit', en: 'chip' }, HEADED.replace('puce', 'circuit')],
    ['nothing', TABLE, 'chip', { fr: 'puce, carte', en: 'chip', definition: 'a "small" thing' }, TABLE],
  ])('%s', (_what, text, id, entry, expected) => {
    expect(put(text, id, entry)).toBe(expected);
  });
});

test('between tabs a quotation mark is a sign of a term', () => {
  const change = { kind: 'put', id: 'small-chip', entry: entryOf({ fr: 'puce', en: 'small' }) } as const;
  const edited = finish(editCsvSlices('puce\t"small" chip\n', 'glossary/terms.tsv', change));
  expect(edited).toEqual({ text: 'puce\tsmall\n' });
});

test('a new entry is a new row, its columns where they are', () => {
  expect(edit(HEADED, { kind: 'add', entry: entryOf({ fr: 'x "y"', en: 'z', domain: 'd' }) })).toBe(
    `${HEADED.trimEnd()}\n;z;"x ""y""";d\n`,
  );
});

test.each<[string, string, string]>([
  ['an empty table', '', 'puce,chip\n'],
  ['one of empty lines', '\n\n', 'puce,chip\n\n\n'],
  ['one without a line end', 'a,b', 'a,b\npuce,chip'],

  ['one of another system', 'jeton,token\r\n', 'jeton,token\r\npuce,chip\r\n'],
  ['one with empty lines at its end', 'jeton,token\n\n\n', 'jeton,token\npuce,chip\n\n\n'],
  ['one that has names of columns alone', 'English,French\n', 'English,French\nchip,puce\n'],
  ['one with a mark of its encoding', '\ufeffjeton,token\n', '\ufeffjeton,token\npuce,chip\n'],
  ['one of more columns', 'jeton,token,unit,models\n', 'jeton,token,unit,models\npuce,chip,,\n'],
])('a new entry stands behind all others: in %s', (_what, text, expected) => {
  expect(edit(text, { kind: 'add', entry: entryOf({ fr: 'puce', en: 'chip' }) })).toBe(expected);
});

test('a deleted entry takes all its rows', () => {
  expect(edit(TABLE, { kind: 'delete', id: 'token' })).toBe('"puce, carte",chip,"a ""small"" thing"\r\n');
});

describe('what a table cannot say is refused, with the way out', () => {
  test.each<[string, unknown]>([
    ['a second French term', { fr: ['jeton', 'lexème'], en: ['token', 'lexeme'] }],
    ['a rendering ruled out', { fr: 'jeton', en: ['token', 'lexeme'], not: 'chip' }],
    ['a note', { fr: 'jeton', en: ['token', 'lexeme'], note: 'x' }],
    ['a part of speech', { fr: { term: 'jeton', pos: 'verb' }, en: ['token', 'lexeme'] }],
    ['a subject field without a column', { fr: 'jeton', en: ['token', 'lexeme'], domain: 'text' }],
    ['the French of another entry', { fr: 'puce, carte', en: ['token', 'lexeme'] }],
  ])('%s', (_what, entry) => {
    expect(put(TABLE, 'token', entry)).toContain('Move the entry to a .yaml file');
  });
});

describe('what programs for tables would carry out is written as a text, and read as it was', () => {
  const FORMULAS = ['=1+1', '+33', '-x', '@SUM(A1)', '\uff1d1', '=HYPERLINK("https://a.fr";"x")'];
  const written = (file: string, definition: string) => {
    const change: EntryChange = { kind: 'put', id: 'token', entry: entryOf({ fr: 'jeton', en: 'token', definition }) };
    const edited = finish(editCsvSlices(file.endsWith('.csv') ? 'jeton,token\n' : 'jeton\ttoken\n', file, change));
    const text = 'text' in edited ? edited.text : edited.refused;
    const { concepts } = finish(glossaryCsvSlices(text, file));
    return { cell: text.trim().split(/[,\t]/)[2]?.replace(/^"/, '').slice(0, 2), read: concepts[0]?.definition };
  };

  test.each(FORMULAS)('%s in a table', (definition) => {
    const said = { cell: `'${definition.charAt(0)}`, read: definition };
    expect(['glossary/a.csv', 'glossary/a.tsv'].map((file) => written(file, definition))).toEqual([said, said]);
  });

  test.each(FORMULAS.slice(0, 5))('%s in a file of OmegaT’s stands as it is', (definition) => {
    const said = { cell: definition.slice(0, 2), read: definition };
    expect(['a.txt', 'a.tab', 'a.utf8'].map((file) => written(file, definition))).toEqual([said, said, said]);
  });

  test('a term too', () => {
    expect(put('a,b\n', 'b', { fr: '-a', en: '=b' })).toBe("'-a,'=b\n");
  });

  test('a cell that says the same stays as it was written', () => {
    expect(put('=a,b\n', 'b', { fr: '=a', en: 'c' })).toBe('=a,c\n');
  });

  test.each(["l'=a", "'a", '1=1', 'a-b'])('%s is none', (definition) => {
    expect(written('a.csv', definition)).toEqual({ cell: definition.slice(0, 2), read: definition });
  });
});
