import { expect, test } from 'vitest';
import { explainEntry, tellEntry, tellWaiting } from '../../../src/core/ledger/explain.ts';
import { checkUnit } from '../../../src/core/ledger/ledger.ts';
import { pairStamp } from '../../../src/core/ledger/pair-stamps.ts';
import { entryStamp } from '../../../src/core/ledger/waivers.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { toldInOneLine, toldLines } from '../../../src/core/text/told-words.ts';
import { glossaryOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(`
- fr: jeton
  en: [token, tag]
  not: [{ term: chip, why: that is puce }, stamp]
- keep: DeepSeek
- fr: puce
  en: [{ term: die, status: admitted }, chip]
- fr: évaluation
  en: evaluation
- fr: IA
  en: AI
- fr: recherche en IA
  en: AI research
- fr: modèle d’IA
  en: AI model
- fr: machine
  en: machine
  count: unit
- fr: mesure
  en: [measure, step, extent, action]
  count: free
- fr: voie
  en: [way, path, way, track]
- fr: outil
  en: [tool, utility, instrument, aid, device]
`);

/** The last term of the French, and both texts. */
function lastOf(french: string, english: string, waivers: Parameters<typeof checkUnit>[3] = []) {
  const [source, target] = [readPlain(french), readPlain(english)];
  const entry = checkUnit(source, target, GLOSSARY.indexes, waivers).entries.at(-1);
  if (entry === undefined) throw new Error('there is no term');
  return { entry, source, target };
}

test.each([
  ['nothing is written yet', 'Des jetons.', '', 'In English: “token” or “tag”.'],
  [
    'a general word is rendered freely',
    'La mesure.',
    'How.',
    'Rendered freely, or not at all; often it is “measure” or “step” or “extent”.',
  ],
  ['a rendering that stands there twice', 'Une voie.', '', 'In English: “way” or “path” or “track”.'],
  [
    'more renderings than anybody reads',
    'Un outil.',
    'A thing.',
    'No rendering is left for it; write “tool” or “utility” or “instrument”, or 2 others.',
  ],
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
  [
    'one that is ruled out without a reason',
    'Des jetons.',
    'Stamps.',
    'Rendered by “Stamps” (plural of stamp), which the entry rules out; write “token” or “tag”.',
  ],
  ['the preferred term goes first', 'Une puce.', 'A part.', 'No rendering is left for it; write “chip” or “die”.'],
  ['its words lie apart', 'La recherche en IA.', 'Research into AI.', 'Rendered in parts, by “Research … AI”.'],
  [
    'another word of the family',
    'L’évaluation.',
    'Evaluating it.',
    'Rendered by “Evaluating”, a word of the same family.',
  ],
  [
    'its head',
    'L’IA et un modèle d’IA.',
    'AI and a model.',
    'Rendered by “model” alone; the rest of the term stands in this paragraph.',
  ],
  ['said before', 'Une machine, une machine.', 'A machine.', 'Rendered elsewhere in this paragraph; once is enough.'],
  ['said nowhere', 'Une machine, une machine.', 'It.', 'No rendering is left for it; write “machine”.'],
])('%s', (_what, french, english, said) => {
  const { entry, source, target } = lastOf(french, english);
  const line = explainEntry(entry, source, target);
  expect(line.endsWith(`. ${said}`) ? said : line).toBe(said);
});

test('a person’s reason stands for all others', () => {
  const { entry, source, target } = lastOf('Un jeton.', 'A chip.');
  const hash = pairStamp(source, target) + entryStamp(entry.reading.concept);
  const place = { file: 'en.po', line: 1, column: 1 };
  const waived = lastOf('Un jeton.', 'A chip.', [{ accepts: 'token', hash, reason: 'a pun', place }]);
  expect(explainEntry(waived.entry, source, target)).toBe('jeton, glossary/test.yaml:2. Accepted by a person: a pun.');
});

test('what is found is told with its form, for a file with its place, for a reader as French', () => {
  const { entry, source, target } = lastOf('Des jetons.', 'Tags.');
  const said = 'Rendered by “Tags” (plural of tag), an admitted term.';
  expect([
    explainEntry(entry, source, target),
    toldLines(tellEntry(entry, source, target)),
    toldInOneLine(tellWaiting(entry, source)).map(({ text, isFrench }) => (isFrench ? `<${text}>` : text)),
  ]).toEqual([
    `jetons: plural of jeton, glossary/test.yaml:2. ${said}`,
    `jetons: plural of jeton.\n${said}`,
    ['<jetons>', ': plural of ', '<jeton>', '.', ' ', 'In English: “token” or “tag”.'],
  ]);
});
