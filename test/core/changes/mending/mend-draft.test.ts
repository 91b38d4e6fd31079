import { describe, expect, test } from 'vitest';
import { mendDraft } from '../../../../src/core/changes/mending/mend-draft.ts';
import { parseInlineMarks } from '../../../../src/formats/article/inline-marks.ts';

function mended(french: string, english: string): string {
  return mendDraft(parseInlineMarks(french), parseInlineMarks(english), parseInlineMarks).target.text;
}

/** French, what an engine made of it, and what is left; null where it stays as it is. */
type Row = readonly [what: string, french: string, english: string, mended: string | null];

const KEPT: readonly Row[] = [
  [
    'the address of a link',
    'Lisez [cela](https://a.fr/les-puces?x=1).',
    'Read [this](https://a.fr/the-chips?x=1).',
    'Read [this](https://a.fr/les-puces?x=1).',
  ],
  [
    'the file of an image',
    '![Une puce](puce-vue.png "vue")',
    '![A chip](chip-view.png "view")',
    '![A chip](puce-vue.png "view")',
  ],
  ['a note', 'Une puce[^note].', 'A chip[^notes].', 'A chip[^note].'],
  ['a shortcode', 'Voir {{< ref "puce.md" >}}.', 'See {{< ref "chip.md" >}}.', 'See {{< ref "puce.md" >}}.'],
  [
    'that of its page in English too',
    '[Ici](https://fr.example.org/puce).',
    '[Here](https://en.example.org/chip).',
    '[Here](https://fr.example.org/puce).',
  ],
  [
    'two of them, by position',
    '[Un](https://a.fr/un) et [deux](https://a.fr/deux).',
    '[One](https://a.fr/one) and [two](https://a.fr/two).',
    '[One](https://a.fr/un) and [two](https://a.fr/deux).',
  ],
  [
    'one of two',
    '[Un](https://a.fr/un) et [deux](https://a.fr/deux).',
    '[Two](https://a.fr/deux) and [one](https://a.fr/one).',
    '[Two](https://a.fr/deux) and [one](https://a.fr/un).',
  ],
  [
    'a link with a title',
    '[Un](https://a.fr/un "titre").',
    '[One](https://a.fr/one "title").',
    '[One](https://a.fr/un "title").',
  ],
  ['a link in angle brackets', 'Voir <https://a.fr/puce>.', 'See <https://a.fr/chip>.', 'See <https://a.fr/puce>.'],
  ['an address by itself', 'Voir https://a.fr/puce.', 'See https://a.fr/chip.', 'See https://a.fr/puce.'],
  ['a mail address', 'Écrire à jeton@exemple.fr.', 'Write to token@example.fr.', 'Write to jeton@exemple.fr.'],
  ['a file', 'Dans `a` et donnees.csv.', 'In `a` and data.csv.', 'In `a` and donnees.csv.'],
  ['code', 'Le `code source` est là.', 'The `source code` is there.', 'The `code source` is there.'],
  [
    'code and a link',
    'Le `code` [là](https://a.fr/là).',
    'The `kode` [there](https://a.fr/there).',
    'The `code` [there](https://a.fr/là).',
  ],
  [
    'a link that was torn apart',
    '[Un jeton](https://a.fr/un).',
    '[A token] (https://a.fr/one).',
    '[A token](https://a.fr/un).',
  ],
  ['bold that was torn apart', 'Un **jeton** cher.', 'A ** token ** that costs.', 'A **token** that costs.'],
  ['stress that was torn apart', 'Un *jeton* cher.', 'A * token* that costs.', 'A *token* that costs.'],
  [
    'another order of the same',
    '[Un](https://a.fr/un) et [deux](https://a.fr/deux).',
    '[Two](https://a.fr/deux) and [one](https://a.fr/un).',
    null,
  ],
  [
    'one that was lost: nobody knows which',
    '[Un](https://a.fr/un) et [deux](https://a.fr/deux).',
    '[One](https://a.fr/one).',
    null,
  ],
  [
    'one that was added',
    'Voir [cela](https://a.fr/un).',
    'See [this](https://a.fr/one) or [that](https://a.fr/two).',
    null,
  ],
  ['stars that are no stress', 'Deux fois trois.', 'Two * three * four.', null],
  ['a mention in brackets', 'Le jeton [1] (voir plus bas).', 'The token [1] (see below).', null],
];

const SIGNS: readonly Row[] = [
  ['quotation marks', 'Il dit « oui ».', 'He says « yes ».', 'He says “yes”.'],
  ['with no-break spaces', 'Il dit « oui, merci ».', 'He says «\u00a0yes, thanks\u202f».', 'He says “yes, thanks”.'],
  ['without spaces', 'Il dit «oui».', 'He says «yes».', 'He says “yes”.'],
  ['two quotations', '« Oui » ou « non ».', '« Yes » or « no ».', '“Yes” or “no”.'],
  ['one within another', '« Il dit « oui » là ».', '« He says « yes » there ».', '“He says ‘yes’ there”.'],
  ['one within an English one', '« Il dit « oui » ».', '“He says « yes »”.', '“He says ‘yes’”.'],
  ['one that goes on', '« Oui. Et alors', '« Yes. And then', '“Yes. And then'],
  ['with stress inside', '« *Oui* ».', '« *Yes* ».', '“*Yes*”.'],
  ['a sign too far off', 'Quoi ? Oui !', 'What ? Yes !', 'What? Yes!'],
  ['a colon', 'Ceci : cela ; et encore.', 'This : that ; and more.', 'This: that; and more.'],
  ['a per cent sign', 'Soit 50 % de plus.', 'That is 50 % more.', 'That is 50% more.'],
  ['with a no-break space', 'Soit 50\u202f% de plus.', 'That is 50\u00a0% more.', 'That is 50% more.'],
  ['those of code', 'Tapez `« a » ?`.', 'Type `« a » ?`.', null],
  ['those of a list', 'Un : deux', 'One: two', null],
  ['a sign that is spoken of', 'Tapez ! puis le nom.', 'Type ! and then the name.', null],
  ['a smiley', 'Oui :-)', 'Yes :-)', null],
  ['per cent in words', '50 pour cent', '50 percent', null],
];

