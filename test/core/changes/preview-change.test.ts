import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryChange } from '../../../src/core/changes/ports/entry-change.ts';
import { createPreviewMemory, previewSlices } from '../../../src/core/changes/preview-change.ts';
import { checkArticle } from '../../../src/core/checks/article/check-article.ts';
import { uncheckedArticle } from '../../../src/core/checks/article/unchecked-article.ts';
import { createSameUnits, createUnitJudge } from '../../../src/core/checks/article/unit-ledger.ts';
import type { UnitLedger } from '../../../src/core/checks/checked-article.ts';
import { createGlossary, type Glossary } from '../../../src/core/checks/glossary/check-glossary.ts';
import type { Unit } from '../../../src/core/model/article.ts';
import type { Concept } from '../../../src/core/model/concept.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { rounds } from '../../rounds.ts';
import { conceptsOf } from '../glossaries.ts';

const ENTRIES = [
  '- { id: token, fr: jeton, en: token, not: [chip] }\n',
  '- { id: token, fr: [jeton, jeton textuel], en: [text token, token] }\n',
  '- { id: chip, fr: puce, en: [chip, microchip] }\n',
  '- { id: chip, fr: puce, en: chip, count: free }\n',
  '- { id: board, fr: [carte mère, CM], en: [Main Board, MB], count: unit }\n',
  '- { id: use, fr: usage, en: use, unless: [habit], except: [usage de puce] }\n',
];
const PAIRS = [
  ['Trois jetons et une puce.', 'Three tokens and a chip.', '# terms: token 3fa2c1\n'],
  ['Une puce.', 'A token, a chip.', ''],
  ['Un usage de puce, un usage.', 'A chip habit, a microchip use.', '# waive: use 000000000000 - so\n'],
  ['La CM.', 'The MB.', '#, fuzzy\n'],
  ['Rien du tout.', 'Nothing at all.', ''],
  ['Rien de neuf.', 'A text token, a chip, a microchip: no use, a habit.', ''],
  ['Un jeton textuel.', '', ''],
] as const;

function articleOf(slug: string, pairs: readonly (typeof PAIRS)[number][]) {
  const { units, citation } = parseArticle(pairs.map(([french]) => french).join('\n\n'), 'fr.md');
  const po = pairs.map(([french, english, notes]) => `${notes}msgid "${french}"\nmsgstr "${english}"\n`).join('\n');
  return { slug, citation, units: joinCatalogue(units, parseCatalogue(po, 'en.po')).units };
}

const entries = fc.uniqueArray(fc.constantFrom(...ENTRIES), { selector: (entry) => entry.split(',')[0] });
const state = fc.record({
  entries,
  earlier: fc.option(entries, { nil: null }),
  isOpen: fc.boolean(),
  changed: fc.constantFrom(...ENTRIES),
  kind: fc.constantFrom('add', 'put', 'delete'),
  articles: fc.array(fc.subarray([...PAIRS], { minLength: 1 }), { minLength: 1, maxLength: 3 }),
});

/** Articles as they were checked with a glossary, their ledgers there or not. */
function checkedWith(glossary: Glossary, written: readonly (readonly (typeof PAIRS)[number][])[], isOpen: boolean) {
  return new Map(
    written.map((pairs, i) => {
      const checked = checkArticle(articleOf(`a${i}`, pairs), glossary);
      return [`a${i}`, { ...checked, isOpen: () => isOpen }] as const;
    }),
  );
}

/** What paragraphs make of the terms, by article and id. */
function toldOf(articles: Iterable<readonly [string, readonly UnitLedger[]]>) {
  return new Map(
    [...articles].flatMap(([slug, units]) => units.map((one) => [`${slug} ${one.unit.id}`, one] as const)),
  );
}

const saidIn = ({ entries: its, stale }: UnitLedger) => [its, stale];

