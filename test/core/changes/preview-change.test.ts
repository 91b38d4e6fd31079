import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryChange } from '../../../src/core/changes/entry-change.ts';
import { previewSlices } from '../../../src/core/changes/preview-change.ts';
import { checkArticle } from '../../../src/core/checks/check-article.ts';
import { createGlossary } from '../../../src/core/checks/check-glossary.ts';
import { uncheckedArticle } from '../../../src/core/checks/unchecked-article.ts';
import type { Concept } from '../../../src/core/model/concept.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { rounds } from '../../rounds.ts';
import { conceptsOf } from '../glossaries.ts';

const ENTRIES = [
  '- { id: token, fr: jeton, en: token, not: [chip] }\n',
  '- { id: token, fr: [jeton, jeton textuel], en: [text token, token] }\n',
  '- { id: chip, fr: puce, en: [chip, microchip] }\n',
  '- { id: board, fr: [carte mère, CM], en: [Main Board, MB], count: unit }\n',
  '- { id: use, fr: usage, en: use, unless: [habit], except: [usage de puce] }\n',
];
const PAIRS = [
  ['Trois jetons et une puce.', 'Three tokens and a chip.', '# terms: token 3fa2c1\n'],
  ['Une puce.', 'A token, a chip.', ''],
  ['Un usage de puce, un usage.', 'A chip habit, a microchip use.', '# waive: use 000000000000 - so\n'],
  ['La CM.', 'The MB.', '#, fuzzy\n'],
  ['Rien du tout.', 'Nothing at all.', ''],
  ['Un jeton textuel.', '', ''],
] as const;

function articleOf(slug: string, pairs: readonly (typeof PAIRS)[number][]) {
  const { units, citation } = parseArticle(pairs.map(([french]) => french).join('\n\n'), 'fr.md');
  const po = pairs.map(([french, english, notes]) => `${notes}msgid "${french}"\nmsgstr "${english}"\n`).join('\n');
  return { slug, citation, units: joinCatalogue(units, parseCatalogue(po, 'en.po')).units };
}

const state = fc.record({
  entries: fc.uniqueArray(fc.constantFrom(...ENTRIES), { selector: (entry) => entry.split(',')[0] }),
  changed: fc.constantFrom(...ENTRIES),
  kind: fc.constantFrom('add', 'put', 'delete'),
  articles: fc.array(fc.subarray([...PAIRS], { minLength: 1 }), { minLength: 1, maxLength: 3 }),
});

test('what is previewed of a change is what is there after it, and nothing else changes', () => {
  fc.assert(
    fc.property(state, ({ entries, changed, kind, articles: written }) => {
      const glossary = createGlossary(conceptsOf(entries.join('')));
      const [entry = null] = conceptsOf(changed);
      const id = glossary.concepts[0]?.id ?? '';
      if (entry === null || (kind !== 'delete' && glossary.byId.has(entry.id) && entry.id !== id)) return;
      const change = { kind, id, entry } as unknown as EntryChange;
      const articles = new Map(
        written.map((pairs, i) => [`a${i}`, checkArticle(articleOf(`a${i}`, pairs), glossary)] as const),
      );
      const preview = finish(previewSlices({ glossary, articles }, change));
      const fresh = createGlossary(preview.glossary.written);
      expect(preview.glossary.findings).toEqual(fresh.findings);
      for (const [slug, checked] of articles) {
        const then = preview.articles.get(slug)?.ledgers ?? checked.units;
        const told = (units: typeof then) => units.map(({ entries: its, stale }) => [its, stale]);
        expect(told(then)).toEqual(told(checkArticle(checked.article, fresh).units));
      }
    }),
    { numRuns: rounds(150, 3000) },
  );
});

test('an article in which no form of the changed entry stands is not looked at, nor is such a paragraph', () => {
  const glossary = createGlossary(conceptsOf(ENTRIES.slice(1).join('')));
  const articles = new Map([
    ['with', checkArticle(articleOf('with', [PAIRS[1], PAIRS[4]]), glossary)],
    ['without', checkArticle(articleOf('without', [PAIRS[3]]), glossary)],
  ]);
  const { articles: previewed } = finish(previewSlices({ glossary, articles }, { kind: 'delete', id: 'chip' }));
  const then = previewed.get('with')?.ledgers?.map((unit, i) => unit === articles.get('with')?.units[i]);
  expect([[...previewed.keys()], then]).toEqual([['with'], [false, true]]);
});

test('of an article that cannot be checked nothing is worked out, whatever changes', () => {
  const glossary = createGlossary(conceptsOf(ENTRIES[0] as string));
  const articles = new Map([['odd', uncheckedArticle(articleOf('odd', [PAIRS[0]]), 'takes too long')]]);
  const changes: readonly EntryChange[] = [
    { kind: 'delete', id: 'token' },
    { kind: 'add', entry: conceptsOf(ENTRIES[2] as string)[0] as Concept },
  ];
  const previews = changes.map((change) => finish(previewSlices({ glossary, articles }, change)).articles);
  expect(previews.map((previewed) => previewed.get('odd')?.ledgers)).toEqual([null, null]);
});
