import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articlePairSlices, expectedSteps } from '../../../src/core/alignment/article-pairs.ts';
import { createEverydayWords } from '../../../src/core/alignment/everyday-words.ts';
import type { PairRow } from '../../../src/core/alignment/pair-rows.ts';
import { isTranslatable } from '../../../src/core/model/article.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { openLexicon } from '../../../src/lexicon/lexicon.ts';
import { rounds } from '../../rounds.ts';
import { TEXTS } from './texts.ts';

const WORDS = { everyday: createEverydayWords(NO_VERBS), concepts: [] };
const units = (text: string) => parseArticle(text, 'fr.md').units;
const align = (french: string, english: string) => finish(articlePairSlices(units(french), units(english), WORDS));

const shape = (rows: readonly PairRow[]) =>
  rows
    .map(
      ({ unit, english, isSaidBefore }) =>
        `${unit ?? ''}=${isSaidBefore ? '"' : english.map(({ block }) => block).join('+')}`,
    )
    .join(' ');

test.each(TEXTS)('$what', ({ french, english, rows }) => {
  expect(shape(align(french, english))).toBe(rows);
});

describe('what is never translated takes no part', () => {
  const LEAD = 'Le serveur tourne sur une petite machine.';
  const FRENCH_END = 'Ouvrez ensuite la page d’accueil et choisissez la langue.';
  const ENGLISH = ['The server runs on a small machine.', 'Then open the home page and choose the language.'];
  test.each([
    ['code on one side', '```\nnpm start\n```', '', 'p1=0 p3=1'],
    ['code on both', '```\nnpm start\n```', '```\nnpm start\n```', 'p1=0 p3=2'],
    ['code that is a paragraph there', '```\nnpm start\n```', 'npm start', 'p1=0 p3=2'],
    ['a comment', '<!-- à revoir -->', '', 'p1=0 p3=1'],
    ['a shortcode', '{{< notice >}}', '{{< notice >}}', 'p1=0 p3=2'],
    ['where links lead', '[a]: https://a.fr', '[a]: https://a.fr', 'p1=0 p3=2'],
    ['cells of one figure', '| Année |\n| - |\n| 2021 |', '| Year |\n| - |\n| 2021 |', 'p1=0 p2=1 p4=3'],
    ['near-miss: a word', '`npm` démarre', '`npm` starts', 'p1=0 p2=1 p3=2'],
  ])('%s', (_what, french, english, rows) => {
    const [first, last] = ENGLISH;
    expect(shape(align([LEAD, french, FRENCH_END].join('\n\n'), [first, english, last].join('\n\n')))).toBe(rows);
  });

  test('two paragraphs around it are one in English', () => {
    const french = `${LEAD}\n\n\`\`\`\nnpm start\n\`\`\`\n\n${FRENCH_END}`;
    expect(shape(align(french, ENGLISH.join(' ')))).toBe('p1=0 p3=0');
  });
});

test.each([
  [1, 1],
  [20, 20],
  [20, 10],
  [10, 20],
  [120, 120],
])('the steps for %i paragraphs and %i are about as many as expected', (french, english) => {
  const texts = [french, english].map((count) =>
    units(Array.from({ length: count }, (_, i) => `Pont ${i}.`).join('\n\n')),
  );
  const work = articlePairSlices(texts[0] ?? [], texts[1] ?? [], {
    ...WORDS,
    everyday: createEverydayWords(openLexicon()),
  });
  let steps = 0;
  while (work.next().done !== true) steps += 1;
  expect(steps / expectedSteps(french, english)).toBeGreaterThan(0.5);
  expect(steps / expectedSteps(french, english)).toBeLessThan(1.5);
});

test('everyday words are made for the first text alone, and every text gets the same rows', () => {
  const words = { everyday: createEverydayWords(openLexicon()), concepts: [] };
  const [french, english] = [units('Un pont.\n\nDeux rues.'), units('One bridge.\n\nTwo streets.')];
  const align = () => {
    const work = articlePairSlices(french, english, words);
    for (let steps = 0; ; steps += 1) {
      const { done, value } = work.next();
      if (done) return { steps, rows: value };
    }
  };
  const [first, second] = [align(), align()];
  expect([second.rows, second.steps < first.steps / 5]).toEqual([first.rows, true]);
});

