import { describe, expect, test } from 'vitest';
import { parseGlossaryTbx } from '../../../src/formats/glossary/tbx.ts';
import { saying } from './saying.ts';

const tig = (term: string, more = '') => `<tig><term>${term}</term>${more}</tig>`;
const side = (language: string, terms: string) => `<langSet xml:lang="${language}">${terms}</langSet>`;
const FRENCH = side('fr', tig('jeton'));
const body = (entries: string) =>
  saying(parseGlossaryTbx(`<martif type="TBX"><text><body>${entries}</body></text></martif>`, 'a.tbx'));
/** What is read of an entry whose second English term has these notes. */
const chip = (notes: string) =>
  body(`<termEntry>${FRENCH}${side('en', tig('token') + tig('chip', notes))}</termEntry>`);
const note = (type: string, said: string) => `<termNote type="${type}">${said}</termNote>`;
const UNKNOWN = (said: string, terms = 'the term that has it is') =>
  `! “${said}” is no status that is known here, so ${terms} left out; write preferred, admitted, deprecated or superseded`;

describe('ISO 30042 and ISO 12620', () => {
  test.each([
    ['administrativeStatus', 'deprecatedTerm-admn-sts'],
    ['administrativeStatus', 'supersededTerm-admn-sts'],
    ['normativeAuthorization', 'supersededTerm'],
    ['temporalQualifier', 'archaicTerm'],
    ['temporalQualifier', 'outdatedTerm'],
    ['processStatus', 'rejected'],
    ['x-workflowStatus', 'Obsolete'],
    ['elementWorkingStatus', 'archiveElement'],
  ])('%s rules out with %s', (type, said) => {
    expect(chip(note(type, said))).toEqual(['jeton = token, -chip']);
  });

  test.each([
    ['processStatus', 'unprocessed'],
    ['processStatus', 'provisionallyProcessed'],
    ['workflowStatus', 'in review'],
    ['languagePlanningQualifier', 'proposedTerm'],
    ['languagePlanningQualifier', 'nonstandardizedTerm'],
    ['administrativeStatus', 'candidate'],
  ])('%s does not accept with %s', (type, said) => {
    expect(chip(note(type, said))).toEqual(['jeton = token', UNKNOWN(said)]);
  });

  test.each([
    ['processStatus', 'finalized'],
    ['administrativeStatus', 'admittedTerm-admn-sts'],
    ['elementWorkingStatus', 'consolidatedElement'],
    ['termProvenance', 'neologism'],
    ['termType', 'shortForm'],
    ['register', 'technicalRegister'],
    ['frequency', 'rarelyUsed'],
    ['transactionType', 'modification'],
  ])('%s rules nothing out with %s', (type, said) => {
    expect(chip(note(type, said))).toEqual(['jeton = token, ~chip']);
  });

  test('a term that was withdrawn is ruled out', () => {
    const withdrawn =
      '<transacGrp><transac type="transactionType">withdrawal</transac><date>2026-01-02</date></transacGrp>';
    expect(chip(withdrawn)).toEqual(['jeton = token, -chip']);
  });

  test('what nobody has finished of an entry is not accepted, in either language', () => {
    const admin = '<admin type="processStatus">unprocessed</admin>';
    expect(body(`<termEntry>${admin}${FRENCH}${side('en', tig('token'))}</termEntry>`)).toEqual([
      UNKNOWN('unprocessed', 'the 2 terms that have it are'),
      '! 1 entry has no French term that may be used, and is left out',
    ]);
  });
});

test.each([
  ['<basic:processStatus>unprocessed</basic:processStatus>', ['jeton = token', UNKNOWN('unprocessed')]],
  [
    '<basic:transacGrp><basic:transactionType>withdrawal</basic:transactionType></basic:transacGrp>',
    ['jeton = token, -chip'],
  ],
  ['<x:workflow>Do not use</x:workflow>', ['jeton = token, -chip']],
  ['<basic:termType>fullForm</basic:termType>', ['jeton = token, ~chip']],
])('in TBX of 2019, where elements are named by what they say, so does %s', (said, expected) => {
  const term = (text: string, more = '') => `<termSec><term>${text}</term>${more}</termSec>`;
  const section = (language: string, terms: string) => `<langSec xml:lang="${language}">${terms}</langSec>`;
  const sections = section('fr', term('jeton')) + section('en', term('token') + term('chip', said));
  const text = `<tbx type="TBX-Basic" style="dct" xmlns:basic="b" xmlns:x="x"><text><body><conceptEntry>${sections}</conceptEntry></body></text></tbx>`;
  expect(saying(parseGlossaryTbx(text, 'a.tbx'))).toEqual(expected);
});

test('a term that TBX 2008 says was withdrawn is ruled out', () => {
  const transac = '<transacGrp><transac type="terminologyManagementTransactions">withdrawal</transac></transacGrp>';
  expect(chip(transac)).toEqual(['jeton = token, -chip']);
});

