import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/model/slices.ts';
import { parseGlossaryCsv } from '../../../src/formats/glossary/csv.ts';
import { glossaryPoSlices } from '../../../src/formats/glossary/po-terms.ts';
import { parseGlossaryTbx } from '../../../src/formats/glossary/tbx.ts';
import { saying } from './saying.ts';

const side = (language: string, term: string) => `<langSet xml:lang="${language}"><tig>${term}</tig></langSet>`;
/** The places in which tools keep a remark, and what is read of a pair that has it. */
const KEPT: readonly (readonly [string, (remark: string, english?: string) => string[]])[] = [
  ['OmegaT’s third column', (remark, en = 'chip') => saying(parseGlossaryCsv(`jeton\t${en}\t${remark}\n`, 'a.txt'))],
  [
    'a column of notes',
    (remark, en = 'chip') => saying(parseGlossaryCsv(`fr,en,note\njeton,${en},"${remark}"\n`, 'a.csv')),
  ],
  [
    'a comment of a catalogue',
    (remark, en = 'chip') => saying(finish(glossaryPoSlices(`#. ${remark}\nmsgid "jeton"\nmsgstr "${en}"\n`, 'a.po'))),
  ],
  [
    'a note of TBX',
    (remark, en = 'chip') => {
      const english = `<term>${en}</term><note>${remark}</note>`;
      const entry = `<termEntry>${side('fr', '<term>jeton</term>')}${side('en', english)}</termEntry>`;
      return saying(parseGlossaryTbx(`<martif><text><body>${entry}</body></text></martif>`, 'a.tbx'));
    },
  ],
];
const NONE = '! 1 entry has no English term that may be used, and is left out';
const isUnknown = (said: readonly string[]) => said.some((one) => one.includes('is no status that is known here'));

describe.each(KEPT)('a remark in %s', (_where, read) => {
  test.each([
    'ban',
    'Do not use.',
    'Terme à éviter',
    'À éviter absolument',
    'ne plus utiliser',
    'Ne s’utilise plus',
    'This term is deprecated.',
    'Deprecated since 2020',
    'Avoid; see token',
    'Status: banned',
    'Unit of a text. Obsolete.',
    '(deprecated)',
    'deprecated?',
  ])('rules out: %s', (remark) => {
    expect(read(remark)).toEqual([NONE]);
  });

  test.each([
    'do not use in titles',
    'Do not use this one',
    'ne pas utiliser dans l’interface',
    'Forbidden in our paper until 2020.',
    'usually avoided',
    'anglicisme à éviter',
    'faux-ami à proscrire',
    'Use “token” instead',
    'préférer « token »',
    'The term chip is deprecated',
  ])('leaves open whether the term may be used: %s', (remark) => {
    const [said, ...more] = read(remark);
    expect([isUnknown([said ?? '']), more.some((one) => one.startsWith('jeton'))]).toEqual([true, false]);
  });

  test.each([
    'Smallest unit of text',
    'Not forbidden any more.',
    'This term is not deprecated.',
    'Deprecated feature of old chips',
    'Rejected samples are counted',
    'The banned list has it.',
    'Prohibited content is filtered',
    'We should avoid long sequences',
    'to ban users is another matter',
    'Ban Ki-moon said so',
    'Rather long',
    'use with care',
    'Used for texts',
    'see RFC 6750',
    'On trouve aussi « chip », qui est déconseillé.',
    'Le terme « chip » est déconseillé.',
    'Term used in papers, avoid confusion with puce',
  ])('says nothing of that: %s', (remark) => {
    expect(read(remark)).toEqual(['jeton = chip']);
  });

  test.each([
    ['ban', 'Ban by law'],
    ['banned substance', 'Banned in sport.'],
    ['forbidden', 'Forbidden by law'],
  ])('speaks of the thing where the term is itself of what is forbidden: %s', (term, remark) => {
    expect(read(remark, term)).toEqual([`jeton = ${term}`]);
  });
});

