import { expect, test } from 'vitest';
import { createEverydayWords } from '../../../src/core/alignment/everyday-words.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';
import { alignedCatalogueSlices } from '../../../src/formats/article/aligned-catalogue.ts';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';

const FRENCH = `# Le marché du samedi

Quarante marchands vendent des légumes sur la place.

Le fromage de chèvre vient des fermes de la vallée.

Le marché ferme à midi.
`;
const ENGLISH = `# The Saturday market

Forty merchants sell vegetables on the square. The goat cheese comes from the farms of the valley.
`;

const WORDS = { everyday: createEverydayWords(NO_VERBS), concepts: [] };

function align(approve: number | null) {
  const [french, english] = [FRENCH, ENGLISH].map((text) => parseArticle(text, 'fr.md').units);
  const texts = { french: french ?? [], english: english ?? [], file: 'market.docx', date: '2026-11-26', approve };
  const { catalogue } = finish(alignedCatalogueSlices(texts, WORDS));
  return { catalogue, ...joinCatalogue(texts.french, parseCatalogue(catalogue, 'en.po')) };
}

test('what was aligned is read again as drafts that say where they come from; what has no English has no message', () => {
  expect(align(null).units.map(({ target, state, origin }) => [target?.text ?? null, state, origin])).toEqual([
    ['The Saturday market', 'translated', 'aligned market.docx 2026-11-26'],
    ['Forty merchants sell vegetables on the square.', 'translated', 'aligned market.docx 2026-11-26'],
    ['The goat cheese comes from the farms of the valley.', 'translated', 'aligned market.docx 2026-11-26'],
    [null, 'initial', null],
  ]);
});

test('what is surer than asked for is approved', () => {
  expect(align(0.3).units.map(({ state }) => state)).toEqual(['reviewed', 'reviewed', 'reviewed', 'initial']);
});

test('the catalogue has a header, and no problem', () => {
  const { catalogue, problems } = align(null);
  expect([catalogue.startsWith('msgid ""\nmsgstr ""\n'), problems]).toEqual([true, []]);
});

test('a unit whose English is part of the one before has a note and no target', () => {
  const french = parseArticle('# Le port\n\nLe phare est rouge.\n\nLe bateau est bleu.\n', 'fr.md').units;
  const english = parseArticle('# The port\n\nThe lighthouse is red while the boat is blue.\n', 'fr.md').units;
  const texts = { french, english, file: 'a.txt', date: '2026-11-26', approve: null };
  const { catalogue } = finish(alignedCatalogueSlices(texts, WORDS));
  const { units } = joinCatalogue(french, parseCatalogue(catalogue, 'en.po'));
  expect(units.map(({ target, state, notes }) => [target === null, state, notes.length])).toEqual([
    [false, 'translated', 0],
    [false, 'translated', 0],
    [true, 'initial', 1],
  ]);
});