const FIGURES: readonly Row[] = [
  ['a decimal comma', 'Soit 12,5 jetons.', 'That is 12,5 tokens.', 'That is 12.5 tokens.'],
  ['a decimal comma and per cent', 'Soit 12,5 %.', 'That is 12,5 %.', 'That is 12.5%.'],
  ['three decimals', 'Soit 0,125 jeton.', 'That is 0,125 tokens.', 'That is 0.125 tokens.'],
  ['thousands', 'Soit 12 500 jetons.', 'That is 12 500 tokens.', 'That is 12,500 tokens.'],
  [
    'thousands with a thin space',
    'Soit 1\u202f234\u202f567,5 jetons.',
    'That is 1 234 567,5 tokens.',
    'That is 1,234,567.5 tokens.',
  ],
  ['a figure that was changed', 'Soit 12,5 jetons.', 'That is 12.6 tokens.', 'That is 12.5 tokens.'],
  ['thousands that were changed', 'Soit 12 500 jetons.', 'That is 15,200 tokens.', 'That is 12,500 tokens.'],
  ['a year', 'En 2023, tout va.', 'In 2024, all is well.', 'In 2023, all is well.'],
  ['two that were changed', 'De 12 à 15 jetons.', 'From 13 to 16 tokens.', 'From 12 to 15 tokens.'],
  ['one of two', 'De 12 à 15 jetons.', 'From 12 to 16 tokens.', 'From 12 to 15 tokens.'],
  ['per cent', 'Une hausse de 5 %.', 'A rise of 15%.', 'A rise of 5%.'],
  ['English thousands', 'Soit 1 500 jetons.', 'That is 1,500 tokens.', null],
  ['the same with three decimals', 'Soit 1 500 jetons et 1,5.', 'That is 1,500 tokens and 1.5.', null],
  ['another scale', 'Soit 1,2 milliard.', 'That is 1,200 million.', null],
  ['another unit', 'À 100 km de là.', '62 miles away.', null],
  ['an hour', 'À 20 h.', 'At 8 p.m.', null],
  ['words', 'Cent jetons.', 'A hundred tokens.', null],
  ['a number that was lost', 'Soit 12 puis 15 jetons.', 'That is 12 tokens.', null],
  ['one that was added', 'Soit 12 jetons.', 'That is 12 of 15 tokens.', null],
  ['a row of a table', 'a 2010 192 141', 'a 2010 192 141', null],
  ['a norm', 'Selon EN 301 549:2024.', 'By EN 301 549:2024.', null],
  ['a reference', 'Voir [1,2].', 'See [1,2].', null],
  ['a version', 'La version 1.2.3.', 'Version 1.2.3.', null],
];

describe.each([
  ['what is no language', KEPT],
  ['signs', SIGNS],
  ['figures', FIGURES],
])('%s', (_kind, rows) => {
  test.each(rows)('%s', (_what, french, english, expected) => {
    expect(mended(french, english)).toBe(expected ?? english);
  });

  test.each(rows)('nothing is left to do the second time: %s', (_what, french, english) => {
    const once = mended(french, english);
    expect(mended(french, once)).toBe(once);
  });
});

test('each is recorded with the place where it stood', () => {
  const read = parseInlineMarks;
  const { target, repairs, restored } = mendDraft(
    read('« 50 % », soit 50 % de [cela](https://a.fr/un).'),
    read('« 50 % », or 50 % of [it](https://a.fr/one).'),
    read,
  );
  expect([target.text, repairs, restored]).toEqual([
    '“50%”, or 50% of [it](https://a.fr/un).',
    [
      { from: '« 50', to: '“50', at: null },
      { from: '% »', to: '%”', at: null },
      { from: '50 %', to: '50%', at: null },
      { from: '50 %', to: '50%', at: 10 },
    ],
    ['https://a.fr/un'],
  ]);
});

test('two hundred are mended, and more are left to a person', () => {
  const [most, more] = [200, 201].map((count) => mended('5 %', '5 % '.repeat(count)));
  expect([most, more]).toEqual(['5% '.repeat(200), '5 % '.repeat(201)]);
});

test.each(['« ', ' »', '5 %', 'a !', '** a ', '] (/', '`a` ', '1 000 ', '1,5 '])(
  'a text of many signs is mended at once: %j',
  (piece) => {
    const text = parseInlineMarks(piece.repeat(Math.floor(49_000 / piece.length)));
    const began = process.cpuUsage();
    mendDraft(text, text, parseInlineMarks);
    expect(process.cpuUsage(began).user).toBeLessThan(2_000_000);
  },
);
