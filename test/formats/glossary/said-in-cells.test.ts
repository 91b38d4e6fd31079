import { describe, expect, test } from 'vitest';
import { parseGlossaryCsv } from '../../../src/formats/glossary/csv.ts';
import { saying } from './saying.ts';

const table = (text: string) => saying(parseGlossaryCsv(text, 'a.csv'));
const cell = (english: string) => table(`fr,en\njeton,"${english}"\n`);
const NONE = '! 1 entry has no English term that may be used, and is left out';
const UNKNOWN = (said: string) =>
  `! “${said}” is no status that is known here, so the term that has it is left out; write preferred, admitted, deprecated or superseded`;

describe('what a cell rules out beside its term', () => {
  test.each([
    'token (not: chip)',
    'token (pas : chip)',
    'token (NOT: chip)',
    'token (≠ chip)',
    'token ≠ chip',
    'token (not “chip”)',
    'token (rather than chip)',
    'token (plutôt que chip)',
    'token [not chip]',
    'token [pas chip]',
    'token; not: chip',
    'token; DEPRECATED: chip',
    'token | à éviter : chip',
    'token | ~~chip~~',
    'token | <s>chip</s>',
    'token | ✗ chip',
    'token | 🚫 chip',
    'token | † chip',
    'token (n.) (not: chip)',
    'token (not: chip) (n.)',
  ])('%s', (english) => {
    expect(cell(english)).toEqual(['jeton = token, -chip']);
  });

  test('may be several', () => {
    expect(cell('token (not: chip; coin or slug)')).toEqual(['jeton = token, -chip, -coin, -slug']);
  });

  test('is none of the French where that says it', () => {
    expect(table('fr,en\njeton (pas : puce),token\n')).toEqual(['jeton = token']);
  });
});

describe('what a cell says of its own term', () => {
  test.each([
    'chip (forbidden)',
    'chip (n., forbidden)',
    'chip (forbidden) (n.)',
    'chip (forbidden: use token)',
    'chip (à éviter, employer token)',
    'chip – deprecated',
    'chip : déconseillé',
    'chip - obsolete',
    'OBSOLETE: chip',
    '❌ chip',
    'chip †',
  ])('%s is ruled out', (english) => {
    expect(cell(english)).toEqual([NONE]);
  });

  test.each([
    'token (deprecated: chip)',
    'token (avoid in titles)',
    'token (à éviter dans les titres)',
    'token (law, forbidden)',
    'token (?)',
    'token (à valider)',
    'token (proposed)',
    '?token',
    'token ??',
    '*token',
  ])('%s leaves open which is meant, or when', (english) => {
    expect(cell(english)).toEqual([UNKNOWN(english)]);
  });

  test.each([
    'learning (not supervised)',
    'learning (non linear)',
    'stay (illegal)',
    'noun [not countable]',
    'Title: subtitle',
    'word: 12',
    'state-of-the-art',
    'a - b',
    'note: forbidden fruit',
    'https://example.org/forbidden',
    'Who?',
    '**kwargs',
    'chip*',
    'none',
    'a/b test',
  ])('%s is a term', (english) => {
    expect(cell(english)).toEqual([`jeton = ${english}`]);
  });

  test('may be that it goes first, as ISO 10241 writes it', () => {
    expect(cell('ADMITTED: text unit; PREFERRED: token')).toEqual(['jeton = ~text unit, token']);
  });
});

test.each(['-', '–', '???', 'TODO', 'n/a', 'tbd', 'à traduire'])('“%s” stands in a cell for a term', (english) => {
  expect(cell(english)).toEqual(['! 1 row has no English term, and is left out']);
});

describe('a column that asks whether a term may be used', () => {
  test.each([
    ['Blocked', 'no', 'yes'],
    ['Exclude', 'false', 'true'],
    ['NPU', '', 'x'],
    ['correct', 'yes', 'no'],
    ['In use', 'oui', 'non'],
    ['enabled', '1', '0'],
    ['Approved?', 'Y', 'N'],
  ])('%s: with %j it may, with %j it may not', (name, yes, no) => {
    expect(table(`fr,en,${name}\njeton,token,${yes}\njeton,chip,${no}\n`)).toEqual(['jeton = token, -chip']);
  });

  test.each([
    ['draft', 'no', 'yes', 'to be checked: yes'],
    ['Needs review', 'false', 'true', 'to be checked: true'],
    ['À vérifier', '', 'oui', 'to be checked: oui'],
    ['published', 'yes', 'no', 'settled: no'],
    ['official', 'true', 'false', 'settled: false'],
    ['state', 'final', 'initial', 'initial'],
    ['État', 'validé', 'en attente', 'en attente'],
    ['Workflow status', 'Approved', 'Draft', 'Draft'],
  ])('%s: with %j it may, with %j nobody knows', (name, yes, no, said) => {
    expect(table(`fr,en,${name}\njeton,token,${yes}\njeton,chip,${no}\n`)).toEqual(['jeton = token', UNKNOWN(said)]);
  });
});

