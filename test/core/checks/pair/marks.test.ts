import { describe, expect, test } from 'vitest';
import { linkChanged } from '../../../../src/core/checks/pair/link-changed.ts';
import { markLost } from '../../../../src/core/checks/pair/mark-lost.ts';
import { parseInlineMarks } from '../../../../src/formats/article/inline-marks.ts';

const pairOf = (french: string, english: string) => ({
  source: parseInlineMarks(french),
  target: parseInlineMarks(english),
  ...{ terms: [], names: [], quantities: [], numbers: [] },
});
const messages = (rule: typeof linkChanged, french: string, english: string) =>
  rule.find(pairOf(french, english)).map(({ message }) => message);

describe('addresses of links are kept', () => {
  test.each([
    ['the same', '[a](https://a.fr/x)', '[b](https://a.fr/x)'],
    ['with and without scheme and slash', '[a](http://www.a.fr/x/)', '[b](https://a.fr/x)'],
    ['in another order', '[a](https://a.fr) [b](https://b.fr)', '[b](https://b.fr) [a](https://a.fr)'],
    ['once for twice', '[a](https://a.fr) [b](https://a.fr)', '[a](https://a.fr)'],
    ['a link for a bare address', 'Voir https://a.fr/x.', 'See <https://a.fr/x>.'],
    ['the English page of a site', '[a](https://fr.site.org/jeton)', '[b](https://en.site.org/token)'],
    ['the English folder of a site', '[a](https://site.org/fr/jeton)', '[b](https://site.org/en/token)'],
    ['with a region', '[a](https://site.org/fr-fr/x)', '[b](https://site.org/en-us/x)'],
    ['a title aside', '[a](https://a.fr/x "oui")', '[b](https://a.fr/x "yes")'],
    ['no link', 'un jeton', 'a token'],
  ])('%s', (_what, french, english) => {
    expect(messages(linkChanged, french, english)).toEqual([]);
  });

  test.each([
    ['lost', '[a](https://a.fr/x)', 'a', 'the English does not lead to “https://a.fr/x”; write the link'],
    [
      'another page',
      '[a](https://a.fr/x)',
      '[a](https://a.fr/y)',
      '“https://a.fr/y” is not the address of the French, “https://a.fr/x”; correct it',
    ],
    [
      'another site',
      '[a](https://a.fr/x)',
      '[a](https://a.com/x)',
      '“https://a.com/x” is not the address of the French, “https://a.fr/x”; correct it',
    ],
    [
      'added',
      'a',
      '[a](https://a.fr/x)',
      'the French does not lead to “https://a.fr/x”; take the address out, or correct it',
    ],
    [
      'a bare one lost',
      'Voir https://a.fr/x.',
      'See it.',
      'the English does not lead to “https://a.fr/x”; write the link',
    ],
    [
      'the French page of another site',
      '[a](https://fr.a.org/x)',
      '[a](https://en.b.org/x)',
      '“https://en.b.org/x” is not the address of the French, “https://fr.a.org/x”; correct it',
    ],
    [
      'a German page',
      '[a](https://fr.a.org/x)',
      '[a](https://de.a.org/x)',
      '“https://de.a.org/x” is not the address of the French, “https://fr.a.org/x”; correct it',
    ],
    [
      'a page of this site',
      '[a](/jeton)',
      '[a](/puce)',
      '“/puce” is not the address of the French, “/jeton”; correct it',
    ],
    [
      'one of two',
      '[a](https://a.fr) [b](https://b.fr)',
      '[a](https://a.fr) b',
      'the English does not lead to “https://b.fr”; write the link',
    ],
    [
      'an unsafe one',
      '[a](https://a.fr)',
      '[a](javascript:x)',
      '“javascript:x” is not the address of the French, “https://a.fr”; correct it',
    ],
  ])('%s is told of', (_what, french, english, message) => {
    expect(messages(linkChanged, french, english)).toEqual([message]);
  });
});

