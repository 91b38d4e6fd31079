import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { articleAgainSlices, checkArticle } from '../../../../src/core/checks/article/check-article.ts';
import type { CheckedArticle } from '../../../../src/core/checks/checked-article.ts';
import { createGlossary, type Glossary } from '../../../../src/core/checks/glossary/check-glossary.ts';
import { differenceSlices } from '../../../../src/core/checks/glossary/glossary-difference.ts';
import { LARGE } from '../../../../src/core/matcher/index-group.ts';
import type { Unit } from '../../../../src/core/model/article.ts';
import type { Concept } from '../../../../src/core/model/concept.ts';
import { finish } from '../../../../src/core/model/slices.ts';
import { readPlain } from '../../../../src/core/text/reading.ts';
import { NO_VERBS } from '../../../../src/core/words/verbs.ts';
import { joinCatalogue, parseCatalogue } from '../../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';
import { conceptsOf, glossaryOf } from '../../glossaries.ts';

const PAIRS = [
  ['Une carte mère de puce.', 'A Main Board.'],
  ['Une carte mère.', 'Nothing.'],
  ['La CM.', 'The MB.'],
  ['Trois jetons.', 'Three tokens.'],
  ['Une CM de plus.', ''],
] as const;
const BOARD = '- fr: [carte mère, CM]\n  en: [Main Board, MB]\n';
const TOKEN = '- fr: jeton\n  en: token\n';

type Pairs = readonly (readonly [string, string])[];

function articleOf(pairs: Pairs) {
  const { units, citation } = parseArticle(pairs.map(([french]) => french).join('\n\n'), 'fr.md');
  const po = pairs.map(([french, english]) => `msgid "${french}"\nmsgstr "${english}"\n`).join('\n');
  return { slug: 'a', citation, units: joinCatalogue(units, parseCatalogue(po, 'en.po')).units };
}

/** The article checked with one glossary, and then again with another; and as it is checked with that one at first. */
function checkedTwice(before: string, after: string, pairs: Pairs = PAIRS) {
  const one = glossaryOf(before);
  const known = (concept: Concept) => one.concepts.find((same) => isDeepStrictEqual(same, concept)) ?? concept;
  const other = createGlossary(conceptsOf(after).map(known));
  const article = articleOf(pairs);
  const first = checkArticle(article, one);
  const difference = finish(differenceSlices(one, other));
  if (difference === null) throw new Error('there is no difference to go by');
  const again = finish(articleAgainSlices(first, other, difference));
  return { first, again, fresh: checkArticle(article, other), other };
}

/** Units that are the same object. */
function sameUnits({ first, again }: { first: CheckedArticle; again: CheckedArticle }): string[] {
  return again.units.filter((unit, i) => unit === first.units[i]).map(({ unit }) => unit.source.text);
}

test.each([
  ['nothing but a definition', `${BOARD}${TOKEN}`, `${BOARD}${TOKEN}  definition: A bit of text.\n`],
  ['a definition of an entry that moves', BOARD + TOKEN, `# a remark\n${BOARD}  definition: A board.\n${TOKEN}`],
  ['a definition beside another rendering', BOARD + TOKEN, `${BOARD}  note: So.\n- fr: jeton\n  en: lexeme\n`],
  ['an entry that comes', BOARD, BOARD + TOKEN],
  ['an entry that goes', BOARD + TOKEN, BOARD],
  ['another rendering', BOARD + TOKEN, `${BOARD}- fr: jeton\n  en: lexeme\n`],
  ['lines that move', BOARD + TOKEN, `# a remark\n${BOARD}${TOKEN}`],
  ['an acronym that is no longer spelled out before', BOARD, `${BOARD}- fr: carte mère de puce\n  en: chip board\n`],
  ['an acronym that is spelled out before by now', `${BOARD}- fr: carte mère de puce\n  en: chip board\n`, BOARD],
])('%s: the article says what it says when it is checked with that glossary alone', (_what, before, after) => {
  const { again, fresh } = checkedTwice(before, after);
  expect([JSON.stringify(again), [...again.summary.uses]]).toEqual([JSON.stringify(fresh), [...fresh.summary.uses]]);
});

test('the words of an article are looked for once, whatever the glossary says', () => {
  const { first, again } = checkedTwice(BOARD, BOARD + TOKEN);
  expect(again.summary.bearing.words).toBe(first.summary.bearing.words);
});

describe('what a paragraph lost besides its terms', () => {
  const pairs = [['Trois jetons de Zanzibar en 1985.', 'Three tokens.']] as const;
  const lost = (checked: CheckedArticle) => checked.findings.map(({ rule }) => rule);

  test('is known where an entry is rendered otherwise, since the terms stand where they stood', () => {
    const { first, again } = checkedTwice(TOKEN, '- fr: jeton\n  en: lexeme\n', pairs);
    expect(again.units[0]?.others).toBe(first.units[0]?.others);
  });

  test.each([
    ['an entry that answers for a name', TOKEN, `${TOKEN}- keep: Zanzibar\n`],
    ['an entry that answers for it no longer', `${TOKEN}- keep: Zanzibar\n`, TOKEN],
    ['an entry that begins with what another is', TOKEN, '- fr: jeton de Zanzibar\n  en: token\n'],
    ['an entry for the words beside it', TOKEN, `${TOKEN}- fr: trois\n  en: three\n`],
  ])('is looked for again after %s', (_what, before, after) => {
    const { again, fresh } = checkedTwice(before, after, pairs);
    expect(lost(again)).toEqual(lost(fresh));
  });
});

