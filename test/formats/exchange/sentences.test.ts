import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignmentSlices } from '../../../src/core/alignment/sentence-pairs.ts';
import type { Article, Unit } from '../../../src/core/model/article.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { parseInlineMarks, readerFor } from '../../../src/formats/article/inline-marks.ts';
import type { BilingualOptions } from '../../../src/formats/exchange/exchanged-units.ts';
import { tmxSlices } from '../../../src/formats/exchange/read-tmx.ts';
import { readXliff } from '../../../src/formats/exchange/read-xliff.ts';
import { writeTmx } from '../../../src/formats/exchange/tmx.ts';
import { writeXliff21 } from '../../../src/formats/exchange/xliff21.ts';
import { rounds } from '../../rounds.ts';
import { pairOf } from './articles.ts';
import { xliffMistakes } from './xliff-rules.ts';

const whole = (pieces: Iterable<string>) => [...pieces].join('');

function cut({ units }: Article): BilingualOptions {
  const aligned = units.flatMap(({ id, source, target }) =>
    target === null ? [] : [[id, finish(alignmentSlices(source, target))] as const],
  );
  return { version: '1.2.3', drafts: true, alignments: new Map(aligned) };
}

const xliff = (article: Article) => whole(writeXliff21(article, cut(article)));
const tmx = (article: Article, plain = false) => whole(writeTmx(article, { ...cut(article), plain }));
const parts = (article: Article) => xliff(article).split('<segment id=').length - 1;

/** French and English, whose sentences go one for one. */
const CUT: readonly (readonly [string, string])[] = [
  ['**Un.** **Deux.**', '**One.** **Two.**'],
  ['**Quand ?** En mai.', '**When?** In May.'],
  ['Un. Deux. Trois.', 'One. Two. Three.'],
  ['Un **mot**. *Deux mots.* Trois.', 'A **word**. *Two words.* Three.'],
  ['Un [lien](https://a.fr "T"). Et `du code`.', 'A [link](https://a.fr "T"). And `code`.'],
  ['Quoi\u00a0? «\u00a0Rien\u00a0», dit-il.', 'What? “Nothing”, he said.'],
  ['Du café\u00a0☕. Une fusée 🚀\u202f! Fin.', 'A coffee ☕. A rocket 🚀! The end.'],
  [String.raw`Une \*étoile\*. Un caf&eacute; &amp; du th&eacute;.`, String.raw`A \*star\*. A caf&eacute; &amp; tea.`],
  ['Une ligne.\\\nUne autre ligne. Fin.', 'A line.\\\nAnother line. The end.'],
  ['Une ligne.\nUne autre ligne.', 'A line. Another line.'],
  ['Une ligne.  Une autre ligne.', 'A line.\u00a0Another line.'],
  ['Trois < quatre & "cinq". Oui.', 'Three < four & "five". Yes.'],
  ['Un **mot**. Deux **mots**. Un **mot**.', 'A **word**. Two **words**. A **word**.'],
  ['Un\u0001 mot. Deux\u0002 mots.', 'A\u0001 word. Two\u0002 words.'],
  ['Un H<sub>2</sub>. Deux {{< x >}} là.', 'An H<sub>2</sub>. Two {{< x >}} there.'],
];

/** Those that stay whole: one sentence, marks that go over two, and sentences that do not go one for one. */
const KEPT: readonly (readonly [string, string])[] = [
  ['Un mot.', 'A word.'],
  ['**Un mot. Deux mots.**', '**A word. Two words.**'],
  ['Un mot. Deux mots.', '*A word. Two* words.'],
  ['[Un mot. Deux](https://a.fr) mots.', '[A word. Two](https://a.fr) words.'],
  ['Le chat dort dans la maison. Le chien mange.', 'The cat sleeps in the house, and the dog eats.'],
];

describe.each(CUT)('%j beside %j', (french, english) => {
  const article = pairOf(french, english);
  const [unit] = article.units.filter(({ source }) => source.text === french);
  const back = { source: unit?.source.text, target: unit?.target?.text };

  test('obeys the rules of XLIFF 2.1', () => {
    expect(xliffMistakes(xliff(article))).toEqual([]);
  });

  test('is cut in XLIFF 2.1, and comes back to the byte', () => {
    const { units } = readXliff(xliff(article), 'a.xlf');
    const { source, target } = units.find(({ context }) => context === unit?.id) ?? {};
    expect([parts(article) > 1, { source, target }]).toEqual([true, back]);
  });

  // A text without marks stands beside as it was written, where XML can hold it.
  test.each(french.includes('\u0001') ? [false] : [false, true])(
    'is cut in TMX, and comes back to the byte (plain: %s)',
    (plain) => {
      const text = tmx(article, plain);
      const units = finish(tmxSlices(text, 'a.tmx')).units.map(({ source, target }) => ({ source, target }));
      expect([text.includes('-1/'), units]).toEqual([true, [back]]);
    },
  );
});

test.each(KEPT)('%j beside %j stays whole', (french, english) => {
  const article = pairOf(french, english);
  expect([parts(article), tmx(article).includes('-1/')]).toEqual([0, false]);
});

