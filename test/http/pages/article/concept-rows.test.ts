import { expect, test } from 'vitest';
import { checkArticle } from '../../../../src/core/checks/article/check-article.ts';
import { finish } from '../../../../src/core/model/slices.ts';
import { joinCatalogue, parseCatalogue } from '../../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';
import { conceptRows } from '../../../../src/http/pages/article/concept-rows.ts';
import { glossaryOf } from '../../../core/glossaries.ts';

const GLOSSARY = glossaryOf(`- { fr: jeton, en: [token, { term: text token, status: admitted }] }
- { fr: [puce, microprocesseur], en: [chip, processor], not: flea }
- { keep: { term: Mistral, forms: [MISTRAL] }, not: Mystral }
- { fr: mesure, en: measure, count: free }
`);
const FRENCH = 'Un jeton de Mistral.\n\nUne puce, et la puce de Mistral.';
const ENGLISH = 'msgid "Un jeton de Mistral."\nmsgstr "A token of Mistral."\n';

test('what is lacking comes first; a name has no English beside it, and no other names', () => {
  const { units, citation } = parseArticle(FRENCH, 'fr.md');
  const lacking = 'msgid "Une puce, et la puce de Mistral."\nmsgstr "One, and that of Mistral."\n';
  const joined = joinCatalogue(units, parseCatalogue(`${ENGLISH}\n${lacking}`, 'en.po')).units;
  const checked = checkArticle({ slug: 'a', citation, units: joined }, GLOSSARY);
  const rows = finish(conceptRows(checked.units));
  expect(
    rows.map(({ french, english, alsoFrench, also, not, verdict, count }) => [
      french,
      english,
      ...[alsoFrench, also, not].map((few) => (few === null ? '' : few.named + few.more)),
      ...[verdict, count],
    ]),
  ).toEqual([
    ['puce', 'chip', 'microprocesseur', 'processor', 'flea', 'missing', '2 times'],
    ['jeton', 'token', '', 'text token', '', 'preferred', 'once'],
    ['Mistral', null, '', '', 'Mystral', 'preferred', '2 times'],
  ]);
});

test('a general word that is rendered freely stands behind what is wrong, and is told as free', () => {
  const { units, citation } = parseArticle('La mesure.\n\nLa puce.', 'fr.md');
  const english = 'msgid "La mesure."\nmsgstr "How."\n\nmsgid "La puce."\nmsgstr "It."\n';
  const joined = joinCatalogue(units, parseCatalogue(english, 'en.po')).units;
  const checked = checkArticle({ slug: 'a', citation, units: joined }, GLOSSARY);
  const rows = finish(conceptRows(checked.units));
  expect(rows.map(({ french, verdict }) => [french, verdict])).toEqual([
    ['puce', 'missing'],
    ['mesure', 'free'],
  ]);
});

test.each([
  [9, 'm1, m2, m3, m4, m5, m6, m7, m8'],
  [10, 'm1, m2, m3, m4, m5, m6, m7, m8, m9'],
  [11, 'm1, m2, m3, m4, m5, m6, m7, m8 and 2 more'],
  [60, 'm1, m2, m3, m4, m5, m6, m7, m8 and 51 more'],
])('of an entry with %i French terms the row names few, and says how many more there are', (count, said) => {
  const terms = Array.from({ length: count }, (_, i) => (i === 0 ? 'jeton' : `m${i}`));
  const { units, citation } = parseArticle('Un jeton.', 'fr.md');
  const glossary = glossaryOf(`- { fr: [${terms.join(', ')}], en: model }\n`);
  const joined = joinCatalogue(units, parseCatalogue('msgid "Un jeton."\nmsgstr "A model."\n', 'en.po')).units;
  const [row] = finish(conceptRows(checkArticle({ slug: 'a', citation, units: joined }, glossary).units));
  const few = row?.alsoFrench;
  expect(`${few?.named}${few?.more}`).toBe(said);
});
