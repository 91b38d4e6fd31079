import { describe, expect, test } from 'vitest';
import { asDraft, PO_PARTS, withRemark } from '../../../src/formats/article/po-parts.ts';

const message = (text: string, ...remarks: readonly string[]) =>
  [...remarks, 'msgid "Une puce."', `msgstr "${text}"`].join('\n');
const merge = (base: string, yours: string, theirs: string) => PO_PARTS.merge(base, yours, theirs);

describe('a merged text is as reviewed as the side that it comes from', () => {
  const CHIP = message('A chip.', '# origin: deepl', '#, fuzzy');
  const FLEA = message('A flea.', '# origin: chat', '#, fuzzy');
  const APPROVED = message('A chip.', '# origin: deepl', '# terms: chip 3fa2c1');

  test.each([
    ['a draft of yours, where theirs approved another text', CHIP, FLEA, APPROVED, FLEA],
    ['a draft of theirs, where yours approved another text', CHIP, APPROVED, FLEA, FLEA],
    ['the same text, approved by one', CHIP, CHIP, APPROVED, APPROVED],
    [
      'a waiver on one side, a reviewed text on the other',
      APPROVED,
      message('A chip.', '# origin: deepl', '# terms: chip 3fa2c1', '# waive: chip 000000000000 - x'),
      message('The chip.', '# origin: person', '# terms: chip 3fa2c2'),
      message('The chip.', '# origin: person', '# terms: chip 3fa2c2', '# waive: chip 000000000000 - x'),
    ],
    [
      'words of both, each reviewed',
      message('A big chip is hot.', '# terms: chip 3fa2c1'),
      message('One big chip is hot.', '# terms: chip 3fa2c1'),
      message('A big chip is cold.', '# terms: chip 3fa2c1'),
      message('One big chip is cold.', '#, fuzzy'),
    ],
  ])('%s', (_what, base, yours, theirs, merged) => {
    expect(merge(base, yours, theirs)).toBe(merged);
  });
});

test('an old source of several lines is one remark', () => {
  const old = (text: string, ...more: readonly string[]) =>
    message('A chip.', ...more, '#, fuzzy', '#| msgid ""', `#| "Une longue ${text} "`, '#| "puce."');
  expect(merge(old('a'), old('b'), old('a', '# note: seen'))).toBe(old('b', '# note: seen'));
});

const STAMPED = [
  '# terms: chip 3fa2c1, ai-act 00ff00',
  '# note: see 3fa2c1',
  '# waive: chip 90f0d013b25d - of metal, not of wood',
  // None yet.
  '# waive: chip 000 - x',
];
test('what a message says to people has no stamps of entries and waivers', () => {
  const { details } = PO_PARTS.says(message('A chip.', ...STAMPED));
  expect(details).toEqual([
    'reviewed',
    'terms: chip, ai-act',
    'note: see 3fa2c1',
    'accepted: chip - of metal, not of wood',
    'waive: chip 000 - x',
  ]);
});

const CUT = ['msgid ""', '"Une "', '"puce."'];
const cutMessage = (text: string, ...remarks: readonly string[]) => [...remarks, ...CUT, `msgstr "${text}"`].join('\n');
const crlf = (body: string) => body.replaceAll('\n', '\r\n');

describe('a merged message is written', () => {
  test.each<[string, string, string, string, string | null]>([
    ['as yours cut its French', message('A.'), cutMessage('A.'), message('B.'), cutMessage('B.')],
    ['as theirs cut its French', message('A.'), message('B.'), cutMessage('A.'), cutMessage('B.')],
    ['by nobody, where both did', message('A.'), cutMessage('A.'), message('A.').replace('id "', 'id  "'), null],
    [
      'with the line ends of theirs',
      message('A big chip.'),
      message('One big chip.'),
      crlf(message('A big chip!')),
      crlf(message('One big chip!', '#, fuzzy')),
    ],
    [
      'as it stands, where theirs says the same',
      message('A.'),
      message('B.'),
      crlf(message('B.')),
      crlf(message('B.')),
    ],
    ['by nobody, where words collide', message('A chip.'), message('One chip.'), message('The chip.'), null],
    [
      'by nobody, where it is kept as obsolete',
      message('A.'),
      `#~ ${message('A.').replace('\n', '\n#~ ')}`,
      message('B.'),
      null,
    ],
    [
      'with a remark that one side took away',
      message('A.', '# note: seen', '# note: twice'),
      message('A.', '# note: twice'),
      message('B.', '# note: seen', '# note: twice', '# note: three'),
      message('B.', '# note: twice', '# note: three'),
    ],
    [
      'with one origin, that of the text',
      message('A.', '# origin: deepl', '# note: seen'),
      message('B.', '# origin: chat', '# note: seen'),
      message('A.', '# origin: person', '# note: seen'),
      message('B.', '# origin: chat', '# note: seen'),
    ],
    [
      'with one origin, and with the flags of both sides in one line, where they changed them alone',
      message('A.', '# origin: deepl'),
      message('A.', '# origin: chat', '#, no-wrap'),
      message('A.', '# origin: person', '#, c-format'),
      message('A.', '# origin: chat', '#, no-wrap, c-format'),
    ],
    [
      'without words of a repair, where the text is of nobody',
      message('A big chip.'),
      message('One big chip.', '# repaired: chip'),
      message('A big chip!', '# reviewed: Ana'),
      message('One big chip!', '#, fuzzy'),
    ],
  ])('%s', (_what, base, yours, theirs, merged) => {
    expect(merge(base, yours, theirs)).toBe(merged);
  });
});