test.each([
  ['a definition', 'definition: A bit of text.', false],
  ['where the definition is from', 'source: FranceTerme', false],
  ['a subject field', 'domain: language', false],
  ['a note', 'note: So.', false],
  ['another entry to see', 'see: [main-board]', false],
  ['an example', 'examples: [Un jeton. => A token.]', false],
  ['what to write instead', 'not: [{ term: chip, why: that is puce }]', true],
  ['a phrase that swallows it', 'except: [jeton de présence]', true],
  ['a word that shows another sense', 'unless: [chip]', true],
  ['that one is enough', 'count: unit', true],
])('a paragraph with an entry that gets %s is looked at again: %s → %s', (_what, line, isLookedAt) => {
  const [before, after] = [glossaryOf(BOARD + TOKEN), glossaryOf(`${BOARD}${TOKEN}  ${line}\n`)];
  const [unit] = articleOf([['Trois jetons.', 'Three tokens.']]).units;
  expect(finish(differenceSlices(before, after))?.bearsOn(unit as Unit)).toBe(isLookedAt);
});

test.each([
  ['Trois jetons.', 'Nothing.', true],
  ['Des JETONS.', 'Nothing.', true],
  ['Un jet on.', 'Three tokens.', false],
  ['Rien.', 'A token, two lexemes.', false],
  ['Une carte mère.', 'A token on the Main Board.', false],
])(
  'an entry that is rendered otherwise bears on “%s” and “%s”: %s, as its English counts where the French mentions it',
  (french, english, isLookedAt) => {
    const [before, after] = [TOKEN, '- fr: jeton\n  en: lexeme\n'].map((entry) => glossaryOf(BOARD + entry));
    const [unit] = articleOf([[french, english]]).units;
    const difference = finish(differenceSlices(before as Glossary, after as Glossary));
    expect([
      difference?.bearsOn(unit as Unit),
      sameUnits(checkedTwice(BOARD + TOKEN, `${BOARD}- fr: jeton\n  en: lexeme\n`, [[french, english]])).length,
    ]).toEqual([isLookedAt, isLookedAt ? 0 : 1]);
  },
);

test('an entry that gets a definition and another place among the others leaves no difference to go by', () => {
  const after = `${TOKEN}  definition: A bit of text.\n${BOARD}`;
  expect(finish(differenceSlices(glossaryOf(BOARD + TOKEN), glossaryOf(after)))).toBeNull();
});

test('only the paragraphs with a form of a changed entry are checked again', () => {
  expect(sameUnits(checkedTwice(BOARD + TOKEN, `${BOARD}- fr: jeton\n  en: lexeme\n`))).toEqual(
    PAIRS.filter((_, i) => i !== 3).map(([french]) => french),
  );
});

test('an entry that stands in another line is counted as the entry it is now, in a paragraph without English too', () => {
  const { again, other } = checkedTwice(BOARD + TOKEN, `# a remark\n${BOARD}${TOKEN}`);
  expect([...again.summary.uses].map(([concept, { count }]) => [other.concepts.indexOf(concept), count])).toEqual([
    [0, 4],
    [1, 1],
  ]);
});

test('an entry of which no form stands anywhere leaves the article the same object', () => {
  const { first, again } = checkedTwice(BOARD, `${BOARD}- fr: réseau\n  en: network\n`);
  expect(again).toBe(first);
});

test('what is known of an article is carried without a look at its paragraphs', () => {
  const [one, other] = [glossaryOf(BOARD + TOKEN), glossaryOf(`# a remark\n${BOARD}${TOKEN}`)];
  const { standings, findings, summary } = checkArticle(articleOf([['Un mot.', 'A word.']]), one);
  const looked: string[] = [];
  const checked = {
    ...{ standings, findings, summary },
    get units() {
      looked.push('units');
      return [];
    },
  };
  const card = finish(differenceSlices(one, other))?.carryCard(checked);
  expect([Object.keys(card ?? {}), looked]).toEqual([['standings', 'findings', 'summary'], []]);
});

test('entries that both have, in another order, leave no difference to go by', () => {
  expect(finish(differenceSlices(glossaryOf(BOARD + TOKEN), glossaryOf(TOKEN + BOARD)))).toBeNull();
});

test('a file that became large leaves its entries in their order', () => {
  const many = Array.from({ length: LARGE - 1 }, (_, i) => `- { fr: mot${i}, en: word${i} }\n`).join('');
  const [own = [], others] = [`- { fr: jeton, en: token }\n${many}`, '- { fr: jeton, en: counter, id: other }'].map(
    (yaml, i) =>
      conceptsOf(yaml).map((concept) => ({ ...concept, place: { ...concept.place, file: `glossary/${i}.yaml` } })),
  );
  const [one, other] = [own.slice(0, -1), own].map((entries) =>
    createGlossary([...entries, ...(others ?? [])], NO_VERBS),
  );
  const difference = finish(differenceSlices(one as Glossary, other as Glossary));
  const readings = [one, other].map((glossary) =>
    checkArticle(articleOf(PAIRS), glossary as Glossary).units.flatMap(({ entries }) =>
      entries.map(({ reading }) => reading.concept.id),
    ),
  );
  expect([difference?.bearsOn({ source: readPlain('Trois jetons.'), waivers: [] }), readings]).toEqual([
    false,
    [['token'], ['token']],
  ]);
});