describe('English that answers two paragraphs is cut at the end of a sentence', () => {
  const texts = (french: string, english: string) => {
    const blocks = units(english);
    return align(french, english).map(({ english: pieces }) =>
      pieces.map(({ block, start, end }) => blocks[block]?.source.text.slice(start, end)),
    );
  };
  const FRENCH =
    '# Le pont\n\nLe vieux pont de pierre a été fermé mardi.\n\nUn bateau gratuit traverse la rivière toutes les heures.';

  test('between the sentences', () => {
    const english =
      '# The bridge\n\nThe old stone bridge was closed on Tuesday. A free boat crosses the river every hour.';
    expect(texts(FRENCH, english)).toEqual([
      ['The bridge'],
      ['The old stone bridge was closed on Tuesday. '],
      ['A free boat crosses the river every hour.'],
    ]);
  });

  test('near-miss: not within a mark', () => {
    const english =
      '# The bridge\n\n**The old stone bridge was closed on Tuesday. A free boat crosses the river every hour.**';
    expect(texts(FRENCH, english).map((pieces) => pieces.length)).toEqual([1, 1, 0]);
  });
});

describe('what a paragraph is tells with which it goes', () => {
  test('a heading goes with no paragraph, though they share their words', () => {
    const french =
      '# Essai\n\nUn début.\n\n## La pompe à eau\n\nLa pompe à eau est rouge.\n\n## La fin\n\nTout est dit.';
    const english = '# Essay\n\nA beginning.\n\nThe water pump is red.\n\n## The end\n\nAll is said.';
    expect(shape(align(french, english))).toBe('p1=0 p2=1 p3= p4=2 p5=3 p6=4');
  });

  test('where one side has no kinds, they tell nothing', () => {
    const [first] = TEXTS;
    const plain = (first?.english ?? '').replaceAll('## ', '');
    expect(shape(align(first?.french ?? '', plain))).toBe(first?.rows);
  });
});

describe('a score says how sure a pair is', () => {
  test('all pairs of a faithful translation are surer than weak', () => {
    const [first] = TEXTS;
    expect(align(first?.french ?? '', first?.english ?? '').map(({ kind }) => kind)).toEqual(Array(8).fill('paired'));
  });

  test('two paragraphs that share nothing are no pair, or a weak one', () => {
    const rows = align(
      '# Essai\n\nLe chien mange une saucisse dans la cour.\n\nLa fin.',
      '# Essay\n\nYesterday the parliament of Portugal debated fishing quotas.\n\nThe end.',
    );
    expect(rows.filter(({ unit }) => unit === 'p2').map(({ kind }) => kind === 'weak' || kind === 'empty')).toEqual([
      true,
    ]);
  });
});

const BLOCKS = fc.array(
  fc.constantFrom(
    'Le chien dort. The dog sleeps.',
    '## Le titre',
    '- un point\n- deux points',
    '> Une citation, 1934.',
    '    code',
    'Un mot.',
    '**Marie.** Elle rit. *Il pleure. Elle part.* Fin.',
    'Deux phrases ici. Et encore une autre, plus longue que la première !',
    '1999',
  ),
  { minLength: 1, maxLength: 25 },
);

test('every French unit that is translated is in one row, in order, and its English character for character, whatever the texts', () => {
  fc.assert(
    fc.property(BLOCKS, BLOCKS, (one, two) => {
      const [french, english] = [one, two].map((blocks) => units(`# Essai\n\n${blocks.join('\n\n')}`));
      const rows = finish(articlePairSlices(french ?? [], english ?? [], WORDS));
      const seen = rows.flatMap((row) => row.english).sort((a, b) => a.block - b.block || a.start - b.start);
      const texts = (english ?? []).map((unit) => (isTranslatable(unit) ? unit.source.text : ''));
      expect([
        rows.flatMap(({ unit }) => unit ?? []),
        texts.map((_, i) =>
          seen
            .filter(({ block }) => block === i)
            .map(({ start, end }) => texts[i]?.slice(start, end))
            .join(''),
        ),
      ]).toEqual([(french ?? []).filter(isTranslatable).map(({ id }) => id), texts]);
    }),
    { numRuns: rounds(2, 75) },
  );
});