describe('with another text a message is a draft', () => {
  const withText = (body: string, text: string, origin: string | null = null) => PO_PARTS.withText(body, text, origin);
  test.each<[string, string, string, string | null, string | null]>([
    ['of the same origin', message('A.', '# origin: deepl'), 'B.', null, message('B.', '# origin: deepl', '#, fuzzy')],
    [
      'of another origin, and of that alone',
      message('A.', '# note: seen', '# origin: deepl', '# note: twice'),
      'B.',
      'Ana',
      message('B.', '# origin: Ana', '# note: seen', '# note: twice', '#, fuzzy'),
    ],
    [
      'of all whose words stand in it',
      message('One chip.', '# origin: person Béa 2026-11-25'),
      'A chip.',
      'person Ana 2026-11-26',
      message('A chip.', '# origin: person Béa, Ana 2026-11-26', '#, fuzzy'),
    ],
    [
      'of one alone, where no word of the other stands',
      message('One chip.', '# origin: person Béa 2026-11-25'),
      'A token.',
      'person Ana 2026-11-26',
      message('A token.', '# origin: person Ana 2026-11-26', '#, fuzzy'),
    ],
    [
      'of one alone, who wrote both',
      message('One chip.', '# origin: person Ana 2026-11-25'),
      'A chip.',
      'person Ana 2026-11-26',
      message('A chip.', '# origin: person Ana 2026-11-26', '#, fuzzy'),
    ],
    [
      'without the rest of an origin that a tool wrapped',
      message('A.', `# origin: ${'deepl '.repeat(12)}`.trim(), '#  glossary 3fa2c1', '# note: seen'),
      'B.',
      'Ana',
      message('B.', '# origin: Ana', '# note: seen', '#, fuzzy'),
    ],
    [
      'that nobody approved',
      message('A.', '# terms: chip 3fa2c1', '# reviewed: Ana', '# repaired: chip', '# waive: chip 000 - x'),
      'B.',
      null,
      message('B.', '# waive: chip 000 - x', '#, fuzzy'),
    ],
    [
      'above its old French, with its other flags',
      message('A.', '#: fr.md:3', '#, c-format, no-wrap', '#| msgid "Une autre."'),
      'B.',
      null,
      message('B.', '#: fr.md:3', '#, fuzzy, c-format, no-wrap', '#| msgid "Une autre."'),
    ],
    ['in its own line ends', crlf(message('A.')), 'B.', null, crlf(message('B.', '#, fuzzy'))],
    [
      'but with the same text it stays',
      message('A.', '# reviewed: Ana'),
      'A.',
      'Ana',
      message('A.', '# reviewed: Ana'),
    ],
    ['but for one that is obsolete', `#~ ${message('A.').replace('\n', '\n#~ ')}`, 'B.', null, null],
  ])('%s', (_what, body, text, origin, expected) => {
    expect(withText(body, text, origin)).toBe(expected);
  });
});

test('a message may be made a draft, and be given a remark', () => {
  const body = message('A.', '# reviewed: Ana');
  expect([asDraft(body), withRemark(body, 'note: x'), withRemark(crlf(body), 'note: x'), asDraft('')]).toEqual([
    message('A.', '#, fuzzy'),
    message('A.', '# note: x', '# reviewed: Ana'),
    crlf(message('A.', '# note: x', '# reviewed: Ana')),
    null,
  ]);
});

test.each([
  ['reviewed', message('A.'), ['reviewed']],
  ['a draft', message('A.', '#, fuzzy'), ['draft']],
  ['without a text', message(' '), ['not translated']],
  ['kept as obsolete', `#~ ${message('A.').replace('\n', '\n#~ ')}`, ['obsolete']],
  ['with remarks', message('A.', '#  note: x  ', '#'), ['reviewed', 'note: x']],
])('a message says of itself that it is %s', (_what, body, details) => {
  expect(PO_PARTS.says(body).details).toEqual(details);
});
test('what holds no message says what stands there', () => {
  expect(PO_PARTS.says('# a remark')).toEqual({ name: '', text: '# a remark', language: '', details: [] });
});
