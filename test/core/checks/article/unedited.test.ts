import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleSlices, checkArticle } from '../../../../src/core/checks/article/check-article.ts';
import { finish } from '../../../../src/core/model/slices.ts';
import { joinCatalogue, parseCatalogue } from '../../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';
import { rounds } from '../../../rounds.ts';
import { glossaryOf } from '../../glossaries.ts';

const GLOSSARY = glossaryOf(`- fr: jeton
  en: token
  not: [chip]
- fr: [grand modèle de langage, LLM]
  en: [large language model, LLM]
- fr: modèle
  en: model
`);

/** A paragraph with its message, comments and all. */
interface Pair {
  readonly french: string;
  readonly english: string;
  readonly comments?: string;
}

const PAIRS: readonly Pair[] = [
  { french: 'Un grand modèle de langage (LLM) de Zanzibar.', english: 'A large language model.' },
  { french: 'Trois jetons, voire quatre.', english: 'Three chips, or four.' },
  { french: 'Le LLM compte en 1985.', english: 'The LLM counts in 1986.' },
  { french: 'Il vient de Poitiers.', english: 'It comes from there.' },
  { french: '`code()` et *poids*.', english: '`code()` and weight.' },
  { french: 'Rien encore d’un modèle.', english: '' },
];

function articleOf(pairs: readonly Pair[]) {
  const { units, citation } = parseArticle(
    `---\ntitle: Essai\n---\n\n${pairs.map(({ french }) => french).join('\n\n')}\n`,
    'fr.md',
  );
  const po = pairs.map(
    ({ french, english, comments = '' }) =>
      `${comments}msgid ${JSON.stringify(french)}\nmsgstr ${JSON.stringify(english)}\n`,
  );
  return { slug: 'a', citation, units: joinCatalogue(units, parseCatalogue(po.join('\n'), 'en.po')).units };
}

/** An article checked anew after an edit, and as it is checked by itself. */
function edited(before: readonly Pair[], after: readonly Pair[]) {
  const first = checkArticle(articleOf(before), GLOSSARY);
  const article = articleOf(after);
  return { first, again: finish(articleSlices(article, GLOSSARY, first)), fresh: checkArticle(article, GLOSSARY) };
}

const change = (i: number, by: Partial<Pair>) => PAIRS.map((pair, at) => (at === i ? { ...pair, ...by } : pair));

describe('an article says after an edit what it says when it is checked by itself', () => {
  test.each<[string, readonly Pair[]]>([
    ['nothing', PAIRS],
    ['an English text', change(1, { english: 'Three tokens, or four.' })],
    ['an English text that is taken away', change(0, { english: '' })],
    ['an English text that comes', change(5, { english: 'Nothing yet of a model.' })],
    ['a French text', change(3, { french: 'Elle vient de Poitiers.' })],
    [
      'a French text that writes a name of another in small letters',
      change(1, { french: 'Trois jetons du zanzibar.' }),
    ],
    ['the French that spelled an acronym out', change(0, { french: 'Un modèle de Zanzibar.' })],
    ['a review', change(1, { comments: '#, fuzzy\n' })],
    ['a note of three lines, which moves the others', change(0, { comments: '# note: one\n# note: two\n# note: 3\n' })],
    ['a waiver', change(1, { comments: '# waive: token 000000000000 - as he says\n' })],
    ['a paragraph more', [{ french: 'Un jeton.', english: 'A chip.' }, ...PAIRS]],
    ['a paragraph twice', [...PAIRS, PAIRS[1] as Pair]],
    ['a paragraph less', PAIRS.slice(1)],
    ['another order', PAIRS.toReversed()],
  ])('%s', (_what, after) => {
    const { again, fresh } = edited(PAIRS, after);
    expect([JSON.stringify(again), [...again.summary.uses]]).toEqual([JSON.stringify(fresh), [...fresh.summary.uses]]);
  });

  test('a word in small letters elsewhere, which told that one with a capital is no name', () => {
    const before = change(1, { french: 'Trois jetons de poitiers.' });
    const { first, again, fresh } = edited(before, PAIRS);
    const found = [first, again, fresh].map(({ units }) => units[4]?.findings.map(({ rule }) => rule));
    expect(found).toEqual([[], ['name-lost'], ['name-lost']]);
  });

  test('any edits', () => {
    const comments = fc.constantFrom('', '#, fuzzy\n', '# note: so\n', '# waive: number-changed 0123456789ab - so\n');
    const english = fc.constantFrom('', 'A token.', 'Three chips.', 'The LLM of 1985.', 'It comes from Zanzibar.');
    const pair = fc.record({ french: fc.constantFrom(...PAIRS.map((one) => one.french)), english, comments });
    const pairs = fc.uniqueArray(pair, { selector: ({ french }) => french, maxLength: 6 });
    fc.assert(
      fc.property(pairs, pairs, (before, after) => {
        const { again, fresh } = edited(before, after);
        expect(JSON.stringify(again)).toBe(JSON.stringify(fresh));
      }),
      { numRuns: rounds(25, 2000) },
    );
  });
});

test.each<[string, readonly Pair[], string[]]>([
  ['an English text', change(1, { english: 'Three.' }), ['Trois jetons, voire quatre.']],
  ['a French text', change(3, { french: 'Elle vient.' }), ['Elle vient.']],
  ['a note', change(0, { comments: '# note: so\n' }), ['Un grand modèle de langage (LLM) de Zanzibar.']],
  ['another order', PAIRS.toReversed(), []],
])('only what was edited is judged: %s', (_what, after, judged) => {
  const { first, again } = edited(PAIRS, after);
  const known = new Set(first.units.map(({ alignment }) => alignment));
  expect(again.units.filter(({ alignment }) => !known.has(alignment)).map(({ unit }) => unit.source.text)).toEqual(
    judged,
  );
});
