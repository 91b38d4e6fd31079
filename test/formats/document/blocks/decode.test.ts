import { describe, expect, test } from 'vitest';
import { decodeDocument, decodeXml } from '../../../../src/formats/document/blocks/decode.ts';

const PLAIN = { charset: null, isHtml: false };
const PAGE = { charset: null, isHtml: true };
const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, big = false) =>
  Uint8Array.from(
    [...text].flatMap((sign) => {
      const unit = sign.charCodeAt(0);
      return big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8];
    }),
  );
/** “c’est l’œuvre – 3 €…” in windows-1252. */
const WESTERN = latin('c\x92est l\x92\x9cuvre \x96 3 \x80\x85');

describe('a text of whatever encoding', () => {
  test.each([
    ['windows-1252 that nobody names', WESTERN, PLAIN, 'c’est l’œuvre – 3 €…'],
    ['windows-1252 that a server names', WESTERN, { ...PLAIN, charset: 'Windows-1252' }, 'c’est l’œuvre – 3 €…'],
    ['windows-1252 under the name of another', WESTERN, { ...PLAIN, charset: 'ISO-8859-1' }, 'c’est l’œuvre – 3 €…'],
    ['iso-8859-15', latin('c\xbdur \xa4 \xbe'), { ...PLAIN, charset: 'iso-8859-15' }, 'cœur € Ÿ'],
    ['iso-8859-15 that nobody names, by a price', latin('10 \xa4 le c\xbdur'), PLAIN, '10 € le cœur'],
    ['the same, by a letter within a word', latin('une s\xbdur, un C\xbcUR'), PLAIN, 'une sœur, un CŒUR'],
    ['the same, by a letter that a word begins with', latin("l'\xbduvre, \xbcuvres"), PLAIN, "l'œuvre, Œuvres"],
    ['the same, in a page', latin('<p>c\xbdur \xe0 3\xa0\xa4'), PAGE, '<p>cœur à 3\u00a0€'],
    [
      'near-miss: halves and quarters',
      latin('\xbd tasse, 1\xbc l, \xbdl, \xbd sou, d\xe9j\xe0'),
      PLAIN,
      '½ tasse, 1¼ l, ½l, ½ sou, déjà',
    ],
    [
      'near-miss: a half behind a unit',
      latin('Elle fait 2m\xbd de large, caf\xe9 cr\xe8me'),
      PLAIN,
      'Elle fait 2m½ de large, café crème',
    ],
    ['near-miss: a half behind a word', latin('1 tasse\xbd, puis 1h\xbd.'), PLAIN, '1 tasse½, puis 1h½.'],
    ['near-miss: a half and a letter within a word', latin('1\xbd tasse, le c\xbdur'), PLAIN, '1½ tasse, le c½ur'],
    ['near-miss: a half and a price', latin('10 \xa4 pour 1h\xbd'), PLAIN, '10 ¤ pour 1h½'],
    ['the same, by a letter behind a number of things', latin('2 \xbdufs, 3 c\xbdurs'), PLAIN, '2 œufs, 3 cœurs'],
    ['the same, with a letter that a page sets larger', latin('<b>\xbc</b>uvre, c\xbdur'), PAGE, '<b>Œ</b>uvre, cœur'],
    ['near-miss: a half, and what only windows-1252 has', latin('l\x92\x9cuvre, 10 \xa4'), PLAIN, 'l’œuvre, 10 ¤'],
    ['near-miss: a sign for any money', latin('le signe \xa4, d\xe9j\xe0'), PLAIN, 'le signe ¤, déjà'],
    ['UTF-8', utf8('c’est l’œuvre'), PLAIN, 'c’est l’œuvre'],
    ['UTF-8 with a mark', utf8('\ufeffœuvre'), { ...PLAIN, charset: 'iso-8859-1' }, 'œuvre'],
    ['UTF-16 with a mark', utf16('\ufeffœuvre'), PLAIN, 'œuvre'],
    ['UTF-16 the other way round', utf16('\ufeffœuvre', true), PLAIN, 'œuvre'],
    ['UTF-16 without a mark', utf16('Une œuvre est une phrase.'), PLAIN, 'Une œuvre est une phrase.'],
    ['UTF-16 without a mark, the other way round', utf16('Une oeuvre.', true), PLAIN, 'Une oeuvre.'],
    ['a name that nobody knows', utf8('été'), { ...PLAIN, charset: 'klingon' }, 'été'],
    ['UTF-8 that is none', WESTERN, { ...PLAIN, charset: 'utf-8' }, 'c’est l’œuvre – 3 €…'],
    ['letters in two pieces', utf8('e\u0301te\u0301'), PLAIN, 'été'],
    ['no-break spaces', utf8('«\u00a0oui\u00a0» 10\u202f000'), PLAIN, '«\u00a0oui\u00a0» 10\u202f000'],
    ['nothing', utf8(''), PLAIN, ''],
  ])('%s', (_what, bytes, declared, expected) => {
    expect(decodeDocument(bytes, declared).text).toBe(expected);
  });

  test.each(['2m', '3cm', '1kg', '5h', '12mn', '2L'])('near-miss: a half right before a word, %s', (size) => {
    expect(decodeDocument(latin(`${size}\xbdde c\xf4t\xe9`), PLAIN).text).toBe(`${size}½de côté`);
  });

  test.each([
    ['in an attribute', '<meta charset="iso-8859-15">'],
    ['without quotation marks', '<META charset=iso-8859-15 />'],
    ['as HTML 4 has it', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">'],
    ['as XHTML has it', '<?xml version="1.0" encoding="iso-8859-15"?><html>'],
  ])('a page says its encoding itself, %s', (_what, head) => {
    expect(decodeDocument(latin(`${head} c\xbdur`), PAGE).text).toBe(`${head} cœur`);
  });

  test.each([
    [
      'a server goes before the page',
      '<meta charset="utf-8"> c\xbdur',
      { charset: 'iso-8859-15', isHtml: true },
      'cœur',
    ],
    ['UTF-16 in a page that reads as ASCII is not believed', '<meta charset="utf-16"> coeur', PAGE, 'coeur'],
    ['a text is no page', '<meta charset="iso-8859-15"> \xbd', PLAIN, '½'],
  ])('%s', (_what, text, declared, expected) => {
    expect(decodeDocument(latin(text), declared).text.endsWith(expected)).toBe(true);
  });
});

describe('what is uncertain is said', () => {
  test.each([
    [
      'an encoding that is guessed',
      WESTERN,
      [
        'The text names no encoding and is not UTF-8; it was read as Western European (windows-1252). Look at its accents.',
      ],
    ],
    [
      'another that is guessed',
      latin('10 \xa4'),
      [
        'The text names no encoding and is not UTF-8; it was read as Western European (ISO-8859-15). Look at its accents.',
      ],
    ],
    [
      'one broken letter among whole ones',
      Uint8Array.from([...utf8('élève, été'), 0xe9]),
      ['One letter is broken and shown as �.'],
    ],
    ['ASCII', utf8('ete'), []],
  ])('%s', (_what, bytes, expected) => {
    expect(decodeDocument(bytes, PLAIN).warnings).toEqual(expected);
  });
});

test.each<[string, string, BufferEncoding]>([
  ['UTF-8, though a <meta> says otherwise', '<p><meta charset="windows-1251"/>é</p>', 'utf8'],
  ['UTF-8 as it says', '<?xml version="1.0" encoding="UTF-8"?><p><meta charset="iso-8859-1"/>é</p>', 'utf8'],
  ['ISO-8859-1 as it says', '<?xml version="1.0" encoding="ISO-8859-1"?><p>é</p>', 'latin1'],
  ['UTF-16 without a mark', '<?xml version="1.0" encoding="UTF-16"?><p>é</p>', 'utf16le'],
  ['UTF-8, though its first line says UTF-16', '<?xml version="1.0" encoding="UTF-16"?><p>é</p>', 'utf8'],
  ['UTF-8 of a name that nobody knows', '<?xml version="1.0" encoding="klingon"?><p>é</p>', 'utf8'],
])('XML is %s', (_what, text, encoding) => {
  expect(decodeXml(Buffer.from(text, encoding))).toBe(text);
});