test.each([
  'prefLabel@fr,prefLabel@en,altLabel@en,hiddenLabel@en',
  'Français (préféré),Anglais (préféré),Anglais (toléré),Identifiant',
  'fr,en_1,en_2,id',
  'fr,English 1,English 2,Created',
])('“%s” has terms of each language', (header) => {
  const [entry] = table(`${header}\njeton,token,unit,x\n`);
  expect(entry).toBe('jeton = token, ~unit');
});

describe('a column that asks whether a term is the preferred one', () => {
  const LEFT = (said: string) => UNKNOWN(`preferred: ${said}`);

  test.each([
    ['en_preferred', 'true', 'false'],
    ['preferred_en', 'yes', 'no'],
    ['is_preferred', '1', '0'],
    ['isPreferred', 'TRUE', 'FALSE'],
    ['preferred', 'oui', 'non'],
    ['Préféré', 'vrai', 'faux'],
    ['Terme privilégié', 'x', 'n'],
  ])('%s: %s is it, and with %s nobody knows', (name, yes, no) => {
    expect(table(`fr,en,${name}\njeton,text unit,\njeton,token,${yes}\njeton,chip,${no}\n`)).toEqual([
      'jeton = ~text unit, token',
      LEFT(no),
    ]);
  });

  test.each([
    ['fr,en,en_preferred,en_forbidden\njeton,token,0,0\njeton,chip,0,1\n'],
    ['fr,en,preferred,forbidden\njeton,token,no,no\njeton,chip,no,yes\n'],
    ['fr,en,Preferred,Approved\njeton,token,no,yes\njeton,chip,no,no\n'],
  ])('says nothing with a no where another says what is ruled out: %j', (text) => {
    expect(table(text)).toEqual(['jeton = token, -chip']);
  });

  test.each([
    ['fr,en,preferred_en\njeton,text unit,token\n', ['jeton = token, ~text unit']],
    ['fr,en,preferred_en\njeton,token,token\n', ['jeton = token']],
    ['Preferred English,Preferred French\ntoken,jeton\n', ['jeton = token']],
    ['fr,en,preferred\njeton,token,forbidden\njeton,unit,\n', ['jeton = -token, unit']],
    ['fr,en,preferred\njeton,chip,token\n', [UNKNOWN('token')]],
  ])('may hold a term or a status: %j', (text, expected) => {
    expect(table(text)).toEqual(expected);
  });
});

describe('a column of terms that nobody may use', () => {
  test.each([
    'fr,en,not\njeton,token,"chip, coin"\n',
    'fr,en,Do not use\njeton,token,chip; coin\n',
    'fr,en,À éviter\njeton,token,chip | coin\n',
    'fr,en,Never use\njeton,token,"chip (n.), coin"\n',
  ])('holds several: %j', (text) => {
    expect(table(text)).toEqual(['jeton = token, -chip, -coin']);
  });
});

test('a column of terms that nobody may use is of the language before it', () => {
  expect([
    table('fr,en,not,fr_2\njeton,token,chip,unité\n'),
    table('en,fr,not,en_2\ntoken,jeton,puce,unit\n'),
    table('en,fr,not\ntoken,jeton,chip\n'),
  ]).toEqual([['jeton, ~unité = token, -chip'], ['jeton, -puce = token, ~unit'], ['jeton = token, -chip']]);
});

describe('other columns', () => {
  test.each<[string, string, readonly string[]]>([
    ['what replaces a term', 'fr,en,Replaced by\njeton,token,\njeton,chip,token\n', ['jeton = token, -chip']],
    ['what to use instead', 'fr,en,use instead\njeton,token,–\njeton,chip,token\n', ['jeton = token, -chip']],
    ['what stands for it in French', 'fr,en,Remplacé par\njeton,chip,token\njeton,token,\n', ['jeton = -chip, token']],
    [
      'what is to be checked',
      'source,target,fuzzy\njeton,token,\njeton,chip,True\n',
      ['jeton = token', UNKNOWN('to be checked: True')],
    ],
    [
      'work that is not done',
      'fr,en,Process status\njeton,token,finalized\njeton,chip,unprocessed\n',
      ['jeton = token', UNKNOWN('unprocessed')],
    ],
    ['work that is', 'fr,en,status\njeton,token,finalized\nlot,batch,Active\n', ['jeton = token', 'lot = batch']],
    [
      'Weblate’s flags',
      'source,target,flags\njeton,token,"terminology,case-insensitive"\njeton,chip,"terminology,forbidden"\n',
      ['jeton = token, -chip'],
    ],
    ['what stays as it is', 'source,target,flags\nDeepSeek,,"read-only, terminology"\n', ['DeepSeek = DeepSeek']],
    ['what stays as it is, and is ruled out', 'source,target,flags\nDeepSeek,,"read-only, forbidden"\n', [NONE]],
    [
      'memoQ’s second terms',
      'French,English,Term_Forbidden,English,Term_Forbidden\njeton,token,False,chip,True\n',
      ['jeton = token, -chip'],
    ],
  ])('say %s', (_what, text, expected) => {
    expect(table(text)).toEqual(expected);
  });
});
