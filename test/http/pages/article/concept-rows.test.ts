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
      ...[alsoFrench, also, not, verdict, count],
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
