import type { LedgerEntry } from '../../ledger/ledger-entry.ts';
import { staleReasons } from '../../ledger/review-stamps.ts';
import type { Reading } from '../../matcher/index-part.ts';
import { hasForms } from '../../matcher/match.ts';
import { termIndexSlices } from '../../matcher/term-index.ts';
import { firstWordsOf, textsWith } from '../../matcher/word-hashes.ts';
import type { Unit } from '../../model/article.ts';
import { asksTheSame, type Concept } from '../../model/concept.ts';
import { type ConceptChanges, changesSlices, goneOf, movedOf } from '../../model/concept-changes.ts';
import type { Slices } from '../../model/slices.ts';
import type { ArticleCard, ArticleSummary, Bearing, CheckedUnit, Uses } from '../checked-article.ts';
import { checkTerms } from '../pair/check-terms.ts';
import type { Entries } from './entries.ts';

/** What one glossary has otherwise than the one before, and what that is to a unit that was checked with that one. */
export interface GlossaryDifference {
  /** Of what entries say at all. */
  readonly changes: ConceptChanges;
  /**
   * Whether the verdicts on a unit may be others: a form of an entry that came, went or changed stands in its French.
   * What its English has of an entry counts only where the French mentions that entry.
   */
  bearsOn(unit: Pick<Unit, 'source' | 'waivers'>): boolean;
  /**
   * Whether an article may be another one: false only where it bears on none of its units, and each is carried as it
   * is.
   */
  mayBearOn(summary: ArticleSummary): boolean;
  /**
   * Numbers of the units of an article that it may bear on, from 0: on the others it does not. Null where it may on
   * any.
   */
  unitsIn(summary: ArticleSummary): ReadonlySet<number> | null;
  /**
   * A unit that it does not bear on, with the entries of now: some only stand in another line, or have another
   * definition. The same object if it can.
   */
  carry(unit: CheckedUnit): CheckedUnit;
  /** The uses of an article of which no paragraph changes, the same way. */
  carryUses(uses: Uses): Uses;
  /**
   * What is known of an article without its paragraphs, the same way; null where one of them may be another, or what is
   * wrong is told with the place of an entry that stands elsewhere.
   */
  carryCard(card: ArticleCard): ArticleCard | null;
}

/**
 * Compares two glossaries entry by entry.
 *
 * @returns null where the entries that both have come in another order, of which the first is read first, so that every
 *   unit has to be checked again
 */
export function* differenceSlices(before: Entries, after: Entries): Slices<GlossaryDifference | null> {
  const changes = yield* changesSlices(before.concepts, after.concepts);
  const asked = isToldOtherwise(changes) ? yield* changesSlices(before.concepts, after.concepts, asksTheSame) : changes;
  const moved = movedOf(asked);
  if (before.verbs !== after.verbs || !asked.isSameOrder) return null;
  const changed = [...goneOf(asked), ...asked.come];
  const ids = new Set(changed.map(({ id }) => id));
  const { verbs } = after;
  const forms = yield* termIndexSlices(changed, 'fr', { verbs });
  const first = firstWordsOf(forms);
  const unitsWith = ({ words }: Bearing) => textsWith(words, first);
  const isAccepted = ({ accepts }: Bearing) => accepts.some((id) => ids.has(id));
  return {
    changes,
    bearsOn: ({ source, waivers }) => waivers.some(({ accepts }) => ids.has(accepts)) || hasForms(source, forms),
    mayBearOn({ bearing, uses }) {
      if (isAccepted(bearing)) return true;
      if (moved.size > 0 && [...uses.keys(), ...bearing.named].some((concept) => moved.has(concept))) return true;
      return unitsWith(bearing).length > 0;
    },
    unitsIn: ({ bearing }) => (isAccepted(bearing) ? null : new Set(unitsWith(bearing))),
    carry: (unit) => carried(unit, moved),
    carryUses: (uses) => carriedUses(uses, moved),
    // Name by name: whoever goes through all there is of an article makes its paragraphs.
    carryCard({ standings, findings, summary }) {
      const { uses, bearing } = summary;
      const told = new Set([...moved.keys()].map(({ id }) => id));
      if (isAccepted(bearing) || unitsWith(bearing).length > 0) return null;
      if (findings.some(({ concept }) => concept !== null && told.has(concept))) return null;
      const named = new Set([...bearing.named].map((concept) => moved.get(concept) ?? concept));
      return {
        standings,
        findings,
        summary: { ...summary, uses: carriedUses(uses, moved), bearing: { ...bearing, named } },
      };
    },
  };
}

/** Whether an entry only tells something else of itself, such as another definition: no text is judged by that. */
function isToldOtherwise(changes: ConceptChanges): boolean {
  const come = new Map(changes.come.map((concept) => [concept.id, concept]));
  return goneOf(changes).some((was) => {
    const is = come.get(was.id);
    return is !== undefined && asksTheSame(was, is);
  });
}

function carriedUses(uses: Uses, moved: ReadonlyMap<Concept, Concept>): Uses {
  const isMoved = [...uses.keys()].some((concept) => moved.has(concept));
  return isMoved ? new Map([...uses].map(([concept, use]) => [moved.get(concept) ?? concept, use])) : uses;
}

function carried(checked: CheckedUnit, moved: ReadonlyMap<Concept, Concept>): CheckedUnit {
  const { unit, findings } = checked;
  const isMoved = (reading: Reading | null | undefined) => reading != null && moved.has(reading.concept);
  const stands = ({ reading, rendering }: LedgerEntry) => isMoved(reading) || isMoved(rendering?.reading);
  if (!checked.entries.some(stands) && !checked.otherSenses.some(({ reading }) => isMoved(reading))) return checked;
  const now = (reading: Reading) => readingOf(reading, moved);
  const entries = checked.entries.map((entry) => ({
    ...entry,
    reading: now(entry.reading),
    rendering: entry.rendering && {
      ...entry.rendering,
      reading: entry.rendering.reading && now(entry.rendering.reading),
    },
  }));
  const ofTerms = unit.target === null ? [] : checkTerms(unit, unit.target, entries);
  return {
    ...checked,
    entries,
    otherSenses: checked.otherSenses.map((other) => ({ ...other, reading: now(other.reading) })),
    // Those of terms come first, and are as many as they were.
    findings: [...ofTerms, ...findings.slice(ofTerms.length)],
    stale: staleReasons(unit, entries),
  };
}

/** The same reading of an entry where it stands now. */
function readingOf(reading: Reading, moved: ReadonlyMap<Concept, Concept>): Reading {
  const { concept, term } = reading;
  const now = moved.get(concept);
  if (now === undefined) return reading;
  return { ...reading, concept: now, term: now[term.language][concept[term.language].indexOf(term)] ?? term };
}