describe('marks are kept', () => {
  test.each([
    ['code', 'Un `jeton`.', 'A `jeton`.'],
    ['code in a tag', 'Un `jeton`.', 'A <code>jeton</code>.'],
    ['code that was translated', 'Un `mot_cle`.', 'A `key_word`.'],
    ['a command that was translated', 'Un `cree --nom test2`.', 'A `make --name test2`.'],
    ['bold', 'Un **jeton** rare.', 'A rare **token**.'],
    ['bold as stress', 'Un **jeton** rare.', 'A rare *token*.'],
    ['stress as quotation marks', 'Un *jeton* rare.', 'A rare “token”.'],
    ['English words stressed in French alone', 'Le *machine learning* dure.', 'Machine learning lasts.'],
    ['an asterisk of both', 'Un jeton*.', 'A token*.'],
    ['an escaped asterisk', 'Un jeton.', 'A token\\*.'],
    ['a product', '2 * 3', '2 * 3'],
    ['underscores of names', 'a_b et __init__', 'a_b and __init__'],
    ['none', 'Un jeton.', 'A token.'],
  ])('%s', (_what, french, english) => {
    expect(messages(markLost, french, english)).toEqual([]);
  });

  const open = (sign: string) => `“${sign}” opens or closes nothing in the English; write its partner, or take it out`;
  test.each([
    [
      'code without its option',
      'Un `cree -U test`.',
      'A `cree test`.',
      'the code “cree -U test” is not in the English; write it',
    ],
    [
      'code with another figure',
      'Un `cree --port 80`.',
      'A `cree --port 81`.',
      'the code “cree --port 80” is not in the English; write it',
    ],
    ['code lost', 'Un `jeton`.', 'A coin.', 'the code “jeton” is not in the English; write it'],
    [
      'code as a word',
      'Un `jeton`.',
      'A jeton.',
      '“jeton” is code in the French, and not in the English; put it between ` signs',
    ],
    [
      'one piece of two',
      'Un `a` et `b`.',
      'A `a` and b.',
      '“b” is code in the French, and not in the English; put it between ` signs',
    ],
    [
      'bold lost',
      'Un **jeton** rare.',
      'A rare token.',
      '“jeton” is stressed in the French, and nothing in the English; put its words between ** signs',
    ],
    [
      'stress lost',
      'C’est *important*.',
      'It is important.',
      '“important” is stressed in the French, and nothing in the English; put its words between * signs',
    ],
    [
      'stress of a French word lost',
      'Un *jeton* rare.',
      'A rare token.',
      '“jeton” is stressed in the French, and nothing in the English; put its words between * signs',
    ],
    ['bold left open', '**Un jeton**', '**A token', open('**')],
    ['bold never opened', '**Un jeton**', 'A token**', open('**')],
    ['stress left open', '*Un jeton*', '*A token', open('*')],
    ['bold closed by one', '**Un jeton**', '**A token*', open('*')],
    ['a link left open', '[ici](https://a.fr)', '[here](https://a.fr', open('](')],
  ])('%s is told of', (_what, french, english, message) => {
    expect(messages(markLost, french, english)).toEqual([message]);
  });

  test('a tick left open is told of beside the code', () => {
    expect(messages(markLost, 'Un `jeton` ici.', 'A `jeton here.')).toEqual([
      open('`'),
      '“jeton” is code in the French, and not in the English; put it between ` signs',
    ]);
  });
});

describe('what stands elsewhere in the article is answered', () => {
  const links = [{ label: 'UN', address: 'https://a.fr/x' }];
  const read = (text: string) => parseInlineMarks(text, { links });
  const found = (french: string, english: string) =>
    linkChanged.find({ ...pairOf('', ''), source: read(french), target: read(english) }).map(({ message }) => message);
  test.each([
    ['by the same label', '[mot][un]', '[word][un]'],
    ['by the label that is the word', '[un]', '[one][un]'],
    ['by the address itself', '[mot][un]', '[word](https://a.fr/x)'],
    ['by a label where the French has the address', '[mot](https://a.fr/x)', '[word][UN]'],
  ])('a link %s', (_what, french, english) => {
    expect(found(french, english)).toEqual([]);
  });

  test('a link by its label that is lost', () => {
    expect(found('[mot][un]', 'word')).toEqual(['the English does not lead to “[un]”; write the link']);
  });
});

describe('struck words, notes and images', () => {
  test.each([
    ['un ~~mot~~', 'a ~~word~~', []],
    [
      'un ~~mot~~',
      'a word',
      ['“mot” is struck out in the French, and nothing in the English; put its words between ~~ signs'],
    ],
    ['un ~~mot~~', 'a ~~word', ['“~~” opens or closes nothing in the English; write its partner, or take it out']],
    ['environ ~5', 'about ~5', []],
    ['un mot[^1] et[^1]', 'a word[^1]', []],
    ['un mot[^1]', 'a word', ['the note “[^1]” is not called in the English; write it where it belongs']],
    ['![un chat](chat.png)', '![a cat](cat-en.png)', []],
    ['![un chat](chat.png)', 'a cat', ['the image “![un chat](chat.png)” is not in the English; write it']],
  ])('%s answered by %s', (french, english, said) => {
    expect(messages(markLost, french, english)).toEqual(said);
  });
});