describe('a note whose type rules out', () => {
  test.each([
    ['reject', 'true', '-chip'],
    ['ban', '1', '-chip'],
    ['x-ban', 'yes', '-chip'],
    ['toAvoid', 'yes', '-chip'],
    ['noLongerUsed', 'true', '-chip'],
    ['Blacklist', 'Yes', '-chip'],
    ['x-blocked', 'yes', '-chip'],
    ['reject', 'false', '~chip'],
    ['ban', 'no', '~chip'],
    ['x-rejectReason', '', '~chip'],
    ['rejection sampling', 'yes', '~chip'],
  ])('%s: “%s” leaves %s', (type, said, left) => {
    expect(chip(note(type, said))).toEqual([`jeton = token, ${left}`]);
  });

  test.each([
    ['reject', '', 'reject'],
    ['rejectedBy', 'the board', 'the board'],
    ['deprecatedSince', '2020', '2020'],
  ])('%s: “%s” leaves open what it means', (type, said, quoted) => {
    expect(chip(note(type, said))).toEqual(['jeton = token', UNKNOWN(quoted)]);
  });

  test('may stand empty among others', () => {
    expect(chip('<termNote type="reject"/>')).toEqual(['jeton = token', UNKNOWN('reject')]);
  });
});

describe('a term that says of itself that nobody may use it', () => {
  test.each(['chip (deprecated)', '(deprecated) chip', 'chip [obsolete]', '<hi>chip</hi> (à éviter)'])('%s', (term) => {
    expect(body(`<termEntry>${FRENCH}${side('en', tig('token') + tig(term))}</termEntry>`)).toEqual([
      'jeton = token, -chip',
    ]);
  });

  test.each(['chip (AI)', '(AI) chip', 'chip, integrated', 'chip: a study'])('%s does not', (term) => {
    expect(body(`<termEntry>${FRENCH}${side('en', tig('token') + tig(term))}</termEntry>`)).toEqual([
      `jeton = token, ~${term}`,
    ]);
  });
});

test.each(['context', 'example', 'sampleSentence', 'source', 'xSource'])(
  'what a text said in which the term stands rules out nothing: %s',
  (type) => {
    expect(chip(`<descrip type="${type}">Do not use the chip. Avoid it.</descrip>`)).toEqual(['jeton = token, ~chip']);
  },
);

describe('a note that asks whether a term is the preferred one', () => {
  test.each([
    [note('preferred', 'true'), ['jeton = ~token, chip']],
    [note('preferred', 'false'), ['jeton = token', UNKNOWN('preferred: false')]],
    [note('x-preferred', 'no'), ['jeton = token', UNKNOWN('x-preferred: no')]],
    [note('preferred', 'false') + note('forbidden', 'false'), ['jeton = token, ~chip']],
    [note('forbidden', 'true') + note('preferred', 'false'), ['jeton = token, -chip']],
    [note('preferred', 'false') + note('administrativeStatus', 'admitted'), ['jeton = token, ~chip']],
    [note('preferred', 'false') + note('administrativeStatus', ''), ['jeton = token', UNKNOWN('preferred: false')]],
  ])('%s', (notes, expected) => {
    expect(chip(notes)).toEqual(expected);
  });
});

describe('TBX-Min', () => {
  const group = (language: string, terms: string) => `<langGroup xml:lang="${language}">${terms}</langGroup>`;
  const term = (text: string, more = '') => `<termGroup><term>${text}</term>${more}</termGroup>`;
  const min = (english: string) =>
    saying(
      parseGlossaryTbx(
        `<TBX dialect="TBX-Min"><header><id>g</id><languages source="fr" target="en"/></header><body><entry id="C1">${group('fr', term('jeton'))}${group('en', english)}</entry></body></TBX>`,
        'a.tbx',
      ),
    );
  const pair = (key: string, value: string) =>
    `<noteGrp><note><noteKey>${key}</noteKey><noteValue>${value}</noteValue></note></noteGrp>`;

  test.each([
    ['<termStatus>notRecommended</termStatus>', ['jeton = token, -chip']],
    ['<termStatus>obsolete</termStatus>', ['jeton = token, -chip']],
    ['<termStatus>odd</termStatus>', ['jeton = token', UNKNOWN('odd')]],
    [pair('usage', 'forbidden'), ['jeton = token, -chip']],
    [pair('status', 'odd'), ['jeton = token', UNKNOWN('odd')]],
    [pair('forbidden', 'true'), ['jeton = token, -chip']],
    [
      pair('usage note', 'Forbidden in our paper until 2020.'),
      ['jeton = token', UNKNOWN('Forbidden in our paper until 2020.')],
    ],
    [pair('usage note', 'Not forbidden in our paper.'), ['jeton = token, ~chip']],
    ['<noteGrp><note>forbidden</note></noteGrp>', ['jeton = token, -chip']],
  ])('%s', (more, expected) => {
    expect(min(term('token') + term('chip', more))).toEqual(expected);
  });
});

test.each([
  ['<descrip type="Translation needed">No</descrip>', ['DeepSeek = DeepSeek']],
  [
    '<descrip type="Translation needed">Yes</descrip>',
    ['! 1 entry has no English term that may be used, and is left out'],
  ],
  ['', ['! 1 entry has no English term that may be used, and is left out']],
])('Weblate’s %s leaves a name as it is, or does not', (said, expected) => {
  expect(body(`<termEntry>${said}${side('fr', tig('DeepSeek'))}</termEntry>`)).toEqual(expected);
});
