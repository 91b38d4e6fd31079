import { describe, expect, test } from 'vitest';
import { checkArticle } from '../../../src/core/checks/article/check-article.ts';
import type { CheckedUnit } from '../../../src/core/checks/checked-article.ts';
import type { Unit } from '../../../src/core/model/article.ts';
import { packingOfLedgers } from '../../../src/files/loading/packed-ledgers.ts';
import { packingOfUnits } from '../../../src/files/loading/packed-units.ts';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { ONE_OF_EACH } from '../../browser/one-of-each.ts';
import { glossaryOf } from '../../core/glossaries.ts';

const GLOSSARY = ONE_OF_EACH['glossary/ai.yaml'];
const OF_EACH = [ONE_OF_EACH['content/essai/fr.md'], ONE_OF_EACH['content/essai/en.po']] as const;

const message = (comments: string, french = 'Trois jetons.', english = 'Three tokens.') =>
  `${comments}msgid "${french}"\nmsgstr "${english}"\n`;

const ARTICLES: readonly (readonly [what: string, french: string, english: string | null])[] = [
  ['one of each', ...OF_EACH],
  ['no English', OF_EACH[0], null],
  ['nothing', '', null],
  ['who approved it', 'Trois jetons.', message('# reviewed: Béa 2026-11-26\n')],
  ['the English of another side', 'Trois jetons.', message('# conflict: "Three\\nchips."\n')],
  ['the English of two other sides', 'Trois jetons.', message('# conflict: "A chip."\n# conflict: "A coin."\n')],
  ['what was put right', 'Trois jetons.', message('# repaired: chips → tokens @6\n#, fuzzy\n')],
  ['the French before', 'Trois jetons.', message('#, fuzzy\n#| msgid "Deux jetons."\n')],
  ['a French that was edited', 'Trois jetons rares.', message('', 'Trois jetons rare.')],
  ['English on several lines', 'Trois jetons.', 'msgid "Trois jetons."\nmsgstr ""\n"Three \\"rare\\" "\n"tokens."\n'],
  ['code and a rule', '```python\nx = 1\n```\n\n---\n\n1. Trois\n2. jetons\n', message('', 'jetons', 'tokens')],
  ['half a character', 'Trois \ud83d jetons.', message('', 'Trois \ud83d jetons.', 'Three \ude00 tokens.')],
  ['another sense', 'Nous jetons tout.', message('', 'Nous jetons tout.', 'We throw it all.')],
];

function unitsOf(french: string, english: string | null) {
  const catalogue = english === null ? { messages: [], problems: [] } : parseCatalogue(english, 'en.po');
  const { units } = joinCatalogue(parseArticle(french, 'fr.md').units, catalogue);
  return { units, packing: packingOfUnits((sources) => joinCatalogue(sources, catalogue).units) };
}

/** All that units say, in the order in which they do, and where each character of their English stands. */
function said(units: readonly Unit[]) {
  return units.map((unit) => ({
    text: JSON.stringify({ ...unit, reviewedTerms: unit.reviewedTerms && [...unit.reviewedTerms] }),
    places: Array.from({ length: (unit.target?.text.length ?? 0) + 1 }, (_, offset) => unit.targetPlace(offset)),
  }));
}

describe('what was packed says what it said', () => {
  test.each(ARTICLES)('the paragraphs of an article: %s', (_what, french, english) => {
    const { units, packing } = unitsOf(french, english);
    expect(said(packing.unpack(packing.pack(units) as Uint8Array) ?? [])).toEqual(said(units));
  });

  test.each(ARTICLES)('the ledgers of an article: %s', (_what, french, english) => {
    const { units } = unitsOf(french, english);
    const glossary = glossaryOf(GLOSSARY);
    const { units: checked } = checkArticle({ slug: 'essai', citation: CITATION, units }, glossary);
    const packing = packingOfLedgers({ units: () => units, glossary: () => glossary });
    const again = packing.unpack(packing.pack(checked) as Uint8Array) ?? [];
    expect(JSON.stringify(again)).toBe(JSON.stringify(checked));
    expect(namedIn(again).every((concept) => glossary.concepts.includes(concept))).toBe(true);
  });
});

const CITATION = { title: 'Essai', site: null, url: null, date: null };

function namedIn(checked: readonly CheckedUnit[]) {
  return checked.flatMap(({ entries, otherSenses }) => [
    ...entries.flatMap(({ reading, rendering }) => [reading.concept, rendering?.reading?.concept ?? reading.concept]),
    ...otherSenses.map(({ reading }) => reading.concept),
  ]);
}

test.each([
  ['an entry that is not there', '- fr: puce\n  en: chip\n'],
  ['a term that is not there', '- fr: jeton\n  en: [token]\n- fr: puce\n  en: chip\n'],
])('ledgers that name %s are made anew', (_what, yaml) => {
  const { units } = unitsOf('Un jeton.', message('', 'Un jeton.', 'A lexical unit.'));
  const glossary = glossaryOf(GLOSSARY);
  const { units: checked } = checkArticle({ slug: 'essai', citation: CITATION, units }, glossary);
  const packed = packingOfLedgers({ units: () => units, glossary: () => glossary }).pack(checked) as Uint8Array;
  const other = packingOfLedgers({ units: () => units, glossary: () => glossaryOf(yaml) });
  expect([other.unpack(packed), other.pack(checked)]).toEqual([null, null]);
});
