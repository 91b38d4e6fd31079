import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTerms } from '../../../src/core/matcher/match.ts';
import {
  BLANK,
  isWordsAlone,
  readableIn,
  readPlain,
  wordsIn,
  wordsOffset,
  writtenOffset,
} from '../../../src/core/text/reading.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';
import { glossaryOf, ledgerOf } from '../glossaries.ts';

const readable = (text: string) => parseInlineMarks(text).words.replaceAll(BLANK, '');

describe('what a person reads', () => {
  test.each([
    ['the text of a link', 'la [page du jeton](https://presse.fr/puce "puce")', 'la page du jeton'],
    ['an image’s alternative text', 'une ![puce](puce.png)', 'une puce'],
    ['the text of a reference link', 'le [rapport][jeton] sur [l’IA][]', 'le [rapport] sur [l’IA]'],
    ['no footnote label', 'dit-il[^jeton].', 'dit-il.'],
    ['no code', 'Tapez `jeton = 3` ou ``puce ` ia``.', 'Tapez  ou .'],
    ['no tag, no attribute', 'Le <a href="https://presse.fr/jeton" title="puce">lien</a>', 'Le lien'],
    ['no code between tags', 'un <code>jeton</code> et <kbd>x <b>puce</b></kbd> ici', 'un  et  ici'],
    ['what follows a tag of code that nothing ends', 'un <pre>jeton', 'un jeton'],
    ['no address in angle brackets, whatever is in it', '<https://a.fr/?q=a|puce> <https://a.fr/[puce]>', ' '],
    ['no comment', 'Un <!-- relire jeton --> mot', 'Un  mot'],
    ['a comparison', 'si a < b et b > c', 'si a < b et b > c'],
    ['no address in angle brackets', '<https://presse.fr/jeton>', ''],
    ['emphasis without its signs', 'un **jeton** et *puce*', 'un jeton et puce'],
    ['decoded references', '5&nbsp;000 &eacute;l&egrave;ves&#39; R&amp;D', "5\u00a0000 élèves' R&D"],
    ['an escaped reference as it is', '\\&eacute;', '&eacute;'],
    ['no unknown reference', 'AT&T; &jeton;', 'AT&T; &jeton;'],
    ['references in code as they are not', '`&eacute;`', ''],
  ])('%s', (_what, text, expected) => {
    expect(readable(text)).toBe(expected);
  });
});

describe('a term behind references', () => {
  const glossary = glossaryOf('- fr: élève\n  en: learner\n');

  test('is found where it is written', () => {
    const text = parseInlineMarks('Un &eacute;l&egrave;ve, des &#233;lèves&nbsp;: oui.');
    expect(findTerms(text, glossary.indexes.fr).map(({ start, end }) => text.text.slice(start, end))).toEqual([
      '&eacute;l&egrave;ve',
      '&#233;lèves',
    ]);
  });

  test('is shown as it is read', () => {
    const text = parseInlineMarks('Un &eacute;l&egrave;ve.');
    expect(readableIn(text, { start: 3, end: 22 })).toBe('élève');
  });
});

test('a text without markup is its own reading', () => {
  const text = 'Trois jetons, sans rien d’autre.';
  expect(readPlain(text).words).toBe(text);
});

test('the offsets of words and of the text lead back to each other', () => {
  const piece = fc.constantFrom('&eacute;', '&amp;', '&nvlt;', '&#x1F600;', 'é', ' ', '*', '`', 'x.py', 'mot', '<b>');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const rich = parseInlineMarks(pieces.join(''));
      for (let at = 0; at <= rich.words.length; at += 1) {
        const written = writtenOffset(rich, at);
        // The middle of what one reference stands for has no place of its own.
        if (wordsOffset(rich, written) !== at) expect(rich.references.some(({ end }) => end === written)).toBe(true);
      }
      expect(wordsIn(rich, { start: 0, end: rich.text.length })).toBe(rich.words);
      expect([writtenOffset(rich, 0), writtenOffset(rich, rich.words.length)]).toEqual([0, rich.text.length]);
    }),
  );
});

test('words alone are told from markup', () => {
  const text = parseInlineMarks('a *chip* and `chip` at chip.com');
  const spans = [...text.text.matchAll(/chip/g)].map(({ index }) => ({ start: index, end: index + 4 }));
  expect(spans.map((span) => isWordsAlone(text, span))).toEqual([true, false, false]);
});

describe('no verdict is given on', () => {
  const glossary = glossaryOf('- fr: jeton\n  en: token\n  not: [chip]\n- fr: puce\n  en: chip\n');

  test.each([
    ['a bare address', 'Voir https://presse.fr/jeton/puce-ia ce soir.', 'See https://presse.fr/jeton/puce-ia tonight.'],
    ['an address in angle brackets', 'Voir <https://presse.fr/jeton>.', 'See <https://presse.fr/jeton>.'],
    ['a host', 'Voir www.jeton.fr.', 'See www.jeton.fr.'],
    ['a reference label', 'Lire [le rapport][jeton].', 'Read [the report][jeton].'],
    ['code', 'Tapez `jeton`.', 'Type `jeton`.'],
    ['an attribute', 'Le <a href="/jeton">lien</a>.', 'The <a href="/jeton">link</a>.'],
    ['a file', 'Ouvrez jeton.py.', 'Open jeton.py.'],
    ['a handle', 'Selon @jeton.', 'According to @jeton.'],
  ])('%s', (_what, source, target) => {
    expect(ledgerOf(source, target, glossary)).toEqual([]);
  });
});
