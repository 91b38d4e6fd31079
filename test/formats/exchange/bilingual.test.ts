import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, isTranslatable, type Unit } from '../../../src/core/model/article.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { parseInlineMarks, readerFor } from '../../../src/formats/article/inline-marks.ts';
import type { BilingualFile } from '../../../src/formats/exchange/bilingual.ts';
import type { BilingualOptions } from '../../../src/formats/exchange/exchanged-units.ts';
import { tmxSlices } from '../../../src/formats/exchange/read-tmx.ts';
import { readXliff } from '../../../src/formats/exchange/read-xliff.ts';
import { writeTmx } from '../../../src/formats/exchange/tmx.ts';
import { writeXliff12 } from '../../../src/formats/exchange/xliff12.ts';
import { writeXliff21 } from '../../../src/formats/exchange/xliff21.ts';
import { rounds } from '../../rounds.ts';
import { HOME } from '../../site.ts';
import { articleOf, pairOf } from './articles.ts';

const OPTIONS = { version: '1.2.3', drafts: true };
const writing =
  (write: (article: Article, options: BilingualOptions) => Iterable<string>, options: BilingualOptions = OPTIONS) =>
  (article: Article) =>
    [...write(article, options)].join('');

/** Every kind of file, out and in. */
const FORMATS: readonly (readonly [
  name: string,
  write: (article: Article) => string,
  read: (text: string) => BilingualFile,
])[] = [
  ['XLIFF 1.2', writing(writeXliff12), (text) => readXliff(text, 'a.xlf')],
  ['XLIFF 2.1', writing(writeXliff21), (text) => readXliff(text, 'a.xlf')],
  ['TMX', writing(writeTmx), (text) => finish(tmxSlices(text, 'a.tmx'))],
  ['TMX without marks', writing(writeTmx, { ...OPTIONS, plain: true }), (text) => finish(tmxSlices(text, 'a.tmx'))],
];

const said = ({ source, target, state, id, notes }: Unit) => ({
  ...{ source: source.text, target: target?.text ?? null, state, context: id, notes },
});

function outAndIn(article: Article, [name, write, read]: (typeof FORMATS)[number]) {
  const { slug, units, remarks } = read(write(article));
  const found = new Map(units.map((unit) => [unit.context, unit]));
  const isMemory = name.startsWith('TMX');
  const wanted = article.units.filter(
    (unit) => isTranslatable(unit) && !unit.isHidden && (unit.target !== null || !isMemory),
  );
  const is = wanted.map(({ id }) => {
    const { key: _, place: __, ...unit } = found.get(id) ?? { key: '', place: '' };
    return unit;
  });
  return { is: { slug, remarks, units: is }, was: { slug: article.slug, remarks: [], units: wanted.map(said) } };
}

const FOLDER = path.join(HOME, 'content/deepseek-r2');
const SHIPPED = articleOf(
  'deepseek-r2',
  readFileSync(path.join(FOLDER, 'fr.md'), 'utf8'),
  readFileSync(path.join(FOLDER, 'en.po'), 'utf8'),
);

describe.each(FORMATS)('%s', (...format) => {
  test('brings the shipped article back as it was', () => {
    const { is, was } = outAndIn(SHIPPED, format);
    expect(is).toEqual(was);
  });

  test.each([
    ['marks', 'Un *jeton*, **deux** et ~~trois~~.', 'A *token*, **two** and ~~three~~.'],
    ['marks in marks', '***Un* mot _de_ `code`**', '**A `code` *word***'],
    ['a link with a title', '[Un *lien*](https://a.fr/b_c "Titre & co")', '[A *link*](https://a.com "Title")'],
    ['code with ticks', 'Le mot `` a`b `` ici', 'The word `` a`b `` here'],
    ['an image', 'Voir ![un *plan*](plan.png "x") ici', 'See ![a plan](plan.png) here'],
    ['a reference to a note', 'Un mot[^1] ici', 'A word[^1] here'],
    ['breaks', 'Un  \ndeux\\\ntrois\nquatre', 'One  \ntwo\\\nthree\nfour'],
    ['escapes', 'Un \\*mot\\* et 2 \\* 3\\.', 'A \\*word\\* and 2 \\* 3\\.'],
    ['remarks', '%%a%% Un <!-- x --> mot <!-- y -->', 'A <!-- x --> word <!-- y -->%%b%%'],
    ['signs that are none', '2 * 3 < 4 & 5 [sic] a_b_c', '2 * 3 < 4 & 5 [sic] a_b_c'],
    ['references', 'Un mod&egrave;le &amp; 3&#160;%', 'A mod&egrave;le &amp; 3&#160;%'],
    ['tags', 'H<sub>2</sub>O <br> <code>x*y*</code>', 'H<sub>2</sub>O <br> <code>x*y*</code>'],
    ['an address', 'Voir <https://a.fr/x_y> et https://b.fr/*c*', 'See <https://a.fr/x_y> and https://b.fr/*c*'],
    ['notes by name', '[[Modèle|Un]] mot, [[Jeton]]', '[[Modèle|A]] word, [[Jeton|token]]'],
    ['the title of a quotation', '[!note] À *retenir*', '[!note] Keep in *mind*'],
    ['shortcodes', 'Un {{< x "y" >}} mot', 'A {{< x "y" >}} word'],
    ['blanks that do not break', 'Un\u00a0mot\u202f! 😀 e\u0301', 'A\u00a0word\u202f! 😀 e\u0301'],
    ['tabs', 'Un\tmot "dit"', 'A\tword "said"'],
  ])('brings %s back', (_what, french, english) => {
    const { is, was } = outAndIn(pairOf(french, english), format);
    expect(is).toEqual(was);
  });

  const sign = fc.constantFrom(
    ...[
      '*',
      '**',
      '_',
      '~~',
      '`',
      '``',
      '[',
      ']',
      '](u)',
      '![',
      '][a]',
      '[[',
      ']]',
      '|',
      '[^1]',
      '<',
      '>',
      '<b>',
      '</b>',
      '\\',
      '&',
    ],
    ...[
      '&amp;',
      '&eacute;',
      '&#42;',
      '&#0;',
      '\n',
      '  \n',
      '\\\n',
      '{{',
      '}}',
      '%%',
      'a',
      'b c',
      ' ',
      '\u00a0',
      '😀',
      '!',
    ],
    ...[
      'https://a.fr',
      '\u0001',
      '\ufffe',
      '"',
      "'",
      '-',
      '.',
      '\t',
      ']]>',
      '<https://x.fr>',
      '<code>',
      '</code>',
      '\u0085',
    ],
  );
  // A text without marks stands beside as it was written, where XML can hold it.
  const held = format[0] === 'TMX without marks' ? sign.filter((one) => one !== '\u0001' && one !== '\ufffe') : sign;
  const text = fc.array(held, { minLength: 1, maxLength: 14 }).map((signs) => `x${signs.join('')}y`);
  const links = fc.constantFrom(undefined, { links: [{ label: 'A', address: 'https://a.fr' }] });
  test('brings any text back to the byte', () => {
    fc.assert(
      fc.property(text, text, links, (french, english, setting) => {
        const [first] = SHIPPED.units;
        const source = parseInlineMarks(french, setting);
        const unit = { ...(first as Unit), source, target: readerFor(source)(english) };
        const { is, was } = outAndIn({ ...SHIPPED, units: [unit] }, format);
        expect(is).toEqual(was);
      }),
      { numRuns: rounds(60, 1500) },
    );
  });
});