describe('any text of several sentences comes back to the byte', () => {
  const sign = fc.constantFrom(
    ...[
      '. A',
      '. B',
      '! C',
      '.  D',
      '.\u00a0E',
      '.\nF',
      '*',
      '**',
      '_',
      '`',
      '[',
      '](u)',
      '<b>',
      '</b>',
      '\\',
      '&amp;',
    ],
    ...['. *G', 'h*', '. &Eacute;', '\u0001', '😀', '" ', ' ', '[^1]', '<', '{{', '\\\n', '. 1'],
  );
  const text = fc.array(sign, { minLength: 1, maxLength: 14 }).map((signs) => `X${signs.join('')}y`);
  const [first] = pairOf('T', 'T').units;
  test.each([
    ['XLIFF 2.1', xliff, (file: string) => readXliff(file, 'a.xlf')],
    ['TMX', tmx, (file: string) => finish(tmxSlices(file, 'a.tmx'))],
  ] as const)('in %s', (_name, write, read) => {
    fc.assert(
      fc.property(text, text, (french, english) => {
        const source = parseInlineMarks(french);
        const unit = { ...(first as Unit), state: 'translated' as const, source, target: readerFor(source)(english) };
        const { remarks, units } = read(write({ ...pairOf('T', 'T'), units: [unit] }));
        const said = units.map((one) => [one.source, one.target, one.state, one.context]);
        expect({ remarks, said }).toEqual({ remarks: [], said: [[french, english, 'translated', unit.id]] });
      }),
      { numRuns: rounds(100, 2000) },
    );
  });
});

const MEMORY = tmx(pairOf('Un. Deux.\u00a0Trois.', 'One. Two. Three.', '# note: Said with care.\n'));

describe('a memory of sentences', () => {
  const said = (text: string) => {
    const { units, remarks } = finish(tmxSlices(text, 'a.tmx'));
    return [...units.map(({ source, target }) => `${source} / ${target}`), ...remarks.map(({ message }) => message)];
  };
  const pairs = MEMORY.split(/(?=<tu )|(?=<\/body>)/);
  const [head = '', one = '', two = '', three = '', end = ''] = pairs;

  test('has a pair for each, and says that it is one of sentences', () => {
    expect([pairs.length, head.includes('segtype="sentence"')]).toEqual([5, true]);
  });

  test('is one text in whatever order it comes', () => {
    expect(said(head + three + one + two + end)).toEqual(['Un. Deux.\u00a0Trois. / One. Two. Three.']);
  });

  test.each([
    ['a pair is missing', head + one + three + end],
    ['an English is missing', MEMORY.replace(/<tuv xml:lang="en"><seg>Two.*\n/, '')],
    ['a pair says another number', MEMORY.replace('-2/3', '-2/4')],
    ['a pair stands twice, and another is missing', head + one + one + three + end],
  ])('is left out, and said to be, where %s', (_what, text) => {
    expect(said(text)).toEqual([expect.stringContaining('of this text only some sentences came back')]);
  });

  test.each(['-0/3', '-4/3', '-1/9999', '-1/3/3', '-a/3'])(
    'a name that ends in “%s” is that of a whole text',
    (name) => {
      expect(said(MEMORY.replaceAll(/-\d\/3/g, name))).toEqual(['Un. / One.', 'Deux. / Two.', 'Trois. / Three.']);
    },
  );

  test('a changed sentence changes the text, the others stay as they were written', () => {
    expect(said(MEMORY.replace('>Two.<', '>A pair.<'))).toEqual(['Un. Deux.\u00a0Trois. / One. A pair. Three.']);
  });
});

describe('the sentences of XLIFF 2.1', () => {
  const ids = (text: string) =>
    [...text.matchAll(/<(segment|ignorable|pc|ph) id="([^"]+)"/g)].map(([, name, id]) => `${name} ${id}`);

  test('have names that nothing else in their unit has, but for a mark and its translation', () => {
    const text = xliff(pairOf('Un *mot*. Deux `x`. *Un* mot.', 'A *word*. Two `x`. *A* word.'));
    expect(ids(text.slice(text.indexOf('<segment id')))).toEqual([
      ...['segment s1', 'pc 1', 'pc 1', 'ignorable i1', 'segment s2', 'ph 2', 'ph 2', 'ignorable i2'],
      ...['segment s3', 'pc 3', 'pc 3'],
    ]);
  });

  test('have a mark of their own where the other language has it in another sentence', () => {
    const text = xliff(pairOf('Un *mot*. Deux mots.', 'A word. Two *words*.'));
    expect(ids(text.slice(text.indexOf('<segment id')))).toEqual([
      ...['segment s1', 'pc 1', 'ignorable i1', 'segment s2', 'pc 2'],
    ]);
  });

  test('are approved together', () => {
    const text = xliff(pairOf('Un. Deux.', 'One. Two.'));
    const state = (file: string) => readXliff(file, 'a.xlf').units.find(({ source }) => source === 'Un. Deux.')?.state;
    expect([state(text), state(text.replace('id="s1" state="final"', 'id="s1" state="translated"'))]).toEqual([
      'reviewed',
      'translated',
    ]);
  });
});
