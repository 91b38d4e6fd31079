import { type Glossary, glossarySlices } from '../checks/check-glossary.ts';
import type { CheckedArticle, UnitLedger } from '../checks/checked-article.ts';
import { differenceSlices, type GlossaryDifference } from '../checks/glossary-difference.ts';
import { unitLedgerSlices } from '../checks/unit-ledger.ts';
import type { Concept } from '../model/concept.ts';
import type { Slices } from '../model/slices.ts';
import type { EntryChange } from './entry-change.ts';
import type { Preview, PreviewedArticle, Snapshot } from './library.ts';

/** What a change of one entry would make of everything: only paragraphs that it can bear on are looked at. */
export function* previewSlices(
  { glossary, articles }: Pick<Snapshot, 'glossary' | 'articles'>,
  change: EntryChange,
): Slices<Preview> {
  const changed = yield* glossarySlices(changedConcepts(glossary.concepts, change), {
    verbs: glossary.verbs,
    before: glossary,
  });
  const difference = yield* differenceSlices(glossary, changed);
  const previewed = new Map<string, PreviewedArticle>();
  for (const [slug, one] of articles) {
    yield;
    if (one.unchecked !== null) previewed.set(slug, { checked: one, ledgers: null });
    else if (difference?.mayBearOn(one.summary) !== false)
      previewed.set(slug, yield* previewedSlices(one, changed, difference));
  }
  return { glossary: changed, articles: previewed };
}

/** One that cannot be checked with the other glossary is unchecked there: that keeps back no other. */
function* previewedSlices(
  checked: CheckedArticle,
  changed: Glossary,
  difference: GlossaryDifference | null,
): Slices<PreviewedArticle> {
  try {
    return { checked, ledgers: yield* ledgersThen(checked, changed, difference) };
  } catch {
    return { checked, ledgers: null };
  }
}

function* ledgersThen(
  { units, summary }: CheckedArticle,
  changed: Glossary,
  difference: GlossaryDifference | null,
): Slices<readonly UnitLedger[]> {
  const numbers = difference?.unitsIn(summary) ?? null;
  const then: UnitLedger[] = [];
  for (const [number, one] of units.entries()) {
    const isSame = difference !== null && numbers?.has(number) === false;
    if (isSame || difference?.bearsOn(one.unit) === false) then.push(one);
    else then.push(yield* unitLedgerSlices(one.unit, changed, one.alignment));
  }
  return then;
}

function changedConcepts(concepts: readonly Concept[], change: EntryChange): Concept[] {
  if (change.kind === 'delete') return concepts.filter(({ id }) => id !== change.id);
  if (change.kind === 'put') return concepts.map((concept) => (concept.id === change.id ? change.entry : concept));
  const last = concepts.findLastIndex(({ place }) => place.file === change.entry.place.file);
  return concepts.toSpliced(last < 0 ? concepts.length : last + 1, 0, change.entry);
}