test('what is previewed is what is there before and after a change, and nothing else changes; whatever was checked with another glossary, or has no ledgers', () => {
  fc.assert(
    fc.property(state, ({ entries: now, earlier, isOpen, changed, kind, articles: written }) => {
      const glossary = createGlossary(conceptsOf(now.join('')));
      const [entry = null] = conceptsOf(changed);
      const id = glossary.concepts[0]?.id ?? '';
      if (entry === null || (kind !== 'delete' && glossary.byId.has(entry.id) && entry.id !== id)) return;
      const change = { kind, id, entry } as unknown as EntryChange;
      const checkedBy = earlier === null ? glossary : createGlossary(conceptsOf(earlier.join('')));
      const articles = checkedWith(checkedBy, written, isOpen);
      const pending = new Set(earlier === null ? [] : articles.keys());
      const memory = createPreviewMemory(2);
      finish(previewSlices({ glossary, articles, pending }, { kind: 'delete', id }, memory));
      const preview = finish(previewSlices({ glossary, articles, pending }, change, memory));
      const fresh = createGlossary(preview.glossary.written);
      expect(preview.glossary.findings).toEqual(fresh.findings);
      const compared = [...preview.articles].map(([slug, { units }]) => [slug, units ?? []] as const);
      const previewed = {
        before: toldOf(compared.map(([slug, units]) => [slug, units.map((one) => one.before)])),
        after: toldOf(compared.map(([slug, units]) => [slug, units.map((one) => one.after)])),
      };
      const toldWith = (all: Glossary) =>
        toldOf([...checkedWith(all, written, true)].map(([slug, { units }]) => [slug, units]));
      const [before, after] = [toldWith(glossary), toldWith(fresh)];
      for (const [name, one] of before) {
        const both = [previewed.before.get(name) ?? one, previewed.after.get(name) ?? one];
        expect(both.map(saidIn)).toEqual([saidIn(one), saidIn(after.get(name) as UnitLedger)]);
      }
    }),
    { numRuns: rounds(30, 3000) },
  );
});

test('what a paragraph makes of a glossary is worked out once, however often a change of it is asked about', () => {
  const glossary = createGlossary(conceptsOf(ENTRIES[2] ?? ''));
  const articles = checkedWith(glossary, [PAIRS.slice(0, 2)], false);
  const memory = createPreviewMemory();
  const ask = (text: string) => {
    const change: EntryChange = { kind: 'put', id: 'chip', entry: conceptsOf(text)[0] as Concept };
    const { articles: previewed } = finish(previewSlices({ glossary, articles, pending: new Set() }, change, memory));
    return previewed.get('a0')?.units?.map(({ before }) => before.entries) ?? [];
  };
  const [first, second] = [ask('- { id: chip, fr: puce, en: flea }\n'), ask('- { id: chip, fr: puce, en: fleas }\n')];
  expect(first.length).toBe(2);
  expect(second.map((entries, i) => entries === first[i])).toEqual([true, true]);
});

test('an article in which no form of the changed entry stands is not looked at, nor is such a paragraph', () => {
  const glossary = createGlossary(conceptsOf(ENTRIES.slice(1).join('')));
  const articles = new Map([
    ['with', checkArticle(articleOf('with', [PAIRS[1], PAIRS[4]]), glossary)],
    ['without', checkArticle(articleOf('without', [PAIRS[3]]), glossary)],
  ]);
  const snapshot = { glossary, articles, pending: new Set<string>() };
  const { articles: previewed } = finish(previewSlices(snapshot, { kind: 'delete', id: 'chip' }));
  const units = previewed.get('with')?.units?.map((one) => one.before);
  expect([[...previewed.keys()], units]).toEqual([['with'], articles.get('with')?.units.slice(0, 1)]);
});

test.each([
  ['one that says the same French, in other English', ['Une puce.', 'A flea.', '#, fuzzy\n'], true],
  ['one that says the same French, and that a person approved', ['Une puce.', 'A flea.', ''], true],
  ['one that says the same French, and has no English', ['Une puce.', '', ''], true],
  ['one that says other French', ['Rien du tout.', 'A chip.', '#, fuzzy\n'], false],
  ['one that says other French and has no English', ['Un jeton textuel.', '', ''], false],
] as const)('beside a draft that changes, %s is looked at: %s', (_, other, isLookedAt) => {
  const glossary = createGlossary(conceptsOf('- { id: chip, fr: puce, en: chip }\n'));
  const [draft, beside] = [['Une puce.', 'A chip.', '#, fuzzy\n'] as const, other].map((pair) =>
    articleOf('a', [pair] as never),
  );
  const units = [...(draft?.units ?? []), ...(beside?.units ?? [])];
  const articles = new Map([['a', checkArticle({ ...articleOf('a', []), units }, glossary)]]);
  const changed = { kind: 'put', id: 'chip', entry: conceptsOf('- { id: chip, fr: puce, en: bit }\n')[0] as Concept };
  const snapshot = { glossary, articles, pending: new Set<string>() };
  const { articles: previewed } = finish(previewSlices(snapshot, changed as EntryChange));
  expect(previewed.get('a')?.units?.map(({ before }) => before.unit)).toEqual(isLookedAt ? units : units.slice(0, 1));
});