const cell = (english: string) => saying(parseGlossaryCsv(`fr,en\njeton,token\njeton,"${english}"\n`, 'a.csv'));

describe('what a cell says of its own term, wherever it stands', () => {
  test.each([
    'chip (to avoid)',
    '(deprecated) chip',
    '[obsolete] chip',
    '(à éviter) chip',
    'chip (ban)',
    'chip {banned}',
    'chip <obsolete>',
    'chip 【forbidden】',
    'chip (déconseillée)',
    'chip (interdits)',
    'chip (terme à éviter)',
    'chip (deprecated since 2020)',
    'chip (no longer used)',
    'chip (plus utilisé)',
    'chip (nicht verwenden)',
    'chip *deprecated*',
    'chip // deprecated',
  ])('%s is ruled out', (english) => {
    expect(cell(english)).toEqual(['jeton = token, -chip']);
  });

  test.each([
    'chip (obs.)',
    'chip (old)',
    'chip (wrong)',
    'chip (rejected)',
    'chip (reject!)',
    'chip (usually avoided)',
    'chip (use token)',
    'chip (voir token)',
    'chip → token',
    'chip -> token',
    'chip; deprecated',
    'chip, à éviter',
    'chip DO NOT USE',
    'DEPRECATED chip',
    'chip (deprecated) set',
    '⚠ chip',
  ])('%s leaves open what is meant', (english) => {
    const [entry, ...remarks] = cell(english);
    expect([entry, remarks.length, isUnknown(remarks)]).toEqual(['jeton = token', 1, true]);
  });

  test.each([
    '(AI) chip',
    'ban',
    'chip ban',
    'deprecated chip',
    'chip (use case)',
    'chip (in use)',
    'chip (see-through)',
    'chip (illegal)',
    'chip OF AI',
    'chip <b>',
    'chip (non volatile)',
    'chip (avoidance)',
    'chip (Old English)',
    'chip, integrated',
  ])('%s is a term', (english) => {
    expect(cell(english)).toEqual([`jeton = token, ~${english}`]);
  });

  test('grammar is none of that', () => {
    expect(cell('chip (n.)')).toEqual(['jeton = token, ~chip']);
  });
});

describe('a column named by a word that rules out', () => {
  const column = (name: string, said: string) =>
    saying(parseGlossaryCsv(`fr,en,${name}\njeton,token,\njeton,chip,${said}\n`, 'a.csv'));

  test.each([
    ['ban', 'yes'],
    ['Banned?', 'Y'],
    ['do_not_use', '1'],
    ['DoNotUse', 'true'],
    ['On blacklist', 'x'],
    ['Reject', 'X'],
    ['To be avoided', 'yes'],
    ['À bannir', 'oui'],
    ['No longer used', 'yes'],
    ['Gesperrt', 'ja'],
    ['Usable', 'no'],
  ])('%s: %s', (name, said) => {
    expect(column(name, said)).toEqual(['jeton = token, -chip']);
  });

  test.each([
    ['Rejected by', 'the board'],
    ['Avoid (reason)', 'false friend'],
    ['Deprecated since', '2020'],
  ])('%s may tell more: %s', (name, said) => {
    const [entry, ...remarks] = column(name, said);
    expect([entry, isUnknown(remarks)]).toEqual(['jeton = token', true]);
  });

  test.each([
    ['ban', 'no'],
    ['Banned?', ''],
    ['Do not use', '0'],
    ['Deprecated since', ''],
    ['Usable', 'yes'],
    ['Category', 'rejection'],
  ])('%s says nothing with “%s”', (name, said) => {
    expect(column(name, said)).toEqual(['jeton = token, ~chip']);
  });

  test.each(['ban,chip', 'bannir,chip', 'rejet,chip', 'liste noire,chip', 'à éviter,chip'])(
    'is a term in a first row of terms: %s',
    (row) => {
      expect(saying(parseGlossaryCsv(`${row}\n`, 'a.csv'))).toEqual([row.replace(',', ' = ')]);
    },
  );
});
