import { expect, test } from 'vitest';
import { explainEntry } from '../../../src/core/ledger/explain.ts';
import { checkUnit } from '../../../src/core/ledger/ledger.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { glossaryOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(`
- fr: jeton
  en: [token, tag]
  not: [{ term: chip, why: that is puce }]
- keep: DeepSeek
`);

test.each([
  ['nothing is written yet', 'Des jetons.', '', 'In English: “token” or “tag”.'],
  ['nothing is written yet for a name', 'DeepSeek.', '', 'It stays as it is.'],
  ['something else is written', 'Des jetons.', 'Coins.', 'No rendering is left for it; write “token” or “tag”.'],
  ['a space is written', 'Des jetons.', ' ', 'No rendering is left for it; write “token” or “tag”.'],
  ['the preferred term', 'Des jetons.', 'Tokens.', 'Rendered by “Tokens” (plural of token), the preferred term.'],
  ['an admitted term', 'Un jeton.', 'A tag.', 'Rendered by “tag”, an admitted term.'],
  [
    'one that is ruled out',
    'Un jeton.',
    'A chip.',
    'Rendered by “chip”, which the entry rules out (that is puce); write “token” or “tag”.',
  ],
])('%s', (_what, french, english, said) => {
  const [entry] = checkUnit(readPlain(french), readPlain(english), GLOSSARY.indexes).entries;
  const line = entry ? explainEntry(entry, readPlain(french), readPlain(english)) : '';
  expect(line.endsWith(`. ${said}`) ? said : line).toBe(said);
});