test('of an article that cannot be checked nothing is worked out, whatever changes', () => {
  const glossary = createGlossary(conceptsOf(ENTRIES[0] as string));
  const articles = new Map([['odd', uncheckedArticle(articleOf('odd', [PAIRS[0]]), 'takes too long')]]);
  const pending = new Set<string>();
  const changes: readonly EntryChange[] = [
    { kind: 'delete', id: 'token' },
    { kind: 'add', entry: conceptsOf(ENTRIES[2] as string)[0] as Concept },
  ];
  const previews = changes.map((change) => finish(previewSlices({ glossary, articles, pending }, change)).articles);
  expect(previews.map((previewed) => previewed.get('odd')?.units)).toEqual([null, null]);
});

test.each([
  ['the same, once', ['Une puce.', 'A chip.', ''], ['Une puce.', 'A chip.', ''], true],
  ['another English', ['Une puce.', 'A chip.', ''], ['Une puce.', 'A token.', ''], false],
  ['another French', ['Une puce.', 'A chip.', ''], ['La puce.', 'A chip.', ''], false],
  ['marks, which a plain text has not', ['Une *puce*.', 'A chip.', ''], ['Une *puce*.', 'A chip.', 'plain'], false],
  [
    'what a person accepted',
    ['Une puce.', 'A token.', ''],
    ['Une puce.', 'A token.', '# waive: chip 000000000000 - so\n'],
    false,
  ],
] as const)('two paragraphs are judged by their terms: %s', (_, one, other, isOnce) => {
  const judge = createUnitJudge(createGlossary(conceptsOf(ENTRIES.slice(1).join(''))));
  const unitOf = ([french, english, notes]: typeof one | typeof other) => {
    const isPlain = notes === 'plain';
    const [unit] = articleOf('a', [[french, english, isPlain ? '' : notes]] as never).units;
    const read = isPlain ? readPlain : (text: string) => (text === french ? unit?.source : unit?.target);
    return { ...unit, source: read(french), target: read(english) } as Unit;
  };
  const ledgers = [one, other].map((pair) => finish(judge(unitOf(pair), null)).entries);
  expect(ledgers[0] === ledgers[1]).toBe(isOnce);
});

test('what is known of units is let go only where another is added to as many as may be', () => {
  const [a, b, c] = articleOf('a', [
    ['Un.', 'One.', ''],
    ['Deux.', 'Two.', ''],
    ['Trois.', 'Three.', ''],
  ] as never).units;
  const known = createSameUnits<number>(2);
  const set = (units: readonly (Unit | undefined)[]) => {
    for (const unit of units) known.set(unit as Unit, 1);
    return [a, b, c].map((unit) => known.get(unit as Unit) ?? 0);
  };
  expect([set([a, b]), set([a, b]), set([c])]).toEqual([
    [1, 1, 0],
    [1, 1, 0],
    [0, 0, 1],
  ]);
});

test('a memory that saw other glossaries and other articles gives what a fresh one gives', () => {
  fc.assert(
    fc.property(fc.array(state, { minLength: 2, maxLength: 4 }), (states) => {
      const memory = createPreviewMemory(3);
      for (const { entries: now, changed, kind, articles: written, isOpen } of states) {
        const glossary = createGlossary(conceptsOf(now.join('')));
        const [entry = null] = conceptsOf(changed);
        const id = glossary.concepts[0]?.id ?? '';
        if (entry === null || (kind !== 'delete' && glossary.byId.has(entry.id) && entry.id !== id)) continue;
        const snapshot = { glossary, articles: checkedWith(glossary, written, isOpen), pending: new Set<string>() };
        const change = { kind, id, entry } as unknown as EntryChange;
        const [known, fresh] = [memory, createPreviewMemory()].map(
          (one) => finish(previewSlices(snapshot, change, one)).articles,
        );
        expect(known).toEqual(fresh);
      }
    }),
    { numRuns: rounds(30, 3000) },
  );
});
